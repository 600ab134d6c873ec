//! From measurements to results: order statistics, intervals and verdicts.

use std::time::Duration;

use super::bootstrap::{Interval, Pair};
use super::contrast::Contrast;
use super::machine::Machine;
use super::measured::{BenchBlock, BenchFrame, Comparison, FrameKind, Measured, ZoomSweep};
use super::plan::{Variant, VariantRole};
use super::results::{FlatRow, HintRow, NoiseRow, Results, SweepRow, VariantRow, ZoomRow};
use super::stats::{Summary, ms, share_over};
use super::verdict::SpeedVerdict;
use crate::app::{Stages, median};
use crate::look::FRAME_TIME;
use crate::raster::DEFAULT_SPRITE_BYTES;

const SCHEMA: u32 = 1;

/// A longer frame is too late for a screen of 120 frames a second.
const FRAME_TIME_120: Duration = Duration::from_nanos(1_000_000_000 / 120);

/// The results of what was measured.
pub fn evaluate(measured: &Measured) -> Results {
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
        variants: plan.variants.iter().map(variant_row).collect(),
        noise: noise_rows(measured),
        hints: hint_rows(measured, &zooms),
        flatness: flat_rows(&plan.variants, &zooms),
        zooming: measured.sweeps.iter().filter_map(|sweep| sweep_row(measured, sweep)).collect(),
        zooms,
    }
}

fn variant_row(variant: &Variant) -> VariantRow {
    VariantRow { name: variant.name.clone(), hints: variant.hints.to_string() }
}

/// A row for each zoom and variant, without the control.
fn zoom_rows(measured: &Measured) -> Vec<ZoomRow> {
    let plan = &measured.plan;
    let variants = || (0..plan.variants.len()).filter(|index| plan.variants[*index].role != VariantRole::Control);
    let conditions = (0..plan.zooms.len()).flat_map(|zoom| variants().map(move |variant| (zoom, variant)));
    conditions.filter_map(|(zoom, variant)| zoom_row(measured, zoom, variant)).collect()
}

fn zoom_row(measured: &Measured, zoom: usize, variant: usize) -> Option<ZoomRow> {
    let blocks = || measured.blocks_of(zoom, variant);
    let steady: Vec<&BenchFrame> = blocks().flat_map(|block| block.of_kind(FrameKind::Steady)).collect();
    let times: Vec<Duration> = steady.iter().map(|frame| frame.time()).collect();
    let summary = Summary::of(times.clone())?;
    let memcpy = median(blocks().map(|block| block.baseline.memcpy))?;
    let memset = median(blocks().map(|block| block.baseline.memset))?;
    let first = blocks().flat_map(|block| block.of_kind(FrameKind::First)).map(BenchFrame::time);
    let stage =
        |stage: fn(&Stages) -> Duration| median(steady.iter().map(|frame| stage(&frame.record.times))).map_or(0.0, ms);
    Some(ZoomRow {
        zoom: measured.plan.zooms[zoom],
        hints: measured.plan.variants[variant].name.clone(),
        n: summary.n,
        floor_ms: ms(memcpy),
        fill_ms: ms(memset),
        min_ms: ms(summary.min),
        median_ms: ms(summary.median),
        p95_ms: ms(summary.p95),
        p99_ms: ms(summary.p99),
        max_ms: ms(summary.max),
        over_floor: summary.median.as_secs_f64() / memcpy.as_secs_f64().max(1e-9),
        first_ms: ms(median(first)?),
        frame_hash: hash_of_frames(blocks().next()?),
        over_16_7: share_over(&times, FRAME_TIME),
        over_8_3: share_over(&times, FRAME_TIME_120),
        steady_fps: summary.steady_rate(),
        step_ms: stage(|times| times.step),
        scene_ms: stage(|times| times.scene),
        paint_ms: stage(|times| times.paint),
        hud_ms: stage(|times| times.hud),
        copy_ms: stage(|times| times.copy),
        present_ms: median(steady.iter().filter_map(|frame| frame.present)).map(ms),
    })
}

/// One hash of all steady frames of a block.
fn hash_of_frames(block: &BenchBlock) -> String {
    let hashes: Vec<u8> = block.of_kind(FrameKind::Steady).flat_map(|frame| frame.hash.to_le_bytes()).collect();
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&hashes))
}

/// The interval of a variant's frame time over the base's at one zoom.
fn interval(measured: &Measured, zoom: usize, variant: usize) -> Option<Interval> {
    let steady = |variant: usize| measured.blocks_of(zoom, variant).map(|block| block.steady().collect()).collect();
    let seed = (zoom * measured.plan.variants.len() + variant) as u64;
    Pair { from: steady(0), to: steady(variant) }.interval(seed)
}

/// A row for each zoom, from the control.
fn noise_rows(measured: &Measured) -> Vec<NoiseRow> {
    let plan = &measured.plan;
    let control = plan.variants.iter().position(|variant| variant.role == VariantRole::Control);
    let row = |(index, zoom): (usize, &u32)| {
        let interval = interval(measured, index, control?)?;
        let Interval { ratio, low, high } = interval;
        Some(NoiseRow { zoom: *zoom, ratio, low, high, verdict: SpeedVerdict::of(interval) })
    };
    plan.zooms.iter().enumerate().filter_map(row).collect()
}

/// The rows of one contrast after those of the other, each up the ladder.
fn hint_rows(measured: &Measured, zooms: &[ZoomRow]) -> Vec<HintRow> {
    let mut comparisons: Vec<&Comparison> = measured.comparisons.iter().collect();
    comparisons.sort_by_key(|comparison| (comparison.variant, comparison.zoom));
    comparisons.into_iter().filter_map(|comparison| hint_row(measured, zooms, comparison)).collect()
}

/// None for the control.
fn hint_row(measured: &Measured, zooms: &[ZoomRow], comparison: &Comparison) -> Option<HintRow> {
    let plan = &measured.plan;
    let (zoom, variant) = (plan.zooms[comparison.zoom], &plan.variants[comparison.variant]);
    let contrast = Contrast::of(plan.base(), variant)?;
    let Interval { ratio, low, high } = interval(measured, comparison.zoom, comparison.variant)?;
    let verdict = SpeedVerdict::of(Interval { ratio, low, high });
    let first_ms = |name: &str| Some(zooms.iter().find(|row| row.zoom == zoom && row.hints == name)?.first_ms);
    Some(HintRow {
        contrast,
        zoom,
        ratio,
        low,
        high,
        verdict,
        run_longer: match verdict {
            SpeedVerdict::CannotTell { longer } => Some(longer),
            SpeedVerdict::Slower | SpeedVerdict::Faster | SpeedVerdict::NoDifference => None,
        },
        first_ratio: first_ms(&variant.name)? / first_ms(plan.base())?.max(1e-9),
        pixels_changed: comparison.difference.changed,
        max_step: comparison.difference.largest_step,
        psnr: comparison.difference.psnr,
    })
}

/// A row for each variant, without the control.
fn flat_rows(variants: &[Variant], zooms: &[ZoomRow]) -> Vec<FlatRow> {
    let row = |variant: &Variant| {
        let medians = zooms.iter().filter(|row| row.hints == variant.name).map(|row| row.median_ms);
        let (low, high) = medians.fold((f64::INFINITY, 0.0), |(low, high), ms| (ms.min(low), ms.max(high)));
        FlatRow { hints: variant.name.clone(), ratio: high / low }
    };
    variants.iter().filter(|variant| variant.role != VariantRole::Control).map(row).collect()
}

/// None if the sweep has no frames.
fn sweep_row(measured: &Measured, sweep: &ZoomSweep) -> Option<SweepRow> {
    let times: Vec<Duration> = sweep.frames.iter().map(BenchFrame::time).collect();
    let slowest = sweep.frames.iter().max_by_key(|frame| frame.time())?;
    let summary = Summary::of(times.clone())?;
    let mib = |bytes: usize| bytes as f64 / f64::from(1 << 20);
    Some(SweepRow {
        hints: measured.plan.variants[sweep.variant].name.clone(),
        n: summary.n,
        changes: sweep.frames.iter().filter(|frame| frame.kind == FrameKind::Zoomed).count(),
        median_ms: ms(summary.median),
        p99_ms: ms(summary.p99),
        max_ms: ms(summary.max),
        max_zoom: slowest.record.zoom.unwrap_or_default(),
        over_16_7: share_over(&times, FRAME_TIME),
        sprites_mb: mib(sweep.sprite_bytes),
        sprites_bound_mb: mib(DEFAULT_SPRITE_BYTES),
    })
}
