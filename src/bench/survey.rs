//! The survey of a zoom, before anything is timed there: what each variant does to the picture, and whether its frames
//! are other work than the base's at all.

use super::difference::{Crops, Difference, split};
use super::error::BenchError;
use super::harness::Harness;
use super::measured::{Comparison, FrameKind, Work};
use super::plan::{BASE, BenchPlan, CONTROL, COURSE, FRAME_STEP, REWOUND};
use crate::app::Frame;
use crate::look::{Hint, Hints};
use crate::screens::Screen;

/// The hashes of the frames of a course, one after the other.
pub type CourseHashes = Vec<Option<u64>>;

/// Makes the course with every variant once: the hashes of its frames by variant, and all comparisons with the base.
///
/// # Errors
/// When the level is over too soon.
pub fn survey(
    plan: &BenchPlan,
    zoom: usize,
    opening: &Screen,
    harnesses: &mut [Harness],
    after_frame: &mut dyn FnMut() -> Result<(), BenchError>,
) -> Result<(Vec<CourseHashes>, Vec<Comparison>), BenchError> {
    let tile = plan.zooms[zoom];
    let mut buffer = Frame::new(plan.size.0, plan.size.1);
    let mut hashes = vec![CourseHashes::new(); harnesses.len()];
    let mut work = vec![Work::Same; harnesses.len()];
    for harness in harnesses.iter_mut() {
        harness.app.show(opening.clone());
        harness.app.zoom_to(tile);
    }
    for number in 0..REWOUND + COURSE {
        for (variant, hashes) in hashes.iter_mut().enumerate() {
            let frame = harnesses[variant].frame_in(&mut buffer, number, FrameKind::First, FRAME_STEP, true)?;
            hashes.push(frame.hash);
            if !harnesses[variant].app.did_same_work_as(&harnesses[BASE].app) {
                work[variant] = Work::Other;
            }
            after_frame()?;
        }
    }
    let base = plan.variants[BASE].hints;
    let compare = |variant: usize| {
        let is_known = differs_idly(base, plan.variants[variant].hints, tile);
        let work = if is_known { Work::Same } else { work[variant] };
        compare(&harnesses[BASE], &harnesses[variant], (zoom, variant), work)
    };
    // The base has no comparison, nor has its control.
    let comparisons = (CONTROL + 1..harnesses.len()).map(compare).collect();
    harnesses.iter_mut().for_each(|harness| harness.evict_sprites());
    Ok((hashes, comparisons))
}

/// Whether all hints in which these differ are known to change nothing at this zoom.
fn differs_idly(base: Hints, other: Hints, tile: u32) -> bool {
    let is_idle = |hint: &Hint| base.idle(*hint, tile).is_some() && other.idle(*hint, tile).is_some();
    Hint::ALL.iter().filter(|hint| base.get(**hint) != other.get(**hint)).all(is_idle)
}

fn compare(base: &Harness, other: &Harness, (zoom, variant): (usize, usize), work: Work) -> Comparison {
    let (width, from, to) = (base.last().width() as usize, base.last().data(), other.last().data());
    let board = base.app.board().map_or([0; 4], |board| [board.x, board.y, board.width, board.height]);
    let ([board_from, bars_from], [board_to, bars_to]) = (split(from, width, board), split(to, width, board));
    let crops = (from != to).then(|| Crops::of(from, to, width));
    let (board, bars) = (Difference::between(&board_from, &board_to), Difference::between(&bars_from, &bars_to));
    Comparison { zoom, variant, work, board, bars, crops }
}
