//! A ring around a cell that a hint speaks of.

use std::f32::consts::TAU;

use super::camera::Camera;
use super::geometry::Point;
use super::item::Item;
use crate::look::palette::{INK, Palette};
use crate::sim::Cell;

/// Radii in tiles: a dark ring with a bright one inside, so that it is seen on every ground.
const RINGS: [(f32, f32); 2] = [(0.62, 0.78), (0.65, 0.75)];

/// Corners of a circle: round enough at the largest zoom.
const CORNERS: usize = 48;

/// Appends a ring around the cell.
pub fn draw_ring(camera: &Camera, cell: Cell, palette: Palette, items: &mut Vec<Item>) {
    for ((inner, outer), color) in RINGS.into_iter().zip([INK, palette.mark()]) {
        items.push(Item::Polygon { corners: annulus(camera, cell, inner, outer), color });
    }
}

/// The area between two circles, as one polygon: around the outer circle, and back around the inner one.
fn annulus(camera: &Camera, cell: Cell, inner: f32, outer: f32) -> Vec<Point> {
    let (left, top) = camera.cell_to_pixel(cell);
    let tile = camera.tile() as f32;
    let (x, y) = (left as f32 + tile / 2.0, top as f32 + tile / 2.0);
    let corner = |radius: f32, index: usize| {
        let angle = TAU * index as f32 / CORNERS as f32;
        Point::new(x + angle.cos() * radius * tile, y + angle.sin() * radius * tile)
    };
    let outwards = (0..=CORNERS).map(|index| corner(outer, index));
    outwards.chain((0..=CORNERS).rev().map(|index| corner(inner, index))).collect()
}
