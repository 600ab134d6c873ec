//! The test harness: a game, a clock around each stage of its frames, and a copy of its last frame.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_64;

use super::cpu_time::cpu_time;
use super::error::BenchError;
use super::measured::{BenchFrame, FrameKind};
use crate::app::{App, Frame, Stopwatch};
use crate::raster::Rendering;
use crate::screens::{Context, Input, Screen};

/// Presents a frame in a window: how long that took, or why it failed.
pub type PresentFrame = Box<dyn FnMut(&Frame) -> Result<Duration, String>>;

/// A game whose frames are timed.
pub struct Harness {
    pub app: App,
    /// A copy of its last frame.
    last: Frame,
    /// The zoom, in pixels a tile, that mip levels were made for since all sprites were evicted.
    pub mips_for: Option<u32>,
}

impl Harness {
    /// A game that opens on this screen, in a frame of this size in pixels.
    ///
    /// # Errors
    /// When the art in the binary is broken.
    pub fn new(
        opening: Screen,
        context: Context,
        rendering: Rendering,
        (width, height): (u32, u32),
    ) -> Result<Harness, BenchError> {
        let app = App::new(opening, context, rendering)?;
        let mut harness = Harness { app, last: Frame::new(width, height), mips_for: None };
        harness.turn(Input::Resize { width, height, scale: 1.0 })?;
        Ok(harness)
    }

    /// The last frame.
    pub fn last(&self) -> &Frame {
        &self.last
    }

    /// Gives the game one input.
    ///
    /// # Errors
    /// When the level ends with it.
    pub fn turn(&mut self, input: Input) -> Result<(), BenchError> {
        if self.app.turn(input).is_break() {
            return Err(BenchError::LevelOver);
        }
        self.finish_background()
    }

    /// Waits for the work in the background: a frame that shows its results must not depend on how soon they come.
    fn finish_background(&mut self) -> Result<(), BenchError> {
        match self.app.finish_background() {
            ControlFlow::Continue(()) => self.check_playing(),
            ControlFlow::Break(_) => Err(BenchError::LevelOver),
        }
    }

    fn check_playing(&self) -> Result<(), BenchError> {
        if matches!(self.app.screen(), Screen::Play(_)) { Ok(()) } else { Err(BenchError::LevelOver) }
    }

    /// Evicts all sprites, and mip levels too.
    pub fn evict_sprites(&mut self) {
        self.app.evict_sprites();
        self.mips_for = None;
    }

    /// Evicts the sprites of this zoom, in pixels a tile, which was shown last; their mip levels stay.
    pub fn evict_size(&mut self, tile: u32) {
        self.app.evict_size(tile);
        self.mips_for = Some(tile);
    }

    /// Makes the next frame, `passed` of the game's time after the last one, stage by stage. Its hash is computed after
    /// the clock has stopped.
    ///
    /// # Errors
    /// When the level is over.
    pub fn frame(&mut self, number: u32, kind: FrameKind, passed: Duration) -> Result<BenchFrame, BenchError> {
        // A frame in which nothing moves is painted too.
        self.app.invalidate();
        let cpu_before = cpu_time();
        let mut watch = Stopwatch::start(Instant::now());
        let frame = self.app.frame_timed([Input::Tick(passed)], || watch.lap(Instant::now()));
        let ControlFlow::Continue(Some(mut times)) = frame else { return Err(BenchError::LevelOver) };
        let cpu = cpu_time().zip(cpu_before).map(|(after, before)| after.saturating_sub(before));
        watch.lap(Instant::now());
        self.app.copy_frame(self.app.last_frame(), &mut self.last);
        black_box(self.last.data());
        times.copy = watch.lap(Instant::now());
        let record = self.app.frame_record(times);
        self.finish_background()?;
        Ok(BenchFrame { number, kind, hash: xxh3_64(self.last.data()), record, cpu, present: None })
    }

    /// Makes the next frames without measuring them, `passed` of the game's time between two, in a buffer that several games
    /// share: the sprites that they need are there afterwards.
    ///
    /// # Errors
    /// When the level is over.
    pub fn warm_up(&mut self, buffer: &mut Frame, frames: u32, passed: Duration) -> Result<(), BenchError> {
        self.enter(buffer);
        let made = (0..frames).try_for_each(|_| {
            self.turn(Input::Tick(passed))?;
            self.app.invalidate();
            self.app.frame();
            Ok(())
        });
        self.app.copy_frame(self.app.last_frame(), &mut self.last);
        self.app.swap_frame(buffer);
        made
    }

    /// Makes the next frame in a buffer that several games share, so that none is lucky with its memory.
    ///
    /// # Errors
    /// When the level is over.
    pub fn frame_in(
        &mut self,
        buffer: &mut Frame,
        number: u32,
        kind: FrameKind,
        passed: Duration,
    ) -> Result<BenchFrame, BenchError> {
        self.enter(buffer);
        let frame = self.frame(number, kind, passed);
        self.app.swap_frame(buffer);
        frame
    }

    /// Gives the game this buffer to paint in, with its last frame in it, copied by the threads that will paint. One that
    /// paints all of a frame does not need that, but then finds caches as others left them, and threads asleep: without
    /// this copy, ratios scatter by half as much again.
    fn enter(&mut self, buffer: &mut Frame) {
        self.app.copy_frame(&self.last, buffer);
        self.app.swap_frame(buffer);
    }
}
