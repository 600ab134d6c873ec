//! Falling water: a stream that leaves a pool in an arch, keeps to its wall, tapers as it falls, and foams where it
//! lands.

use super::forms::{WaterForm, WaterForms, is_pool, is_stream};
use super::surface::side_height;
use super::{FULL, WaterCell, WaterParts, curve, floor};
use crate::look::palette;
use crate::scene::geometry::{Point, Rect};
use crate::scene::item::Item;
use crate::sim::{Cell, FULL_CELL};

/// So far up is looked for where a stream comes from.
const FARTHEST: i32 = 64;

/// So much of its width a stream loses in each cell, and so much remains at least.
const TAPER: f32 = 0.06;
const NARROWEST: f32 = 0.6;

/// A thin line that falls with a stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct Streak {
    /// The left edge and the width in pixels, and the top of its cell.
    x: i32,
    width: i32,
    top: i32,
    /// How far below that it is at the start of a step.
    start: i32,
}

impl Streak {
    /// Where it is in this frame of an animation, at so many pixels a tile. In a step it falls a whole tile, so that it
    /// goes on from step to step.
    pub fn at(self, frame: u8, tile: i32) -> Rect {
        let from = (self.start + i32::from(frame) * tile / 16) % tile;
        let length = (tile * 2 / 5).min(tile - from);
        Rect::new(self.x, self.top + from, self.width, length)
    }
}

/// Where a stream comes from, and so which wall it keeps to.
#[derive(Clone, Copy)]
struct StreamSource {
    from_left: bool,
    from_right: bool,
    /// The cells that it has fallen.
    fallen: i32,
}

impl StreamSource {
    fn of(forms: &WaterForms, cell: Cell) -> StreamSource {
        let is_above = |rows: &i32| is_stream(forms.at(cell.offset(0, -rows)));
        let fallen = (1..=FARTHEST).take_while(is_above).count() as i32;
        let head = cell.offset(0, -fallen);
        let is_beside = |dx| is_pool(forms.at(head.offset(dx, 0)));
        StreamSource { from_left: is_beside(-1), from_right: is_beside(1), fallen }
    }

    /// The strands of the stream at a height where it has this width: each from its left to its right.
    fn strands(self, width: f32) -> Vec<(f32, f32)> {
        match (self.from_left, self.from_right) {
            (true, true) => vec![(0.0, width.min(FULL) / 2.0), (FULL - width.min(FULL) / 2.0, FULL)],
            (true, false) => vec![(0.0, width)],
            (false, true) => vec![(FULL - width, FULL)],
            (false, false) => vec![((FULL - width) / 2.0, (FULL + width) / 2.0)],
        }
    }
}

/// The width of a stream of this amount that has fallen so many cells.
fn width(amount: i32, fallen: i32) -> f32 {
    let fresh = FULL * 0.2 + amount.min(FULL_CELL) as f32 * 0.7;
    fresh * (1.0 - TAPER * fallen as f32).max(NARROWEST)
}

/// The width at the border between a cell and the one below it.
fn width_between(forms: &WaterForms, above: Cell, fallen: i32) -> f32 {
    let amount = match (forms.at(above).form, forms.at(above.below()).form) {
        (WaterForm::Stream(one), WaterForm::Stream(other)) => (one + other) / 2,
        (WaterForm::Stream(amount), _) | (_, WaterForm::Stream(amount)) => amount,
        _ => 0,
    };
    width(amount, fallen)
}

/// Adds the stream in a cell.
pub(super) fn add(forms: &WaterForms, place: WaterCell, parts: &mut WaterParts) {
    let source = StreamSource::of(forms, place.cell);
    let lower = source.strands(width_between(forms, place.cell, source.fallen + 1));
    if source.fallen == 0 {
        draw_head(forms, place, source, &lower, &mut parts.still);
    } else {
        let upper = source.strands(width_between(forms, place.cell.above(), source.fallen));
        for ((left, right), (lower_left, lower_right)) in upper.into_iter().zip(&lower) {
            let corners = [(left, FULL), (right, FULL), (*lower_right, 0.0), (*lower_left, 0.0)];
            parts.still.push(place.polygon(corners, palette::WATER));
        }
        parts.streaks.extend(lower.iter().flat_map(|strand| streaks(place, *strand)));
    }
    if forms.at(place.cell.below()).form == WaterForm::Wall {
        parts.foams.extend(lower.into_iter().map(|strand| foam(place, strand, 0.0)));
    }
}

/// Adds the last piece of a stream, above the surface or the slope in a cell, and its foam.
pub(super) fn add_landing(forms: &WaterForms, place: WaterCell, parts: &mut WaterParts) {
    let (source, spot) = (StreamSource::of(forms, place.cell), forms.at(place.cell));
    // A surface is lower at its borders than in the middle.
    let surface = if let WaterForm::Pool(height) = spot.form { height as f32 * 0.75 } else { 0.0 };
    let up = |across| surface.max(floor(spot.slope, across));
    for (left, right) in source.strands(width_between(forms, place.cell.above(), source.fallen)) {
        let corners = [(left, FULL), (right, FULL), (right, up(right)), (left, up(left))];
        parts.still.push(place.polygon(corners, palette::WATER));
        parts.foams.push(foam(place, (left, right), up((left + right) / 2.0)));
    }
}

/// From each pool beside it an arch down to the lower border; from nothing, as below a pipe, a round beginning.
fn draw_head(forms: &WaterForms, place: WaterCell, source: StreamSource, lower: &[(f32, f32)], shapes: &mut Vec<Item>) {
    let steps = || (0..=6).map(|step| step as f32 / 6.0);
    let beside = |dx| match forms.at(place.cell.offset(dx, 0)).form {
        WaterForm::Pool(height) => side_height(forms, height, place.cell) as f32,
        _ => 0.0,
    };
    for (left, right) in lower {
        let arch: Vec<(f32, f32)> = if source.from_left && *left == 0.0 {
            let top = beside(-1);
            steps().map(|t| (curve(0.0, *right, *right, t), curve(top, top, 0.0, t))).chain([(0.0, 0.0)]).collect()
        } else if source.from_right {
            let top = beside(1);
            steps().map(|t| (curve(FULL, *left, *left, t), curve(top, top, 0.0, t))).chain([(FULL, 0.0)]).collect()
        } else {
            let (middle, top) = ((left + right) / 2.0, FULL * 0.5);
            let rising = steps().map(|t| (curve(*left, *left, middle, t), curve(0.0, top, top, t)));
            let falling = steps().map(|t| (curve(middle, *right, *right, t), curve(top, top, 0.0, t)));
            rising.chain(falling).collect()
        };
        shapes.push(place.polygon(arch, palette::WATER));
    }
}

/// The two lines that fall with a strand of a stream.
fn streaks(place: WaterCell, (left, right): (f32, f32)) -> [Streak; 2] {
    [(0.3, 0), (0.7, place.tile / 2)].map(|(share, start)| {
        let x = place.pixel((left + (right - left) * share, 0.0)).x as i32;
        Streak { x, width: (place.tile / 28).max(1), top: place.corner.1, start }
    })
}

/// Where foam is whose strand meets the ground or a surface so far up.
fn foam(place: WaterCell, (left, right): (f32, f32), up: f32) -> Point {
    let at = place.pixel(((left + right - FULL) / 2.0, FULL + up));
    Point::new(at.x.round(), at.y.round())
}
