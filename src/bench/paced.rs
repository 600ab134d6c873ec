//! The paced pass: the same frames back to back, and 60 a second as a player sees them. In the pause between two frames
//! caches go cold and the processor's clock rests, so the second truth is the dearer one. Both are taken in turns, so
//! that what disturbs the machine disturbs both, and each turn gives one ratio.

use std::num::NonZero;
use std::thread;
use std::time::{Duration, Instant};

use super::error::BenchError;
use super::harness::Harness;
use super::measured::{BenchFrame, FrameKind, PacedRun, PacedTurn};
use super::plan::BenchPlan;
use crate::look::FRAME_TIME;
use crate::raster::{Missing, Rendering};
use crate::screens::{Context, Screen};

/// Turns, and frames that count in either pass of each.
const TURNS: u32 = 5;
const FRAMES: u32 = 4;

/// Frames before these, in which the pace is found and the ground composed.
const WARM_UP: u32 = 2;

/// What is run: the base on one thread and on all, and the other sets on all. An entry is an index in the plan's
/// variants and a number of threads.
pub fn runs(plan: &BenchPlan) -> Vec<(usize, NonZero<usize>)> {
    let alone = (plan.threads.get() > 1).then_some((0, NonZero::<usize>::MIN));
    alone.into_iter().chain(plan.sets().map(|variant| (variant, plan.threads))).collect()
}

/// How long all runs of a plan take at least.
pub fn duration(plan: &BenchPlan) -> Duration {
    FRAME_TIME * TURNS * (FRAMES + WARM_UP) * (runs(plan).len() * plan.zooms.len()) as u32
}

/// Makes one run at each zoom.
///
/// # Errors
/// When the level is over too soon.
pub fn run(
    plan: &BenchPlan,
    (variant, threads): (usize, NonZero<usize>),
    opening: &Screen,
    context: &Context,
    after_frame: &mut dyn FnMut() -> Result<(), BenchError>,
) -> Result<Vec<PacedRun>, BenchError> {
    let rendering = Rendering { threads, ..plan.rendering(variant, Missing::Wait) };
    let mut harness = Harness::new(opening.clone(), context.clone(), rendering, plan.size)?;
    harness.app.use_hints(plan.variants[variant].hints);
    let mut runs = Vec::new();
    for (zoom, tile) in plan.zooms.iter().enumerate() {
        let mut pass = |kind: FrameKind, turn: u32| -> Result<Vec<BenchFrame>, BenchError> {
            let pause = if kind == FrameKind::Paced { FRAME_TIME } else { Duration::ZERO };
            harness.app.show(opening.clone());
            harness.app.zoom_to(*tile);
            let mut frames = Vec::new();
            for number in 0..WARM_UP + FRAMES {
                let start = Instant::now();
                frames.push(BenchFrame { lap: turn, ..harness.frame(number, kind, FRAME_TIME)? });
                after_frame()?;
                thread::sleep(pause.saturating_sub(start.elapsed()));
            }
            Ok(frames.split_off(WARM_UP as usize))
        };
        // Sprites are made once.
        pass(FrameKind::BackToBack, 0)?;
        let turns = (0..TURNS).map(|turn| {
            Ok(PacedTurn { back_to_back: pass(FrameKind::BackToBack, turn)?, paced: pass(FrameKind::Paced, turn)? })
        });
        let turns = turns.collect::<Result<_, BenchError>>()?;
        runs.push(PacedRun { zoom, variant, threads: threads.get(), turns });
        harness.app.evict_sprites();
    }
    Ok(runs)
}
