//! The test harness: the game, a clock around each stage of its frames, and the buffer that frames are copied to.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_64;

use super::error::BenchError;
use super::measured::{Baseline, BenchFrame, FrameKind};
use crate::app::{App, Frame, Stopwatch, median};
use crate::raster::Rendering;
use crate::screens::{Context, Input, Screen};

/// How often the baseline is measured; the median counts.
const BASELINE_SAMPLES: u8 = 3;

/// Presents a frame in a window: how long that took, or why it failed.
pub type PresentFrame = Box<dyn FnMut(&Frame) -> Result<Duration, String>>;

/// A game whose frames are timed.
pub struct Harness {
    pub app: App,
    /// A copy of the last frame.
    pixels: Vec<u8>,
    /// Frames are presented too if there is a window.
    pub present: Option<PresentFrame>,
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
        let mut harness = Harness { app: App::new(opening, context, rendering)?, pixels: Vec::new(), present: None };
        harness.turn(Input::Resize { width, height, scale: 1.0 })?;
        harness.pixels = vec![0; harness.app.last_frame().data().len()];
        Ok(harness)
    }

    /// The pixels of the last frame, 4 bytes each (RGBA).
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Gives the game one input.
    ///
    /// # Errors
    /// When the level ends with it.
    pub fn turn(&mut self, input: Input) -> Result<(), BenchError> {
        match self.app.turn(input) {
            ControlFlow::Continue(()) => self.check_playing(),
            ControlFlow::Break(_) => Err(BenchError::LevelOver),
        }
    }

    fn check_playing(&self) -> Result<(), BenchError> {
        if matches!(self.app.screen(), Screen::Play(_)) { Ok(()) } else { Err(BenchError::LevelOver) }
    }

    /// Makes the next frame, `passed` of the game's time after the last one, stage by stage. Its hash is computed after
    /// the clock has stopped.
    ///
    /// # Errors
    /// When the level is over, or the frame cannot be presented.
    pub fn frame(&mut self, number: u32, kind: FrameKind, passed: Duration) -> Result<BenchFrame, BenchError> {
        // A frame in which nothing moves is painted too.
        self.app.invalidate();
        let mut watch = Stopwatch::start(Instant::now());
        let frame = self.app.frame_timed([Input::Tick(passed)], || watch.lap(Instant::now()));
        let ControlFlow::Continue(Some(mut times)) = frame else { return Err(BenchError::LevelOver) };
        self.pixels.copy_from_slice(self.app.last_frame().data());
        black_box(&self.pixels);
        times.copy = watch.lap(Instant::now());
        self.check_playing()?;
        let record = self.app.frame_record(times);
        let present = self.present.as_mut().map(|present| present(self.app.last_frame()));
        let present = present.transpose().map_err(BenchError::Present)?;
        Ok(BenchFrame { number, kind, hash: xxh3_64(&self.pixels), record, present })
    }

    /// Measures the baseline with the buffer of the last frame, whose pixels are restored at the end.
    pub fn baseline(&mut self) -> Baseline {
        let frame = self.app.last_frame().data();
        let pixels = &mut self.pixels;
        let mut copies = Vec::new();
        let mut fills = Vec::new();
        let mut watch = Stopwatch::start(Instant::now());
        for value in 0..BASELINE_SAMPLES {
            pixels.copy_from_slice(black_box(frame));
            black_box(&pixels);
            copies.push(watch.lap(Instant::now()));
            pixels.fill(black_box(value));
            black_box(&pixels);
            fills.push(watch.lap(Instant::now()));
        }
        pixels.copy_from_slice(frame);
        Baseline { memcpy: median(copies).unwrap_or_default(), memset: median(fills).unwrap_or_default() }
    }
}
