//! `leveret --zoom-bench [LEVEL]`: what each zoom and quality costs on this machine.

mod compare;
mod idle_options;
mod phrases;

use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Duration;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;

use super::interrupt::Interrupt;
use super::output::Overwriting;
use super::{Failure, NamedHints, number, output, picture};

use crate::bench::{self, Bench, BenchEvent, BenchPlan, EarlierRun, Length, OutputFolder, PresentFrame, SavedRun};
use crate::level::{self, Ending, Level, ShippedLevel, Solution, plain_path};
use crate::play::Playthrough;
use crate::raster::PainterKind;
use crate::scene::LADDER;
use crate::screens::{Context, Screen};
use crate::window::{EndSignal, Pane, Present};
use compare::{check_comparable, not_compared, print_changes, saved_run};
pub use idle_options::refuse_idle_options;
use phrases::{closing_words, opening_words};

/// How long a run takes by default, and with `--quick`.
const FULL: Duration = Duration::from_secs(240);
const QUICK: Duration = Duration::from_secs(30);

/// The zooms of a quick run: sprites are scaled down a little, or much, or up, and at none of them just copied.
const QUICK_ZOOMS: [u32; 3] = [24, 48, 200];

/// Steps of a level's play of which it is led through the first half: some levels never end.
const MOST_LEAD: u32 = 200;

/// The length of the progress bar.
const BAR: u64 = 1000;

/// The heading of these options in the help.
pub(super) const HEADING: &str = "Benchmark options";

#[derive(Debug, Args)]
#[command(next_help_heading = HEADING)]
pub struct BenchOptions {
    /// Zooms to measure, in pixels per tile, 16 to 256 [default: all nine; three with --quick]
    #[arg(long, value_name = "PX,...", value_delimiter = ',', value_parser = picture::zoom, requires = "zoom_bench")]
    zooms: Option<Vec<u32>>,

    /// Board to measure where no level is named
    #[arg(long, value_enum, default_value = "large", conflicts_with = "level", requires = "zoom_bench")]
    board: BenchBoard,

    /// Size of the frame in pixels
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = picture::size, requires = "zoom_bench")]
    size: (u32, u32),

    /// Measure at least N frames per zoom and set of hints
    #[arg(long, value_name = "N", value_parser = number::whole(2..=100_000_u32), requires = "zoom_bench")]
    frames: Option<u32>,

    /// Make visits until every ratio is sure to 1 %, or S seconds are over [default: 240; 30 with --quick]
    ///
    /// However short S is, each zoom is visited twice, and the frames while the zoom moves and at a player's pace are
    /// made.
    #[arg(long, value_name = "S", value_parser = number::seconds, conflicts_with = "frames", requires = "zoom_bench")]
    seconds: Option<u64>,

    /// Measure three zooms and three presets in half a minute
    #[arg(long, requires = "zoom_bench")]
    quick: bool,

    /// Paint with N threads [default: number of cores]; the reference painter has one
    #[arg(long, value_name = "N", value_parser = number::threads, requires = "zoom_bench")]
    threads: Option<NonZero<usize>>,

    /// Painter to measure
    #[arg(long, value_enum, default_value = "fast", requires = "zoom_bench")]
    painter: PainterName,

    /// Show each frame in a window too, timed separately
    #[arg(long, requires = "zoom_bench")]
    window: bool,

    /// Write frames.csv, summary.json and report.html to this folder
    #[arg(long, value_name = "DIR", requires = "zoom_bench")]
    out: Option<PathBuf>,

    /// Compare two saved runs, or a saved one with a new one: exit code 3 if something became slower
    ///
    /// The files are those that --out leaves, or its folder. With one of them the benchmark runs, under the options
    /// given, and is compared with it. The table is Markdown.
    #[arg(long, value_names = ["OLD.json", "NEW.json"], num_args = 1..=2, requires = "zoom_bench")]
    compare: Vec<PathBuf>,

    /// With --compare: how many percent slower is too slow
    #[arg(long, value_name = "PERCENT", default_value_t = 5.0, value_parser = percent, requires = "compare")]
    threshold: f64,
}

/// The shipped level that is measured.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum BenchBoard {
    /// The largest: more than a window full at every zoom
    Large,
    /// The smallest that is made for measuring: most of the window is desk
    Small,
}

/// [`PainterKind`], as people type it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum PainterName {
    /// The painter that the game uses
    Fast,
    /// One item after another, without shortcuts: the definition of the picture
    Reference,
}

impl BenchOptions {
    /// Measures and compares; returns the signal that has interrupted it, if one did.
    pub fn run(
        &self,
        level: Option<&Path>,
        hints: &[NamedHints],
        present: Present,
        overwriting: Overwriting,
    ) -> Result<Option<EndSignal>, Failure> {
        let runs: Vec<(&Path, SavedRun)> =
            self.compare.iter().map(|path| Ok((path.as_path(), saved_run(path)?))).collect::<Result<_, Failure>>()?;
        match runs.as_slice() {
            [(_, old), (path, new)] => print_changes(old, new, path, self.threshold).map(|()| None),
            runs => self.measure(level, hints, present, overwriting, runs.first()),
        }
    }

    /// Measures, and compares the result with an earlier one.
    fn measure(
        &self,
        level: Option<&Path>,
        hints: &[NamedHints],
        present: Present,
        overwriting: Overwriting,
        earlier: Option<&(&Path, SavedRun)>,
    ) -> Result<Option<EndSignal>, Failure> {
        let (level, path) = match level {
            Some(path) => (Level::read(path).map_err(Failure::run)?, path.to_owned()),
            None => shipped(self.board)?,
        };
        let name = plain_path(&path);
        let play = played_for_measuring(&level, &path)?;
        let interrupt = Interrupt::watch();
        let pane = self.window.then(|| Pane::open(self.size, present)).transpose().map_err(Failure::run)?;
        let replace = if overwriting.is_forced() { EarlierRun::Replace } else { EarlierRun::Keep };
        let presenter = pane.as_ref().and_then(Pane::presenter);
        let plan = BenchPlan { presenter, ..self.plan(name.clone(), play.steps.min(MOST_LEAD) / 2, hints) };
        if let Some((path, old)) = earlier {
            check_comparable(old, &plan).map_err(|cause| not_compared(path, &cause))?;
        }
        let mut folder =
            self.out.as_deref().map(|path| OutputFolder::open(path, replace)).transpose().map_err(Failure::run)?;

        output::print(&format!("{name}: {}\n", opening_words(&plan, &level)))?;
        let context = Context::default();
        let bench =
            Bench::prepare(plan, Screen::following(&context, level, play.orders), context, pane.map(presenting))
                .map_err(Failure::run)?;

        // indicatif draws on a terminal's standard error only.
        let bar = ProgressBar::new(BAR);
        let measured = bench.run(&mut |plan, event| {
            if let BenchEvent::Frame(done) = event {
                bar.set_position((done * BAR as f64) as u64);
            }
            if let Some(folder) = &mut folder {
                folder.add(plan, &event);
            }
            if interrupt.signal().is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        bar.finish_and_clear();
        let measured = measured.map_err(Failure::run)?;

        let results = bench::evaluate(&measured);
        // Both are tried: what was measured is not lost because one of them fails.
        let written = folder.map_or(Ok(()), |folder| folder.finish(&measured, &results)).map_err(Failure::run);
        output::print(&closing_words(&results))?;
        written?;
        let signal = interrupt.signal();
        if let Some((path, old)) = earlier {
            let new = SavedRun::of(&results).map_err(Failure::run)?;
            // A run that is interrupted early has nothing to compare yet.
            if signal.is_none() || old.overlaps(&new) {
                output::print("\n")?;
                print_changes(old, &new, path, self.threshold)?;
            }
        }
        Ok(signal)
    }

    fn plan(&self, level: String, lead: u32, hints: &[NamedHints]) -> BenchPlan {
        let variants = match hints {
            [] if self.quick => bench::presets(),
            [] => bench::presets_and_singles(),
            named => bench::sets(named.iter().map(|named| (named.name.clone(), named.measured))),
        };
        let usual_zooms = || if self.quick { QUICK_ZOOMS.to_vec() } else { LADDER.to_vec() };
        let usual_time = if self.quick { QUICK } else { FULL };
        let length = match self.frames {
            Some(frames) => Length::Frames(frames),
            None => Length::Time(self.seconds.map_or(usual_time, Duration::from_secs)),
        };
        let painter = match self.painter {
            PainterName::Fast => PainterKind::Fast,
            PainterName::Reference => PainterKind::Reference,
        };
        let threads = match painter {
            PainterKind::Fast => self.threads.or(available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN),
            PainterKind::Reference => NonZero::<usize>::MIN,
        };
        BenchPlan {
            level,
            lead,
            zooms: each_once(self.zooms.clone().unwrap_or_else(usual_zooms)),
            variants,
            size: self.size,
            painter,
            threads,
            length,
            presenter: None,
        }
    }
}

/// A percentage that is not negative.
fn percent(text: &str) -> Result<f64, String> {
    let percent =
        text.trim_end_matches('%').parse::<f64>().ok().filter(|percent| *percent >= 0.0 && percent.is_finite());
    percent.ok_or_else(|| "a percentage of 0 or more, such as 5 or 2.5".to_owned())
}

/// Presents frames in this window.
fn presenting(mut pane: Pane) -> PresentFrame {
    Box::new(move |frame| pane.show(frame).map_err(|cause| cause.to_string()))
}

/// The shipped level to measure: the largest, which fills the frame at every zoom, or the smallest.
fn shipped(board: BenchBoard) -> Result<(Level, PathBuf), Failure> {
    let entries = level::sets_to_measure().iter().flat_map(|set| &set.levels);
    let area = |entry: &&ShippedLevel| entry.level.setup().width * entry.level.setup().height;
    let entry = match board {
        BenchBoard::Large => entries.max_by_key(area),
        BenchBoard::Small => entries.min_by_key(area),
    };
    entry
        .map(|entry| (entry.level.clone(), PathBuf::from(entry.path)))
        .ok_or_else(|| Failure::run("there is no level to measure"))
}

/// The level's play that is measured: its first solution, or one without orders if it has none.
fn played_for_measuring(level: &Level, path: &Path) -> Result<Playthrough, Failure> {
    if !level.solutions.is_empty() {
        return super::played_whole(level, path, 1);
    }
    let untouched = Solution::Orders { ends: Ending::Lost, orders: Vec::new() };
    untouched.play(level).map_err(Failure::run)
}

/// The zooms in their order, each once.
fn each_once(zooms: Vec<u32>) -> Vec<u32> {
    let mut once = Vec::new();
    for zoom in zooms {
        if !once.contains(&zoom) {
            once.push(zoom);
        }
    }
    once
}
