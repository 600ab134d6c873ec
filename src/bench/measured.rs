//! What the benchmark measured, as plain data: every frame, and when and under which conditions it was made.

use std::time::{Duration, SystemTime};

use super::difference::{Crops, Difference};
use super::estimate::middle;
use super::plan::{BASE, BenchPlan, CONTROL};
use crate::app::FrameRecord;

/// All that was measured.
#[derive(Debug, Clone)]
pub struct Measured {
    pub plan: BenchPlan,
    pub started: SystemTime,
    /// From the start to the end.
    pub took: Duration,
    pub ending: RunEnding,
    /// In the order in which they were measured.
    pub visits: Vec<Visit>,
    pub comparisons: Vec<Comparison>,
    /// One for the base and for each set of hints.
    pub sweeps: Vec<ZoomSweep>,
    pub paced: Vec<PacedRun>,
    /// The time it takes to record one frame.
    pub recording: Duration,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunEnding {
    Complete,
    /// It was stopped; what was measured until then is valid.
    Interrupted,
}

/// One zoom, visited once: the same course of frames by all variants, each frame by all before the next. A slow variant
/// may have fewer laps of it, the first ones.
#[derive(Debug, Clone)]
pub struct Visit {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Which of the visits to this zoom, from 0.
    pub number: u32,
    /// Since the start of the run.
    pub at: Duration,
    /// The base, its control, and the variants that were measured in this visit.
    pub courses: Vec<Course>,
    pub baseline: Baseline,
    /// For each course, the logarithm of its frame times' ratio to the base's.
    log_ratios: Vec<Option<f64>>,
}

/// The frames of one variant in a visit.
#[derive(Debug, Clone)]
pub struct Course {
    /// Index in the plan's variants.
    pub variant: usize,
    pub frames: Vec<BenchFrame>,
}

/// One frame of the benchmark.
#[derive(Debug, Clone, Copy)]
pub struct BenchFrame {
    /// Which lap of its visit or turn of its paced run it belongs to, from 0.
    pub lap: u32,
    /// Its number in the lap.
    pub number: u32,
    pub kind: FrameKind,
    /// A hash of its pixels, if it was checked.
    pub hash: Option<u64>,
    pub record: FrameRecord,
    /// The processor time that all threads took together, where the system tells.
    pub cpu: Option<Duration>,
    /// The time it took to present the frame, if there is a window.
    pub present: Option<Duration>,
}

/// What a frame is an example of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameKind {
    /// The sprite cache was empty.
    First,
    /// Only the sprites of this zoom were missing, as after a change of zoom in play; the frame waits for them.
    ZoomChange,
    /// A frame of the first lap, which makes sprites for the others.
    WarmUp,
    /// The first frames of the laps after it. The scene has jumped back, so more of the picture changes than usual, and
    /// the ground is composed again.
    Rewound,
    /// A frame as most frames of play are, with all sprites in the cache. These are the frames that count.
    Steady,
    /// The zoom has just changed: sprites that are not ready are drawn as placeholders.
    Zoomed,
    /// A frame after such a change, while sharp sprites replace the placeholders.
    Sharpening,
    /// A frame of a paced run, right after the one before.
    BackToBack,
    /// A frame of a paced run at a player's pace.
    Paced,
}

/// The least time that a frame of this size can take on this machine: how fast memory is at that moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// Copying a frame.
    pub memcpy: Duration,
    /// Filling a frame with one value, by one thread.
    pub memset: Duration,
    /// The same by as many threads as paint a frame.
    pub memset_by_all: Duration,
}

/// How the picture of a variant differs from the base's at one zoom, and whether its frames are other work at all.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Index in the plan's variants.
    pub variant: usize,
    pub work: Work,
    /// Of the board, and of the bars around it.
    pub board: Difference,
    pub bars: Difference,
    /// None for identical pictures.
    pub crops: Option<Crops>,
}

/// Whether a variant's frames are made as the base's are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The same commands with the same bitmaps: there is nothing to time.
    Same,
    Other,
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

/// The same frames back to back, and 60 a second as a player sees them, in turns.
#[derive(Debug, Clone)]
pub struct PacedRun {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Index in the plan's variants.
    pub variant: usize,
    pub threads: usize,
    pub turns: Vec<PacedTurn>,
}

/// The same frames once in both ways.
#[derive(Debug, Clone)]
pub struct PacedTurn {
    pub back_to_back: Vec<BenchFrame>,
    pub paced: Vec<BenchFrame>,
}

impl Measured {
    /// The visits to one zoom, in their order.
    pub fn visits_to(&self, zoom: usize) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(move |visit| visit.zoom == zoom)
    }

    /// The courses of one zoom and variant, in the order of their visits.
    pub fn courses_of(&self, zoom: usize, variant: usize) -> impl Iterator<Item = &Course> {
        self.visits_to(zoom).filter_map(move |visit| visit.course(variant))
    }

    /// How the picture of one variant differs at one zoom, if that was looked at.
    pub fn comparison(&self, zoom: usize, variant: usize) -> Option<&Comparison> {
        self.comparisons.iter().find(|comparison| (comparison.zoom, comparison.variant) == (zoom, variant))
    }
}

impl Visit {
    /// The visit of that number to a zoom (an index in the plan's zooms), so long after the start of the run.
    pub fn new(zoom: usize, number: u32, at: Duration, courses: Vec<Course>, baseline: Baseline) -> Visit {
        let mut visit = Visit { zoom, number, at, courses, baseline, log_ratios: Vec::new() };
        let ratio = |course: &Course| visit.log_ratio_of(course.variant, FrameKind::Steady, |frame| Some(frame.time()));
        visit.log_ratios = visit.courses.iter().map(ratio).collect();
        visit
    }

    /// The course of a variant, if it was measured in this visit.
    pub fn course(&self, variant: usize) -> Option<&Course> {
        self.courses.iter().find(|course| course.variant == variant)
    }

    /// The logarithm of the ratio of a variant's frame times to the base's: the [`middle`] over all frames that count,
    /// each compared with the same frame of the base, and the same for its control; the mean of both. For the control
    /// itself it is the ratio to the base. (Comparing with the mean of base and control at once would be biased: slow
    /// frames are rare, and the mean of two is less skewed than one.)
    pub fn log_ratio(&self, variant: usize) -> Option<f64> {
        self.log_ratios[self.courses.iter().position(|course| course.variant == variant)?]
    }

    /// The same for processor time, where the system tells.
    pub fn cpu_log_ratio(&self, variant: usize) -> Option<f64> {
        self.log_ratio_of(variant, FrameKind::Steady, |frame| frame.cpu)
    }

    /// The same for the frame after a change of zoom.
    pub fn change_log_ratio(&self, variant: usize) -> Option<f64> {
        self.log_ratio_of(variant, FrameKind::ZoomChange, |frame| Some(frame.time()))
    }

    fn log_ratio_of(
        &self,
        variant: usize,
        kind: FrameKind,
        time: impl Fn(&BenchFrame) -> Option<Duration>,
    ) -> Option<f64> {
        let logs = |variant: usize| -> Option<Vec<f64>> {
            let frames = self.course(variant)?.of_kind(kind);
            frames.map(|frame| Some(time(frame)?.as_secs_f64().max(1e-9).ln())).collect()
        };
        let own = logs(variant)?;
        let against = |reference: usize| {
            let ratios: Vec<f64> = own.iter().zip(logs(reference)?).map(|(own, reference)| own - reference).collect();
            middle(&ratios)
        };
        if variant == CONTROL { against(BASE) } else { Some((against(BASE)? + against(CONTROL)?) / 2.0) }
    }
}

impl Course {
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
            FrameKind::ZoomChange => "zoom_change",
            FrameKind::WarmUp => "warm_up",
            FrameKind::Rewound => "rewound",
            FrameKind::Steady => "steady",
            FrameKind::Zoomed => "zoomed",
            FrameKind::Sharpening => "sharpening",
            FrameKind::BackToBack => "back_to_back",
            FrameKind::Paced => "paced",
        }
    }
}
