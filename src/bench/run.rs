//! The run: the calls that the window makes, stage by stage, with a clock between them.
//!
//! The work is the same in every run: one level, its solution, a fixed time between frames, a fixed camera. Nothing
//! here depends on how long a frame took. A hash of every frame's pixels proves it: the frames of a zoom and variant
//! must be the same in every block, whether their sprites were in the cache or not.

use std::hint::black_box;
use std::time::{Duration, Instant};

use super::determinism::DeterminismCheck;
use super::difference::{Crops, Difference};
use super::error::BenchError;
use super::harness::{Harness, PresentFrame};
use super::measured::{BenchBlock, BenchFrame, Comparison, FrameKind, Measured, ZoomSweep};
use super::plan::{BenchPlan, Length, VariantRole};
use super::schedule::{Cost, Schedule, abba_order};
use super::zoom_sweep::{self, sweep};
use crate::app::{Recorder, Stopwatch};
use crate::look::STEP_TIME;
use crate::raster::{Missing, Rendering};
use crate::screens::{Context, Input, Screen};

/// Game time between two frames: a seventh of a step, so that a block shows more than one step.
const FRAME_STEP: Duration = Duration::from_millis(100);

/// A benchmark that is ready to run: its schedule is fixed.
pub struct Bench {
    plan: BenchPlan,
    harness: Harness,
    /// The level at the moment from which it is measured.
    opening: Screen,
    schedule: Schedule,
    cost: Cost,
}

impl Bench {
    /// Leads a level that plays its solution from its start to where it is measured, and makes a few frames of each zoom
    /// and variant to estimate how long the run takes.
    ///
    /// # Errors
    /// When the art in the binary is broken, when the level is over too soon, or when a frame cannot be presented.
    pub fn prepare(
        plan: BenchPlan,
        opening: Screen,
        context: Context,
        present: Option<PresentFrame>,
    ) -> Result<Bench, BenchError> {
        let mut harness = Harness::new(opening, context, rendering(&plan, Missing::Wait), plan.size)?;
        harness.present = present;
        for _ in 0..plan.lead {
            harness.turn(Input::Tick(STEP_TIME))?;
        }
        let opening = harness.app.screen().clone();
        let schedule = Schedule { blocks: 1, frames: 1 };
        let mut bench = Bench { plan, harness, opening, schedule, cost: Cost::default() };
        bench.cost = bench.estimate()?;
        bench.schedule = match bench.plan.length {
            Length::Frames(frames) => Schedule::of_frames(frames),
            Length::Time(time) => Schedule::within(time, bench.cost),
        };
        Ok(bench)
    }

    /// How much will be measured.
    pub fn schedule(&self) -> Schedule {
        self.schedule
    }

    /// About how long the run will take.
    pub fn duration(&self) -> Duration {
        self.schedule.duration(self.cost) + zoom_sweep::duration(self.jumps()) * self.sets().len() as u32
    }

    /// The parts of the run: its blocks, and a zoom sweep for each set of hints.
    pub fn parts(&self) -> u64 {
        u64::from(self.schedule.blocks) * self.conditions().len() as u64 + self.sets().len() as u64
    }

    /// Measures. `progress` is called after each part.
    ///
    /// # Errors
    /// When the level is over too soon, when a frame cannot be presented, or when a frame differs between two blocks.
    pub fn run(mut self, mut progress: impl FnMut()) -> Result<Measured, BenchError> {
        let conditions = self.conditions();
        let mut blocks: Vec<BenchBlock> = Vec::new();
        let mut determinism = DeterminismCheck::default();
        let mut comparisons = Vec::new();
        let mut base = Vec::new();
        for round in 0..self.schedule.blocks {
            for &(zoom, variant) in abba_order(&conditions, round) {
                let block = self.block(zoom, variant, round)?;
                determinism.check(&block).map_err(|frame| self.not_deterministic(&block, frame))?;
                // The first round goes forwards, and the base is the first variant of each zoom.
                if round == 0 && variant == 0 {
                    base = self.harness.pixels().to_vec();
                } else if round == 0 {
                    comparisons.push(self.compare(&base, zoom, variant));
                }
                blocks.push(block);
                progress();
            }
        }
        let sweeps = self.sweep_zooms(progress)?;
        let recording = blocks.iter().flat_map(|block| block.frames.last()).next_back().map(recording_time);
        let recording = recording.unwrap_or_default();
        Ok(Measured { plan: self.plan, schedule: self.schedule, blocks, comparisons, sweeps, recording })
    }

    /// Every zoom with every variant, as indices in the plan.
    fn conditions(&self) -> Vec<(usize, usize)> {
        let variants = self.plan.variants.len();
        (0..self.plan.zooms.len()).flat_map(|zoom| (0..variants).map(move |variant| (zoom, variant))).collect()
    }

    /// The variants that a player may choose, unlike those with a single hint switched: indices in the plan.
    fn sets(&self) -> Vec<usize> {
        let variants = self.plan.variants.iter().enumerate();
        let sets = variants.filter(|(_, variant)| matches!(variant.role, VariantRole::Base | VariantRole::Set));
        sets.map(|(index, _)| index).collect()
    }

    /// The jumps of each zoom sweep.
    fn jumps(&self) -> u32 {
        zoom_sweep::jumps(self.schedule.blocks)
    }

    /// Makes a zoom sweep with each set of hints.
    fn sweep_zooms(&mut self, mut progress: impl FnMut()) -> Result<Vec<ZoomSweep>, BenchError> {
        let rendering = rendering(&self.plan, Missing::Placeholder);
        let context = self.harness.app.context().clone();
        let mut harness = Harness::new(self.opening.clone(), context, rendering, self.plan.size)?;
        harness.present = self.harness.present.take();
        let sweep = |variant: usize| {
            harness.app.use_hints(self.plan.variants[variant].hints);
            harness.app.evict_sprites();
            harness.app.show(self.opening.clone());
            let sweep = sweep(&mut harness, &self.plan, variant, self.jumps());
            progress();
            sweep
        };
        self.sets().into_iter().map(sweep).collect()
    }

    /// Makes a few frames under each condition.
    fn estimate(&mut self) -> Result<Cost, BenchError> {
        let mut cost = Cost::default();
        for (zoom, variant) in self.conditions() {
            let mut watch = Stopwatch::start(Instant::now());
            self.cool_down(variant);
            self.rewind(zoom);
            self.frame(0, FrameKind::First)?;
            self.harness.baseline();
            cost.first += watch.lap(Instant::now());
            self.frame(1, FrameKind::Settling)?;
            cost.settling += watch.lap(Instant::now());
            self.rewind(zoom);
            self.frame(0, FrameKind::Rewound)?;
            cost.steady += watch.lap(Instant::now());
        }
        Ok(cost)
    }

    /// Makes a cold pass and a warm one.
    fn block(&mut self, zoom: usize, variant: usize, round: u32) -> Result<BenchBlock, BenchError> {
        self.cool_down(variant);
        let mut frames = Vec::new();
        for (first, others) in [(FrameKind::First, FrameKind::Settling), (FrameKind::Rewound, FrameKind::Steady)] {
            self.rewind(zoom);
            for number in 0..self.schedule.frames_per_pass() {
                let kind = if number == 0 { first } else { others };
                frames.push(self.frame(number, kind)?);
            }
        }
        let baseline = self.harness.baseline();
        Ok(BenchBlock { zoom, variant, round, frames, baseline })
    }

    /// Switches to a variant, with an empty sprite cache.
    fn cool_down(&mut self, variant: usize) {
        self.harness.app.use_hints(self.plan.variants[variant].hints);
        self.harness.app.evict_sprites();
    }

    /// Goes back to where the level is measured from, at this zoom.
    fn rewind(&mut self, zoom: usize) {
        self.harness.app.show(self.opening.clone());
        self.harness.app.zoom_to(self.plan.zooms[zoom]);
    }

    fn frame(&mut self, number: u32, kind: FrameKind) -> Result<BenchFrame, BenchError> {
        self.harness.frame(number, kind, FRAME_STEP)
    }

    fn not_deterministic(&self, block: &BenchBlock, frame: u32) -> BenchError {
        BenchError::NotDeterministic {
            zoom: self.plan.zooms[block.zoom],
            variant: self.plan.variants[block.variant].name.clone(),
            frame,
            block: block.round,
        }
    }

    /// Compares the last frame with the base's at the same zoom.
    fn compare(&self, base: &[u8], zoom: usize, variant: usize) -> Comparison {
        let pixels = self.harness.pixels();
        let difference = Difference::between(base, pixels);
        let crops = (!difference.is_identical()).then(|| Crops::of(base, pixels, self.plan.size.0 as usize));
        Comparison { zoom, variant, difference, crops }
    }
}

/// How the plan wants frames to be painted.
fn rendering(plan: &BenchPlan, missing: Missing) -> Rendering {
    let hints = plan.variants.first().map(|variant| variant.hints).unwrap_or_default();
    Rendering { painter: plan.painter, threads: plan.threads, missing, ..Rendering::from(hints) }
}

/// How long the recorder of the game takes for a frame, when it writes frames as `--record` does.
fn recording_time(frame: &BenchFrame) -> Duration {
    const TIMES: u32 = 1000;
    let mut recorder = Recorder::default();
    // Writing to memory cannot fail.
    let _ = recorder.write_to(Box::new(Vec::new()));
    let start = Instant::now();
    for _ in 0..TIMES {
        recorder.add(black_box(frame.record));
    }
    start.elapsed() / TIMES
}
