//! What to draw: a list of plain items, back to front.
//!
//! A scene is rebuilt from the world and the camera for each frame. Whether anything changed is found by comparing two
//! lists, never by flags in the rules.

mod board;
mod camera;
mod contents;
mod gallery;
mod geometry;
mod grid;
mod ground;
mod item;
mod motion;
mod sprite;
mod tiles;
mod water;

pub use board::{draw_aim, draw_board, token_picture};
pub use camera::{Camera, LADDER, ZOOM};
pub use contents::{Content, Sight, contents, draw_contents};
pub use gallery::{Exhibit, draw_contact_sheet, draw_exhibit, exhibits, pitch};
pub use geometry::{Point, Rect};
pub use grid::draw_grid;
pub use item::{Align, Item};
pub use motion::rabbit_motion;
pub use sprite::{FRAMES, Facing, Picture, Skin, Sprite};
pub use tiles::{Tiles, Tileset};
