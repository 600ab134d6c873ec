//! The zoom sweep: the frames while the zoom moves, and those after it in which sprites become sharp again.
//!
//! Here the game runs as it is played: a sprite that is not ready is drawn as a placeholder, another size of it, while
//! worker threads make it. What a frame shows depends on how far they are, so frames differ from run to run; the only
//! question is whether any frame is late. First the wheel turns through all zooms and back, one notch a frame; then the
//! zoom jumps at random, each time from the moment at which the level is measured: a sweep may take longer than the
//! level does.

use std::ops::RangeInclusive;
use std::thread;
use std::time::{Duration, Instant};

use super::error::BenchError;
use super::harness::{Harness, PresentFrame};
use super::measured::{BenchFrame, FrameKind, ZoomSweep};
use super::plan::{BenchPlan, Length};
use super::random::SplitMix;
use crate::look::FRAME_TIME;
use crate::screens::{Input, Screen};

/// Frames after each movement of the zoom: about as long as an eye rests.
const REST: u32 = 10;

/// An upper bound of the notches that the wheel needs through all zooms.
const MAX_NOTCHES: u32 = 20;

/// The fewest and the most jumps of a sweep, and the time of a run for each of those between.
const MIN_JUMPS: u32 = 2;
const MAX_JUMPS: u32 = 16;
const TIME_FOR_JUMP: Duration = Duration::from_secs(10);

/// The jumps of a sweep in a run of this length.
pub fn jumps(length: Length) -> u32 {
    match length {
        Length::Frames(_) => MIN_JUMPS,
        Length::Time(time) => ((time.as_secs() / TIME_FOR_JUMP.as_secs()) as u32).clamp(MIN_JUMPS, MAX_JUMPS),
    }
}

/// An upper bound of a sweep's duration, if no frame is late.
pub fn duration(jumps: u32) -> Duration {
    FRAME_TIME * (2 * (MAX_NOTCHES + REST) + jumps * (1 + REST))
}

/// Sweeps through the zooms of the plan, with the hints that the harness has now.
///
/// # Errors
/// When the level is over too soon, or a frame cannot be presented.
pub fn sweep(
    harness: &mut Harness,
    plan: &BenchPlan,
    opening: &Screen,
    variant: usize,
    jumps: u32,
    present: &mut Option<PresentFrame>,
    after_frame: &mut dyn FnMut() -> Result<(), BenchError>,
) -> Result<ZoomSweep, BenchError> {
    let low = plan.zooms.iter().copied().min().unwrap_or_default();
    let high = plan.zooms.iter().copied().max().unwrap_or_default();
    let sweep = ZoomSweep { variant, frames: Vec::new(), sprite_bytes: 0 };
    let mut sweeping = Sweeping { harness, present, after_frame, due: Instant::now(), sweep };
    sweeping.start_at(low)?;
    for notch in [1.0, -1.0] {
        sweeping.turn_wheel(notch, low..=high)?;
        sweeping.rest()?;
    }
    let mut random = SplitMix(variant as u64);
    for _ in 0..jumps {
        sweeping.rewind(opening)?;
        sweeping.harness.app.zoom_to(low + random.below((high - low) as usize + 1) as u32);
        sweeping.frame(FrameKind::Zoomed)?;
        sweeping.rest()?;
    }
    Ok(sweeping.sweep)
}

/// A sweep that is under way.
struct Sweeping<'a> {
    harness: &'a mut Harness,
    present: &'a mut Option<PresentFrame>,
    /// Called after each frame; an error ends the sweep.
    after_frame: &'a mut dyn FnMut() -> Result<(), BenchError>,
    /// When the next frame is due.
    due: Instant,
    sweep: ZoomSweep,
}

impl Sweeping<'_> {
    /// The level at this zoom with all sprites sharp. These frames are not part of the sweep.
    fn start_at(&mut self, zoom: u32) -> Result<(), BenchError> {
        self.harness.app.zoom_to(zoom);
        self.settle()
    }

    /// Frames until all sprites are sharp.
    fn settle(&mut self) -> Result<(), BenchError> {
        self.harness.frame(0, FrameKind::First, FRAME_TIME)?;
        self.harness.app.settle();
        self.harness.frame(1, FrameKind::Sharpening, FRAME_TIME)?;
        self.due = Instant::now();
        Ok(())
    }

    /// Back to the moment at which the level is measured, at the zoom that is shown. The frames in which the scene jumps
    /// back are not part of the sweep.
    fn rewind(&mut self, opening: &Screen) -> Result<(), BenchError> {
        let zoom = self.harness.app.zoom();
        self.harness.app.show(opening.clone());
        zoom.into_iter().for_each(|zoom| self.harness.app.zoom_to(zoom));
        self.settle()
    }

    /// Turns the wheel by one notch a frame, until the zoom is at the end of these zooms.
    fn turn_wheel(&mut self, notch: f32, zooms: RangeInclusive<u32>) -> Result<(), BenchError> {
        for _ in 0..MAX_NOTCHES {
            let inside = |zoom: u32| if notch > 0.0 { zoom < *zooms.end() } else { zoom > *zooms.start() };
            if !self.harness.app.zoom().is_some_and(inside) {
                break;
            }
            self.harness.turn(Input::Wheel(notch))?;
            self.frame(FrameKind::Zoomed)?;
        }
        Ok(())
    }

    fn rest(&mut self) -> Result<(), BenchError> {
        (0..REST).try_for_each(|_| self.frame(FrameKind::Sharpening))
    }

    /// Waits until the next frame is due, as the game does (worker threads have the time in between), and makes it. A
    /// late frame delays the ones after it.
    fn frame(&mut self, kind: FrameKind) -> Result<(), BenchError> {
        thread::sleep(self.due.saturating_duration_since(Instant::now()));
        self.due = Instant::now() + FRAME_TIME;
        let sweep = &mut self.sweep;
        let frame = self.harness.frame(sweep.frames.len() as u32, kind, FRAME_TIME)?;
        let present = self.present.as_mut().map(|present| present(self.harness.last()));
        let present = present.transpose().map_err(BenchError::Present)?;
        sweep.frames.push(BenchFrame { present, ..frame });
        sweep.sprite_bytes = sweep.sprite_bytes.max(self.harness.app.sprite_bytes());
        (self.after_frame)()
    }
}
