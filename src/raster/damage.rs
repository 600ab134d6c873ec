//! Damage: the part of the frame that differs from the last painting, for the hint `redraw=dirty`.
//!
//! The draw commands of two display lists are matched in order. Where only matched commands lie, both pictures are the
//! same; the bounds of every command without a match are dirty, in the old list as in the new one.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::bitmap::Bitmap;
use super::fast::{DisplayList, DrawCommand, LAYERS, Paint, visible_parts};
use super::region::{Region, from_origin, intersect};
use crate::scene::Rect;

/// Where more than the frame's pixels divided by this are dirty, all is repainted that is not hidden: many small
/// rectangles cost more.
const FULL_REPAINT_DIVISOR: u64 = 3;

/// With more dirty rectangles, finding the damage takes longer than repainting all of the frame.
const MAX_RECTS: usize = 2000;

/// How many commands ahead a match is searched for, where commands were added or removed.
const LOOK_AHEAD: usize = 16;

/// A display list and the bitmaps that its commands refer to.
#[derive(Clone, Copy)]
pub struct ResolvedList<'a> {
    pub list: &'a DisplayList,
    pub bitmaps: &'a [Arc<Bitmap>],
}

/// What has to be repainted, in a frame of this size, to turn each list of `before` into that of `after`. What the
/// front list hides is not repainted for a change behind it.
pub fn damage<'a>(
    before: [ResolvedList<'a>; LAYERS],
    after: [ResolvedList<'a>; LAYERS],
    (width, height): (u32, u32),
) -> Region {
    let ([back_before, front_before], [back_after, front_after]) = (before, after);
    let whole = from_origin(width, height);
    let Some(in_front) = changes(front_before, front_after) else { return Region::whole(width, height) };
    let behind = changes(back_before, back_after).unwrap_or_else(|| vec![whole]);
    let panels = front_after.list.occluders(front_after.bitmaps);
    let touched = |behind: &[Rect]| {
        let is_free = |rect: &Rect| panels.iter().all(|panel| intersect(*rect, *panel).is_none());
        let (free, covered): (Vec<Rect>, Vec<Rect>) = behind.iter().copied().partition(is_free);
        let seen = covered.into_iter().flat_map(|rect| visible_parts(rect, &panels));
        Region::touched(in_front.iter().copied().chain(free).chain(seen), (width, height))
    };
    let region = touched(&behind);
    let is_large = region.area() > u64::from(width) * u64::from(height) / FULL_REPAINT_DIVISOR;
    if is_large { touched(&[whole]) } else { region }
}

/// The dirty rectangles of a list, which may overlap; none if they are too many.
pub fn changes(before: ResolvedList, after: ResolvedList) -> Option<Vec<Rect>> {
    let mut dirty = Vec::new();
    let mut add = |rect| {
        dirty.push(rect);
        if dirty.len() > MAX_RECTS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    diff(before, after, &mut add).is_continue().then_some(dirty)
}

/// Whether two lists paint the same.
pub fn is_same_list(before: ResolvedList, after: ResolvedList) -> bool {
    diff(before, after, &mut |_| ControlFlow::Break(())).is_continue()
}

/// Calls `add` with each dirty rectangle until it breaks.
fn diff(before: ResolvedList, after: ResolvedList, add: &mut impl FnMut(Rect) -> ControlFlow<()>) -> ControlFlow<()> {
    let (mut old, mut new) = (before.list.commands.as_slice(), after.list.commands.as_slice());
    let same = |one: &DrawCommand, other: &DrawCommand| is_same(before, one, after, other);
    while let ([one, ..], [other, ..]) = (old, new) {
        if same(one, other) {
            (old, new) = (&old[1..], &new[1..]);
            continue;
        }
        // As many are left in both: most likely none was added or removed.
        let look_ahead = if old.len() == new.len() { 0 } else { LOOK_AHEAD };
        let removed = old.iter().take(look_ahead).position(|one| same(one, other));
        let added = new.iter().take(look_ahead).position(|other| same(one, other));
        let (skip_old, skip_new) = match (removed, added) {
            (Some(removed), Some(added)) if added < removed => (0, added),
            (Some(removed), _) => (removed, 0),
            (None, Some(added)) => (0, added),
            // One command was replaced by the other.
            (None, None) => (1, 1),
        };
        let tiles = match (removed, added) {
            (None, None) => diff_grids(before, one, after, other, add),
            (Some(_), _) | (_, Some(_)) => None,
        };
        match tiles {
            Some(flow) => flow?,
            None => old[..skip_old].iter().chain(&new[..skip_new]).try_for_each(|command| add(command.bounds))?,
        }
        (old, new) = (&old[skip_old..], &new[skip_new..]);
    }
    old.iter().chain(new).try_for_each(|command| add(command.bounds))
}

/// As [`diff`], for the single tiles of two grids. None unless both commands are grids of the same shape.
fn diff_grids(
    before: ResolvedList,
    one: &DrawCommand,
    after: ResolvedList,
    other: &DrawCommand,
    add: &mut impl FnMut(Rect) -> ControlFlow<()>,
) -> Option<ControlFlow<()>> {
    let (Paint::Grid(one), Paint::Grid(other)) = (one.paint, other.paint) else { return None };
    let (one, other) = (&before.list.grids[one as usize], &after.list.grids[other as usize]);
    one.diff(other, add)
}

fn is_same(before: ResolvedList, one: &DrawCommand, after: ResolvedList, other: &DrawCommand) -> bool {
    one.bounds == other.bounds
        && match (one.paint, other.paint) {
            (Paint::Color(one), Paint::Color(other)) => one == other,
            (Paint::Paper(one), Paint::Paper(other)) => {
                before.list.sheets[one as usize].paper() == after.list.sheets[other as usize].paper()
            }
            (Paint::Grid(_), Paint::Grid(_)) => {
                let first_difference = diff_grids(before, one, after, other, &mut |_| ControlFlow::Break(()));
                first_difference == Some(ControlFlow::Continue(()))
            }
            (Paint::Bitmap(one), Paint::Bitmap(other)) => {
                one.corner == other.corner
                    && one.opacity == other.opacity
                    && Arc::ptr_eq(&before.bitmaps[one.index as usize], &after.bitmaps[other.index as usize])
            }
            (Paint::Color(_) | Paint::Paper(_) | Paint::Grid(_) | Paint::Bitmap(_), _) => false,
        }
}
