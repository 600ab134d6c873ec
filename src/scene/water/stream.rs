//! Falling water: a stream that leaves a pool in an arch, keeps to its wall, tapers as it falls, and foams where it lands.

use super::forms::{WaterForm, WaterForms, is_pool, is_stream};
use super::surface::side_height;
use super::{FULL, WaterCell, curve, floor};
use crate::look::palette;
use crate::scene::geometry::{Point, Rect};
use crate::scene::item::Item;
use crate::scene::motion::frame;
use crate::scene::sprite::{Picture, Sprite};
use crate::sim::{Cell, FULL_CELL};

/// So far up is looked for where a stream comes from.
const FARTHEST: i32 = 64;

/// So much of its width a stream loses in each cell, and so much remains at least.
const TAPER: f32 = 0.06;
const NARROWEST: f32 = 0.6;

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

/// Appends the stream in a cell.
pub(super) fn draw(forms: &WaterForms, place: WaterCell, phase: f32, items: &mut Vec<Item>) {
    let source = StreamSource::of(forms, place.cell);
    let lower = source.strands(width_between(forms, place.cell, source.fallen + 1));
    if source.fallen == 0 {
        draw_head(forms, place, source, &lower, items);
    } else {
        let upper = source.strands(width_between(forms, place.cell.above(), source.fallen));
        for ((left, right), (lower_left, lower_right)) in upper.into_iter().zip(&lower) {
            let corners = [(left, FULL), (right, FULL), (*lower_right, 0.0), (*lower_left, 0.0)];
            items.push(place.polygon(corners, palette::WATER));
        }
        draw_streaks(place, &lower, phase, items);
    }
    if forms.at(place.cell.below()).form == WaterForm::Wall {
        lower.into_iter().for_each(|strand| draw_foam(place, strand, 0.0, phase, items));
    }
}

/// Appends the last piece of a stream, above the surface or the slope in a cell, and its foam.
pub(super) fn draw_landing(forms: &WaterForms, place: WaterCell, phase: f32, items: &mut Vec<Item>) {
    let (source, spot) = (StreamSource::of(forms, place.cell), forms.at(place.cell));
    // A surface is lower at its borders than in the middle.
    let surface = if let WaterForm::Pool(height) = spot.form { height as f32 * 0.75 } else { 0.0 };
    let up = |across| surface.max(floor(spot.slope, across));
    for (left, right) in source.strands(width_between(forms, place.cell.above(), source.fallen)) {
        items.push(place.polygon([(left, FULL), (right, FULL), (right, up(right)), (left, up(left))], palette::WATER));
        draw_foam(place, (left, right), up((left + right) / 2.0), phase, items);
    }
}

/// From each pool beside it an arch down to the lower border; from nothing, as below a pipe, a round beginning.
fn draw_head(forms: &WaterForms, place: WaterCell, source: StreamSource, lower: &[(f32, f32)], items: &mut Vec<Item>) {
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
        items.push(place.polygon(arch, palette::WATER));
    }
}

/// Thin lines that fall with the stream: a whole tile in a step, so that they go on from step to step.
fn draw_streaks(place: WaterCell, strands: &[(f32, f32)], phase: f32, items: &mut Vec<Item>) {
    let (tile, line) = (place.tile, (place.tile / 28).max(1));
    let fallen = i32::from(frame(phase)) * tile / 16;
    for (left, right) in strands {
        for (share, start) in [(0.3, 0), (0.7, tile / 2)] {
            let x = place.pixel((left + (right - left) * share, 0.0)).x as i32;
            let from = (start + fallen) % tile;
            let length = (tile * 2 / 5).min(tile - from);
            let rect = Rect::new(x, place.corner.1 + from, line, length);
            items.push(Item::Fill { rect, color: palette::WATER_LINE });
        }
    }
}

/// Foam where a strand meets the ground or a surface, so far up.
fn draw_foam(place: WaterCell, (left, right): (f32, f32), up: f32, phase: f32, items: &mut Vec<Item>) {
    let at = place.pixel(((left + right - FULL) / 2.0, FULL + up));
    let at = Point::new(at.x.round(), at.y.round());
    let sprite = Sprite { frame: frame(phase), ..Sprite::still(Picture::Foam) };
    items.push(Item::Sprite { sprite, at, tile: place.tile as u32, opacity: 255 });
}
