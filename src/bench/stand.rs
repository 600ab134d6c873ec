//! The test stand: the game, a clock beside each stage of its frames, and where the frames go.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_64;

use super::error::BenchError;
use super::record::{BenchFrame, Kind, Yardsticks};
use super::stats::median;
use crate::app::{App, Frame, Stopwatch};
use crate::raster::Rendering;
use crate::screens::{Context, Input, Screen};

/// How often each yardstick is taken; the middle one counts.
const YARDSTICKS: usize = 3;

/// Shows a frame in a window and says how long that took, or why it could not.
pub type Display = Box<dyn FnMut(&Frame) -> Result<Duration, String>>;

/// A game whose frames are timed.
pub struct Stand {
    pub app: App,
    /// Where frames are copied to.
    shown: Vec<u8>,
    /// Where frames are presented besides, if they are.
    pub display: Option<Display>,
}

impl Stand {
    /// # Errors
    /// When the art in the binary is broken.
    pub fn new(
        opening: Screen,
        context: Context,
        rendering: Rendering,
        (width, height): (u32, u32),
    ) -> Result<Stand, BenchError> {
        let mut stand = Stand { app: App::new(opening, context, rendering)?, shown: Vec::new(), display: None };
        stand.turn(Input::Resize { width, height, scale: 1.0 })?;
        stand.shown = vec![0; stand.app.last_frame().data().len()];
        Ok(stand)
    }

    /// The frame that was made last.
    pub fn shown(&self) -> &[u8] {
        &self.shown
    }

    /// One input that must not end the level.
    pub fn turn(&mut self, input: Input) -> Result<(), BenchError> {
        match self.app.turn(input) {
            ControlFlow::Continue(()) => self.check_playing(),
            ControlFlow::Break(_) => Err(BenchError::Over),
        }
    }

    fn check_playing(&self) -> Result<(), BenchError> {
        if matches!(self.app.screen(), Screen::Play(_)) { Ok(()) } else { Err(BenchError::Over) }
    }

    /// The frame that follows so much time after the one before, stage by stage. Its hash is taken when the clock has
    /// stopped.
    pub fn frame(&mut self, number: u32, kind: Kind, passed: Duration) -> Result<BenchFrame, BenchError> {
        // Also a frame in which nothing moves is painted.
        self.app.invalidate();
        let mut watch = Stopwatch::start(Instant::now());
        let frame = self.app.frame_timed([Input::Tick(passed)], || watch.lap(Instant::now()));
        let ControlFlow::Continue(Some(mut times)) = frame else { return Err(BenchError::Over) };
        self.shown.copy_from_slice(self.app.last_frame().data());
        black_box(&self.shown);
        times.copy = watch.lap(Instant::now());
        self.check_playing()?;
        let record = self.app.frame_record(times);
        let present = self.display.as_mut().map(|display| display(self.app.last_frame()));
        let present = present.transpose().map_err(BenchError::Present)?;
        Ok(BenchFrame { number, kind, hash: xxh3_64(&self.shown), record, present })
    }

    /// What the machine can do at best with a frame. The frame that was made last is shown again afterwards.
    pub fn yardsticks(&mut self) -> Yardsticks {
        let frame = self.app.last_frame().data();
        let shown = &mut self.shown;
        let mut copies = Vec::new();
        let mut fills = Vec::new();
        let mut watch = Stopwatch::start(Instant::now());
        for value in 0..YARDSTICKS {
            shown.copy_from_slice(black_box(frame));
            black_box(&shown);
            copies.push(watch.lap(Instant::now()));
            shown.fill(black_box(value as u8));
            black_box(&shown);
            fills.push(watch.lap(Instant::now()));
        }
        shown.copy_from_slice(frame);
        Yardsticks { copy: median(copies).unwrap_or_default(), fill: median(fills).unwrap_or_default() }
    }
}
