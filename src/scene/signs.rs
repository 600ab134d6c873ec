//! Signs beside a rabbit's head: what it has learnt for good, and cannot be seen from what it does.

use super::camera::Camera;
use super::geometry::Point;
use super::item::Item;
use super::motion::rabbit_motion;
use super::sprite::{Picture, Sprite};
use crate::sim::{Rabbit, State, World};

/// How far the signs reach above the cell, in tiles.
pub const SIGNS_HEIGHT: f32 = 0.38;

/// The signs of a rabbit. An open umbrella is its own sign.
pub fn signs(rabbit: &Rabbit) -> impl Iterator<Item = Picture> {
    let memory = rabbit.memory();
    let brolly = memory.brolly && rabbit.state != State::Brollychuting;
    let signs = [(memory.climber, Picture::SignClimb), (brolly, Picture::SignBrolly)];
    signs.into_iter().filter(|(has, _)| *has).map(|(_, picture)| picture)
}

/// Appends the signs of one rabbit at this phase of the step.
pub fn draw_signs(world: &World, rabbit: &Rabbit, camera: &Camera, phase: f32, items: &mut Vec<Item>) {
    for picture in signs(rabbit) {
        let (_, x, y) = rabbit_motion(world, rabbit, phase);
        let (left, top) = camera.cell_to_pixel(rabbit.cell);
        let tile = camera.tile();
        let at = Point::new(left as f32 + x * tile as f32, top as f32 + y * tile as f32);
        items.push(Item::Sprite { sprite: Sprite::still(picture), at, tile, opacity: 255 });
    }
}
