//! Shapes without a drawing: polygons, panels, which tiny-skia draws, and lines of text, each as a bitmap of its own.

use tiny_skia::{FillRule, LineCap, Paint, Path, PathBuilder, Pixmap, Shader, Stroke, StrokeDash, Transform};

use super::bitmap::{Bitmap, PixelBounds};
use super::pencil;
use super::polygon::Polygon;
use super::region::intersect;
use super::text::GlyphCache;
use crate::look::{Antialias, Color, Typeface};
use crate::scene::{Align, Item, PanelEdge, Rect};

/// Added to the hand that draws a line for the one that goes over it a second time.
const SECOND_HAND: u32 = 256;

/// A shape relative to the whole pixel at its corner, so that equal shapes have equal pixels wherever they are. Lengths
/// are the bits of an `f32`, so that a shape can be hashed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VectorShape {
    Polygon(Polygon),
    /// `rect` is the whole panel, `size` the width and height of its visible part.
    Panel {
        rect: Rect,
        radius: u32,
        fill: Color,
        border: Color,
        line: u32,
        edge: PanelEdge,
        size: (u32, u32),
    },
    Text {
        text: String,
        size: (i32, i32),
        height: u32,
        align: Align,
        color: Color,
        typeface: Typeface,
    },
}

impl VectorShape {
    /// The shape of an item, and the pixel at its corner. None for items that are no shapes, and for polygons and
    /// panels outside of `clip`.
    pub fn of(item: &Item, clip: Rect) -> Option<(VectorShape, (i32, i32))> {
        match item {
            Item::Fill { .. } | Item::Paper { .. } | Item::Sprite { .. } | Item::Tiles { .. } | Item::Group(_) => None,
            Item::Polygon { corners, color } => {
                let (polygon, at) = Polygon::new(corners, *color, clip)?;
                Some((VectorShape::Polygon(polygon), at))
            }
            Item::Panel { rect, radius, fill, border, line, edge } => {
                let Rect { x, y, width, height } = intersect(*rect, clip)?;
                let shape = VectorShape::Panel {
                    rect: Rect::new(rect.x - x, rect.y - y, rect.width, rect.height),
                    radius: radius.to_bits(),
                    fill: *fill,
                    border: *border,
                    line: line.to_bits(),
                    edge: *edge,
                    size: (width as u32, height as u32),
                };
                Some((shape, (x, y)))
            }
            Item::Text { text, rect, size, align, color, typeface } => {
                let shape = VectorShape::Text {
                    text: text.to_string(),
                    size: (rect.width, rect.height),
                    height: size.to_bits(),
                    align: *align,
                    color: *color,
                    typeface: *typeface,
                };
                Some((shape, (rect.x, rect.y)))
            }
        }
    }

    /// The shape as a bitmap; none if it is empty.
    pub fn draw(&self, glyphs: &mut GlyphCache, antialias: Antialias) -> Option<Bitmap> {
        match self {
            VectorShape::Polygon(polygon) => Some(polygon.draw(antialias)),
            VectorShape::Panel { rect, radius, fill: interior, border, line, edge, size } => {
                let mut pixmap = Pixmap::new(size.0, size.1)?;
                let (radius, line) = (f32::from_bits(*radius), f32::from_bits(*line));
                let strokes = border_strokes(*rect, radius, line, *edge, *size)?;
                fill(&mut pixmap, &strokes.first()?.path, *interior, antialias);
                for BorderStroke { path, width, opacity, dash } in strokes {
                    let stroke = Stroke { width, line_cap: LineCap::Round, dash, ..Stroke::default() };
                    let color = Color { alpha: (f32::from(border.alpha) * opacity) as u8, ..*border };
                    pixmap.stroke_path(&path, &paint(color, antialias), &stroke, Transform::identity(), None);
                }
                Some(Bitmap::from_pixmap(bounds_of(&pixmap), &pixmap))
            }
            VectorShape::Text { text, size, height, align, color, typeface } => {
                glyphs.line((text, *typeface), *size, f32::from_bits(*height), *align, *color, antialias)
            }
        }
    }
}

/// A line of a panel's border, or its hatching.
struct BorderStroke {
    path: Path,
    width: f32,
    /// A share of the opacity of the border's colour.
    opacity: f32,
    dash: Option<StrokeDash>,
}

impl BorderStroke {
    fn solid(path: Path, width: f32, opacity: f32) -> BorderStroke {
        BorderStroke { path, width, opacity, dash: None }
    }
}

/// The lines of a border, the outline of the panel first; none if there is no room for it.
fn border_strokes(rect: Rect, radius: f32, line: f32, edge: PanelEdge, size: (u32, u32)) -> Option<Vec<BorderStroke>> {
    let by = |hand: u32| pencil::outline(rect, radius, line, hand);
    let twice = |hand: u8| {
        let again = BorderStroke::solid(by(SECOND_HAND + u32::from(hand))?, line * 0.6, 0.5);
        Some(vec![BorderStroke::solid(by(hand.into())?, line, 1.0), again])
    };
    match edge {
        PanelEdge::Ruled => Some(vec![BorderStroke::solid(rounded(rect, radius, line / 2.0)?, line, 1.0)]),
        PanelEdge::Sketched { hand } => twice(hand),
        PanelEdge::Hatched { hand } => {
            let mut strokes = twice(hand)?;
            let hatching = pencil::hatching(rect, radius, line, size, hand.into());
            strokes.extend(hatching.map(|path| BorderStroke::solid(path, line * 0.6, 0.2)));
            Some(strokes)
        }
        PanelEdge::Dashed { hand } => {
            let dash = StrokeDash::new(vec![line * 6.0, line * 4.0], 0.0);
            Some(vec![BorderStroke { path: by(hand.into())?, width: line, opacity: 1.0, dash }])
        }
    }
}

fn bounds_of(pixmap: &Pixmap) -> PixelBounds {
    PixelBounds { left: 0, top: 0, width: pixmap.width(), height: pixmap.height() }
}

fn fill(pixmap: &mut Pixmap, path: &Path, color: Color, antialias: Antialias) {
    pixmap.fill_path(path, &paint(color, antialias), FillRule::Winding, Transform::identity(), None);
}

fn paint(color: Color, antialias: Antialias) -> Paint<'static> {
    let color = tiny_skia::Color::from_rgba8(color.red, color.green, color.blue, color.alpha);
    Paint { shader: Shader::SolidColor(color), anti_alias: antialias == Antialias::On, ..Paint::default() }
}

/// The outline of a rectangle with rounded corners, `inset` pixels inside of its edges.
fn rounded(rect: Rect, radius: f32, inset: f32) -> Option<Path> {
    let (left, top) = (rect.x as f32 + inset, rect.y as f32 + inset);
    let (right, bottom) = (rect.right() as f32 - inset, rect.bottom() as f32 - inset);
    if right <= left || bottom <= top {
        return None;
    }
    let r = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.quad_to(right, top, right, top + r);
    path.line_to(right, bottom - r);
    path.quad_to(right, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.quad_to(left, bottom, left, bottom - r);
    path.line_to(left, top + r);
    path.quad_to(left, top, left + r, top);
    path.close();
    path.finish()
}
