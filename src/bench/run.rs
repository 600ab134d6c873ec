//! The run: a survey of each zoom, visits until all ratios are precise or the time is up, and then what is not compared
//! frame by frame: frames while the zoom moves, and frames at a player's pace.
//!
//! The work of a visit is the same in every run, however long: one level, its solution, a fixed time between frames, a
//! fixed camera. Nothing depends on how long a frame took. A hash of the frames' pixels proves it.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant, SystemTime};

use super::error::BenchError;
use super::harness::{Harness, PresentFrame};
use super::measured::{BenchFrame, FrameKind, Measured, PacedRun, RunEnding, Visit, ZoomSweep};
use super::paced;
use super::plan::{BenchPlan, FEWEST_VISITS, Length, visits_for};
use super::precision::{VisitTarget, next_target};
use super::random::SplitMix;
use super::survey::{CourseHashes, survey};
use super::visit::Arena;
use super::zoom_sweep::{self, sweep};
use crate::app::{Frame, Recorder};
use crate::look::STEP_TIME;
use crate::raster::{DEFAULT_SPRITE_BYTES, Missing, Rendering};
use crate::screens::{Context, Input, Screen};

/// The bound of each game's sprites, in bytes: at the largest zoom, mip levels and all that a course shows take more
/// than the game allows, and would be made again in the frames that count.
const SPRITE_BYTES: usize = 2 * DEFAULT_SPRITE_BYTES;

/// A benchmark that is ready to run.
pub struct Bench {
    plan: BenchPlan,
    /// One for each variant.
    harnesses: Vec<Harness>,
    /// The level at the moment from which it is measured.
    opening: Screen,
    context: Context,
    present: Option<PresentFrame>,
}

/// What has happened in a run.
pub enum BenchEvent<'a> {
    /// A frame was made. The share of the run that is done, from 0 to 1.
    Frame(f64),
    Visited(&'a Visit),
    Swept(&'a ZoomSweep),
    Paced(&'a PacedRun),
}

/// The callback for events; a break interrupts the run.
pub type Listener<'a> = dyn FnMut(&BenchPlan, BenchEvent) -> ControlFlow<()> + 'a;

impl Bench {
    /// Leads a level that plays its solution from its start to where it is measured, in a game for each variant.
    ///
    /// # Errors
    /// When the art in the binary is broken, or when the level is over too soon.
    pub fn prepare(
        plan: BenchPlan,
        opening: Screen,
        context: Context,
        present: Option<PresentFrame>,
    ) -> Result<Bench, BenchError> {
        let harness = |variant: usize, opening: &Screen| {
            let rendering = Rendering { sprite_bytes: SPRITE_BYTES, ..plan.rendering(variant, Missing::Wait) };
            let mut harness = Harness::new(opening.clone(), context.clone(), rendering, plan.size)?;
            harness.app.use_hints(plan.variants[variant].hints);
            // All of them paint into one frame, which is handed to each in turn.
            harness.app.swap_frame(&mut Frame::new(1, 1));
            Ok(harness)
        };
        let mut leader = harness(0, &opening)?;
        for _ in 0..plan.lead {
            leader.turn(Input::Tick(STEP_TIME))?;
        }
        let opening = leader.app.screen().clone();
        let others: Result<Vec<Harness>, BenchError> =
            (1..plan.variants.len()).map(|variant| harness(variant, &opening)).collect();
        let harnesses = [leader].into_iter().chain(others?).collect();
        Ok(Bench { plan, harnesses, opening, context, present })
    }

    /// Measures. What was measured before an interruption is returned as well.
    ///
    /// # Errors
    /// When the level is over too soon, when a frame cannot be presented, or when a frame differs between two visits.
    pub fn run(self, listener: &mut Listener) -> Result<Measured, BenchError> {
        let measured = Measured {
            plan: self.plan.clone(),
            started: SystemTime::now(),
            took: Duration::ZERO,
            ending: RunEnding::Complete,
            visits: Vec::new(),
            comparisons: Vec::new(),
            sweeps: Vec::new(),
            paced: Vec::new(),
            recording: Duration::ZERO,
        };
        let random = SplitMix(u64::from(self.plan.size.0));
        let mut running =
            Running { bench: self, start: Instant::now(), hashes: Vec::new(), random, measured, listener };
        let ended = running.survey().and_then(|()| running.visits()).and_then(|()| running.others());
        let Running { start, mut measured, .. } = running;
        measured.took = start.elapsed();
        match ended {
            Ok(()) => Ok(measured),
            Err(BenchError::Interrupted) => {
                measured.ending = RunEnding::Interrupted;
                Ok(measured)
            }
            Err(error) => Err(error),
        }
    }
}

/// A run that is under way.
struct Running<'a, 'b> {
    bench: Bench,
    start: Instant,
    /// By zoom and variant.
    hashes: Vec<Vec<CourseHashes>>,
    random: SplitMix,
    measured: Measured,
    listener: &'a mut Listener<'b>,
}

impl Running<'_, '_> {
    fn survey(&mut self) -> Result<(), BenchError> {
        let Bench { plan, harnesses, opening, .. } = &mut self.bench;
        for zoom in 0..plan.zooms.len() {
            let after = &mut || send(self.listener, plan, BenchEvent::Frame(0.0));
            let (hashes, comparisons) = survey(plan, zoom, opening, harnesses, after)?;
            self.hashes.push(hashes);
            self.measured.comparisons.extend(comparisons);
        }
        Ok(())
    }

    /// Visits zooms for as long as the plan says.
    fn visits(&mut self) -> Result<(), BenchError> {
        let zooms = self.bench.plan.zooms.len();
        let fixed = match self.bench.plan.length {
            Length::Frames(frames) => Some(visits_for(frames) as usize),
            Length::Time(_) => None,
        };
        let mut longest = Duration::ZERO;
        while let Some(target) = next_target(&self.measured, fixed) {
            let enough = (0..zooms).all(|zoom| self.measured.visits_to(zoom).count() >= FEWEST_VISITS as usize);
            if fixed.is_none() && enough && self.start.elapsed() + longest > self.time_for_visits() {
                break;
            }
            let begun = self.start.elapsed();
            self.visit(&target)?;
            longest = longest.max(self.start.elapsed() - begun);
        }
        Ok(())
    }

    fn visit(&mut self, target: &VisitTarget) -> Result<(), BenchError> {
        let (at, done) = (self.start.elapsed(), self.share_done());
        let number = self.measured.visits_to(target.zoom).count() as u32;
        let Bench { plan, harnesses, opening, present, .. } = &mut self.bench;
        let after_frame = &mut || send(self.listener, plan, BenchEvent::Frame(done));
        let (random, hands_over) = (&mut self.random, number == 0);
        let mut arena = Arena { plan, opening, harnesses, hands_over, random, present, after_frame };
        let (courses, baseline) = arena.visit(target)?;
        let visit = Visit::new(target.zoom, number, at, courses, baseline);
        self.check(&visit)?;
        self.measured.visits.push(visit);
        let Some(visit) = self.measured.visits.last() else { return Ok(()) };
        send(self.listener, &self.bench.plan, BenchEvent::Visited(visit))
    }

    /// The determinism check: the frames of a visit have the pixels that they had in the survey.
    fn check(&self, visit: &Visit) -> Result<(), BenchError> {
        for course in &visit.courses {
            let expected = &self.hashes[visit.zoom][course.variant];
            let differs = |frame: &&BenchFrame| frame.hash.is_some() && frame.hash != expected[frame.number as usize];
            if let Some(frame) = course.frames.iter().find(differs) {
                return Err(BenchError::NotDeterministic {
                    zoom: self.bench.plan.zooms[visit.zoom],
                    variant: self.bench.plan.variants[course.variant].name.clone(),
                    frame: frame.number,
                    visit: visit.number,
                });
            }
        }
        Ok(())
    }

    /// The zoom sweeps, the paced runs, and the time that recording takes.
    fn others(&mut self) -> Result<(), BenchError> {
        let jumps = zoom_sweep::jumps(self.bench.plan.length);
        let Bench { plan, opening, context, present, .. } = &mut self.bench;
        for variant in plan.swept() {
            let rendering = plan.rendering(variant, Missing::Placeholder);
            let mut harness = Harness::new(opening.clone(), context.clone(), rendering, plan.size)?;
            harness.app.use_hints(plan.variants[variant].hints);
            let after = &mut || send(self.listener, plan, BenchEvent::Frame(1.0));
            let swept = sweep(&mut harness, plan, opening, variant, jumps, present, after)?;
            send(self.listener, plan, BenchEvent::Swept(&swept))?;
            self.measured.sweeps.push(swept);
        }
        for run in paced::runs(plan) {
            let after = &mut || send(self.listener, plan, BenchEvent::Frame(1.0));
            for paced in paced::run(plan, run, opening, context, after)? {
                send(self.listener, plan, BenchEvent::Paced(&paced))?;
                self.measured.paced.push(paced);
            }
        }
        let courses = self.measured.visits.iter().flat_map(|visit| &visit.courses);
        let frame = courses.flat_map(|course| course.of_kind(FrameKind::Steady)).next();
        self.measured.recording = frame.map(recording_time).unwrap_or_default();
        Ok(())
    }

    /// How much of the run's time visits may take.
    fn time_for_visits(&self) -> Duration {
        let plan = &self.bench.plan;
        let Length::Time(time) = plan.length else { return Duration::MAX };
        let sweeps = zoom_sweep::duration(zoom_sweep::jumps(plan.length)) * plan.swept().count() as u32;
        time.saturating_sub(sweeps + paced::duration(plan))
    }

    fn share_done(&self) -> f64 {
        let plan = &self.bench.plan;
        match plan.length {
            Length::Frames(frames) => {
                let visits = visits_for(frames) as usize * plan.zooms.len();
                self.measured.visits.len() as f64 / visits as f64
            }
            Length::Time(time) => (self.start.elapsed().as_secs_f64() / time.as_secs_f64()).min(1.0),
        }
    }
}

fn send(listener: &mut Listener, plan: &BenchPlan, event: BenchEvent) -> Result<(), BenchError> {
    match listener(plan, event) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(BenchError::Interrupted),
    }
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
