//! Water: pools with a smooth surface, and the streams that fall into them. It lies in front of who stands in it.
//!
//! The rules know amounts of water in cells; here these become shapes that go on from cell to cell: at the border of two
//! cells both have the same height or width. Heights are whole numbers of [`FULL_CELL`]ths of a tile. The period of a wave
//! is one step of the game, so that waves are continuous from step to step.

mod stream;
mod surface;

use std::ops::Range;

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::Item;
use crate::look::{Color, palette};
use crate::sim::{Block, Cell, Direction, FULL_CELL, World};

/// What water is like in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A flat block is there, and no water.
    Wall,
    Dry,
    /// It rests, up to this height.
    Pool(i32),
    /// This amount falls.
    Stream(i32),
}

/// A cell that has so much water carries what is above it.
const CARRIES: i32 = FULL_CELL * 3 / 4;

impl Form {
    fn of(world: &World, cell: Cell) -> Form {
        let block = world.block(cell);
        if block.is_some_and(Block::is_flat) {
            return Form::Wall;
        }
        let (amount, above) = (world.water(cell), world.water(cell.above()));
        if amount > 0 && falls(world, cell) {
            Form::Stream(amount)
        } else if amount > 0 {
            Form::Pool(height(block, amount))
        } else if above > 0 && falls(world, cell.above()) {
            // What falls has gaps from step to step; one looks through none.
            Form::Stream(above)
        } else {
            Form::Dry
        }
    }
}

/// Whether nothing carries the water of a cell.
fn falls(world: &World, cell: Cell) -> bool {
    let below = world.block(cell.below());
    rise(world.block(cell)).is_none()
        && !world.block(cell).is_some_and(Block::is_flat)
        && !below.is_some_and(Block::is_flat)
        && world.water(cell.below()) < if rise(below).is_some() { CARRIES / 2 } else { CARRIES }
}

/// The height of an amount. The free part of a ramp's cell is a triangle, narrow at the bottom, so the height grows with
/// the square root of the amount.
fn height(block: Option<Block>, amount: i32) -> i32 {
    match rise(block) {
        Some(_) => (2 * amount.min(FULL_CELL / 2) * FULL_CELL).isqrt(),
        None => amount.min(FULL_CELL),
    }
}

/// The direction in which a ramp rises. Water flows through bridges.
fn rise(block: Option<Block>) -> Option<Direction> {
    block.filter(|block| block.is_solid())?.rise()
}

/// The colour of water below so many cells of water: darker with depth.
const fn color(depth: u8) -> Color {
    palette::WATER.with_alpha(palette::WATER.alpha + 20 * if depth < 3 { depth } else { 3 })
}

/// Appends the water of these columns of a row.
pub(super) fn draw_water(
    world: &World,
    camera: &Camera,
    (columns, row): (Range<i32>, i32),
    phase: f32,
    items: &mut Vec<Item>,
) {
    let tile = camera.tile() as i32;
    // Neighbouring cells that are full share a rectangle.
    let mut full: Option<(Rect, Color)> = None;
    let flush = |full: Option<(Rect, Color)>, items: &mut Vec<Item>| {
        items.extend(full.map(|(rect, color)| Item::Fill { rect, color }));
    };
    for cell in columns.map(|column| Cell::new(column, row)) {
        let (form, above) = (Form::of(world, cell), Form::of(world, cell.above()));
        let place = Place { cell, corner: camera.cell_to_pixel(cell), tile };
        match (form, above) {
            (Form::Wall | Form::Dry, _) => {}
            (Form::Stream(_), _) => stream::draw(world, place, phase, items),
            (Form::Pool(_), Form::Pool(_)) if rise(world.block(cell)).is_none() => {
                let (rect, color) = (Rect::new(place.corner.0, place.corner.1, tile, tile), color(depth(world, cell)));
                match &mut full {
                    Some((left, same)) if left.right() == rect.x && *same == color => left.width += tile,
                    _ => flush(full.replace((rect, color)), items),
                }
            }
            (Form::Pool(height), above) => {
                surface::draw(world, place, phase, items);
                if matches!(above, Form::Stream(_)) {
                    stream::draw_landing(world, place, height, phase, items);
                }
            }
        }
    }
    flush(full, items);
}

/// The cells of water above a cell, three at most.
fn depth(world: &World, cell: Cell) -> u8 {
    let above = (1..=3).map(|rows| Form::of(world, cell.offset(0, -rows)));
    above.take_while(|form| matches!(form, Form::Pool(_))).count() as u8
}

/// A cell in the frame.
#[derive(Clone, Copy)]
struct Place {
    cell: Cell,
    /// Its top left corner in the frame.
    corner: (i32, i32),
    /// Pixels per tile.
    tile: i32,
}

impl Place {
    /// The pixel at this place in the cell, in [`FULL_CELL`]ths of a tile from its lower left corner.
    fn pixel(&self, (across, up): (f32, f32)) -> Point {
        let scale = self.tile as f32 / FULL_CELL as f32;
        let (left, bottom) = (self.corner.0 as f32, (self.corner.1 + self.tile) as f32);
        Point::new(left + across * scale, bottom - up * scale)
    }

    /// A polygon of such places.
    fn polygon(&self, corners: impl IntoIterator<Item = (f32, f32)>, color: Color) -> Item {
        Item::Polygon { corners: corners.into_iter().map(|corner| self.pixel(corner)).collect(), color }
    }
}

/// A point of the quadratic curve from `from` to `to`, with a control point; `t` is from 0 to 1.
fn curve(from: f32, control: f32, to: f32, t: f32) -> f32 {
    let s = 1.0 - t;
    s * s * from + 2.0 * s * t * control + t * t * to
}
