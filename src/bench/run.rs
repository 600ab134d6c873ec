//! The run: the calls that the window makes, stage by stage, with a clock between them.
//!
//! The same work every time: one level, its solution, a fixed time between frames, a fixed place of the view. Nothing
//! here looks at how long a frame took. A hash of every frame's pixels proves it: the frames of a zoom and variant must
//! have the same ones in every block, with sprites at hand or without.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_64;

use super::blocks::{Cost, Schedule, there_and_back};
use super::error::BenchError;
use super::picture::{Crops, Difference};
use super::plan::{Length, Plan};
use super::record::{BenchFrame, Block, Kind, Yardsticks};
use super::sameness::Sameness;
use super::stats::median;
use crate::app::{App, Frame, FrameRecord, Recorder, Stages, Stopwatch};
use crate::raster::{Painted, Rendering};
use crate::screens::{Input, Screen};

/// The time that goes by between two frames in the game. A step takes 700 ms, so a block sees more than one of them.
const FRAME_TIME: Duration = Duration::from_millis(100);

/// The time of one step, for the lead.
const STEP_TIME: Duration = Duration::from_millis(700);

/// How often each yardstick is taken in a block; the middle one counts.
const YARDSTICKS: usize = 3;

/// Shows a frame in a window and says how long that took, or why it could not.
pub type Display = Box<dyn FnMut(&Frame) -> Result<Duration, String>>;

/// A benchmark that is ready to start: its length is known.
pub struct Bench {
    plan: Plan,
    app: App,
    /// The level at the moment from which it is measured.
    opening: Screen,
    /// Where frames are copied to.
    shown: Vec<u8>,
    /// Where frames are presented besides, if they are.
    display: Option<Display>,
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
    pub fn prepare(plan: Plan, opening: Screen, display: Option<Display>) -> Result<Bench, BenchError> {
        let base = plan.variants.first().map(|variant| variant.hints).unwrap_or_default();
        let rendering = Rendering { painter: plan.painter, threads: plan.threads, ..Rendering::from(base) };
        let (width, height) = plan.size;
        let mut app = App::new(opening, rendering)?;
        turn(&mut app, Input::Resize { width, height, scale: 1.0 })?;
        for _ in 0..plan.lead {
            turn(&mut app, Input::Tick(STEP_TIME))?;
        }
        let opening = app.screen().clone();
        let shown = vec![0; app.last_frame().data().len()];
        let schedule = Schedule { blocks: 1, frames: 1 };
        let mut bench = Bench { plan, app, opening, shown, display, schedule, cost: Cost::default() };
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
        self.schedule.duration(self.cost)
    }

    /// Blocks of the whole run.
    pub fn blocks(&self) -> u64 {
        u64::from(self.schedule.blocks) * self.places().len() as u64
    }

    /// Measures. `progress` hears of every block.
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
                    base = self.shown.clone();
                } else if round == 0 {
                    comparisons.push(self.compare(&base, zoom, variant));
                }
                blocks.push(block);
                progress();
            }
        }
        let recording = blocks.iter().flat_map(|block| block.frames.last()).next_back().map(recording_time);
        let recording = recording.unwrap_or_default();
        Ok(Measured { plan: self.plan, schedule: self.schedule, blocks, comparisons, recording })
    }

    /// Every zoom with every variant.
    fn places(&self) -> Vec<(usize, usize)> {
        let variants = self.plan.variants.len();
        (0..self.plan.zooms.len()).flat_map(|zoom| (0..variants).map(move |variant| (zoom, variant))).collect()
    }

    fn probe(&mut self) -> Result<Cost, BenchError> {
        let mut cost = Cost::default();
        for (zoom, variant) in self.places() {
            let mut watch = Stopwatch::start(Instant::now());
            self.forget(variant);
            self.begin(zoom);
            self.frame(0, Kind::First)?;
            self.yardsticks();
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
        let yardsticks = self.yardsticks();
        self.shown.copy_from_slice(self.app.last_frame().data());
        Ok(Block { zoom, variant, round, frames, yardsticks })
    }

    fn forget(&mut self, variant: usize) {
        self.app.set_hints(self.plan.variants[variant].hints);
        self.app.forget_sprites();
    }

    fn begin(&mut self, zoom: usize) {
        self.app.show(self.opening.clone());
        self.app.zoom_to(self.plan.zooms[zoom]);
    }

    /// One frame, stage by stage. Its hash is taken when the clock has stopped.
    fn frame(&mut self, number: u32, kind: Kind) -> Result<BenchFrame, BenchError> {
        let mut times = Stages::default();
        let mut watch = Stopwatch::start(Instant::now());
        turn(&mut self.app, Input::Tick(FRAME_TIME))?;
        times.step = watch.lap(Instant::now());
        self.app.compose();
        times.scene = watch.lap(Instant::now());
        let board = self.app.paint_board();
        times.paint = watch.lap(Instant::now());
        let hud = self.app.paint_hud();
        times.hud = watch.lap(Instant::now());
        self.shown.copy_from_slice(self.app.last_frame().data());
        black_box(&self.shown);
        times.copy = watch.lap(Instant::now());
        let painted: Painted = board.and(hud);
        let record = FrameRecord { zoom: self.app.zoom(), hints: self.app.hints(), times, painted };
        let present = self.display.as_mut().map(|display| display(self.app.last_frame()));
        let present = present.transpose().map_err(BenchError::Present)?;
        Ok(BenchFrame { number, kind, hash: xxh3_64(&self.shown), record, present })
    }

    fn yardsticks(&mut self) -> Yardsticks {
        let frame = self.app.last_frame().data();
        let shown = &mut self.shown;
        let mut copies = Vec::new();
        let mut fills = Vec::new();
        let mut watch = Stopwatch::start(Instant::now());
        for value in 0..YARDSTICKS {
            shown.copy_from_slice(black_box(frame));
            black_box(&shown);
            copies.push(watch.lap(Instant::now()));
            shown.fill(black_box(value as u8));
            black_box(&shown);
            fills.push(watch.lap(Instant::now()));
        }
        Yardsticks { copy: median(copies).unwrap_or_default(), fill: median(fills).unwrap_or_default() }
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
        let difference = Difference::between(base, &self.shown);
        let crops = (!difference.is_identical()).then(|| Crops::of(base, &self.shown, self.plan.size.0 as usize));
        Comparison { zoom, variant, difference, crops }
    }
}

/// One input that must not end the level.
fn turn(app: &mut App, input: Input) -> Result<(), BenchError> {
    match app.turn(input) {
        ControlFlow::Continue(()) if matches!(app.screen(), Screen::Play(_)) => Ok(()),
        ControlFlow::Continue(()) | ControlFlow::Break(_) => Err(BenchError::Over),
    }
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
