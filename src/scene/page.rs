//! The page: the sheet of graph paper that the board is drawn on, as it lies on the desk, taped down, with a doodle
//! beside it by its scenery.

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::Item;
use super::scenery::Scenery;
use super::sprite::{Facing, Picture, Sprite};
use crate::look::{Color, palette};
use crate::sim::{Cell, World};

/// The width and the height of a doodle, in tiles.
const DOODLE: i32 = 2;

/// Appends the desk, the page and what is on its edge. They are behind all else, so that one sees who falls off the
/// page.
pub(super) fn draw_page(world: &World, scenery: Scenery, camera: &Camera, items: &mut Vec<Item>) {
    let (window, tile) = (camera.window(), camera.tile() as i32);
    let (left, top) = camera.cell_to_pixel(Cell::new(0, 0));
    let (right, bottom) = camera.cell_to_pixel(Cell::new(world.width(), world.height()));
    let clip = |x0: i32, y0: i32, x1: i32, y1: i32| {
        let (x0, y0) = (x0.clamp(window.x, window.right()), y0.clamp(window.y, window.bottom()));
        let (x1, y1) = (x1.clamp(window.x, window.right()), y1.clamp(window.y, window.bottom()));
        Some(Rect::new(x0, y0, x1 - x0, y1 - y0)).filter(|rect| rect.width > 0 && rect.height > 0)
    };
    let fill = |rect: Option<Rect>, color: Color| rect.map(|rect| Item::Fill { rect, color });

    let desk = [
        clip(window.x, window.y, window.right(), top),
        clip(window.x, bottom, window.right(), window.bottom()),
        clip(window.x, top, left, bottom),
        clip(right, top, window.right(), bottom),
    ];
    items.extend(desk.into_iter().filter_map(|rect| fill(rect, palette::DESK)));
    if let Some(rect) = clip(left, top, right, bottom) {
        let wash = scenery.sky((top, bottom));
        items.push(Item::Paper { rect, origin: camera.origin(), tile: camera.tile(), wash });
    }
    let shadow = (tile / 8).max(2);
    items.extend(fill(clip(left + shadow, bottom, right + shadow, bottom + shadow), palette::PAGE_SHADOW));
    items.extend(fill(clip(right, top + shadow, right + shadow, bottom), palette::PAGE_SHADOW));
    let line = (tile / 32).max(1);
    let edge = [
        clip(left - line, top - line, right + line, top),
        clip(left - line, bottom, right + line, bottom + line),
        clip(left - line, top, left, bottom),
        clip(right, top, right + line, bottom),
    ];
    items.extend(edge.into_iter().filter_map(|rect| fill(rect, palette::WORLD_EDGE)));

    if !camera.shows_thumbnail() {
        let mut sprite = |sprite, cell| {
            let (x, y) = camera.cell_to_pixel(cell);
            items.push(Item::Sprite { sprite, at: Point::new(x as f32, y as f32), tile: camera.tile(), opacity: 255 });
        };
        sprite(Sprite::still(Picture::Tape), Cell::new(0, 0));
        sprite(Sprite { facing: Facing::Left, ..Sprite::still(Picture::Tape) }, Cell::new(world.width() - 1, 0));
        if let Some(corner) = doodle_corner(world, camera) {
            sprite(Sprite::still(scenery.doodle()), corner);
        }
    }
}

/// Where the doodle is: right of the page; where that is cut off by the window, below it; or nowhere.
fn doodle_corner(world: &World, camera: &Camera) -> Option<Cell> {
    let (window, tile) = (camera.window(), camera.tile() as i32);
    let (left, _) = camera.cell_to_pixel(Cell::new(0, 0));
    let (right, bottom) = camera.cell_to_pixel(Cell::new(world.width(), world.height()));
    let is_whole_page_seen = left >= window.x && right <= window.right();
    if !is_whole_page_seen || right + DOODLE * tile <= window.right() {
        Some(Cell::new(world.width(), world.height() - DOODLE))
    } else {
        (bottom + DOODLE * tile <= window.bottom()).then(|| Cell::new(world.width() - DOODLE, world.height()))
    }
}
