//! From measurements to results: order statistics, intervals and verdicts.

use std::time::{Duration, UNIX_EPOCH};

use super::contrast::Contrast;
use super::estimate::{Estimate, holm};
use super::machine::Machine;
use super::measured::{
    BenchFrame, Comparison, Course, FrameKind, Measured, PacedRun, PacedTurn, RunEnding, Visit, Work, ZoomSweep,
};
use super::plan::{CONTROL, REWOUND, Variant, VariantRole};
use super::results::{
    BaselineRow, FlatRow, HintRow, NoiseRow, PacedRow, Results, SCHEMA, SweepRow, VariantRow, ZoomRow,
};
use super::stats::{Summary, ms, share_over};
use super::verdict::{SpeedVerdict, TOLERANCE};
use crate::app::{Stages, median};
use crate::look::FRAME_TIME;
use crate::raster::{DEFAULT_SPRITE_BYTES, Missing};

/// A longer frame is too late for a screen of 120 frames a second.
const FRAME_TIME_120: Duration = Duration::from_nanos(1_000_000_000 / 120);

/// Of all runs in which no hint matters, the share in which one is said to.
const WRONG_RUNS: f64 = 0.05;

/// The results of what was measured.
pub fn evaluate(measured: &Measured) -> Results {
    let plan = &measured.plan;
    let mut results = Results {
        schema: SCHEMA,
        program: format!("leveret {}", env!("CARGO_PKG_VERSION")),
        started: measured.started.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
        seconds: measured.took.as_secs_f64(),
        interrupted: measured.ending == RunEnding::Interrupted,
        machine: Machine::this(plan.rendering(0, Missing::Wait).instructions, plan.presenter.clone()),
        level: plan.level.clone(),
        size: [plan.size.0, plan.size.1],
        painter: plan.painter.name(),
        threads: plan.threads.get(),
        recording_ms: ms(measured.recording),
        variants: plan.variants.iter().map(variant_row).collect(),
        noise: noise_rows(measured),
        zooms: zoom_rows(measured),
        hints: hint_rows(measured),
        flatness: Vec::new(),
        zooming: measured.sweeps.iter().filter_map(|sweep| sweep_row(measured, sweep)).collect(),
        paced: measured.paced.iter().filter_map(|run| paced_row(measured, run)).collect(),
        baselines: measured.visits.iter().map(|visit| baseline_row(measured, visit)).collect(),
    };
    results.flatness = flat_rows(&plan.variants, &results);
    results
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
    let courses = || measured.courses_of(zoom, variant);
    let steady: Vec<&BenchFrame> = courses().flat_map(|course| course.of_kind(FrameKind::Steady)).collect();
    let times: Vec<Duration> = steady.iter().map(|frame| frame.time()).collect();
    let summary = Summary::of(times.clone())?;
    let memcpy = median(measured.visits_to(zoom).map(|visit| visit.baseline.memcpy))?;
    let memset = median(measured.visits_to(zoom).map(|visit| visit.baseline.memset))?;
    let memset_by_all = median(measured.visits_to(zoom).map(|visit| visit.baseline.memset_by_all))?;
    let over = |baseline: Duration| summary.median.as_secs_f64() / baseline.as_secs_f64().max(1e-9);
    let of_kind = |kind| median(courses().flat_map(|course| course.of_kind(kind)).map(BenchFrame::time)).map(ms);
    let stage =
        |stage: fn(&Stages) -> Duration| median(steady.iter().map(|frame| stage(&frame.record.times))).map_or(0.0, ms);
    let handed_over = courses().take(1).flat_map(|course| course.of_kind(FrameKind::WarmUp));
    Some(ZoomRow {
        zoom: measured.plan.zooms[zoom],
        hints: measured.plan.variants[variant].name.clone(),
        n: summary.n,
        floor_ms: ms(memcpy),
        fill_ms: ms(memset),
        fill_by_all_ms: ms(memset_by_all),
        min_ms: ms(summary.min),
        median_ms: ms(summary.median),
        p95_ms: ms(summary.p95),
        p99_ms: summary.p99.map(ms),
        max_ms: ms(summary.max),
        over_floor: over(memcpy),
        over_fill: over(memset_by_all),
        change_ms: of_kind(FrameKind::ZoomChange)?,
        first_ms: of_kind(FrameKind::First)?,
        frame_hash: hash_of_frames(courses().next()?),
        over_16_7: share_over(&times, FRAME_TIME),
        over_8_3: share_over(&times, FRAME_TIME_120),
        steady_fps: summary.steady_rate(),
        step_ms: stage(|times| times.step),
        scene_ms: stage(|times| times.scene),
        paint_ms: stage(|times| times.paint),
        hud_ms: stage(|times| times.hud),
        copy_ms: median(handed_over.map(|frame| frame.record.times.copy)).map_or(0.0, ms),
        cpu_ms: median(steady.iter().filter_map(|frame| frame.cpu)).map(ms),
        present_ms: median(steady.iter().filter_map(|frame| frame.present)).map(ms),
        visits_ms: courses().filter_map(|course| median(course.steady())).map(ms).collect(),
    })
}

/// One hash of all frames of the course that count.
fn hash_of_frames(course: &Course) -> String {
    let frames = course.of_kind(FrameKind::WarmUp).filter(|frame| frame.number >= REWOUND);
    let hashes: Vec<u8> = frames.filter_map(|frame| frame.hash).flat_map(u64::to_le_bytes).collect();
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&hashes))
}

/// What each visit to a zoom says of a variant.
fn logs(measured: &Measured, zoom: usize, log: impl Fn(&Visit) -> Option<f64>) -> Vec<f64> {
    measured.visits_to(zoom).filter_map(log).collect()
}

fn ratios(logs: &[f64]) -> Vec<f64> {
    logs.iter().map(|log| log.exp()).collect()
}

/// A row for each zoom, from the control.
fn noise_rows(measured: &Measured) -> Vec<NoiseRow> {
    let row = |(index, zoom): (usize, &u32)| {
        let logs = logs(measured, index, |visit| visit.log_ratio(CONTROL));
        let interval = Estimate::of(&logs)?.interval();
        Some(NoiseRow { zoom: *zoom, interval, verdict: SpeedVerdict::of(interval), visits: ratios(&logs) })
    };
    measured.plan.zooms.iter().enumerate().filter_map(row).collect()
}

/// The rows of one contrast after those of the other, each up the ladder.
fn hint_rows(measured: &Measured) -> Vec<HintRow> {
    let visited = |comparison: &&Comparison| measured.visits_to(comparison.zoom).next().is_some();
    let mut comparisons: Vec<&Comparison> = measured.comparisons.iter().filter(visited).collect();
    comparisons.sort_by_key(|comparison| (comparison.variant, comparison.zoom));
    let (mut rows, p_values): (Vec<HintRow>, Vec<PValues>) =
        comparisons.into_iter().filter_map(|comparison| hint_row(measured, comparison)).unzip();
    let certain = |of: fn(&PValues) -> f64| holm(&p_values.iter().map(of).collect::<Vec<f64>>(), WRONG_RUNS);
    let both = certain(|p_values| p_values.frames).into_iter().zip(certain(|p_values| p_values.change));
    rows.iter_mut().zip(both).for_each(|(row, both)| (row.certain, row.change_certain) = both);
    rows
}

/// The p-values of the differences in a row: of frame times, and of the frame after a change of zoom.
struct PValues {
    frames: f64,
    change: f64,
}

/// The row, and the p-values of its differences.
fn hint_row(measured: &Measured, comparison: &Comparison) -> Option<(HintRow, PValues)> {
    let plan = &measured.plan;
    let Comparison { zoom, variant, .. } = *comparison;
    let contrast = Contrast::of(plan.base(), &plan.variants[variant])?;
    let values = logs(measured, zoom, |visit| visit.log_ratio(variant));
    let estimate = Estimate::of(&values);
    let interval = estimate.map(Estimate::interval);
    let verdict = match (comparison.work, interval) {
        (Work::Same, _) => SpeedVerdict::Idle,
        (Work::Other, Some(interval)) => SpeedVerdict::of(interval),
        (Work::Other, None) => SpeedVerdict::Undecided,
    };
    let of = |log: fn(&Visit, usize) -> Option<f64>| Estimate::of(&logs(measured, zoom, |visit| log(visit, variant)));
    let change = of(Visit::change_log_ratio);
    let row = HintRow {
        contrast,
        zoom: plan.zooms[zoom],
        interval,
        verdict,
        certain: false,
        visits: ratios(&values),
        cpu: of(Visit::cpu_log_ratio).map(Estimate::interval),
        change: change.map(Estimate::interval),
        change_certain: false,
        pixels_changed: comparison.board.changed,
        bars_changed: comparison.bars.changed,
        max_step: comparison.board.largest_step.max(comparison.bars.largest_step),
        psnr: comparison.board.psnr,
    };
    let p_value = |estimate: Option<Estimate>| estimate.map_or(1.0, |estimate| estimate.p_value(TOLERANCE));
    Some((row, PValues { frames: p_value(estimate), change: p_value(change) }))
}

/// A row for each variant, without the control.
fn flat_rows(variants: &[Variant], results: &Results) -> Vec<FlatRow> {
    let row = |variant: &Variant| {
        let rows = results.ladder().into_iter().filter_map(|zoom| results.row_or_base(zoom, &variant.name));
        let (low, high) =
            rows.fold((f64::INFINITY, 0.0), |(low, high), row| (row.median_ms.min(low), row.median_ms.max(high)));
        (high > 0.0).then(|| FlatRow { hints: variant.name.clone(), ratio: high / low })
    };
    variants.iter().filter(|variant| variant.role != VariantRole::Control).filter_map(row).collect()
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
        changes: zoom_changes(measured, sweep),
        median_ms: ms(summary.median),
        p99_ms: summary.p99.map(ms),
        max_ms: ms(summary.max),
        max_zoom: slowest.record.zoom.unwrap_or_default(),
        over_16_7: share_over(&times, FRAME_TIME),
        sprites_mb: mib(sweep.sprite_bytes),
        sprites_bound_mb: mib(DEFAULT_SPRITE_BYTES),
    })
}

/// How many frames of a sweep show another zoom than the one before. It begins at the smallest.
fn zoom_changes(measured: &Measured, sweep: &ZoomSweep) -> usize {
    let mut before = measured.plan.zooms.iter().min().copied();
    let zooms = sweep.frames.iter().map(|frame| frame.record.zoom);
    zooms.filter(|zoom| std::mem::replace(&mut before, *zoom) != *zoom).count()
}

/// None if the run has no frames.
fn paced_row(measured: &Measured, run: &PacedRun) -> Option<PacedRow> {
    let wall = |frames: &mut dyn Iterator<Item = &BenchFrame>| median(frames.map(BenchFrame::time)).map(ms);
    let cpu = |frames: &mut dyn Iterator<Item = &BenchFrame>| median(frames.filter_map(|frame| frame.cpu)).map(ms);
    let back_to_back = || run.turns.iter().flat_map(|turn| &turn.back_to_back);
    let paced = || run.turns.iter().flat_map(|turn| &turn.paced);
    let log = |turn: &PacedTurn| Some((wall(&mut turn.paced.iter())? / wall(&mut turn.back_to_back.iter())?).ln());
    let logs: Vec<f64> = run.turns.iter().filter_map(log).collect();
    Some(PacedRow {
        zoom: measured.plan.zooms[run.zoom],
        hints: measured.plan.variants[run.variant].name.clone(),
        threads: run.threads,
        back_to_back_ms: wall(&mut back_to_back())?,
        back_to_back_cpu_ms: cpu(&mut back_to_back()),
        paced_ms: wall(&mut paced())?,
        paced_cpu_ms: cpu(&mut paced()),
        ratio: Estimate::of(&logs).map(Estimate::interval),
    })
}

fn baseline_row(measured: &Measured, visit: &Visit) -> BaselineRow {
    BaselineRow {
        zoom: measured.plan.zooms[visit.zoom],
        at: visit.at.as_secs_f64(),
        copy_ms: ms(visit.baseline.memcpy),
        fill_ms: ms(visit.baseline.memset),
        fill_by_all_ms: ms(visit.baseline.memset_by_all),
    }
}
