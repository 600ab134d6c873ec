//! A numbered grid over the board, for those who write levels.

use super::camera::Camera;
use super::geometry::Rect;
use super::item::{Align, Item};
use crate::look::{Typeface, palette, text_width};
use crate::sim::{Cell, World};

/// Appends lines between the cells, and the numbers of columns and rows at the upper and the left edge of what is seen.
pub fn draw_grid(world: &World, camera: &Camera, items: &mut Vec<Item>) {
    let window = camera.window();
    let (left, top) = camera.cell_to_pixel(Cell::new(0, 0));
    let (right, bottom) = camera.cell_to_pixel(Cell::new(world.width(), world.height()));
    let (tile, color) = (camera.tile() as i32, palette::WORLD_EDGE.with_alpha(90));
    for x in 0..=world.width() {
        items.push(Item::Fill { rect: Rect::new(left + x * tile, top, 1, bottom - top), color });
    }
    for y in 0..=world.height() {
        items.push(Item::Fill { rect: Rect::new(left, top + y * tile, right - left, 1), color });
    }
    let size = (tile as f32 * 0.5).clamp(11.0, 22.0);
    let widest = text_width(&world.width().max(world.height()).to_string(), size).ceil() as i32 + 4;
    // Where the cells are too narrow for all numbers, every fifth is written.
    let every = if tile >= widest { 1 } else { 5 };
    let (above, before) = (top.max(window.y), left.max(window.x));
    let height = size.ceil() as i32 + 2;
    for x in (0..world.width()).step_by(every) {
        let rect = Rect::new(left + x * tile + (tile - widest) / 2, above, widest, height);
        number(x, rect, size, items);
    }
    for y in (0..world.height()).step_by(every) {
        let rect = Rect::new(before, top + y * tile + (tile - height) / 2, widest, height);
        number(y, rect, size, items);
    }
}

fn number(number: i32, rect: Rect, size: f32, items: &mut Vec<Item>) {
    items.push(Item::Fill { rect, color: palette::PANEL.with_alpha(200) });
    let (text, color) = (number.to_string().into(), palette::INK);
    items.push(Item::Text { text, rect, size, align: Align::Centre, color, typeface: Typeface::Hand });
}
