//! The aim: the cell that a token would be dropped into, and what becomes of it from there.

use super::board::token_picture;
use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::Item;
use super::marks::{draw_cross, draw_ghost_sprite};
use super::sprite::Sprite;
use crate::look::palette::{self, Palette};
use crate::sim::{Ability, Cell, World};

/// What becomes of a token that is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    /// The world refuses it.
    Refused,
    /// That is not known yet.
    Unknown,
    /// It is taken in this cell.
    Taken(Cell),
    /// It rests in this cell, and no rabbit takes it.
    Left(Cell),
    /// It falls through the bottom of the world.
    Lost,
}

/// Marks the cell under the pointer, and the fall of the token: to a token where it is taken, to one that is struck out
/// where nobody takes it, or to an arrow out of the world. A cell that would refuse the token is crossed out.
pub fn draw_aim(
    world: &World,
    (ability, cell, landing): (Ability, Cell, Landing),
    (palette, camera): (Palette, &Camera),
    items: &mut Vec<Item>,
) {
    let tile = camera.tile() as i32;
    let (x, y) = camera.cell_to_pixel(cell);
    let middle = |cell: Cell| camera.tile_to_pixel(Point::new(cell.x as f32 + 0.5, cell.y as f32 + 0.5));
    let tint = match landing {
        Landing::Taken(_) | Landing::Unknown => palette.aim(),
        Landing::Left(_) => palette::UNUSED,
        Landing::Refused | Landing::Lost => palette.refused(),
    };
    items.push(Item::Fill { rect: Rect::new(x, y, tile, tile), color: tint });
    let mut column = |below: i32, gap: i32| {
        for row in cell.y + 1..below {
            let (x, y) = camera.cell_to_pixel(Cell::new(cell.x, row));
            let width = (tile / 8).max(2);
            items.push(Item::Fill { rect: Rect::new(x + (tile - width) / 2, y, width, tile - gap), color: tint });
        }
    };
    let sprite = Sprite::still(token_picture(ability));
    match landing {
        Landing::Refused => draw_cross(middle(cell), camera, palette.bad(), items),
        Landing::Unknown => draw_ghost_sprite(sprite, cell, camera, 110, items),
        Landing::Taken(at) => {
            column(at.y + 1, 0);
            draw_ghost_sprite(sprite, at, camera, 150, items);
        }
        Landing::Left(at) => {
            column(at.y + 1, 0);
            draw_ghost_sprite(sprite, at, camera, 110, items);
            draw_stroke(middle(at), camera, items);
        }
        Landing::Lost => {
            column(world.height(), tile / 3);
            draw_ghost_sprite(sprite, cell, camera, 110, items);
            draw_way_out(middle(Cell::new(cell.x, world.height() - 1)), (palette, camera), items);
        }
    }
}

/// A diagonal stroke through a cell.
fn draw_stroke(middle: Point, camera: &Camera, items: &mut Vec<Item>) {
    let tile = camera.tile() as f32;
    let corners = [(-0.36, 0.3), (-0.3, 0.36), (0.36, -0.3), (0.3, -0.36)];
    let corners = corners.map(|(x, y)| Point::new(middle.x + x * tile, middle.y + y * tile)).to_vec();
    items.push(Item::Polygon { corners, color: palette::INK });
}

/// An arrow from the lowest cell of a column out of the world.
fn draw_way_out(middle: Point, (palette, camera): (Palette, &Camera), items: &mut Vec<Item>) {
    let tile = camera.tile() as f32;
    let corners = [(-0.12, 0.1), (0.12, 0.1), (0.12, 0.4), (0.34, 0.4), (0.0, 0.85), (-0.34, 0.4), (-0.12, 0.4)];
    let corners = corners.map(|(x, y)| Point::new(middle.x + x * tile, middle.y + y * tile)).to_vec();
    items.push(Item::Polygon { corners, color: palette.bad() });
}
