//! What the benchmark measured, as plain data: every frame, and when and under which conditions it was made.

use std::time::Duration;

use super::difference::{Crops, Difference};
use super::plan::BenchPlan;
use super::schedule::Schedule;
use crate::app::FrameRecord;

/// All that was measured.
#[derive(Debug, Clone)]
pub struct Measured {
    pub plan: BenchPlan,
    pub schedule: Schedule,
    /// In the order in which they were measured.
    pub blocks: Vec<BenchBlock>,
    pub comparisons: Vec<Comparison>,
    /// One for the base and for each set of hints.
    pub sweeps: Vec<ZoomSweep>,
    /// The time it takes to record one frame.
    pub recording: Duration,
}

/// The frames of one zoom and variant that were made one after the other.
#[derive(Debug, Clone)]
pub struct BenchBlock {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Index in the plan's variants.
    pub variant: usize,
    /// Which of the blocks of this zoom and variant, from 0.
    pub round: u32,
    pub frames: Vec<BenchFrame>,
    pub baseline: Baseline,
}

/// One frame of the benchmark.
#[derive(Debug, Clone, Copy)]
pub struct BenchFrame {
    /// Counted from 0 in each pass.
    pub number: u32,
    pub kind: FrameKind,
    /// A hash of its pixels.
    pub hash: u64,
    pub record: FrameRecord,
    /// The time it took to present the frame, if there is a window.
    pub present: Option<Duration>,
}

/// What a frame is an example of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameKind {
    /// The sprite cache was empty: what a change of zoom costs at once.
    First,
    /// A later frame of the cold pass, in which more sprites may be made for the first time.
    Settling,
    /// The first frame of the warm pass. The scene has jumped back, so more of the picture changes than usual.
    Rewound,
    /// A frame as most frames of play are, with all sprites in the cache. These are the frames that count.
    Steady,
    /// The zoom has just changed: sprites that are not ready are drawn as placeholders.
    Zoomed,
    /// A frame after such a change, while sharp sprites replace the placeholders.
    Sharpening,
}

/// The least time that a frame of this size can take on this machine: how fast memory is at that moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// Copying a frame.
    pub memcpy: Duration,
    /// Filling a frame with one value.
    pub memset: Duration,
}

/// How the picture of a variant differs from the base's at one zoom.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Index in the plan's variants.
    pub variant: usize,
    pub difference: Difference,
    /// None for identical pictures.
    pub crops: Option<Crops>,
}

/// The frames of one variant while the zoom moved.
#[derive(Debug, Clone)]
pub struct ZoomSweep {
    /// Index in the plan's variants.
    pub variant: usize,
    pub frames: Vec<BenchFrame>,
    /// The most bytes that sprites took in any of these frames.
    pub sprite_bytes: usize,
}

impl Measured {
    /// The blocks of one zoom and variant, in the order of their rounds.
    pub fn blocks_of(&self, zoom: usize, variant: usize) -> impl Iterator<Item = &BenchBlock> {
        self.blocks.iter().filter(move |block| block.zoom == zoom && block.variant == variant)
    }
}

impl BenchBlock {
    /// The frames of one kind.
    pub fn of_kind(&self, kind: FrameKind) -> impl Iterator<Item = &BenchFrame> {
        self.frames.iter().filter(move |frame| frame.kind == kind)
    }

    /// The times of the steady frames.
    pub fn steady(&self) -> impl Iterator<Item = Duration> {
        self.of_kind(FrameKind::Steady).map(BenchFrame::time)
    }
}

impl BenchFrame {
    /// The time it took to make the frame: step, scene, paint and hud, without handing it over.
    pub fn time(&self) -> Duration {
        self.record.times.made()
    }
}

impl FrameKind {
    /// Its name in `frames.csv`.
    pub const fn name(self) -> &'static str {
        match self {
            FrameKind::First => "first",
            FrameKind::Settling => "settling",
            FrameKind::Rewound => "rewound",
            FrameKind::Steady => "steady",
            FrameKind::Zoomed => "zoomed",
            FrameKind::Sharpening => "sharpening",
        }
    }
}
