//! `leveret --zoom-bench [LEVEL]`: what each zoom and quality costs on this machine.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Duration;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use textwrap::WordSplitter;

use super::{Failure, NamedHints, output, picture};
use crate::bench::{self, Bench, BenchPlan, Length, OutputFolder, PresentFrame};
use crate::level::{self, Level, plain_path};
use crate::raster::PainterKind;
use crate::scene::LADDER;
use crate::screens::{Context, Screen};
use crate::window::{Pane, Present};

/// How long a run takes by default, and with `--quick`.
const FULL: Duration = Duration::from_secs(240);
const QUICK: Duration = Duration::from_secs(22);

/// The zooms of a quick run: the ends and the middle of the ladder.
const QUICK_ZOOMS: [u32; 3] = [16, 64, 256];

/// The heading of these options in the help.
pub(super) const HEADING: &str = "Benchmark options";

#[derive(Debug, Args)]
#[command(next_help_heading = HEADING)]
pub struct BenchOptions {
    /// Zooms to measure, in pixels per tile, 16 to 256 [default: all nine; three with --quick]
    #[arg(long, value_name = "PX,...", value_delimiter = ',', value_parser = picture::zoom, requires = "zoom_bench")]
    zooms: Option<Vec<u32>>,

    /// Size of the frame in pixels
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = picture::size, requires = "zoom_bench")]
    size: (u32, u32),

    /// Measure at least N frames per zoom and set of hints
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=100_000), requires = "zoom_bench")]
    frames: Option<u32>,

    /// Measure for about S seconds [default: 240; 22 with --quick]
    #[arg(long, value_name = "S", value_parser = clap::value_parser!(u64).range(1..=86_400), conflicts_with = "frames", requires = "zoom_bench")]
    seconds: Option<u64>,

    /// Measure three zooms in half a minute
    #[arg(long, requires = "zoom_bench")]
    quick: bool,

    /// Paint with N threads [default: number of cores]
    #[arg(long, value_name = "N", requires = "zoom_bench")]
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
    pub fn run(&self, level: Option<&Path>, hints: &[NamedHints], present: Present) -> Result<(), Failure> {
        let (level, path) = match level {
            Some(path) => (Level::read(path).map_err(Failure::run)?, path.to_owned()),
            None => shipped()?,
        };
        let play = super::played_whole(&level, &path, 1)?;
        let present = if self.window { Some(open_window(self.size, present)?) } else { None };
        let folder = self.out.as_deref().map(OutputFolder::open).transpose().map_err(Failure::run)?;

        let plan = self.plan(plain_path(&path), play.steps / 2, hints);
        let (zooms, variants) = (plan.zooms.len(), plan.variants.len());
        let context = Context::default();
        let bench = Bench::prepare(plan, Screen::following(&context, level, play.orders), context, present)
            .map_err(Failure::run)?;
        let (schedule, seconds) = (bench.schedule(), bench.duration().as_secs().max(1));
        output::print(&format!(
            "{}: {zooms} zooms, {variants} qualities, {} blocks of {} frames each: about {}\n\n",
            plain_path(&path),
            schedule.blocks,
            schedule.frames,
            time(seconds)
        ))?;

        // indicatif draws on a terminal's standard error only.
        let bar = ProgressBar::new(bench.parts());
        let measured = bench.run(|| bar.inc(1)).map_err(Failure::run)?;
        bar.finish_and_clear();

        let paragraph = textwrap::Options::new(bench::LINE_WIDTH).word_splitter(WordSplitter::NoHyphenation);
        let results = bench::evaluate(&measured);
        // Both are tried: what was measured is not lost because one of them fails.
        let written = folder.map_or(Ok(()), |folder| folder.write(&measured, &results)).map_err(Failure::run);
        output::print(&format!(
            "{}\n{}\n",
            bench::table(&results),
            textwrap::fill(&bench::words(&results), paragraph)
        ))?;
        written
    }

    fn plan(&self, level: String, lead: u32, hints: &[NamedHints]) -> BenchPlan {
        let variants = match hints {
            [] => bench::presets_and_singles(),
            named => bench::sets(named.iter().map(|named| (named.name.clone(), named.hints))),
        };
        let usual_zooms = || if self.quick { QUICK_ZOOMS.to_vec() } else { LADDER.to_vec() };
        let usual_time = if self.quick { QUICK } else { FULL };
        let length = match self.frames {
            Some(frames) => Length::Frames(frames),
            None => Length::Time(self.seconds.map_or(usual_time, Duration::from_secs)),
        };
        BenchPlan {
            level,
            lead,
            zooms: self.zooms.clone().unwrap_or_else(usual_zooms),
            variants,
            size: self.size,
            painter: match self.painter {
                PainterName::Fast => PainterKind::Fast,
                PainterName::Reference => PainterKind::Reference,
            },
            threads: self.threads.or(available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN),
            length,
        }
    }
}

/// Opens a window to present frames in.
fn open_window(size: (u32, u32), present: Present) -> Result<PresentFrame, Failure> {
    let mut pane = Pane::open(size, present).map_err(Failure::run)?;
    Ok(Box::new(move |frame| pane.show(frame).map_err(|cause| cause.to_string())))
}

/// The shipped level to measure: the largest with a solution, so that it fills the frame at every zoom.
fn shipped() -> Result<(Level, PathBuf), Failure> {
    level::sets()
        .iter()
        .flat_map(|set| &set.levels)
        .filter(|entry| !entry.level.solutions.is_empty())
        .max_by_key(|entry| entry.level.setup().width * entry.level.setup().height)
        .map(|entry| (entry.level.clone(), PathBuf::from(entry.path)))
        .ok_or_else(|| Failure::run("there is no level with a solution to measure"))
}

fn time(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}
