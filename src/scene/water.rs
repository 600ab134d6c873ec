//! Water as it is seen: how high it stands in a cell, and the waves on it.
//!
//! All lengths are whole numbers, and a wave takes one step of the game to come round again: so water flows on from step
//! to step, and looks the same on every machine.

use std::ops::Range;

use super::geometry::Rect;
use super::item::Item;
use super::motion::frame;
use super::view::View;
use crate::look::palette;
use crate::sim::{Block, Cell, FULL_CELL, World};

/// A surface is drawn in columns at least so wide, in pixels, and at most so many a tile.
const NARROWEST: i32 = 4;
const MOST_COLUMNS: i32 = 16;

/// One wave, in hundredths of its height. It has as many values as a movement has frames.
const WAVE: [i32; 16] = [0, 38, 71, 92, 100, 92, 71, 38, 0, -38, -71, -92, -100, -92, -71, -38];

/// Appends the water of these columns of a row. It is drawn before blocks, which cover what lies below a slope.
pub(super) fn draw_water(
    world: &World,
    view: &View,
    (columns, row): (Range<i32>, i32),
    phase: f32,
    items: &mut Vec<Item>,
) {
    let tile = view.tile() as i32;
    // Deep water is drawn from cell to cell as far as it is equally deep.
    let mut deep: Option<Rect> = None;
    let mut fill = |rect| items.push(Item::Fill { rect, color: palette::WATER });
    let mut surfaces = Vec::new();
    for cell in columns.map(|column| Cell::new(column, row)) {
        let Some(height) = height(world, cell).filter(|height| *height > 0) else { continue };
        let lowest = if world.water(cell.above()) > 0 {
            0
        } else {
            let surface = Surface::new(world, cell, height, tile);
            let lowest = surface.lowest();
            surfaces.push((cell, surface));
            lowest
        };
        let (left, top) = view.cell_to_pixel(cell);
        let below = Rect::new(left, top + lowest, tile, tile - lowest);
        match &mut deep {
            Some(deep) if (deep.right(), deep.y) == (below.x, below.y) => deep.width += tile,
            _ => deep.replace(below).into_iter().for_each(&mut fill),
        }
    }
    deep.into_iter().for_each(fill);
    for (cell, surface) in surfaces {
        surface.draw(cell, view, phase, items);
    }
}

/// Where the water of a cell ends. It slopes from cell to cell, and is drawn in columns.
struct Surface {
    tile: i32,
    /// How far the waves reach up and down.
    swell: i32,
    columns: i32,
    /// Where the waves never reach down to, below the top of the cell, for each column.
    calm: [i32; MOST_COLUMNS as usize],
}

impl Surface {
    fn new(world: &World, cell: Cell, height: i32, tile: i32) -> Surface {
        let sides = [-1, 1].map(|dx| side_height(world, height, cell.offset(dx, 0)));
        let columns = (tile / NARROWEST).clamp(1, MOST_COLUMNS);
        let swell = tile / 40;
        let calm = |column: usize| {
            // Twice the distance of the column's middle from the cell's, as a share of the cell in `columns`-ths.
            let aside = 2 * (column as i32) + 1 - columns;
            let to = if aside < 0 { sides[0] } else { sides[1] };
            let height = height + (to - height) * aside.abs() / columns;
            (tile - height * tile / FULL_CELL + swell).clamp(1, tile)
        };
        Surface { tile, swell, columns, calm: std::array::from_fn(calm) }
    }

    fn calm(&self, column: i32) -> i32 {
        self.calm[column as usize]
    }

    /// Below this there is nothing but water, in every column.
    fn lowest(&self) -> i32 {
        self.calm[..self.columns as usize].iter().copied().max().unwrap_or(self.tile)
    }

    /// Appends what lies above that: water that stands still, and waves that run over it, so that little has to be
    /// painted anew.
    fn draw(&self, cell: Cell, view: &View, phase: f32, items: &mut Vec<Item>) {
        let (left, top) = view.cell_to_pixel(cell);
        let x = |column: i32| left + column * self.tile / self.columns;
        let mut fill = |columns: Range<i32>, from: i32, to: i32, color| {
            if from < to {
                let (left, right) = (x(columns.start), x(columns.end));
                items.push(Item::Fill { rect: Rect::new(left, top + from, right - left, to - from), color });
            }
        };
        let lowest = self.lowest();
        let wave = |column: i32| {
            let place = cell.x * self.columns + column + i32::from(frame(phase));
            WAVE[place.rem_euclid(WAVE.len() as i32) as usize] * self.swell / 100
        };
        let surface = |column: i32| (self.calm(column) - self.swell - wave(column)).max(0);
        let thick = (self.tile / 24).max(1);
        runs(self.columns, |column| self.calm(column), |run, calm| fill(run, calm, lowest, palette::WATER));
        runs(
            self.columns,
            |column| (surface(column), self.calm(column)),
            |run, (surface, calm)| {
                fill(run.clone(), surface, calm, palette::WATER);
                fill(run, surface, (surface + thick).min(self.tile), palette::WATER_LINE);
            },
        );
    }
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

/// How high the water stands in a cell, of [`FULL_CELL`]; none where there can be none. The free part of a ramp's cell is a
/// triangle, narrow at the bottom.
fn height(world: &World, cell: Cell) -> Option<i32> {
    let block = world.block(cell);
    if block.is_some_and(Block::is_flat) {
        return None;
    }
    let contents = world.water(cell).max(0);
    let is_ramp = block.is_some_and(|block| block.is_slope() && !block.is_bridge());
    Some(if is_ramp { (2 * contents.min(FULL_CELL / 2) * FULL_CELL).isqrt() } else { contents.min(FULL_CELL) })
}

/// How high water of this height stands at the border to a neighbour: half-way to it, or level before a wall.
fn side_height(world: &World, height_here: i32, neighbour: Cell) -> i32 {
    height(world, neighbour).map_or(height_here, |other| (height_here + other) / 2)
}
