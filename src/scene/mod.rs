//! What to draw: a list of plain items, back to front.
//!
//! A scene is rebuilt from the world and the camera for each frame. Whether anything changed is found by comparing two
//! lists, never by flags in the rules.

mod aim;
mod board;
mod camera;
mod contents;
mod crowd;
mod finale;
mod fires;
mod gallery;
mod geometry;
mod grid;
mod ground;
mod item;
mod item_group;
mod marks;
mod motion;
mod page;
mod pose;
mod ring;
mod scenery;
mod shade;
mod signs;
mod splash;
mod sprite;
mod tiles;
mod time_bar;
mod trail;
mod wash;
mod water;

pub use aim::{Landing, draw_aim};
pub use board::{BoardCache, draw_board, draw_labels, token_picture};
pub use camera::{Camera, LADDER, ZOOM, next_zoom, previous_zoom};
pub use contents::{Content, Sight, contents, draw_contents};
pub use finale::{Finale, draw_finale};
pub use gallery::{Exhibit, draw_contact_sheet, draw_exhibit, exhibits, pitch};
pub use geometry::{Point, Rect};
pub use grid::draw_grid;
pub use item::{Align, Item, PanelEdge};
pub use item_group::ItemGroup;
pub use marks::{Verdict, draw_brackets, draw_end, draw_fall, draw_ghost};
pub use motion::rabbit_motion;
pub use ring::draw_ring;
pub use scenery::Scenery;
pub use shade::{SHADE_LEVELS, shade_at};
pub use sprite::{FRAMES, Facing, Picture, PictureKind, Skin, Sprite};
pub use tiles::{Corner, EarthCorner, Outline, Sides, TILE_REACH, Tiles, Tileset};
pub use time_bar::{TimeBar, TimeLane, draw_stretch, draw_time_bar};
pub use trail::{Stroke, Trail, draw_trails};
pub use wash::Wash;
