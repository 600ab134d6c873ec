//! What the measured frames come to: figures for each zoom and variant, and for each hint what it costs and what it does.
//!
//! The rows are written to `summary.json` as they are, so the names of their fields are names that others read.

use std::time::Duration;

use serde::Serialize;

use super::bootstrap::{Interval, Pair};
use super::machine::Machine;
use super::plan::{Role, Variant};
use super::record::{Block, Kind};
use super::run::Measured;
use super::stats::{Summary, ms, share_over};
use super::verdict::Verdict;
use super::zooming::ZoomingRow;
use crate::app::{Stages, median};
use crate::look::FRAME_TIME;

/// Changes only when a name or a meaning of the summary does.
const SCHEMA: u32 = 1;

/// Frames longer than this are too late for a screen of 120 frames a second.
const FRAME_TIME_120: Duration = Duration::from_nanos(1_000_000_000 / 120);

/// All that the benchmark found out.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    pub schema: u32,
    pub program: String,
    pub machine: Machine,
    pub level: String,
    pub size: [u32; 2],
    pub painter: &'static str,
    pub threads: usize,
    pub blocks: u32,
    pub frames_in_block: u32,
    /// How long it takes to record one frame, in milliseconds.
    pub recording_ms: f64,
    /// Each variant's name and all its hints.
    pub variants: Vec<VariantRow>,
    pub noise: Vec<NoiseRow>,
    pub zooms: Vec<ZoomRow>,
    pub hints: Vec<HintRow>,
    pub flatness: Vec<FlatRow>,
    pub zooming: Vec<ZoomingRow>,
}

#[derive(Debug, Clone, Serialize)]
pub struct VariantRow {
    pub name: String,
    pub hints: String,
}

/// The same measured twice, as one variant against another: what is found between them is noise.
#[derive(Debug, Clone, Serialize)]
pub struct NoiseRow {
    pub zoom: u32,
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    pub verdict: Verdict,
}

/// The frames of one zoom and variant. Times are of making a frame: step, scene, paint and hud; handing it over is apart.
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
    /// The median as a multiple of the floor.
    pub over_floor: f64,
    /// The first frame at this zoom, with no sprite at hand: the median over the blocks.
    pub first_ms: f64,
    /// The same in all blocks of all runs of the same build.
    pub frame_hash: String,
    /// Shares of frames, from 0 to 1, that are too late for 60 and for 120 a second.
    pub over_16_7: f64,
    pub over_8_3: f64,
    /// Frames a second that 99 of 100 frames keep up with.
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
    /// The hint that differs; `set` if any number of them may.
    pub hint: String,
    pub from: String,
    pub to: String,
    pub zoom: u32,
    /// Median of `to` over median of `from`, with the ends of its 95 % interval.
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    pub verdict: Verdict,
    /// How many times as long a run would have to be to tell, if one cannot.
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

/// How little the zoom matters to a variant: its largest median over its smallest.
#[derive(Debug, Clone, Serialize)]
pub struct FlatRow {
    pub hints: String,
    pub ratio: f64,
}

impl Results {
    /// Makes sense of what was measured.
    pub fn of(measured: &Measured) -> Results {
        let plan = &measured.plan;
        let zooms = zoom_rows(measured);
        Results {
            schema: SCHEMA,
            program: format!("leveret {}", env!("CARGO_PKG_VERSION")),
            machine: Machine::this(),
            level: plan.level.clone(),
            size: [plan.size.0, plan.size.1],
            painter: plan.painter.name(),
            threads: plan.threads.get(),
            blocks: measured.schedule.blocks,
            frames_in_block: measured.schedule.frames,
            recording_ms: ms(measured.recording),
            variants: plan.variants.iter().map(VariantRow::of).collect(),
            noise: noise_rows(measured),
            hints: hint_rows(measured, &zooms),
            flatness: flat_rows(&plan.variants, &zooms),
            zooming: measured.zooming.iter().filter_map(|zooming| ZoomingRow::of(zooming, plan)).collect(),
            zooms,
        }
    }

    /// The row of one zoom and variant, if it was measured.
    pub fn row(&self, zoom: u32, hints: &str) -> Option<&ZoomRow> {
        self.zooms.iter().find(|row| row.zoom == zoom && row.hints == hints)
    }

    /// The zooms in the order in which they were asked for.
    pub fn ladder(&self) -> Vec<u32> {
        let mut ladder: Vec<u32> = self.zooms.iter().map(|row| row.zoom).collect();
        ladder.dedup();
        ladder
    }

    /// How long recording a frame takes, in words. It is no part of the times.
    pub fn recording(&self) -> String {
        let base = self.variants.first().map_or("", |variant| &variant.name);
        let medians = self.zooms.iter().filter(|row| row.hints == base).map(|row| row.median_ms);
        let fastest = medians.fold(f64::INFINITY, f64::min);
        let (microseconds, percent) = (self.recording_ms * 1e3, self.recording_ms / fastest * 100.0);
        format!("Recording a frame takes {microseconds:.1} µs, {percent:.2} % of the median where that is least.")
    }

    /// The variants that were compared with the base, as (hint, from, to), each once.
    pub fn comparisons(&self) -> Vec<(&str, &str, &str)> {
        let mut all: Vec<_> = Vec::new();
        for row in &self.hints {
            let key = (row.hint.as_str(), row.from.as_str(), row.to.as_str());
            if !all.contains(&key) {
                all.push(key);
            }
        }
        all
    }
}

impl VariantRow {
    fn of(variant: &Variant) -> VariantRow {
        VariantRow { name: variant.name.clone(), hints: variant.hints.to_string() }
    }
}

/// The blocks of one zoom and variant, in the order of their rounds.
fn blocks(measured: &Measured, zoom: usize, variant: usize) -> impl Iterator<Item = &Block> {
    measured.blocks.iter().filter(move |block| block.zoom == zoom && block.variant == variant)
}

fn zoom_rows(measured: &Measured) -> Vec<ZoomRow> {
    let plan = &measured.plan;
    let places = (0..plan.zooms.len()).flat_map(|zoom| (0..plan.variants.len()).map(move |variant| (zoom, variant)));
    places
        .filter(|(_, variant)| plan.variants[*variant].role != Role::Again)
        .filter_map(|(zoom, variant)| zoom_row(measured, zoom, variant))
        .collect()
}

fn zoom_row(measured: &Measured, zoom: usize, variant: usize) -> Option<ZoomRow> {
    let of_these = || blocks(measured, zoom, variant);
    let steady: Vec<Stages> =
        of_these().flat_map(|block| block.of_kind(Kind::Steady)).map(|f| f.record.times).collect();
    let made: Vec<Duration> = steady.iter().map(Stages::made).collect();
    let times = Summary::of(made.clone())?;
    let floor = median(of_these().map(|block| block.yardsticks.copy))?;
    let fill = median(of_these().map(|block| block.yardsticks.fill))?;
    let first = of_these().flat_map(|block| block.of_kind(Kind::First)).map(|frame| frame.record.times.made());
    let presented = of_these().flat_map(|block| block.of_kind(Kind::Steady)).filter_map(|frame| frame.present);
    let stage = |stage: fn(&Stages) -> Duration| median(steady.iter().map(stage)).map_or(0.0, ms);
    Some(ZoomRow {
        zoom: measured.plan.zooms[zoom],
        hints: measured.plan.variants[variant].name.clone(),
        n: times.n,
        floor_ms: ms(floor),
        fill_ms: ms(fill),
        min_ms: ms(times.min),
        median_ms: ms(times.median),
        p95_ms: ms(times.p95),
        p99_ms: ms(times.p99),
        max_ms: ms(times.max),
        over_floor: times.median.as_secs_f64() / floor.as_secs_f64().max(1e-9),
        first_ms: ms(median(first)?),
        frame_hash: course_hash(of_these().next()?),
        over_16_7: share_over(&made, FRAME_TIME),
        over_8_3: share_over(&made, FRAME_TIME_120),
        steady_fps: times.steady_rate(),
        step_ms: stage(|times| times.step),
        scene_ms: stage(|times| times.scene),
        paint_ms: stage(|times| times.paint),
        hud_ms: stage(|times| times.hud),
        copy_ms: stage(|times| times.copy),
        present_ms: median(presented).map(ms),
    })
}

/// One hash of all frames of the course.
fn course_hash(block: &Block) -> String {
    let hashes: Vec<u8> = block.of_kind(Kind::Steady).flat_map(|frame| frame.hash.to_le_bytes()).collect();
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&hashes))
}

/// A variant against the base, from their blocks at one zoom.
fn interval(measured: &Measured, zoom: usize, variant: usize) -> Option<Interval> {
    let steady = |variant: usize| blocks(measured, zoom, variant).map(Block::steady).collect();
    let seed = (zoom * measured.plan.variants.len() + variant) as u64;
    Pair { from: steady(0), to: steady(variant) }.interval(seed)
}

fn noise_rows(measured: &Measured) -> Vec<NoiseRow> {
    let again = measured.plan.variants.iter().position(|variant| variant.role == Role::Again);
    let zooms = measured.plan.zooms.iter().enumerate();
    zooms
        .filter_map(|(place, &zoom)| {
            let interval = interval(measured, place, again?)?;
            let Interval { ratio, low, high } = interval;
            Some(NoiseRow { zoom, ratio, low, high, verdict: Verdict::of(interval) })
        })
        .collect()
}

fn hint_rows(measured: &Measured, zooms: &[ZoomRow]) -> Vec<HintRow> {
    let plan = &measured.plan;
    let base = plan.variants.first().map_or("", |variant| &variant.name);
    let first = |zoom: u32, name: &str| zooms.iter().find(|row| row.zoom == zoom && row.hints == name);
    // Variant by variant, each up the ladder.
    let mut comparisons: Vec<_> = measured.comparisons.iter().collect();
    comparisons.sort_by_key(|comparison| (comparison.variant, comparison.zoom));
    comparisons
        .into_iter()
        .filter_map(|comparison| {
            let variant = &plan.variants[comparison.variant];
            let (hint, from, to) = match &variant.role {
                Role::Base | Role::Again => return None,
                Role::Set => ("set".to_owned(), base.to_owned(), variant.name.clone()),
                Role::Single { hint, from, to } => (hint.clone(), from.clone(), to.clone()),
            };
            let interval = interval(measured, comparison.zoom, comparison.variant)?;
            let verdict = Verdict::of(interval);
            let zoom = plan.zooms[comparison.zoom];
            Some(HintRow {
                hint,
                from,
                to,
                zoom,
                ratio: interval.ratio,
                low: interval.low,
                high: interval.high,
                verdict,
                run_longer: match verdict {
                    Verdict::CannotTell { longer } => Some(longer),
                    Verdict::Slower | Verdict::Faster | Verdict::NoDifference => None,
                },
                first_ratio: first(zoom, &variant.name)?.first_ms / first(zoom, base)?.first_ms.max(1e-9),
                pixels_changed: comparison.difference.changed,
                max_step: comparison.difference.largest_step,
                psnr: comparison.difference.psnr,
            })
        })
        .collect()
}

fn flat_rows(variants: &[Variant], zooms: &[ZoomRow]) -> Vec<FlatRow> {
    let of = |variant: &Variant| {
        let medians = zooms.iter().filter(|row| row.hints == variant.name).map(|row| row.median_ms);
        let (low, high) = medians.fold((f64::INFINITY, 0.0), |(low, high), ms| (ms.min(low), ms.max(high)));
        FlatRow { hints: variant.name.clone(), ratio: high / low }
    };
    variants.iter().filter(|variant| variant.role != Role::Again).map(of).collect()
}
