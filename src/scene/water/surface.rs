//! The surface of a pool: a smooth curve from cell to cell, with waves on it.

use super::forms::{WaterForm, WaterForms, is_pool};
use super::{FULL, WaterCell, color, curve, floor};
use crate::look::palette;
use crate::scene::item::Item;
use crate::scene::motion::frame;
use crate::sim::{Cell, FULL_CELL};

/// How far a free side leans.
const LEAN: f32 = FULL * 0.2;

/// The curve has so many straight pieces in a cell.
const PIECES: usize = 8;

/// One period of a wave, in percent of its amplitude: one value for each frame of an animation.
const WAVE: [f32; 16] =
    [0.0, 38.0, 71.0, 92.0, 100.0, 92.0, 71.0, 38.0, 0.0, -38.0, -71.0, -92.0, -100.0, -92.0, -71.0, -38.0];

/// The amplitude of waves is a pixel for so many pixels of a tile; smaller tiles have none, and are painted once.
const TILE_PER_SWELL: i32 = 40;

/// Appends the water of a pool's cell under its surface, and the line of the surface.
pub(super) fn draw(forms: &WaterForms, place: WaterCell, phase: f32, items: &mut Vec<Item>) {
    let spot = forms.at(place.cell);
    let WaterForm::Pool(height) = spot.form else { return };
    let side = |dx| side_height(forms, height, place.cell.offset(dx, 0)) as f32;
    let (left, right, middle) = (side(-1), side(1), height as f32);
    let unit = FULL / place.tile as f32;
    let swell = (place.tile / TILE_PER_SWELL) as f32 * unit;
    let is_surface = !is_pool(forms.at(place.cell.above()));
    // Below another cell of water, a side that nothing holds leans, for no water stands upright.
    let leaning = [-1, 1].map(|dx| if !is_surface && forms.is_open(place.cell.offset(dx, 0)) { LEAN } else { 0.0 });
    let top: [(f32, f32); PIECES + 1] = std::array::from_fn(|piece| {
        let along = piece as f32 / PIECES as f32;
        let calm = curve(left, middle, right, along);
        let wave = WAVE[(piece * WAVE.len() / PIECES + usize::from(frame(phase))) % WAVE.len()] / 100.0;
        // Shallow water has low waves.
        let up = if is_surface { (calm + wave * swell.min(calm / 4.0)).clamp(0.0, FULL) } else { FULL };
        let across = (along * FULL).clamp(leaning[0], FULL - leaning[1]);
        (across, up.max(floor(spot.slope, across)))
    });
    let bottom = [FULL, 0.0].map(|across| (across, floor(spot.slope, across)));
    items.push(place.polygon(top.into_iter().chain(bottom), color(spot)));
    if is_surface {
        let thick = (place.tile / 24).max(1) as f32 * unit;
        let under = top.into_iter().rev().map(|(across, up)| (across, (up - thick).max(floor(spot.slope, across))));
        items.push(place.polygon(top.into_iter().chain(under), palette::WATER_LINE));
    }
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
