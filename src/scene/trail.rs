//! Trails: the ways that rabbits are going to take, as broken lines over the board.

use std::collections::BTreeSet;

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::Item;
use super::motion::path;
use crate::look::Color;
use crate::sim::{Rabbit, World};

/// The way of one rabbit over some steps: where its middle is at which time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trail {
    /// Times in steps from the beginning of the first one, and positions in tiles.
    corners: Vec<(f32, Point)>,
}

/// How a trail is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Small dots, four a tile.
    Dotted,
    /// Dashes, and an arrow at the end.
    Dashed,
}

/// The middle of a rabbit in its cell, in tiles.
const MIDDLE: Point = Point::new(0.5, 0.7);

/// The usual distance between the middles of two dots, and of two dashes, in tiles.
const DOTS: f32 = 0.25;
const DASHES: f32 = 0.375;

impl Trail {
    /// Appends what the rabbit does in the step with this number, counted from 0.
    pub fn extend(&mut self, step: u32, world: &World, rabbit: &Rabbit) {
        for (phase, (x, y)) in path(world, rabbit) {
            let at = Point::new(rabbit.cell.x as f32 + x + MIDDLE.x, rabbit.cell.y as f32 + y + MIDDLE.y);
            self.corners.push((step as f32 + phase, at));
        }
    }

    /// Where it begins, in tiles.
    pub fn start(&self) -> Option<Point> {
        self.corners.first().map(|(_, at)| *at)
    }

    /// Points along the trail from a time on, about so far from each other, with the direction there as a vector of
    /// length
    /// 1. Those of a leg lie at the same places whichever way it is gone.
    fn points(&self, distance: f32, from: f32) -> Vec<(Point, Point)> {
        let mut points = Vec::new();
        for legs in self.corners.windows(2) {
            let [(start_time, start), (end_time, end)] = [legs[0], legs[1]];
            let (dx, dy) = (end.x - start.x, end.y - start.y);
            let length = dx.hypot(dy);
            let count = (length / distance).round();
            let shares = (0..count as u32).map(|index| (index as f32 + 0.5) / count);
            let later = shares.filter(|share| start_time + (end_time - start_time) * share > from);
            points.extend(later.map(|share| {
                (Point::new(start.x + dx * share, start.y + dy * share), Point::new(dx / length, dy / length))
            }));
        }
        points
    }
}

/// Draws trails from a time on, in steps. Where several share a way it is drawn once.
pub fn draw_trails<'a>(
    trails: impl IntoIterator<Item = &'a Trail>,
    from: f32,
    (stroke, color): (Stroke, Color),
    camera: &Camera,
    items: &mut Vec<Item>,
) {
    let tile = camera.tile() as f32;
    let mut drawn = BTreeSet::new();
    for trail in trails {
        let distance = match stroke {
            Stroke::Dotted => DOTS,
            Stroke::Dashed => DASHES,
        };
        let points = trail.points(distance, from);
        for (at, direction) in &points {
            let middle = camera.tile_to_pixel(*at);
            let place = ((at.x * 16.0).round() as i32, (at.y * 16.0).round() as i32);
            if !camera.window().contains(middle) || !drawn.insert(place) {
                continue;
            }
            items.push(match stroke {
                Stroke::Dotted => {
                    let size = (tile / 12.0).round().max(2.0) as i32;
                    let corner = |middle: f32| middle.round() as i32 - size / 2;
                    Item::Fill { rect: Rect::new(corner(middle.x), corner(middle.y), size, size), color }
                }
                Stroke::Dashed => Item::Polygon { corners: dash(middle, *direction, tile), color },
            });
        }
        if let (Stroke::Dashed, Some((at, direction))) = (stroke, points.last()) {
            items.push(Item::Polygon { corners: arrow(camera.tile_to_pixel(*at), *direction, tile), color });
        }
    }
}

/// A shape along a direction: its corners are given ahead and aside of the middle, in tiles.
fn along(middle: Point, direction: Point, tile: f32, shape: &[(f32, f32)]) -> Vec<Point> {
    let corner = |&(ahead, aside): &(f32, f32)| {
        let (x, y) = (direction.x * ahead - direction.y * aside, direction.y * ahead + direction.x * aside);
        Point::new(middle.x + x * tile, middle.y + y * tile)
    };
    shape.iter().map(corner).collect()
}

fn dash(middle: Point, direction: Point, tile: f32) -> Vec<Point> {
    // At least two pixels thick.
    let thick = (1.0 / tile).max(0.03);
    along(middle, direction, tile, &[(-0.11, -thick), (0.11, -thick), (0.11, thick), (-0.11, thick)])
}

fn arrow(middle: Point, direction: Point, tile: f32) -> Vec<Point> {
    along(middle, direction, tile, &[(0.3, 0.0), (0.0, -0.16), (0.08, 0.0), (0.0, 0.16)])
}
