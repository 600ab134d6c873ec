//! The surface of a pool: a smooth curve from cell to cell, with waves on it.

use std::ops::Range;

use super::forms::{WaterForm, WaterForms, is_pool};
use super::{FULL, WaterCell, color, curve, floor};
use crate::look::{Color, palette};
use crate::scene::geometry::Rect;
use crate::scene::item::Item;
use crate::sim::{Cell, Direction, FULL_CELL};

/// How far a free side leans.
const LEAN: f32 = FULL * 0.2;

/// The curve has so many straight pieces in a cell.
const PIECES: usize = 8;

/// One period of a wave, in percent of its amplitude: one value for each frame of an animation.
const WAVE: [f32; 16] =
    [0.0, 38.0, 71.0, 92.0, 100.0, 92.0, 71.0, 38.0, 0.0, -38.0, -71.0, -92.0, -100.0, -92.0, -71.0, -38.0];

/// The amplitude of waves is a pixel for so many pixels of a tile; smaller tiles have none, and are painted once.
const TILE_PER_SWELL: i32 = 40;

/// The most pixels of a tile or of neighbouring ones whose surface is one shape. Where the surface falls, a wider one
/// is mostly empty, and takes as long to fill as if it were not.
const MOST_WIDTH: i32 = 128;

/// The surface of neighbouring cells over flat ground, or of one cell over a slope, and the water under it.
#[derive(Debug, Clone)]
pub(super) struct Surface {
    /// The first cell.
    place: WaterCell,
    slope: Option<Direction>,
    color: Color,
    /// For each cell the height of the calm surface at its left side, in the middle and at its right side.
    heights: Vec<[f32; 3]>,
}

impl Surface {
    /// The surface of a cell with water of this height.
    pub fn of(forms: &WaterForms, place: WaterCell, height: i32) -> Surface {
        let spot = forms.at(place.cell);
        let side = |dx| side_height(forms, height, place.cell.offset(dx, 0)) as f32;
        Surface { place, slope: spot.slope, color: color(spot), heights: vec![[side(-1), height as f32, side(1)]] }
    }

    /// Goes on with the surface of the next cell, if that is beside it and both are over flat ground.
    pub fn join(&mut self, next: &Surface) -> bool {
        let is_joined = next.place.cell == self.place.cell.offset(self.heights.len() as i32, 0)
            && self.slope.is_none()
            && next.slope.is_none()
            && self.color == next.color;
        if is_joined {
            self.heights.extend_from_slice(&next.heights);
        }
        is_joined
    }

    /// Whether it differs from frame to frame.
    pub fn has_waves(&self) -> bool {
        self.place.tile >= TILE_PER_SWELL
    }

    /// Appends the water and the line of its surface, in this frame of an animation. What is below all waves is a
    /// rectangle, which is painted faster than a polygon.
    pub fn draw(&self, frame: u8, shapes: &mut Vec<Item>) {
        let (place, floor) = (self.place, |across: f32| floor(self.slope, across));
        let (unit, cells) = (FULL / place.tile as f32, self.heights.len());
        let cells_of_shape = (MOST_WIDTH / place.tile).max(1) as usize;
        let starts = (0..cells).step_by(cells_of_shape);
        let tops: Vec<_> = starts.map(|start| self.top(frame, start..cells.min(start + cells_of_shape))).collect();
        // Rows of pixels that no wave leaves dry.
        let rows = match self.slope {
            None => tops.iter().flatten().map(|(_, up)| (up / unit) as i32).min().unwrap_or(0),
            Some(_) => 0,
        };
        if rows > 0 {
            let (left, bottom) = (place.corner.0, place.corner.1 + place.tile);
            let rect = Rect::new(left, bottom - rows, place.tile * cells as i32, rows);
            shapes.push(Item::Fill { rect, color: self.color });
        }
        let (base, thick) = (rows as f32 * unit, (place.tile / 24).max(1) as f32 * unit);
        for top in tops {
            let ends = [top.last(), top.first()].into_iter().flatten();
            let bottom = ends.map(|(across, _)| (*across, base.max(floor(*across))));
            shapes.push(place.polygon(top.iter().copied().chain(bottom), self.color));
            let under = top.iter().rev().map(|(across, up)| (*across, (up - thick).max(floor(*across))));
            shapes.push(place.polygon(top.iter().copied().chain(under), palette::WATER_LINE));
        }
    }

    /// The curve over these cells from left to right; no corner where it goes on level.
    fn top(&self, frame: u8, cells: Range<usize>) -> Vec<(f32, f32)> {
        let swell = (self.place.tile / TILE_PER_SWELL) as f32 * FULL / self.place.tile as f32;
        let mut top: Vec<(f32, f32)> = Vec::with_capacity(cells.len() * PIECES + 1);
        for cell in cells.clone() {
            let [left, middle, right] = self.heights[cell];
            for piece in usize::from(cell > cells.start)..=PIECES {
                let along = piece as f32 / PIECES as f32;
                let calm = curve(left, middle, right, along);
                let wave = WAVE[(piece * WAVE.len() / PIECES + usize::from(frame)) % WAVE.len()] / 100.0;
                // Shallow water has low waves.
                let up = (calm + wave * swell.min(calm / 4.0)).clamp(0.0, FULL).max(floor(self.slope, along * FULL));
                let across = (cell as f32 + along) * FULL;
                match top[..] {
                    [.., (_, before), (_, last)] if before == up && last == up => {
                        let end = top.len() - 1;
                        top[end].0 = across;
                    }
                    _ => top.push((across, up)),
                }
            }
        }
        top
    }
}

/// The water of a cell below another cell of water. A side that nothing holds leans, for no water stands upright.
pub(super) fn draw_leaning(forms: &WaterForms, place: WaterCell) -> Item {
    let spot = forms.at(place.cell);
    let [left, right] = [-1, 1].map(|dx| if forms.is_open(place.cell.offset(dx, 0)) { LEAN } else { 0.0 });
    let bottom = [FULL, 0.0].map(|across| (across, floor(spot.slope, across)));
    place.polygon([(left, FULL), (FULL - right, FULL)].into_iter().chain(bottom), color(spot))
}

/// The height of the surface at the border to a neighbour.
pub(super) fn side_height(forms: &WaterForms, height: i32, neighbour: Cell) -> i32 {
    match forms.at(neighbour).form {
        WaterForm::Wall => height,
        WaterForm::Dry => 0,
        WaterForm::Stream(_) => height * 3 / 4,
        WaterForm::Pool(_) if is_pool(forms.at(neighbour.above())) => FULL_CELL,
        WaterForm::Pool(other) => (height + other) / 2,
    }
}
