//! The pencil: outlines of panels as a hand draws them, never quite straight, and hatching.

use tiny_skia::{Path, PathBuilder, Point};

use super::region::from_origin;
use crate::scene::Rect;

/// How far a line strays, the length of a stretch between two of its bends, and the distance of two lines of hatching:
/// in widths of the line.
const STRAY: f32 = 0.75;
const STRETCH: f32 = 26.0;
const HATCHING: f32 = 6.0;

/// The radius of a corner is no larger than this share of a side.
const ROUNDEST: f32 = 0.3;
/// A side has no more stretches than this, however long it is.
const MOST_STRETCHES: u32 = 64;

/// The outline of a rectangle with round corners by this hand, inside of its edges; none if there is no room for the
/// line. Outlines of different hands stray in different ways.
pub fn outline(rect: Rect, radius: f32, line: f32, hand: u32) -> Option<Path> {
    let inset = line * (0.5 + STRAY);
    let (left, top) = (rect.x as f32 + inset, rect.y as f32 + inset);
    let (right, bottom) = (rect.right() as f32 - inset, rect.bottom() as f32 - inset);
    if right <= left || bottom <= top || line <= 0.0 {
        return None;
    }
    let largest = radius.min((right - left) * ROUNDEST).min((bottom - top) * ROUNDEST);
    let radius_at = |corner: u32| largest * (0.85 + 0.15 * noise(hand, 900 + corner));
    let at = Point::from_xy;
    // Clockwise: where each side begins, and which way it goes.
    let sides =
        [(at(left, top), (1, 0)), (at(right, top), (0, 1)), (at(right, bottom), (-1, 0)), (at(left, bottom), (0, -1))];
    let mut path = PathBuilder::new();
    for (side, (corner, (across, down))) in (0_u32..).zip(sides) {
        let (across, down) = (across as f32, down as f32);
        let length = if across == 0.0 { bottom - top } else { right - left };
        let (start, end) = (radius_at(side), length - radius_at((side + 1) % 4));
        let stretches = ((length / (line * STRETCH)) as u32).clamp(1, MOST_STRETCHES);
        let bend = |index: u32| {
            let along = start + (end - start) * index as f32 / stretches as f32;
            let stray = line * STRAY * noise(hand, side * 100 + index);
            at(corner.x + across * along + down * stray, corner.y + down * along + across * stray)
        };
        let first = bend(0);
        if side == 0 {
            path.move_to(first.x, first.y);
        } else {
            path.quad_to(corner.x, corner.y, first.x, first.y);
        }
        // The line bends towards each point, and passes between it and the next.
        for index in 1..stretches {
            let (here, next) = (bend(index), bend(index + 1));
            path.quad_to(here.x, here.y, (here.x + next.x) / 2.0, (here.y + next.y) / 2.0);
        }
        let last = bend(stretches);
        path.line_to(last.x, last.y);
    }
    let start = at(left + radius_at(0), top + line * STRAY * noise(hand, 0));
    path.quad_to(left, top, start.x, start.y);
    path.close();
    path.finish()
}

/// Lines of hatching over a panel, as far as they are in the visible part of it, which begins at 0, 0.
pub fn hatching(rect: Rect, radius: f32, line: f32, (width, height): (u32, u32), hand: u32) -> Option<Path> {
    let inset = (line * 3.0) as i32;
    let inner = rect.inset(inset);
    let visible = from_origin(width, height);
    let distance = (line * HATCHING).max(2.0);
    let (first, last) = ((inner.x + inner.y) as f32, (inner.right() + inner.bottom()) as f32);
    let (first, last) = ((first + radius).max(0.0), (last - radius).min((visible.width + visible.height) as f32));
    let mut path = PathBuilder::new();
    let sums = (0_u32..).map(|index| (index, first + (index as f32 + 0.5) * distance));
    // On each line x + y is the same.
    for (index, sum) in sums.take_while(|(_, sum)| *sum <= last) {
        let start = (inner.x as f32).max(sum - inner.bottom() as f32);
        let end = (inner.right() as f32).min(sum - inner.y as f32);
        let (short, lean) = (line * (1.0 + noise(hand, index)), line * noise(hand, 500 + index));
        if end - start > 2.0 * short {
            path.move_to(start + short, sum - start - short);
            path.line_to(end - short, sum - end + short + lean);
        }
    }
    path.finish()
}

/// A number from -1 to 1 that looks random: the same for the same hand and index on every machine.
fn noise(hand: u32, index: u32) -> f32 {
    let mut bits = (hand.wrapping_mul(0x9e37_79b9) ^ index).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ bits >> 13).wrapping_mul(0xc2b2_ae35);
    (bits >> 16) as f32 / 32767.5 - 1.0
}
