//! Water as it is seen: how high it stands in a cell, and the waves on it.
//!
//! All lengths are whole numbers, and a wave takes one step of the game to come round again: so water flows on from step
//! to step, and looks the same on every machine.

use super::geometry::Rect;
use super::item::Item;
use super::motion::frame;
use super::palette;
use super::view::View;
use crate::sim::{Block, Cell, World};

/// What fills an open cell, and the height of a tile in the units of this file.
const FULL: i32 = 1024;

/// A surface is drawn in columns at least so wide, in pixels, and at most so many a tile.
const NARROWEST: i32 = 4;
const MOST_COLUMNS: i32 = 16;

/// One wave, in hundredths of its height. It has as many values as a movement has frames.
const WAVE: [i32; 16] = [0, 38, 71, 92, 100, 92, 71, 38, 0, -38, -71, -92, -100, -92, -71, -38];

/// Appends the water of a cell. It is drawn before blocks, which cover what lies below a slope.
pub(super) fn draw_water(world: &World, view: &View, cell: Cell, phase: f32, items: &mut Vec<Item>) {
    let Some(height) = height(world, cell).filter(|height| *height > 0) else { return };
    let (left, top) = view.cell_to_pixel(cell);
    let tile = view.tile() as i32;
    if world.water(cell.above()) > 0 {
        items.push(Item::Fill { rect: Rect::new(left, top, tile, tile), color: palette::WATER });
        return;
    }

    let sides = [-1, 1].map(|dx| side_height(world, height, cell.offset(dx, 0)));
    let columns = (tile / NARROWEST).clamp(1, MOST_COLUMNS);
    let wave = |column: i32| {
        let place = cell.x * columns + column + i32::from(frame(phase));
        WAVE[place.rem_euclid(WAVE.len() as i32) as usize] * tile / 4000
    };
    let surface = |column: i32| {
        // Twice the distance of the column's middle from the cell's, as a share of the cell in `columns`-ths.
        let aside = 2 * column + 1 - columns;
        let to = if aside < 0 { sides[0] } else { sides[1] };
        let height = height + (to - height) * aside.abs() / columns;
        (tile - height * tile / FULL - wave(column)).clamp(0, tile - 1)
    };
    // Columns of one height are one rectangle.
    let mut start = 0;
    for column in 1..=columns {
        if column == columns || surface(column) != surface(start) {
            let x = |column: i32| left + column * tile / columns;
            column_of_water(Rect::new(x(start), top, x(column) - x(start), tile), surface(start), items);
            start = column;
        }
    }
}

/// Water in a piece of a cell, from so far below its top down to its bottom, with a line along the surface.
fn column_of_water(cell: Rect, surface: i32, items: &mut Vec<Item>) {
    let line = (cell.height / 24).max(1).min(cell.height - surface);
    let band = |y: i32, height: i32| Rect::new(cell.x, cell.y + y, cell.width, height);
    items.push(Item::Fill { rect: band(surface, cell.height - surface), color: palette::WATER });
    items.push(Item::Fill { rect: band(surface, line), color: palette::WATER_LINE });
}

/// How high the water stands in a cell, of [`FULL`]; none where there can be none. The free part of a ramp's cell is a
/// triangle, narrow at the bottom.
fn height(world: &World, cell: Cell) -> Option<i32> {
    let block = world.block(cell);
    if block.is_some_and(Block::is_flat) {
        return None;
    }
    let contents = world.water(cell).max(0);
    let is_ramp = block.is_some_and(|block| block.is_slope() && !block.is_bridge());
    Some(if is_ramp { (2 * contents.min(FULL / 2) * FULL).isqrt() } else { contents.min(FULL) })
}

/// How high water of this height stands at the border to a neighbour: half-way to it, or level before a wall.
fn side_height(world: &World, height_here: i32, neighbour: Cell) -> i32 {
    height(world, neighbour).map_or(height_here, |other| (height_here + other) / 2)
}
