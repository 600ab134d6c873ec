//! Fires: how each burns, the light that it throws, and the ash that stays where one went out or burnt somebody.

use super::motion::{ON_SLOPE, frame};
use super::sprite::{Facing, Picture, Sprite};
use crate::sim::{Block, Cell, Direction, Fire, FireState, World};

/// The flames of a fire in a cell, and how far below that they are, in tiles.
pub(super) fn flames(world: &World, cell: Cell, fire: Fire, phase: f32) -> (Sprite, f32) {
    let (picture, y) = burning(world, cell, fire, phase);
    (Sprite { frame: frame(phase), facing: facing(fire), ..Sprite::still(picture) }, y)
}

/// Its light, behind all that is in front of the ground: how far below the cell, in tiles, and how opaque.
pub(super) fn glow(world: &World, cell: Cell, fire: Fire, phase: f32) -> (Sprite, f32, u8) {
    let (picture, y) = burning(world, cell, fire, phase);
    let left = if picture == Picture::FireGoingOut { 1.0 - phase } else { 1.0 };
    (Sprite::still(Picture::FireGlow), y, (left * 255.0) as u8)
}

/// Ash, and the cells in which it lies: where it came to be, or below, where the ground is gone since.
pub(super) fn ashes(world: &World) -> impl Iterator<Item = (Sprite, Cell)> {
    let lying = |cell: Cell| {
        let below = (cell.y..world.height()).map(move |y| Cell::new(cell.x, y));
        below.into_iter().find_map(|cell| Some((ash_on(world, cell)?, cell)))
    };
    world.ash().filter_map(lying)
}

/// What ash looks like that lies in a cell; none where nothing holds it.
fn ash_on(world: &World, cell: Cell) -> Option<Sprite> {
    let facing = |rise| match rise {
        Direction::Right => Facing::Right,
        Direction::Left => Facing::Left,
    };
    match world.block(cell).and_then(Block::rise) {
        Some(rise) => Some(Sprite { facing: facing(rise), ..Sprite::still(Picture::AshOnSlope) }),
        None => world.block(cell.below()).is_some_and(Block::is_flat).then_some(Sprite::still(Picture::Ash)),
    }
}

fn burning(world: &World, cell: Cell, fire: Fire, phase: f32) -> (Picture, f32) {
    match fire.state {
        FireState::Resting => (Picture::Fire, 0.0),
        FireState::RiseLeft | FireState::RiseRight => (Picture::FireOnSlope, -ON_SLOPE),
        FireState::Falling => (Picture::FireFalling, phase),
        FireState::FallToRiseLeft | FireState::FallToRiseRight => (Picture::FireFalling, phase.min(1.0 - ON_SLOPE)),
        FireState::Extinguishing => {
            let is_on_slope = world.block(cell).is_some_and(Block::is_slope);
            (Picture::FireGoingOut, if is_on_slope { -ON_SLOPE } else { 0.0 })
        }
    }
}

/// Half of the variants of a fire are mirror images.
fn facing(fire: Fire) -> Facing {
    match fire.state {
        FireState::RiseLeft | FireState::FallToRiseLeft => Facing::Left,
        FireState::RiseRight | FireState::FallToRiseRight => Facing::Right,
        FireState::Resting | FireState::Falling | FireState::Extinguishing if fire.variant.is_multiple_of(2) => {
            Facing::Right
        }
        FireState::Resting | FireState::Falling | FireState::Extinguishing => Facing::Left,
    }
}
