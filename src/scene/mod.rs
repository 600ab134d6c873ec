//! What to draw: a list of plain items, back to front.
//!
//! A scene is rebuilt from the world and the view for each frame, as if everything were drawn anew. That nothing has
//! changed is found by comparing lists, never by flags that the rules would have to set.

mod board;
mod contents;
mod gallery;
mod geometry;
mod ground;
mod item;
mod motion;
mod sprite;
mod tiles;
mod view;
mod water;

pub use board::{draw_aim, draw_board, token_picture};
pub use contents::{Content, Sight, contents, draw_contents};
pub use gallery::{Exhibit, draw_contact_sheet, draw_exhibit, exhibits, pitch};
pub use geometry::{Point, Rect};
pub use item::{Align, Item};
pub use motion::rabbit_motion;
pub use sprite::{FRAMES, Facing, Picture, Skin, Sprite};
pub use tiles::{Tiles, Tileset};
pub use view::{LADDER, View, ZOOM};
