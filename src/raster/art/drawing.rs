//! One SVG file, parsed once for each skin and each setting of antialiasing.

use std::collections::BTreeSet;

use resvg::usvg::{self, Group, Node, Options, ShapeRendering, Tree, roxmltree};
use tiny_skia::{PixmapMut, Transform};

use super::{Antialias, ArtError, colors};
use crate::look::Palette;
use crate::scene::Skin;

/// A drawing in hundredths of a cell.
pub struct SvgDrawing {
    view_box: [f32; 4],
    classes: BTreeSet<&'static str>,
    /// In the order of [`Skin::ALL`]; only one where no skin changes anything.
    skins: Vec<Trees>,
}

/// The same shapes with smooth and with hard edges, which usvg fixes when it parses.
struct Trees {
    smooth: Tree,
    crisp: Tree,
}

impl SvgDrawing {
    /// Reads the SVG `text` of the file at `path`, which is named in errors.
    pub fn parse(path: &str, text: &str, palette: Palette) -> Result<SvgDrawing, ArtError> {
        let broken = |reason: String| ArtError::FileBroken(path.into(), reason);
        let document = roxmltree::Document::parse(text).map_err(|error| broken(error.to_string()))?;
        let trees = |skin| {
            let style_sheet = colors::style_sheet(palette, skin);
            Trees::parse(text, &style_sheet).map_err(|error| broken(error.to_string()))
        };
        let classes = colors::classes(path, &document)?;
        let skins = if colors::has_skins(&classes) { &Skin::ALL[..] } else { &[Skin::Rabbit] };
        Ok(SvgDrawing {
            view_box: view_box(&document).map_err(broken)?,
            skins: skins.iter().map(|skin| trees(*skin)).collect::<Result<_, _>>()?,
            classes,
        })
    }

    /// Left, top, width and height.
    pub fn view_box(&self) -> [f32; 4] {
        self.view_box
    }

    /// The classes of its elements.
    pub fn classes(&self) -> &BTreeSet<&'static str> {
        &self.classes
    }

    /// Whether there is a group with this id.
    pub fn has(&self, id: &str) -> bool {
        self.part(id, Skin::Rabbit, Antialias::On).is_some()
    }

    /// Draws all of it, with `transform` from the cell to the pixels.
    pub fn draw(&self, skin: Skin, antialias: Antialias, transform: Transform, onto: &mut PixmapMut) {
        // usvg moves the corner of the view box to the origin.
        let transform = transform.pre_translate(self.view_box[0], self.view_box[1]);
        resvg::render(self.tree(skin, antialias), transform, onto);
    }

    /// Draws the group with this id only.
    pub fn draw_part(&self, id: &str, skin: Skin, antialias: Antialias, transform: Transform, onto: &mut PixmapMut) {
        let Some((node, group)) = self.part(id, skin, antialias) else { return };
        // resvg applies the group's own transform, and would shift the group to the origin: undo both.
        let own = group.transform().invert().unwrap_or_default();
        let corner = group.abs_layer_bounding_box();
        let transform = transform
            .pre_translate(self.view_box[0], self.view_box[1])
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
        let trees = self.skins.get(skin as usize).unwrap_or(&self.skins[0]);
        match antialias {
            Antialias::On => &trees.smooth,
            Antialias::Off => &trees.crisp,
        }
    }
}

impl Trees {
    fn parse(text: &str, style_sheet: &str) -> Result<Trees, usvg::Error> {
        let parse = |shape_rendering| {
            let style_sheet = Some(style_sheet.to_owned());
            Tree::from_str(text, &Options { shape_rendering, style_sheet, ..Options::default() })
        };
        Ok(Trees { smooth: parse(ShapeRendering::default())?, crisp: parse(ShapeRendering::CrispEdges)? })
    }
}

/// The view box of the document, which is where the drawing lies relative to its cell.
fn view_box(document: &roxmltree::Document) -> Result<[f32; 4], String> {
    let value = document.root_element().attribute("viewBox").ok_or("no viewBox")?;
    let numbers: Vec<f32> = value.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [left, top, width, height] if width > 0.0 && height > 0.0 => Ok([left, top, width, height]),
        _ => Err(format!("`{value}` is not a viewBox")),
    }
}
