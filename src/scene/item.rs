//! The items of a display list: plain values, back to front. Equal lists give equal frames.

use std::borrow::Cow;
use std::sync::Arc;

use super::geometry::{Point, Rect};
use super::item_group::ItemGroup;
use super::sprite::Sprite;
use super::tiles::Tiles;
use super::wash::Wash;
use crate::look::{Color, Typeface};

/// One thing to draw. Positions and sizes are in pixels of the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A rectangle of one colour.
    Fill { rect: Rect, color: Color },
    /// Graph paper in a rectangle: a major line on each tile's edge, three minor ones between. A corner of a tile is at
    /// `origin`, which may be outside the rectangle.
    Paper { rect: Rect, origin: (i32, i32), tile: u32, wash: Wash },
    /// A sprite. `at` is the top left corner of its cell; the drawing may reach beyond the cell.
    Sprite { sprite: Sprite, at: Point, tile: u32, opacity: u8 },
    /// A tile map. `at` is the top left corner of the first tile, which may lie far outside of the frame; drawings may
    /// reach beyond their tiles.
    Tiles { tiles: Arc<Tiles>, at: (i32, i32), tile: u32 },
    /// Items that are the same in many frames.
    Group(ItemGroup),
    /// A closed polygon of one colour.
    Polygon { corners: Vec<Point>, color: Color },
    /// A rectangle with round corners and a border of `line` pixels.
    Panel { rect: Rect, radius: f32, fill: Color, border: Color, line: f32, edge: PanelEdge },
    /// One line of text in a rectangle: vertically centred, and as `align` says from side to side. A scene measures its
    /// texts: one that is wider than its rectangle runs out of it.
    Text { text: Cow<'static, str>, rect: Rect, size: f32, align: Align, color: Color, typeface: Typeface },
}

/// How the border of a panel is drawn. By hand it is another one for each `hand`, so that equal panels side by side do
/// not look stamped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PanelEdge {
    /// With a ruler: an even line.
    Ruled,
    /// With a pencil: a wobbly line, gone over a second time.
    Sketched { hand: u8 },
    /// As above, and the panel is hatched.
    Hatched { hand: u8 },
    /// With a pencil that leaves gaps.
    Dashed { hand: u8 },
}

/// Horizontal alignment of text in its rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    Left,
    Centre,
    Right,
}
