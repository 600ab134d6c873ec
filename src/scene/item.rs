//! The items of a picture: plain values, back to front. Two equal lists are two equal pictures.

use std::borrow::Cow;

use super::geometry::{Point, Rect};
use super::sprite::Sprite;
use super::tiles::Tiles;
use crate::look::Color;

/// One thing to draw. Places are in pixels of the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A rectangle of one colour.
    Fill { rect: Rect, color: Color },
    /// Graph paper in a rectangle: one major line on each tile's edge, three minor ones between. A tile's corner lies
    /// at `origin`, which may be outside of the rectangle.
    Paper { rect: Rect, origin: (i32, i32), tile: u32 },
    /// A picture of the art. `at` is the top left corner of its cell; the drawing itself may reach beyond the cell.
    Sprite { sprite: Sprite, at: Point, tile: u32, opacity: u8 },
    /// A map of tiles. The top left corner of the first one is `at`; drawings may reach beyond their tiles.
    Tiles { tiles: Tiles, at: (i32, i32), tile: u32 },
    /// A closed polygon of one colour.
    Polygon { corners: Vec<Point>, color: Color },
    /// A rectangle with round corners and a line of `line` pixels around it.
    Panel { rect: Rect, radius: f32, fill: Color, border: Color, line: f32 },
    /// One line of text, set in the rectangle: vertically centred, and as `align` says from side to side. Text that is
    /// wider than the rectangle is made narrower until it fits.
    Text { text: Cow<'static, str>, rect: Rect, size: f32, align: Align, color: Color },
}

/// How text stands between the sides of its rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    Left,
    Centre,
    Right,
}
