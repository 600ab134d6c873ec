//! Zooming about: the frames in which the zoom moves, and those after them in which its sprites become sharp.
//!
//! Here the game is as it is played: a sprite that is not at hand is stood in for by another size of it, while other
//! threads make it. So what a frame shows depends on how far those threads are, and no two runs see the same; what is
//! measured is only whether any frame comes late. A wheel is turned through all zooms and back, one notch in each frame;
//! then the zoom leaps about at random.

use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::bootstrap::SplitMix;
use super::error::BenchError;
use super::plan::Plan;
use super::record::{BenchFrame, Kind};
use super::stand::Stand;
use super::stats::{Summary, ms, share_over};
use crate::look::FRAME_TIME;
use crate::raster::MOST_BYTES;
use crate::screens::Input;

/// So many frames follow a move of the zoom: as long as an eye would rest on it.
const REST: u32 = 10;

/// More notches than a wheel has to be turned through all zooms.
const MOST_NOTCHES: u32 = 20;

/// The zoom leaps no more often than this.
const MOST_LEAPS: u32 = 16;

/// The frames of one variant while the zoom moved.
#[derive(Debug, Clone)]
pub struct Zooming {
    /// The place in the plan's list.
    pub variant: usize,
    pub frames: Vec<BenchFrame>,
    /// The most bytes that sprites took in any of these frames.
    pub sprite_bytes: usize,
}

/// How often the zoom leaps in a run of so many blocks.
pub fn leaps(blocks: u32) -> u32 {
    blocks.min(MOST_LEAPS)
}

/// At most how long zooming about takes, if no frame is late.
pub fn duration(leaps: u32) -> Duration {
    FRAME_TIME * (2 * (MOST_NOTCHES + REST) + leaps * (1 + REST))
}

/// Zooms about with the hints that the stand has now, within the zooms of the plan.
///
/// # Errors
/// When the level is over too soon, or a frame cannot be presented.
pub fn zoom_about(stand: &mut Stand, plan: &Plan, variant: usize, leaps: u32) -> Result<Zooming, BenchError> {
    let low = plan.zooms.iter().copied().min().unwrap_or_default();
    let high = plan.zooms.iter().copied().max().unwrap_or_default();
    let zooming = Zooming { variant, frames: Vec::new(), sprite_bytes: 0 };
    let mut walk = Walk { stand, due: Instant::now(), zooming };
    walk.open(low)?;
    for notch in [1.0, -1.0] {
        walk.wheel(notch, low..=high)?;
        walk.rest()?;
    }
    let mut random = SplitMix(variant as u64);
    for _ in 0..leaps {
        walk.stand.app.zoom_to(low + random.below((high - low) as usize + 1) as u32);
        walk.frame(Kind::Zoomed)?;
        walk.rest()?;
    }
    Ok(walk.zooming)
}

struct Walk<'a> {
    stand: &'a mut Stand,
    /// When the next frame is.
    due: Instant,
    zooming: Zooming,
}

impl Walk<'_> {
    /// The level at some zoom, all of it sharp: what it takes to get there is not a change of zoom.
    fn open(&mut self, zoom: u32) -> Result<(), BenchError> {
        self.stand.app.zoom_to(zoom);
        self.stand.frame(0, Kind::First, FRAME_TIME)?;
        self.stand.app.settle();
        self.stand.frame(1, Kind::Settling, FRAME_TIME)?;
        self.due = Instant::now();
        Ok(())
    }

    /// Turns the wheel in this direction, a notch in each frame, for as long as the zoom lies within these.
    fn wheel(&mut self, notch: f32, zooms: std::ops::RangeInclusive<u32>) -> Result<(), BenchError> {
        for _ in 0..MOST_NOTCHES {
            let inside = |zoom: u32| if notch > 0.0 { zoom < *zooms.end() } else { zoom > *zooms.start() };
            if !self.stand.app.zoom().is_some_and(inside) {
                break;
            }
            self.stand.turn(Input::Wheel(notch))?;
            self.frame(Kind::Zoomed)?;
        }
        Ok(())
    }

    fn rest(&mut self) -> Result<(), BenchError> {
        (0..REST).try_for_each(|_| self.frame(Kind::Sharpening))
    }

    /// The next frame, when it is time for it. After a late one the next is due a whole frame later.
    fn frame(&mut self, kind: Kind) -> Result<(), BenchError> {
        thread::sleep(self.due.saturating_duration_since(Instant::now()));
        self.due = Instant::now() + FRAME_TIME;
        let zooming = &mut self.zooming;
        zooming.frames.push(self.stand.frame(zooming.frames.len() as u32, kind, FRAME_TIME)?);
        zooming.sprite_bytes = zooming.sprite_bytes.max(self.stand.app.sprite_bytes());
        Ok(())
    }
}

/// How late frames are while the zoom moves, with one set of hints.
#[derive(Debug, Clone, Serialize)]
pub struct ZoomingRow {
    /// The variant's name.
    pub hints: String,
    pub n: usize,
    /// So many of the frames show another zoom than the one before.
    pub changes: usize,
    pub median_ms: f64,
    pub p99_ms: f64,
    pub max_ms: f64,
    /// The zoom of the slowest frame.
    pub max_zoom: u32,
    /// The share of frames, from 0 to 1, that are too late for 60 a second.
    pub over_16_7: f64,
    /// The most that sprites took, in MB of 2^20 bytes, and how much they may take.
    pub sprites_mb: f64,
    pub sprites_bound_mb: f64,
}

impl ZoomingRow {
    /// None of no frames.
    pub fn of(zooming: &Zooming, plan: &Plan) -> Option<ZoomingRow> {
        let made = |frame: &BenchFrame| frame.record.times.made();
        let times: Vec<Duration> = zooming.frames.iter().map(made).collect();
        let slowest = zooming.frames.iter().max_by_key(|frame| made(frame))?;
        let summary = Summary::of(times.clone())?;
        let mb = |bytes: usize| bytes as f64 / f64::from(1 << 20);
        Some(ZoomingRow {
            hints: plan.variants[zooming.variant].name.clone(),
            n: summary.n,
            changes: zooming.frames.iter().filter(|frame| frame.kind == Kind::Zoomed).count(),
            median_ms: ms(summary.median),
            p99_ms: ms(summary.p99),
            max_ms: ms(summary.max),
            max_zoom: slowest.record.zoom.unwrap_or_default(),
            over_16_7: share_over(&times, FRAME_TIME),
            sprites_mb: mb(zooming.sprite_bytes),
            sprites_bound_mb: mb(MOST_BYTES),
        })
    }
}
