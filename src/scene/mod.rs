//! What to draw: a list of plain items, back to front.

mod geometry;
mod sprite;

pub use geometry::{Point, Rect};
pub use sprite::{Dress, FRAMES, Facing, Picture, Sprite};
