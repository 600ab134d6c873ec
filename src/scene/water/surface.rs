//! The surface of a pool: a smooth curve from cell to cell, with waves on it.

use super::{Form, Place, color, curve, depth, rise};
use crate::look::palette;
use crate::scene::item::Item;
use crate::scene::motion::frame;
use crate::sim::{Cell, Direction, FULL_CELL, World};

/// The curve has so many straight pieces in a cell.
const PIECES: usize = 8;

/// One period of a wave, in percent of its amplitude: one value for each frame of an animation.
const WAVE: [f32; 16] =
    [0.0, 38.0, 71.0, 92.0, 100.0, 92.0, 71.0, 38.0, 0.0, -38.0, -71.0, -92.0, -100.0, -92.0, -71.0, -38.0];

/// The amplitude of waves is a pixel for so many pixels of a tile; smaller tiles have none, and are painted once.
const TILE_PER_SWELL: i32 = 40;

/// Appends the water of a cell under its surface, and the line of the surface.
pub(super) fn draw(world: &World, place: Place, phase: f32, items: &mut Vec<Item>) {
    let Form::Pool(height) = Form::of(world, place.cell) else { return };
    let side = |dx| side_height(world, height, place.cell.offset(dx, 0)) as f32;
    let (left, right, middle) = (side(-1), side(1), height as f32);
    let unit = FULL_CELL as f32 / place.tile as f32;
    let swell = (place.tile / TILE_PER_SWELL) as f32 * unit;
    let slope = rise(world.block(place.cell));
    let top: [(f32, f32); PIECES + 1] = std::array::from_fn(|piece| {
        let along = piece as f32 / PIECES as f32;
        let calm = curve(left, middle, right, along);
        let wave = WAVE[(piece * WAVE.len() / PIECES + usize::from(frame(phase))) % WAVE.len()] / 100.0;
        // Shallow water has low waves, and reaches its border at the same height as the neighbour.
        let up = (calm + wave * swell.min(calm / 4.0)).clamp(0.0, FULL_CELL as f32);
        let across = along * FULL_CELL as f32;
        (across, up.max(floor(slope, across)))
    });
    let bottom = match slope {
        None => [(FULL_CELL as f32, 0.0), (0.0, 0.0)],
        Some(_) => [FULL_CELL as f32, 0.0].map(|across| (across, floor(slope, across))),
    };
    items.push(place.polygon(top.into_iter().chain(bottom), color(depth(world, place.cell))));
    if depth(world, place.cell) == 0 {
        let thick = (place.tile / 24).max(1) as f32 * unit;
        let under = top.into_iter().rev().map(|(across, up)| (across, (up - thick).max(floor(slope, across))));
        items.push(place.polygon(top.into_iter().chain(under), palette::WATER_LINE));
    }
}

/// The height of the ground in a cell with this slope.
fn floor(slope: Option<Direction>, across: f32) -> f32 {
    match slope {
        None => 0.0,
        Some(Direction::Right) => across,
        Some(Direction::Left) => FULL_CELL as f32 - across,
    }
}

/// The height of the surface at the border to a neighbour.
pub(super) fn side_height(world: &World, height: i32, neighbour: Cell) -> i32 {
    match Form::of(world, neighbour) {
        Form::Wall => height,
        Form::Dry => 0,
        Form::Stream(_) => height * 3 / 4,
        Form::Pool(_) if matches!(Form::of(world, neighbour.above()), Form::Pool(_)) => FULL_CELL,
        Form::Pool(other) => (height + other) / 2,
    }
}
