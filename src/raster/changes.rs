//! What changed between two paintings: the hint `redraw=dirty`.
//!
//! Two lists of placed items are matched in order, as far as they agree. Where only matched items lie, both pictures are
//! the same; all that has no match has to be painted again, where it was and where it is.

use std::sync::Arc;

use super::bitmap::Bitmap;
use super::fast::{Ink, Placed, Plan};
use super::region::Region;
use crate::scene::Rect;

/// Once more than this share of the frame has to be painted again, all of it is: a long list of small indices costs more.
const LARGEST_SHARE: u64 = 3;

/// With more changes than these, finding what to paint takes longer than painting everything.
const MOST_CHANGES: usize = 2000;

/// How far ahead a match is looked for, after items came or went.
const LOOK_AHEAD: usize = 16;

/// A plan and the bitmaps that it refers to.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    pub plan: &'a Plan,
    pub bitmaps: &'a [Arc<Bitmap>],
}

/// Everything that has to be painted again to turn each first picture into the second.
pub fn changes<'a>(
    pictures: impl IntoIterator<Item = (Picture<'a>, Picture<'a>)>,
    (width, height): (u32, u32),
) -> Region {
    let mut changed = Vec::new();
    for (before, after) in pictures {
        let is_enough = unmatched(before, after, |rect| {
            changed.push(rect);
            changed.len() > MOST_CHANGES
        });
        if is_enough {
            return Region::whole(width, height);
        }
    }
    let region = Region::touched(changed, (width, height));
    let is_much = region.area() > u64::from(width) * u64::from(height) / LARGEST_SHARE;
    if is_much { Region::whole(width, height) } else { region }
}

/// Calls `found` for where each item of either picture lies that has no match in the other, until that says that it is
/// enough. Says whether it was.
fn unmatched(before: Picture, after: Picture, mut found: impl FnMut(Rect) -> bool) -> bool {
    let (mut old, mut new) = (before.plan.placed.as_slice(), after.plan.placed.as_slice());
    let same = |one: &Placed, other: &Placed| is_same(before, one, after, other);
    while let ([one, ..], [other, ..]) = (old, new) {
        if same(one, other) {
            (old, new) = (&old[1..], &new[1..]);
            continue;
        }
        // Either some items went, or some came, or one took the index of another.
        let went = old.iter().take(LOOK_AHEAD).position(|one| same(one, other));
        let came = new.iter().take(LOOK_AHEAD).position(|other| same(one, other));
        let (skip_old, skip_new) = match (went, came) {
            (Some(went), Some(came)) if came < went => (0, came),
            (Some(went), _) => (went, 0),
            (None, Some(came)) => (0, came),
            (None, None) => (1, 1),
        };
        let all = |found: &mut dyn FnMut(Rect) -> bool| {
            old[..skip_old].iter().chain(&new[..skip_new]).any(|placed| found(placed.bounds))
        };
        let is_enough = match (went, came) {
            (None, None) => retiled(before, one, after, other, &mut found).unwrap_or_else(|| all(&mut found)),
            (Some(_), _) | (_, Some(_)) => all(&mut found),
        };
        if is_enough {
            return true;
        }
        (old, new) = (&old[skip_old..], &new[skip_new..]);
    }
    old.iter().chain(new).any(|placed| found(placed.bounds))
}

/// The same for two maps of tiles, of which only some tiles may differ; none if they are not two such.
fn retiled(
    before: Picture,
    one: &Placed,
    after: Picture,
    other: &Placed,
    found: &mut impl FnMut(Rect) -> bool,
) -> Option<bool> {
    let (Ink::Grid(one), Ink::Grid(other)) = (one.ink, other.ink) else { return None };
    let (one, other) = (&before.plan.grids[one as usize], &after.plan.grids[other as usize]);
    one.changes(before.bitmaps, (other, after.bitmaps), found)
}

fn is_same(before: Picture, one: &Placed, after: Picture, other: &Placed) -> bool {
    one.bounds == other.bounds
        && match (one.ink, other.ink) {
            (Ink::Color(one), Ink::Color(other)) => one == other,
            (Ink::Paper(one), Ink::Paper(other)) => {
                before.plan.sheets[one as usize].paper() == after.plan.sheets[other as usize].paper()
            }
            (Ink::Grid(_), Ink::Grid(_)) => retiled(before, one, after, other, &mut |_| true) == Some(false),
            (Ink::Bitmap(one), Ink::Bitmap(other)) => {
                one.corner == other.corner
                    && one.opacity == other.opacity
                    && Arc::ptr_eq(&before.bitmaps[one.index as usize], &after.bitmaps[other.index as usize])
            }
            (Ink::Color(_) | Ink::Paper(_) | Ink::Grid(_) | Ink::Bitmap(_), _) => false,
        }
}
