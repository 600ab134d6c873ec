//! Water: pools with a smooth surface, and the streams that fall into them. It lies in front of who stands in it.
//!
//! The rules know amounts of water in cells; here these become shapes that go on from cell to cell: at the border of two
//! cells both have the same height or width. Heights are in [`FULL_CELL`]ths of a tile. The period of a wave is one step of
//! the game, so that waves are continuous from step to step.

mod forms;
mod stream;
mod surface;

use std::ops::Range;

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::Item;
use crate::look::{Color, palette};
use crate::sim::{Cell, Direction, FULL_CELL};

pub(super) use forms::WaterForms;
use forms::{WaterForm, WaterSpot};

const FULL: f32 = FULL_CELL as f32;

/// Appends the water in these rows.
pub(super) fn draw_water(forms: &WaterForms, rows: Range<i32>, camera: &Camera, phase: f32, items: &mut Vec<Item>) {
    let tile = camera.tile() as i32;
    for row in rows {
        // Neighbouring cells that are full share a rectangle.
        let mut full: Option<(Rect, Color)> = None;
        for cell in forms.columns().map(|column| Cell::new(column, row)) {
            let (spot, above) = (forms.at(cell), forms.at(cell.above()).form);
            let place = WaterCell { cell, corner: camera.cell_to_pixel(cell), tile };
            match (spot.form, above) {
                (WaterForm::Pool(_), WaterForm::Pool(_)) if spot.slope.is_none() && !forms.is_open_beside(cell) => {
                    let (rect, color) = (Rect::new(place.corner.0, place.corner.1, tile, tile), color(spot));
                    match &mut full {
                        Some((left, same)) if left.right() == rect.x && *same == color => left.width += tile,
                        _ => items.extend(full.replace((rect, color)).map(filled)),
                    }
                }
                (WaterForm::Pool(_), _) => surface::draw(forms, place, phase, items),
                (WaterForm::Stream(_), _) => stream::draw(forms, place, phase, items),
                (WaterForm::Wall | WaterForm::Dry, _) => {}
            }
            if let (WaterForm::Pool(_) | WaterForm::Dry, WaterForm::Stream(_)) = (spot.form, above) {
                stream::draw_landing(forms, place, phase, items);
            }
        }
        items.extend(full.map(filled));
    }
}

fn filled((rect, color): (Rect, Color)) -> Item {
    Item::Fill { rect, color }
}

/// Darker with depth.
const fn color(spot: WaterSpot) -> Color {
    palette::WATER.with_alpha(palette::WATER.alpha + 12 * spot.depth)
}

/// The height of the ground in a cell with this slope.
fn floor(slope: Option<Direction>, across: f32) -> f32 {
    match slope {
        None => 0.0,
        Some(Direction::Right) => across,
        Some(Direction::Left) => FULL - across,
    }
}

/// A cell in the frame.
#[derive(Clone, Copy)]
struct WaterCell {
    cell: Cell,
    /// Its top left corner in the frame.
    corner: (i32, i32),
    /// Pixels per tile.
    tile: i32,
}

impl WaterCell {
    /// The pixel at this place in the cell, in [`FULL_CELL`]ths of a tile from its lower left corner.
    fn pixel(&self, (across, up): (f32, f32)) -> Point {
        let scale = self.tile as f32 / FULL;
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
