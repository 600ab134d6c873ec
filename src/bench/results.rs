//! The results: figures for each zoom and variant, and for each hint what it costs and what it changes.
//!
//! The rows are written to `summary.json` as they are, so the names of their fields are names that others read.

use serde::Serialize;

use super::contrast::Contrast;
use super::estimate::Interval;
use super::machine::Machine;
use super::verdict::SpeedVerdict;
use crate::look::{Cache, HintValue};

/// The version of `summary.json` that is written, and the only one that can be compared.
pub const SCHEMA: u32 = 2;

/// All that the benchmark found out.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    /// The version of `summary.json`: it changes when the name or the meaning of a field does.
    pub schema: u32,
    pub program: String,
    /// Seconds since 1970, and those that the run took.
    pub started: u64,
    pub seconds: f64,
    /// Whether it was stopped before it was done.
    pub interrupted: bool,
    pub machine: Machine,
    pub level: String,
    /// Width and height of the frame in pixels.
    pub size: [u32; 2],
    pub painter: &'static str,
    pub threads: usize,
    /// The time it takes to record one frame.
    pub recording_ms: f64,
    /// Each variant's name and all its hints.
    pub variants: Vec<VariantRow>,
    pub noise: Vec<NoiseRow>,
    pub zooms: Vec<ZoomRow>,
    pub hints: Vec<HintRow>,
    pub flatness: Vec<FlatRow>,
    pub zooming: Vec<SweepRow>,
    pub paced: Vec<PacedRow>,
    #[serde(rename = "yardsticks")]
    pub baselines: Vec<BaselineRow>,
}

#[derive(Debug, Clone, Serialize)]
pub struct VariantRow {
    pub name: String,
    pub hints: String,
}

/// The A/A control against the base at one zoom: any difference is noise.
#[derive(Debug, Clone, Serialize)]
pub struct NoiseRow {
    pub zoom: u32,
    #[serde(flatten)]
    pub interval: Interval,
    pub verdict: SpeedVerdict,
    /// The ratio in each visit.
    pub visits: Vec<f64>,
}

/// The frames of one zoom and variant. Times are of making a frame: step, scene, paint and hud, without handing it
/// over.
#[derive(Debug, Clone, Serialize)]
pub struct ZoomRow {
    pub zoom: u32,
    /// The variant's name.
    pub hints: String,
    pub n: usize,
    /// Copying and filling a frame of this size in the same visits, and filling it by as many threads as paint.
    pub floor_ms: f64,
    pub fill_ms: f64,
    pub fill_by_all_ms: f64,
    pub min_ms: f64,
    pub median_ms: f64,
    pub p95_ms: f64,
    /// None of fewer than 100 frames, of which it would be the slowest.
    pub p99_ms: Option<f64>,
    pub max_ms: f64,
    /// The median over the time to copy a frame, and to fill it by as many threads as paint.
    pub over_floor: f64,
    pub over_fill: f64,
    /// The frame after a change of zoom in which only the sprites of the new size are made: the median over the visits.
    pub change_ms: f64,
    /// The first frame with no sprites at all.
    pub first_ms: f64,
    /// The same in all visits of all runs of the same build.
    pub frame_hash: String,
    /// Shares of frames, from 0 to 1, that are too late for 60 and for 120 frames a second.
    pub over_16_7: f64,
    pub over_8_3: f64,
    /// The frames a second that 99 of 100 frames keep up with (1 % low).
    pub steady_fps: Option<f64>,
    /// The median of each stage.
    pub step_ms: f64,
    pub scene_ms: f64,
    pub paint_ms: f64,
    pub hud_ms: f64,
    pub copy_ms: f64,
    /// The median of the processor time of all threads together, where the system tells.
    pub cpu_ms: Option<f64>,
    /// The median of presenting a frame; none if there was no window.
    pub present_ms: Option<f64>,
    /// The median of each visit.
    pub visits_ms: Vec<f64>,
}

/// One variant against the base at one zoom.
#[derive(Debug, Clone, Serialize)]
pub struct HintRow {
    #[serde(flatten)]
    pub contrast: Contrast,
    pub zoom: u32,
    /// The ratio of frame times with its 95 % interval; none if the variant is idle, or was visited once at most.
    #[serde(flatten)]
    pub interval: Option<Interval>,
    pub verdict: SpeedVerdict,
    /// Whether the difference stands among all ratios of this run together (Holm's correction).
    pub certain: bool,
    /// The ratio in each visit.
    pub visits: Vec<f64>,
    /// The same ratio of processor times, where the system tells: other programs hardly disturb it, but it knows
    /// nothing of threads that wait.
    pub cpu: Option<Interval>,
    /// The same ratio for the frame after a change of zoom, and whether a difference of that stands among all of them.
    pub change: Option<Interval>,
    pub change_certain: bool,
    /// The share of pixels that differ, from 0 to 1: of the board, and of the bars around it.
    pub pixels_changed: f64,
    pub bars_changed: f64,
    /// The largest difference in one channel.
    pub max_step: u8,
    /// Of the board, in decibels; none for identical pictures.
    pub psnr: Option<f64>,
}

/// How little the frame time of a variant depends on the zoom: its largest median over its smallest.
#[derive(Debug, Clone, Serialize)]
pub struct FlatRow {
    /// The variant's name.
    pub hints: String,
    pub ratio: f64,
}

/// The frames of one variant while the zoom moves.
#[derive(Debug, Clone, Serialize)]
pub struct SweepRow {
    /// The variant's name.
    pub hints: String,
    pub n: usize,
    /// How many frames show another zoom than the one before.
    pub changes: usize,
    pub median_ms: f64,
    pub p99_ms: Option<f64>,
    pub max_ms: f64,
    /// The zoom of the slowest frame.
    pub max_zoom: u32,
    /// The share of frames, from 0 to 1, that are too late for 60 frames a second.
    pub over_16_7: f64,
    /// The most memory that sprites took and the most they may take, in MiB.
    pub sprites_mb: f64,
    pub sprites_bound_mb: f64,
}

/// Medians of the same frames back to back, and at 60 a second; and the ratio of the second to the first, over turns.
#[derive(Debug, Clone, Serialize)]
pub struct PacedRow {
    pub zoom: u32,
    /// The variant's name.
    pub hints: String,
    pub threads: usize,
    pub back_to_back_ms: f64,
    pub back_to_back_cpu_ms: Option<f64>,
    pub paced_ms: f64,
    pub paced_cpu_ms: Option<f64>,
    pub ratio: Option<Interval>,
}

/// How fast memory was in one visit.
#[derive(Debug, Clone, Serialize)]
pub struct BaselineRow {
    pub zoom: u32,
    /// Seconds since the start of the run.
    pub at: f64,
    pub copy_ms: f64,
    pub fill_ms: f64,
    pub fill_by_all_ms: f64,
}

impl HintRow {
    /// Whether the picture stays the same, byte for byte.
    pub fn is_identical(&self) -> bool {
        self.pixels_changed == 0.0 && self.bars_changed == 0.0
    }
}

impl Results {
    /// The name of the variant that the others are compared with; empty if there are no variants.
    pub fn base(&self) -> &str {
        self.variants.first().map_or("", |variant| &variant.name)
    }

    /// Whether sprites stay in the cache of the variant that the others are compared with.
    pub fn base_caches(&self) -> bool {
        let is_off =
            |row: &VariantRow| row.hints.split(',').any(|hint| hint == HintValue::Cache(Cache::Off).to_string());
        !self.variants.first().is_some_and(is_off)
    }

    /// The row of one zoom and variant, if it was measured.
    pub fn row(&self, zoom: u32, hints: &str) -> Option<&ZoomRow> {
        self.zooms.iter().find(|row| row.zoom == zoom && row.hints == hints)
    }

    /// The row of one zoom and variant, or the base's where the variant is idle.
    pub fn row_or_base(&self, zoom: u32, hints: &str) -> Option<&ZoomRow> {
        self.row(zoom, hints).or_else(|| self.row(zoom, self.base()))
    }

    /// The rows of one variant at all zooms.
    pub fn rows_of(&self, hints: &str) -> impl Iterator<Item = &ZoomRow> {
        self.zooms.iter().filter(move |row| row.hints == hints)
    }

    /// The zooms in the order of the plan.
    pub fn ladder(&self) -> Vec<u32> {
        let mut ladder: Vec<u32> = self.zooms.iter().map(|row| row.zoom).collect();
        ladder.dedup();
        ladder
    }

    /// What was compared with the base, each contrast once.
    pub fn contrasts(&self) -> Vec<&Contrast> {
        let mut contrasts = Vec::new();
        for row in &self.hints {
            if !contrasts.contains(&&row.contrast) {
                contrasts.push(&row.contrast);
            }
        }
        contrasts
    }

    /// The row of one contrast and zoom, if it was measured.
    pub fn hint_row(&self, contrast: &Contrast, zoom: u32) -> Option<&HintRow> {
        self.hints.iter().find(|row| row.contrast == *contrast && row.zoom == zoom)
    }

    /// The rows of one contrast at all zooms.
    pub fn hint_rows(&self, contrast: &Contrast) -> Vec<&HintRow> {
        self.hints.iter().filter(|row| row.contrast == *contrast).collect()
    }

    /// How long recording a frame takes, as a sentence; none if it was not measured. Frame times do not include it.
    pub fn recording(&self) -> Option<String> {
        let fastest = self.rows_of(self.base()).map(|row| row.median_ms).reduce(f64::min)?;
        let (microseconds, percent) = (self.recording_ms * 1e3, self.recording_ms / fastest * 100.0);
        (self.recording_ms > 0.0).then(|| {
            format!("Recording a frame takes {microseconds:.1} µs, {percent:.2} % of the median where that is least.")
        })
    }
}
