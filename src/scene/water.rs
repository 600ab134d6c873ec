//! Water as it is seen: how high it stands in a cell, and the waves on it.
//!
//! All lengths are whole numbers, and a wave takes one step of the game to come round again: so water flows on from step
//! to step, and looks the same on every machine.

use std::ops::Range;

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
    let swell = tile / 40;
    // Where the waves never reach down to, below the top of the cell.
    let calm = |column: i32| {
        // Twice the distance of the column's middle from the cell's, as a share of the cell in `columns`-ths.
        let aside = 2 * column + 1 - columns;
        let to = if aside < 0 { sides[0] } else { sides[1] };
        let height = height + (to - height) * aside.abs() / columns;
        (tile - height * tile / FULL + swell).clamp(1, tile)
    };
    let surface = |column: i32| {
        let place = cell.x * columns + column + i32::from(frame(phase));
        let wave = WAVE[place.rem_euclid(WAVE.len() as i32) as usize] * swell / 100;
        (calm(column) - swell - wave).max(0)
    };
    let x = |column: i32| left + column * tile / columns;
    let mut fill = |columns: Range<i32>, from: i32, to: i32, color| {
        let (left, right) = (x(columns.start), x(columns.end));
        items.push(Item::Fill { rect: Rect::new(left, top + from, right - left, to - from), color });
    };
    // The water itself stands still while the waves run over it, so that little has to be painted anew; and most of it is
    // one rectangle, with narrow ones only where the surface slopes.
    let lowest = (0..columns).map(calm).max().unwrap_or(tile);
    let mut still = |columns, from, to| {
        if from < to {
            fill(columns, from, to, palette::WATER);
        }
    };
    still(0..columns, lowest, tile);
    runs(columns, calm, |run, calm| still(run, calm, lowest));
    runs(
        columns,
        |column| (surface(column), calm(column)),
        |run, (surface, calm)| {
            fill(run.clone(), surface, calm, palette::WATER);
            fill(run, surface, (surface + (tile / 24).max(1)).min(tile), palette::WATER_LINE);
        },
    );
}

/// Calls `draw` for each run of columns with the same value.
fn runs<T: PartialEq>(columns: i32, value: impl Fn(i32) -> T, mut draw: impl FnMut(Range<i32>, T)) {
    let mut start = 0;
    for end in 1..=columns {
        if end == columns || value(end) != value(start) {
            draw(start..end, value(start));
            start = end;
        }
    }
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
