//! The test harness: a game, a clock around each stage of its frames, and a copy of its last frame.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_64;

use super::cpu_time::cpu_time;
use super::error::BenchError;
use super::measured::{BenchFrame, FrameKind};
use super::plan::LAST_OF_LAP;
use crate::app::{App, Frame, Stopwatch};
use crate::look::Redraw;
use crate::raster::Rendering;
use crate::screens::{Context, Input, Screen};

/// Presents a frame in a window: how long that took, or why it failed.
pub type PresentFrame = Box<dyn FnMut(&Frame) -> Result<Duration, String>>;

/// A game whose frames are timed.
pub struct Harness {
    pub app: App,
    /// A copy of the last frame that was handed over, or that the next one starts from.
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

    /// A copy of the last frame, if that was handed over.
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

    /// Makes the next frame, `passed` of the game's time after the last one, stage by stage, and hands it over. Its
    /// hash is computed after the clock has stopped.
    ///
    /// # Errors
    /// When the level is over.
    pub fn frame(&mut self, number: u32, kind: FrameKind, passed: Duration) -> Result<BenchFrame, BenchError> {
        let mut frame = self.timed(number, kind, passed)?;
        let mut watch = Stopwatch::start(Instant::now());
        self.keep_last();
        black_box(self.last.data());
        frame.record.times.copy = watch.lap(Instant::now());
        frame.hash = Some(self.hash());
        Ok(frame)
    }

    /// Makes the next frame in a buffer that several games share, so that none is lucky with its memory. Of a lap whose
    /// frames are not handed over only the last one is hashed, to have more of them in the same time.
    ///
    /// # Errors
    /// When the level is over.
    pub fn frame_in(
        &mut self,
        buffer: &mut Frame,
        number: u32,
        kind: FrameKind,
        passed: Duration,
        hands_over: bool,
    ) -> Result<BenchFrame, BenchError> {
        // One that paints all of a frame needs no picture to start from.
        let repaints = self.app.hints().redraw == Redraw::Full;
        if !repaints {
            self.app.copy_frame(&self.last, buffer);
        }
        self.app.swap_frame(buffer);
        let frame = if hands_over {
            self.frame(number, kind, passed)?
        } else {
            let mut frame = self.timed(number, kind, passed)?;
            if !repaints {
                self.keep_last();
            }
            frame.hash = (number == LAST_OF_LAP).then(|| self.hash());
            frame
        };
        self.app.swap_frame(buffer);
        Ok(frame)
    }

    /// Makes the next frame, `passed` of the game's time after the last one, stage by stage.
    fn timed(&mut self, number: u32, kind: FrameKind, passed: Duration) -> Result<BenchFrame, BenchError> {
        // A frame in which nothing moves is painted too.
        self.app.invalidate();
        let cpu_before = cpu_time();
        let mut watch = Stopwatch::start(Instant::now());
        let frame = self.app.frame_timed([Input::Tick(passed)], || watch.lap(Instant::now()));
        let ControlFlow::Continue(Some(times)) = frame else { return Err(BenchError::LevelOver) };
        let cpu = cpu_time().zip(cpu_before).map(|(after, before)| after.saturating_sub(before));
        let record = self.app.frame_record(times);
        self.finish_background()?;
        Ok(BenchFrame { lap: 0, number, kind, hash: None, record, cpu, present: None })
    }

    fn keep_last(&mut self) {
        self.app.copy_frame(self.app.last_frame(), &mut self.last);
    }

    fn hash(&self) -> u64 {
        xxh3_64(self.app.last_frame().data())
    }
}
