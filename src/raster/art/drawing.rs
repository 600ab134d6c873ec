//! One SVG file, parsed once for every look it can have.

use resvg::usvg::{self, Group, Node, Options, ShapeRendering, Tree, roxmltree};
use tiny_skia::{PixmapMut, Transform};

use super::{Antialias, ArtError};
use crate::scene::Skin;

/// The colours of a rabbit, and what a rabbot wears in their place.
const ROBES: &[(&str, &str)] = &[
    ("#fffdf7", "#d8402f"), // fur
    ("#e9e4da", "#a82a20"), // fur in the shade
    ("#f6b8b4", "#5a1512"), // inside of the ears
    ("#f0a39e", "#ffb53a"), // nose
    ("#2b2b30", "#ffe9a8"), // eye
];

/// A drawing in hundredths of a cell.
pub struct Drawing {
    view: [f32; 4],
    rabbit: Look,
    /// Absent where a rabbot looks the same.
    rabbot: Option<Look>,
}

/// The same shapes with soft and with hard edges: usvg fixes them when it parses.
struct Look {
    smooth: Tree,
    crisp: Tree,
}

impl Drawing {
    /// Reads the SVG `text` of the file at `path`, which is named in errors.
    pub fn parse(path: &str, text: &str) -> Result<Drawing, ArtError> {
        let broken = |reason: String| ArtError::FileBroken(path.into(), reason);
        let view = view_box(text).map_err(&broken)?;
        let rabbit = Look::parse(text).map_err(|error| broken(error.to_string()))?;
        let robed = ROBES.iter().fold(text.to_string(), |text, (fur, robe)| text.replace(fur, robe));
        let rabbot =
            if robed == text { None } else { Some(Look::parse(&robed).map_err(|error| broken(error.to_string()))?) };
        Ok(Drawing { view, rabbit, rabbot })
    }

    /// Left, top, width and height.
    pub fn view(&self) -> [f32; 4] {
        self.view
    }

    /// Whether there is a group with this id.
    pub fn has(&self, id: &str) -> bool {
        self.part(id, Skin::Rabbit, Antialias::On).is_some()
    }

    /// All of it, with `transform` from the cell to the pixels.
    pub fn draw(&self, skin: Skin, antialias: Antialias, transform: Transform, onto: &mut PixmapMut) {
        // usvg moves the corner of the view box to the origin.
        let transform = transform.pre_translate(self.view[0], self.view[1]);
        resvg::render(self.tree(skin, antialias), transform, onto);
    }

    /// The group with this id only.
    pub fn draw_part(&self, id: &str, skin: Skin, antialias: Antialias, transform: Transform, onto: &mut PixmapMut) {
        let Some((node, group)) = self.part(id, skin, antialias) else { return };
        // resvg applies the group's own transform and would shift the group to the origin: keep it in its place.
        let own = group.transform().invert().unwrap_or_default();
        let corner = group.abs_layer_bounding_box();
        let transform = transform
            .pre_translate(self.view[0], self.view[1])
            .pre_concat(group.abs_transform())
            .pre_concat(own)
            .pre_translate(corner.x(), corner.y());
        resvg::render_node(node, transform, onto);
    }

    fn part(&self, id: &str, skin: Skin, antialias: Antialias) -> Option<(&Node, &Group)> {
        let node = self.tree(skin, antialias).node_by_id(id)?;
        match node {
            Node::Group(group) => Some((node, group)),
            Node::Path(_) | Node::Image(_) | Node::Text(_) => None,
        }
    }

    fn tree(&self, skin: Skin, antialias: Antialias) -> &Tree {
        let look = match skin {
            Skin::Rabbit => &self.rabbit,
            Skin::Rabbot => self.rabbot.as_ref().unwrap_or(&self.rabbit),
        };
        match antialias {
            Antialias::On => &look.smooth,
            Antialias::Off => &look.crisp,
        }
    }
}

impl Look {
    fn parse(text: &str) -> Result<Look, usvg::Error> {
        let smooth = Tree::from_str(text, &Options::default())?;
        let crisp =
            Tree::from_str(text, &Options { shape_rendering: ShapeRendering::CrispEdges, ..Options::default() })?;
        Ok(Look { smooth, crisp })
    }
}

/// The view box of the document, which says where the drawing lies relative to its cell.
fn view_box(text: &str) -> Result<[f32; 4], String> {
    let document = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let value = document.root_element().attribute("viewBox").ok_or("no viewBox")?;
    let numbers: Vec<f32> = value.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [left, top, width, height] if width > 0.0 && height > 0.0 => Ok([left, top, width, height]),
        _ => Err(format!("`{value}` is not a viewBox")),
    }
}
