//! Tiles: composed from the parts of `tiles/*.svg` by their look, so that each joins with its neighbours.
//!
//! Parts are drawn for one corner or one side, and flipped or turned for the others. Hatching is never flipped: its
//! lines cross the edges of all tiles at the same points.

use tiny_skia::{BlendMode, Pixmap, PixmapPaint, Transform};

use super::drawing::SvgDrawing;
use super::shade;
use super::{Antialias, ArtError, UNITS};
use crate::look::Palette;
use crate::scene::{Corner, EarthCorner, Outline, Picture, Sides, Skin};

/// The drawings that tiles are composed from.
pub struct TileParts {
    earth: SvgDrawing,
    edges: SvgDrawing,
    metal: SvgDrawing,
}

/// What a tile is composed of.
#[derive(Debug, Clone, Copy)]
pub enum Recipe {
    /// With this hatching.
    Earth(&'static str),
    /// Earth below a slope: hatching, what is cut away, and what grows there.
    Ramp(&'static str, &'static str, &'static str),
    Edges,
    Metal,
    Shade,
}

impl Recipe {
    /// The recipe of a picture that is a tile.
    pub const fn of(picture: Picture) -> Option<Recipe> {
        Some(match picture {
            Picture::Earth0 => Recipe::Earth("hatch-0"),
            Picture::Earth1 => Recipe::Earth("hatch-1"),
            Picture::Earth2 => Recipe::Earth("hatch-2"),
            Picture::Earth3 => Recipe::Earth("hatch-3"),
            Picture::RampRight0 => Recipe::Ramp("hatch-0", "above-right", "slope-right-0"),
            Picture::RampRight1 => Recipe::Ramp("hatch-1", "above-right", "slope-right-1"),
            Picture::RampLeft0 => Recipe::Ramp("hatch-2", "above-left", "slope-left-0"),
            Picture::RampLeft1 => Recipe::Ramp("hatch-3", "above-left", "slope-left-1"),
            Picture::Edges => Recipe::Edges,
            Picture::Metal => Recipe::Metal,
            Picture::Shade => Recipe::Shade,
            _ => return None,
        })
    }
}

impl TileParts {
    /// Reads the drawings with `text`, by their paths.
    pub fn parse<'a>(
        text: impl Fn(&str) -> Result<&'a str, ArtError>,
        palette: Palette,
    ) -> Result<TileParts, ArtError> {
        let read = |path: &str, parts: &[&str]| {
            let drawing = SvgDrawing::parse(path, text(path)?, palette)?;
            match parts.iter().find(|part| !drawing.has(part)) {
                Some(part) => Err(ArtError::PartMissing(path.into(), (*part).into())),
                None => Ok(drawing),
            }
        };
        Ok(TileParts {
            earth: read("tiles/earth.svg", &EARTH_PARTS)?,
            edges: read("tiles/edges.svg", &[&TOPS[..], &SIDES, &BOTTOMS, &CUTS].concat())?,
            metal: read("tiles/metal.svg", &METAL_PARTS)?,
        })
    }

    pub fn drawings(&self) -> [&SvgDrawing; 3] {
        [&self.earth, &self.edges, &self.metal]
    }

    /// What a tile may touch: left, top, width and height in hundredths of a cell.
    pub fn view_box(&self, recipe: Recipe) -> [f32; 4] {
        match recipe {
            Recipe::Edges | Recipe::Ramp(..) => self.edges.view_box(),
            Recipe::Metal => self.metal.view_box(),
            Recipe::Earth(_) | Recipe::Shade => self.earth.view_box(),
        }
    }

    /// Draws the tile with this look, with `transform` from the cell to the pixels.
    pub fn draw(&self, recipe: Recipe, look: u8, antialias: Antialias, transform: Transform, onto: &mut Pixmap) {
        let canvas = |drawing, onto| TileCanvas { drawing, antialias, transform, onto };
        match recipe {
            Recipe::Earth(hatching) => earth(look, hatching, &mut canvas(&self.earth, onto)),
            Recipe::Ramp(hatching, above, slope) => {
                let mut canvas = canvas(&self.earth, onto);
                earth(look, hatching, &mut canvas);
                canvas.erase(above, Transform::identity());
                canvas.draw(slope, Transform::identity());
            }
            Recipe::Edges => edges(look, &mut canvas(&self.edges, onto)),
            Recipe::Metal => metal(look, &mut canvas(&self.metal, onto)),
            Recipe::Shade => shade::draw(look, onto),
        }
    }
}

const EARTH_PARTS: [&str; 14] = [
    "soil",
    "deep",
    "shade",
    "hatch-0",
    "hatch-1",
    "hatch-2",
    "hatch-3",
    "outside",
    "above-right",
    "above-left",
    "slope-right-0",
    "slope-right-1",
    "slope-left-0",
    "slope-left-1",
];

/// Darker towards the corners that are farther from air, hatched, with its round corners cut away.
fn earth(look: u8, hatching: &str, canvas: &mut TileCanvas) {
    let depth = |corner| match EarthCorner::at(look, corner) {
        EarthCorner::Light | EarthCorner::Round => 0,
        EarthCorner::Deep => 1,
        EarthCorner::Deepest => 2,
    };
    let least = Corner::ALL.map(depth).into_iter().min().unwrap_or(0);
    canvas.draw("soil", Transform::identity());
    for _ in 0..least {
        canvas.draw("deep", Transform::identity());
    }
    for corner in Corner::ALL.into_iter().filter(|corner| depth(*corner) > least) {
        canvas.draw("shade", from_top_left(corner));
    }
    canvas.draw(hatching, Transform::identity());
    for corner in Corner::ALL.into_iter().filter(|corner| EarthCorner::at(look, *corner) == EarthCorner::Round) {
        canvas.erase("outside", from_top_left(corner));
    }
}

/// Three drawings of a side between its ends, then its right or lower end where it goes on, and where it is round. The
/// round corners of the right and the left side belong to the top and the bottom.
const TOPS: [&str; 5] = ["top-0", "top-1", "top-2", "top-end", "top-round"];
const SIDES: [&str; 4] = ["side-0", "side-1", "side-2", "side-end"];
const BOTTOMS: [&str; 5] = ["bottom-0", "bottom-1", "bottom-2", "bottom-end", "bottom-round"];

/// A fresh side, drawn for the top and turned for the others.
const CUTS: [&str; 3] = ["cut", "cut-end", "cut-round"];

fn edges(look: u8, canvas: &mut TileCanvas) {
    let open = Sides::of_look(look);
    match Outline::of_look(look) {
        Outline::Old0 => old_edges(open, 0, canvas),
        Outline::Old1 => old_edges(open, 1, canvas),
        Outline::Old2 => old_edges(open, 2, canvas),
        Outline::Fresh => fresh_edges(open, canvas),
    }
}

fn old_edges(open: Sides, variant: usize, canvas: &mut TileCanvas) {
    // Opposite sides look different.
    let other = (variant + 1) % 3;
    for (side, flip, variant) in [(Sides::RIGHT, Transform::identity(), variant), (Sides::LEFT, mirrored(), other)] {
        if open.has(side) {
            canvas.draw(SIDES[variant], flip);
            if !open.has(Sides::TOP) {
                canvas.draw(SIDES[3], upside_down().post_concat(flip));
            }
            if !open.has(Sides::BOTTOM) {
                canvas.draw(SIDES[3], flip);
            }
        }
    }
    for (side, parts) in [(Sides::BOTTOM, BOTTOMS), (Sides::TOP, TOPS)] {
        if open.has(side) {
            canvas.draw(parts[variant], Transform::identity());
            for (end, flip) in [(Sides::RIGHT, Transform::identity()), (Sides::LEFT, mirrored())] {
                canvas.draw(if open.has(end) { parts[4] } else { parts[3] }, flip);
            }
        }
    }
}

fn fresh_edges(open: Sides, canvas: &mut TileCanvas) {
    for (index, (side, turn)) in QUARTERS.into_iter().enumerate() {
        if open.has(side) {
            let (next, last) = (QUARTERS[(index + 1) % 4].0, QUARTERS[(index + 3) % 4].0);
            canvas.draw(CUTS[0], turned(turn));
            for (end, flip) in [(next, Transform::identity()), (last, mirrored())] {
                canvas.draw(if open.has(end) { CUTS[2] } else { CUTS[1] }, flip.post_concat(turned(turn)));
            }
        }
    }
}

/// The sides clockwise, and the angle by which what is drawn for the top is turned, in degrees.
const QUARTERS: [(Sides, f32); 4] =
    [(Sides::TOP, 0.0), (Sides::RIGHT, 90.0), (Sides::BOTTOM, 180.0), (Sides::LEFT, 270.0)];

fn turned(degrees: f32) -> Transform {
    Transform::from_rotate_at(degrees, UNITS / 2.0, UNITS / 2.0)
}

const METAL_PARTS: [&str; 5] = ["plate", "truss", "flange", "bolt", "seam"];

/// A plate with a riveted flange on each open side; a thin one is braced as a girder.
fn metal(look: u8, canvas: &mut TileCanvas) {
    let open = Sides::of_look(look);
    canvas.draw("plate", Transform::identity());
    let is_thin = open.has(Sides::TOP.with(Sides::BOTTOM)) || open.has(Sides::LEFT.with(Sides::RIGHT));
    canvas.draw(if is_thin { "truss" } else { "seam" }, Transform::identity());
    for (_, turn) in QUARTERS.into_iter().filter(|(side, _)| open.has(*side)) {
        canvas.draw("flange", turned(turn));
    }
    for corner in Corner::ALL.into_iter().filter(|corner| open.has(corner.sides())) {
        canvas.draw("bolt", from_top_left(corner));
    }
}

/// Moves what is drawn at the top left corner to another corner.
fn from_top_left(corner: Corner) -> Transform {
    match corner {
        Corner::TopLeft => Transform::identity(),
        Corner::TopRight => mirrored(),
        Corner::BottomLeft => upside_down(),
        Corner::BottomRight => mirrored().post_concat(upside_down()),
    }
}

fn mirrored() -> Transform {
    Transform::from_row(-1.0, 0.0, 0.0, 1.0, UNITS, 0.0)
}

fn upside_down() -> Transform {
    Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, UNITS)
}

/// What the parts of one drawing are drawn on.
struct TileCanvas<'a> {
    drawing: &'a SvgDrawing,
    antialias: Antialias,
    /// From the cell to the pixels.
    transform: Transform,
    onto: &'a mut Pixmap,
}

impl TileCanvas<'_> {
    /// Draws a part, moved within the cell.
    fn draw(&mut self, part: &str, moved: Transform) {
        let transform = self.transform.pre_concat(moved);
        self.drawing.draw_part(part, Skin::Rabbit, self.antialias, transform, &mut self.onto.as_mut());
    }

    /// Cuts a part out of what was drawn.
    fn erase(&mut self, part: &str, moved: Transform) {
        let mut cut = Pixmap::new(self.onto.width(), self.onto.height()).expect("a canvas is never empty");
        let transform = self.transform.pre_concat(moved);
        self.drawing.draw_part(part, Skin::Rabbit, self.antialias, transform, &mut cut.as_mut());
        let paint = PixmapPaint { blend_mode: BlendMode::DestinationOut, ..PixmapPaint::default() };
        self.onto.draw_pixmap(0, 0, cut.as_ref(), &paint, Transform::identity(), None);
    }
}
