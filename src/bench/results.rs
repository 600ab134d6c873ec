//! The results: figures for each zoom and variant, and for each hint what it costs and what it changes.
//!
//! The rows are written to `summary.json` as they are, so the names of their fields are names that others read.

use serde::Serialize;

use super::contrast::Contrast;
use super::machine::Machine;
use super::verdict::SpeedVerdict;

/// All that the benchmark found out.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    /// The version of `summary.json`: it changes when the name or the meaning of a field does.
    pub schema: u32,
    pub program: String,
    pub machine: Machine,
    pub level: String,
    /// Width and height of the frame in pixels.
    pub size: [u32; 2],
    pub painter: &'static str,
    pub threads: usize,
    pub blocks: u32,
    pub frames_in_block: u32,
    /// The time it takes to record one frame.
    pub recording_ms: f64,
    /// Each variant's name and all its hints.
    pub variants: Vec<VariantRow>,
    pub noise: Vec<NoiseRow>,
    pub zooms: Vec<ZoomRow>,
    pub hints: Vec<HintRow>,
    pub flatness: Vec<FlatRow>,
    pub zooming: Vec<SweepRow>,
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
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    pub verdict: SpeedVerdict,
}

/// The frames of one zoom and variant. Times are of making a frame: step, scene, paint and hud, without handing it over.
#[derive(Debug, Clone, Serialize)]
pub struct ZoomRow {
    pub zoom: u32,
    /// The variant's name.
    pub hints: String,
    pub n: usize,
    /// Copying and filling a frame of this size, in the same blocks.
    pub floor_ms: f64,
    pub fill_ms: f64,
    pub min_ms: f64,
    pub median_ms: f64,
    pub p95_ms: f64,
    pub p99_ms: f64,
    pub max_ms: f64,
    /// The median over the time to copy a frame.
    pub over_floor: f64,
    /// The first frame at this zoom, with an empty sprite cache: the median over the blocks.
    pub first_ms: f64,
    /// The same in all blocks of all runs of the same build.
    pub frame_hash: String,
    /// Shares of frames, from 0 to 1, that are too late for 60 and for 120 frames a second.
    pub over_16_7: f64,
    pub over_8_3: f64,
    /// The frames a second that 99 of 100 frames keep up with.
    pub steady_fps: f64,
    /// The median of each stage.
    pub step_ms: f64,
    pub scene_ms: f64,
    pub paint_ms: f64,
    pub hud_ms: f64,
    pub copy_ms: f64,
    /// The median of presenting a frame; none if there was no window.
    pub present_ms: Option<f64>,
}

/// One variant against the base at one zoom.
#[derive(Debug, Clone, Serialize)]
pub struct HintRow {
    #[serde(flatten)]
    pub contrast: Contrast,
    pub zoom: u32,
    /// The variant's median over the base's, with the ends of its 95 % interval.
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    pub verdict: SpeedVerdict,
    /// How many times as long a run would have to be for a verdict; none if there is one.
    pub run_longer: Option<f64>,
    /// The same ratio for the first frame at the zoom.
    pub first_ratio: f64,
    /// The share of pixels that differ, from 0 to 1.
    pub pixels_changed: f64,
    /// The largest difference in one channel.
    pub max_step: u8,
    /// In decibels; none for identical pictures.
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
    pub p99_ms: f64,
    pub max_ms: f64,
    /// The zoom of the slowest frame.
    pub max_zoom: u32,
    /// The share of frames, from 0 to 1, that are too late for 60 frames a second.
    pub over_16_7: f64,
    /// The most memory that sprites took and the most they may take, in MiB.
    pub sprites_mb: f64,
    pub sprites_bound_mb: f64,
}

impl Results {
    /// The name of the variant that the others are compared with; empty if there are no variants.
    pub fn base(&self) -> &str {
        self.variants.first().map_or("", |variant| &variant.name)
    }

    /// The row of one zoom and variant, if it was measured.
    pub fn row(&self, zoom: u32, hints: &str) -> Option<&ZoomRow> {
        self.zooms.iter().find(|row| row.zoom == zoom && row.hints == hints)
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

    /// How long recording a frame takes, as a sentence. Frame times do not include it.
    pub fn recording(&self) -> String {
        let fastest = self.rows_of(self.base()).map(|row| row.median_ms).fold(f64::INFINITY, f64::min);
        let (microseconds, percent) = (self.recording_ms * 1e3, self.recording_ms / fastest * 100.0);
        format!("Recording a frame takes {microseconds:.1} µs, {percent:.2} % of the median where that is least.")
    }
}
