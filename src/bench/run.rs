//! The run: the calls that the window makes, stage by stage, with a clock between them.
//!
//! The same work every time: one level, its solution, a fixed time between frames, a fixed place of the view. Nothing
//! here looks at how long a frame took. A hash of every frame's pixels proves it: the frames of a zoom and variant must
//! have the same ones in every block, with sprites at hand or without.

use std::hint::black_box;
use std::time::{Duration, Instant};

use super::blocks::{Cost, Schedule, there_and_back};
use super::error::BenchError;
use super::picture::{Crops, Difference};
use super::plan::{Length, Plan, Role};
use super::record::{BenchFrame, Block, Kind};
use super::sameness::Sameness;
use super::stand::{Display, Stand};
use super::zooming::{self, Zooming, zoom_about};
use crate::app::{Recorder, Stopwatch};
use crate::raster::{Missing, Rendering};
use crate::screens::{Context, Input, Screen};

/// The time that goes by between two frames in the game. A step takes 700 ms, so a block sees more than one of them.
const FRAME_TIME: Duration = Duration::from_millis(100);

/// The time of one step, for the lead.
const STEP_TIME: Duration = Duration::from_millis(700);

/// A benchmark that is ready to start: its length is known.
pub struct Bench {
    plan: Plan,
    stand: Stand,
    /// The level at the moment from which it is measured.
    opening: Screen,
    schedule: Schedule,
    cost: Cost,
}

/// All that was measured.
#[derive(Debug, Clone)]
pub struct Measured {
    pub plan: Plan,
    pub schedule: Schedule,
    /// In the order in which they were measured.
    pub blocks: Vec<Block>,
    pub comparisons: Vec<Comparison>,
    /// What the zoom cost while it moved, for each set of hints.
    pub zooming: Vec<Zooming>,
    /// How long it takes to record one frame.
    pub recording: Duration,
}

/// How the picture of a variant differs from the base's at one zoom.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Places in the plan's lists.
    pub zoom: usize,
    pub variant: usize,
    pub difference: Difference,
    /// None for identical pictures.
    pub crops: Option<Crops>,
}

impl Bench {
    /// Leads the level, which plays itself and has just begun, to where it is measured, and paints a few frames of
    /// each zoom and variant to find out how long it will all take.
    ///
    /// # Errors
    /// When the art in the binary is broken, when the level is over too soon, or when a frame cannot be presented.
    pub fn prepare(
        plan: Plan,
        opening: Screen,
        context: Context,
        display: Option<Display>,
    ) -> Result<Bench, BenchError> {
        let mut stand = Stand::new(opening, context, rendering(&plan, Missing::Wait), plan.size)?;
        stand.display = display;
        for _ in 0..plan.lead {
            stand.turn(Input::Tick(STEP_TIME))?;
        }
        let opening = stand.app.screen().clone();
        let schedule = Schedule { blocks: 1, frames: 1 };
        let mut bench = Bench { plan, stand, opening, schedule, cost: Cost::default() };
        bench.cost = bench.probe()?;
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

    /// About how long it will take.
    pub fn duration(&self) -> Duration {
        self.schedule.duration(self.cost) + zooming::duration(self.leaps()) * self.sets().len() as u32
    }

    /// Parts of the whole run: its blocks, and zooming about with each set of hints.
    pub fn parts(&self) -> u64 {
        u64::from(self.schedule.blocks) * self.places().len() as u64 + self.sets().len() as u64
    }

    /// Measures. `progress` hears of every part.
    ///
    /// # Errors
    /// When the level is over too soon, when a frame cannot be presented, or when one is not the same in two blocks.
    pub fn run(mut self, mut progress: impl FnMut()) -> Result<Measured, BenchError> {
        let places = self.places();
        let mut blocks: Vec<Block> = Vec::new();
        let mut sameness = Sameness::default();
        let mut comparisons = Vec::new();
        let mut base = Vec::new();
        for round in 0..self.schedule.blocks {
            for &(zoom, variant) in there_and_back(&places, round) {
                let block = self.block(zoom, variant, round)?;
                sameness.check(&block).map_err(|frame| self.unsteady(&block, frame))?;
                // The first round goes forwards, and the base is the first variant of each zoom.
                if round == 0 && variant == 0 {
                    base = self.stand.shown().to_vec();
                } else if round == 0 {
                    comparisons.push(self.compare(&base, zoom, variant));
                }
                blocks.push(block);
                progress();
            }
        }
        let zooming = self.zoom_about(progress)?;
        let recording = blocks.iter().flat_map(|block| block.frames.last()).next_back().map(recording_time);
        let recording = recording.unwrap_or_default();
        Ok(Measured { plan: self.plan, schedule: self.schedule, blocks, comparisons, zooming, recording })
    }

    /// Every zoom with every variant.
    fn places(&self) -> Vec<(usize, usize)> {
        let variants = self.plan.variants.len();
        (0..self.plan.zooms.len()).flat_map(|zoom| (0..variants).map(move |variant| (zoom, variant))).collect()
    }

    /// Zooms about with each set of hints, as the game does.
    fn zoom_about(&mut self, mut progress: impl FnMut()) -> Result<Vec<Zooming>, BenchError> {
        let mut stand = Stand::new(
            self.opening.clone(),
            self.stand.app.context().clone(),
            rendering(&self.plan, Missing::StandIn),
            self.plan.size,
        )?;
        stand.display = self.stand.display.take();
        let about = |variant: usize| {
            stand.app.use_hints(self.plan.variants[variant].hints);
            stand.app.forget_sprites();
            stand.app.show(self.opening.clone());
            let zooming = zoom_about(&mut stand, &self.plan, variant, self.leaps());
            progress();
            zooming
        };
        self.sets().into_iter().map(about).collect()
    }

    /// The variants that somebody plays by, and not only with one hint switched.
    fn sets(&self) -> Vec<usize> {
        let variants = self.plan.variants.iter().enumerate();
        variants.filter(|(_, variant)| matches!(variant.role, Role::Base | Role::Set)).map(|(place, _)| place).collect()
    }

    fn leaps(&self) -> u32 {
        zooming::leaps(self.schedule.blocks)
    }

    fn probe(&mut self) -> Result<Cost, BenchError> {
        let mut cost = Cost::default();
        for (zoom, variant) in self.places() {
            let mut watch = Stopwatch::start(Instant::now());
            self.forget(variant);
            self.begin(zoom);
            self.frame(0, Kind::First)?;
            self.stand.yardsticks();
            cost.first += watch.lap(Instant::now());
            self.frame(1, Kind::Settling)?;
            cost.settling += watch.lap(Instant::now());
            self.begin(zoom);
            self.frame(0, Kind::Rewound)?;
            cost.steady += watch.lap(Instant::now());
        }
        Ok(cost)
    }

    /// Plays the course twice, first without sprites, then with those of the first time.
    fn block(&mut self, zoom: usize, variant: usize, round: u32) -> Result<Block, BenchError> {
        self.forget(variant);
        let mut frames = Vec::new();
        for (opens, goes_on) in [(Kind::First, Kind::Settling), (Kind::Rewound, Kind::Steady)] {
            self.begin(zoom);
            for number in 0..self.schedule.course() {
                let kind = if number == 0 { opens } else { goes_on };
                frames.push(self.frame(number, kind)?);
            }
        }
        let yardsticks = self.stand.yardsticks();
        Ok(Block { zoom, variant, round, frames, yardsticks })
    }

    fn forget(&mut self, variant: usize) {
        self.stand.app.use_hints(self.plan.variants[variant].hints);
        self.stand.app.forget_sprites();
    }

    fn begin(&mut self, zoom: usize) {
        self.stand.app.show(self.opening.clone());
        self.stand.app.zoom_to(self.plan.zooms[zoom]);
    }

    fn frame(&mut self, number: u32, kind: Kind) -> Result<BenchFrame, BenchError> {
        self.stand.frame(number, kind, FRAME_TIME)
    }

    fn unsteady(&self, block: &Block, frame: u32) -> BenchError {
        BenchError::Unsteady {
            zoom: self.plan.zooms[block.zoom],
            variant: self.plan.variants[block.variant].name.clone(),
            frame,
            block: block.round,
        }
    }

    fn compare(&self, base: &[u8], zoom: usize, variant: usize) -> Comparison {
        let shown = self.stand.shown();
        let difference = Difference::between(base, shown);
        let crops = (!difference.is_identical()).then(|| Crops::of(base, shown, self.plan.size.0 as usize));
        Comparison { zoom, variant, difference, crops }
    }
}

/// How the plan wants frames to be painted.
fn rendering(plan: &Plan, missing: Missing) -> Rendering {
    let hints = plan.variants.first().map(|variant| variant.hints).unwrap_or_default();
    Rendering { painter: plan.painter, threads: plan.threads, missing, ..Rendering::from(hints) }
}

/// How long the recorder of the game takes for a frame, written out as `--record` does.
fn recording_time(frame: &BenchFrame) -> Duration {
    const TIMES: u32 = 1000;
    let mut recorder = Recorder::default();
    // Memory never fails to take a line.
    let _ = recorder.write_to(Box::new(Vec::new()));
    let start = Instant::now();
    for _ in 0..TIMES {
        recorder.add(black_box(frame.record));
    }
    start.elapsed() / TIMES
}
