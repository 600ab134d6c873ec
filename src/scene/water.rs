//! The surface of water: its height in each cell, and the waves on it.
//!
//! All lengths are whole numbers, so that water looks the same on every machine. The period of a wave is one step of
//! the game, so that waves are continuous from step to step.

use std::ops::Range;

use super::camera::Camera;
use super::geometry::Rect;
use super::item::Item;
use super::motion::frame;
use crate::look::palette;
use crate::sim::{Block, Cell, FULL_CELL, World};

/// A surface is drawn in columns of at least this width, in pixels.
const MIN_COLUMN_WIDTH: i32 = 4;

/// The most columns of a tile.
const MAX_COLUMNS: i32 = 16;

/// One period of a wave, in percent of its amplitude: one value for each frame of an animation.
const WAVE: [i32; 16] = [0, 38, 71, 92, 100, 92, 71, 38, 0, -38, -71, -92, -100, -92, -71, -38];

/// Appends the water of these columns of a row. It is drawn behind blocks, which cover what is below a slope.
pub(super) fn draw_water(
    world: &World,
    camera: &Camera,
    (columns, row): (Range<i32>, i32),
    phase: f32,
    items: &mut Vec<Item>,
) {
    let tile = camera.tile() as i32;
    // The still part of the water: neighbouring cells with the same height share a rectangle.
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
        let (left, top) = camera.cell_to_pixel(cell);
        let below = Rect::new(left, top + lowest, tile, tile - lowest);
        match &mut deep {
            Some(deep) if (deep.right(), deep.y) == (below.x, below.y) => deep.width += tile,
            _ => deep.replace(below).into_iter().for_each(&mut fill),
        }
    }
    deep.into_iter().for_each(fill);
    for (cell, surface) in surfaces {
        surface.draw(cell, camera, phase, items);
    }
}

/// The surface of the water in a cell. It slopes from cell to cell, and is drawn in columns.
struct Surface {
    tile: i32,
    /// The amplitude of the waves, in pixels.
    swell: i32,
    columns: i32,
    /// For each column, the depth that the waves never reach, in pixels below the top of the cell.
    calm: [i32; MAX_COLUMNS as usize],
}

impl Surface {
    fn new(world: &World, cell: Cell, height: i32, tile: i32) -> Surface {
        let sides = [-1, 1].map(|dx| side_height(world, height, cell.offset(dx, 0)));
        let columns = (tile / MIN_COLUMN_WIDTH).clamp(1, MAX_COLUMNS);
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

    /// The depth below which all columns are only water, in pixels below the top of the cell.
    fn lowest(&self) -> i32 {
        self.calm[..self.columns as usize].iter().copied().max().unwrap_or(self.tile)
    }

    /// Appends what is above that: the still part of each column, and the waves on it. They are separate items, so that
    /// only the waves cause damage.
    fn draw(&self, cell: Cell, camera: &Camera, phase: f32, items: &mut Vec<Item>) {
        let (left, top) = camera.cell_to_pixel(cell);
        let x = |column: i32| left + column * self.tile / self.columns;
        let mut fill = |columns: Range<i32>, from: i32, to: i32, color| {
            if from < to {
                let (left, right) = (x(columns.start), x(columns.end));
                items.push(Item::Fill { rect: Rect::new(left, top + from, right - left, to - from), color });
            }
        };
        let lowest = self.lowest();
        let wave = |column: i32| {
            let index = cell.x * self.columns + column + i32::from(frame(phase));
            WAVE[index.rem_euclid(WAVE.len() as i32) as usize] * self.swell / 100
        };
        let surface = |column: i32| (self.calm(column) - self.swell - wave(column)).max(0);
        let thick = (self.tile / 24).max(1);
        spans(self.columns, |column| self.calm(column), |span, calm| fill(span, calm, lowest, palette::WATER));
        spans(
            self.columns,
            |column| (surface(column), self.calm(column)),
            |span, (surface, calm)| {
                fill(span.clone(), surface, calm, palette::WATER);
                fill(span, surface, (surface + thick).min(self.tile), palette::WATER_LINE);
            },
        );
    }
}

/// Calls `draw` for each span of columns with the same value.
fn spans<T: PartialEq>(columns: i32, value: impl Fn(i32) -> T, mut draw: impl FnMut(Range<i32>, T)) {
    let mut start = 0;
    for end in 1..=columns {
        if end == columns || value(end) != value(start) {
            draw(start..end, value(start));
            start = end;
        }
    }
}

/// The height of the water in a cell, from 0 to [`FULL_CELL`], which is the height of a tile; none in a cell with a
/// flat block. The free part of a ramp's cell is a triangle, narrow at the bottom, so the height grows with the square
/// root of the amount.
fn height(world: &World, cell: Cell) -> Option<i32> {
    let block = world.block(cell);
    if block.is_some_and(Block::is_flat) {
        return None;
    }
    let amount = world.water(cell).max(0);
    let is_ramp = block.is_some_and(|block| block.is_slope() && !block.is_bridge());
    Some(if is_ramp { (2 * amount.min(FULL_CELL / 2) * FULL_CELL).isqrt() } else { amount.min(FULL_CELL) })
}

/// The height of the water at the border to a neighbour: the mean of the two, or the height here before a wall.
fn side_height(world: &World, height_here: i32, neighbour: Cell) -> i32 {
    height(world, neighbour).map_or(height_here, |other| (height_here + other) / 2)
}
