//! The bar of a timeline: what was played and what is known to come, with the tokens as flags on it.
//!
//! Meanings have shapes of their own beside their colours: a rescue is a house, a death a cross.

use std::ops::Range;

use super::board::token_picture;
use super::geometry::{Point, Rect};
use super::item::Item;
use super::marks::Verdict;
use super::sprite::{Picture, Sprite};
use crate::look::{Color, Palette, palette};
use crate::sim::Ability;

/// Steps of a play across a rectangle of the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeBar {
    pub rect: Rect,
    /// The step at the right end.
    pub last: u32,
}

/// One way of playing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimeLane {
    /// It is drawn from this step on: before, it is the same as another one.
    pub from: u32,
    /// The last step that was played.
    pub reach: u32,
    /// The steps of orders. What each drops; none for the order that ends all.
    pub flags: Vec<(u32, Option<Ability>)>,
    /// The steps in which rabbits left the world.
    pub marks: Vec<(u32, Verdict)>,
    /// How it ends at its reach, if it does.
    pub end: Option<Verdict>,
}

/// Heights from the upper edge, as shares of the bar's own height.
const FLAG: f32 = 0.46;
const TRACK: (f32, f32) = (0.5, 0.6);
const MARK: (f32, f32) = (0.63, 0.82);
const STRETCH: (f32, f32) = (0.36, 0.74);
const FIRST_LANE: f32 = 0.86;
const LANE: f32 = 0.05;

/// How much is seen of a way that was left.
const FAINT: u8 = 90;

impl TimeBar {
    /// Where a step is, in pixels from the left edge of the frame.
    pub fn x(&self, step: u32) -> f32 {
        self.rect.x as f32 + self.rect.width as f32 * (step.min(self.last) as f32 / self.last.max(1) as f32)
    }

    /// The step that is nearest to a point.
    pub fn step(&self, point: Point) -> u32 {
        let share = (point.x - self.rect.x as f32) / self.rect.width.max(1) as f32;
        (share.clamp(0.0, 1.0) * self.last as f32).round() as u32
    }

    fn y(&self, share: f32) -> f32 {
        self.rect.y as f32 + self.rect.height as f32 * share
    }

    /// A line along the bar from one step to another.
    fn line(&self, (from, to): (u32, u32), (top, bottom): (f32, f32), color: Color) -> Item {
        let (left, right) = (self.x(from), self.x(to));
        polygon(&[(left, self.y(top)), (right, self.y(top)), (right, self.y(bottom)), (left, self.y(bottom))], color)
    }
}

/// Draws the bar with the way in play, the present on it, and the ways that were left.
pub fn draw_time_bar(
    bar: TimeBar,
    present: u32,
    lane: &TimeLane,
    left: &[TimeLane],
    colors: Palette,
    items: &mut Vec<Item>,
) {
    items.push(bar.line((0, bar.last), TRACK, palette::TRACK));
    items.push(bar.line((0, lane.reach), TRACK, palette::BUTTON_EDGE));
    items.push(bar.line((0, present.min(lane.reach)), TRACK, palette::INK));
    for (row, other) in left.iter().rev().enumerate() {
        let top = FIRST_LANE + LANE * row as f32;
        let faint = palette::FAINT_INK.with_alpha(FAINT);
        items.push(bar.line((other.from, other.reach), (top, top + LANE * 0.6), faint));
        draw_flags(bar, other, FAINT, items);
    }
    draw_flags(bar, lane, 255, items);
    draw_marks(bar, lane, colors, items);
    draw_present(bar, present, items);
}

/// The steps that will be filmed, between two brackets.
pub fn draw_stretch(bar: TimeBar, steps: Range<u32>, items: &mut Vec<Item>) {
    let (from, to, hook) = (bar.x(steps.start), bar.x(steps.end), bar.rect.height as f32 * 0.14);
    let (top, bottom, line) = (bar.y(STRETCH.0), bar.y(STRETCH.1), (bar.rect.height as f32 * 0.05).max(1.0));
    items.push(bar.line((steps.start, steps.end), STRETCH, palette::ACCENT.with_alpha(FAINT / 2)));
    for (x, inward) in [(from, 1.0), (to, -1.0)] {
        let bracket = [(0.0, top), (hook, top), (hook, top + line), (line, top + line), (line, bottom - line)];
        let bracket = bracket.into_iter().chain([(hook, bottom - line), (hook, bottom), (0.0, bottom)]);
        let corners: Vec<(f32, f32)> = bracket.map(|(along, y)| (x + inward * along, y)).collect();
        items.push(polygon(&corners, palette::ACCENT));
    }
}

/// A token over a pole for each order. Where many stand in one place, the last one is seen.
fn draw_flags(bar: TimeBar, lane: &TimeLane, opacity: u8, items: &mut Vec<Item>) {
    let tile = (bar.rect.height as f32 * FLAG) as u32;
    for (step, ability) in lane.flags.iter().filter(|(step, _)| *step >= lane.from) {
        let x = bar.x(*step);
        let half = (bar.rect.height as f32 * 0.02).max(0.5);
        let (top, bottom) = (bar.y(FLAG * 0.8), bar.y(TRACK.1));
        let corners = [(x - half, top), (x + half, top), (x + half, bottom), (x - half, bottom)];
        items.push(polygon(&corners, palette::INK.with_alpha(opacity)));
        let sprite = Sprite::still(ability.map_or(Picture::IconExplodeAll, token_picture));
        let at = Point::new((x - tile as f32 / 2.0).round(), bar.rect.y as f32);
        items.push(Item::Sprite { sprite, at, tile: tile.max(1), opacity });
    }
}

/// Deaths and rescues; of those that would lie on one another, one is drawn.
fn draw_marks(bar: TimeBar, lane: &TimeLane, colors: Palette, items: &mut Vec<Item>) {
    let size = bar.rect.height as f32 * (MARK.1 - MARK.0);
    let mut last = [f32::MIN; 2];
    for (step, mark) in &lane.marks {
        let (x, seen) = (bar.x(*step), &mut last[*mark as usize]);
        if x - *seen >= size * 0.5 {
            *seen = x;
            draw_mark(*mark, Point::new(x, bar.y(MARK.0)), size, colors, items);
        }
    }
    if let Some(end) = lane.end {
        let color = end.color(colors);
        let (x, half) = (bar.x(lane.reach), size * 0.2);
        let (top, bottom) = (bar.y(0.3), bar.y(MARK.1));
        items.push(polygon(&[(x - half, top), (x + half, top), (x + half, bottom), (x - half, bottom)], color));
    }
}

fn draw_mark(mark: Verdict, top: Point, size: f32, colors: Palette, items: &mut Vec<Item>) {
    let color = mark.color(colors);
    let at = |x: f32, y: f32| (top.x + (x - 0.5) * size, top.y + y * size);
    match mark {
        Verdict::Good => {
            let house =
                [at(0.5, 0.0), at(1.0, 0.5), at(0.85, 0.5), at(0.85, 1.0), at(0.15, 1.0), at(0.15, 0.5), at(0.0, 0.5)];
            items.push(polygon(&house, color));
        }
        Verdict::Bad => {
            let thin = 0.18;
            items.push(polygon(&[at(0.0, thin), at(thin, 0.0), at(1.0, 1.0 - thin), at(1.0 - thin, 1.0)], color));
            items.push(polygon(&[at(1.0 - thin, 0.0), at(1.0, thin), at(thin, 1.0), at(0.0, 1.0 - thin)], color));
        }
    }
}

/// A needle with a head.
fn draw_present(bar: TimeBar, present: u32, items: &mut Vec<Item>) {
    let (x, half) = (bar.x(present), (bar.rect.height as f32 * 0.03).max(1.0));
    let needle = [(x - half, bar.y(0.1)), (x + half, bar.y(0.1)), (x + half, bar.y(0.95)), (x - half, bar.y(0.95))];
    items.push(polygon(&needle, palette::ACCENT));
    let head = half * 3.5;
    items.push(polygon(&[(x - head, bar.y(0.0)), (x + head, bar.y(0.0)), (x, bar.y(0.26))], palette::ACCENT));
}

fn polygon(corners: &[(f32, f32)], color: Color) -> Item {
    Item::Polygon { corners: corners.iter().map(|(x, y)| Point::new(*x, *y)).collect(), color }
}
