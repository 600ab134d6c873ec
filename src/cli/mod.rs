//! What people type. `run` is the table of contents; each command is a file of its own or a few lines here.

mod bench;
mod check;
mod convert;
mod gallery;
mod picture;
mod play;
mod simulate;

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::level::Level;
use crate::look::{HintError, Hints};
use crate::play::Playthrough;
use crate::screens::Gate;
use crate::window::Present;

/// A puzzle game of falling tokens and walking rabbits, and a benchmark of what a zoom or a quality hint costs.
#[derive(Debug, Parser)]
#[command(name = "leveret", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    game: Game,
}

#[derive(Debug, Args)]
struct Game {
    /// A level file to play (.ron, or Rabbit Escape's .rel), or to measure with --zoom-bench
    level: Option<PathBuf>,

    /// Measure frame times at each zoom level and quality; needs no display
    #[arg(long)]
    zoom_bench: bool,

    /// Show every movement of the art side by side
    #[arg(long, conflicts_with_all = ["level", "zoom_bench"])]
    animations: bool,

    /// With --animations: write a contact sheet of all frames, and open no window
    #[arg(long, value_name = "FILE.png", requires = "animations")]
    sheet: Option<PathBuf>,

    /// With --sheet: pixels a tile, 16 to 256
    #[arg(long, value_name = "PX", default_value_t = 64, value_parser = picture::zoom, requires = "sheet")]
    zoom: u32,

    /// Open all levels from the start
    #[arg(long)]
    unlock: bool,

    /// Quality: presets (speed, balanced, quality) and single hints (filter=nearest,...), later ones winning
    ///
    /// With --zoom-bench it may be given several times: the first list is compared with each of the others.
    #[arg(long, value_name = "LIST", value_parser = named_hints)]
    hints: Vec<NamedHints>,

    /// What shows the frames: a GPU through pixels, plain copies through softbuffer, or what suits the machine
    #[arg(long, value_enum, default_value = "auto")]
    present: Present,

    /// Write every frame of the game to this file: its zoom, its hints, and the time of each stage
    #[arg(long, value_name = "FILE.csv", conflicts_with = "zoom_bench")]
    record: Option<PathBuf>,

    #[command(flatten)]
    bench: bench::Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Import(convert::Import),
    Export(convert::Export),
    Simulate(simulate::Simulate),
    Shot(picture::Shot),
}

/// Why a command failed, and what the program's exit code is then.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    /// The levels or the run failed: exit code 1.
    fn run(message: impl fmt::Display) -> Failure {
        Failure { code: 1, message: message.to_string() }
    }

    /// The command was used wrongly: exit code 2.
    fn usage(message: impl fmt::Display) -> Failure {
        Failure { code: 2, message: message.to_string() }
    }
}

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    env_logger::init();
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("leveret: {}", failure.message);
            ExitCode::from(failure.code)
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let Game { level, zoom_bench, animations, sheet, zoom, unlock, hints, present, record, bench } = cli.game;
    let last = hints.last().map(|named| named.hints);
    let gate = if unlock { Gate::All } else { Gate::OneByOne };
    match cli.command {
        Some(Command::Check(check)) => check.run(),
        Some(Command::Import(import)) => import.run(),
        Some(Command::Export(export)) => export.run(),
        Some(Command::Simulate(simulate)) => simulate.run(),
        Some(Command::Shot(shot)) => shot.run(),
        None if animations => match sheet {
            Some(file) => gallery::sheet(&file, zoom, last.unwrap_or_default()),
            None => gallery::show(last.unwrap_or_default(), present),
        },
        None if zoom_bench => bench.run(level.as_deref(), &hints, present),
        None => play::run(level.as_deref(), gate, last, present, record.as_deref()),
    }
}

/// Hints, and how they were typed.
#[derive(Debug, Clone)]
struct NamedHints {
    name: String,
    hints: Hints,
}

fn named_hints(list: &str) -> Result<NamedHints, HintError> {
    Ok(NamedHints { name: list.to_owned(), hints: list.parse()? })
}

/// A level's solution, counted from 1, played as far as it works.
fn played(level: &Level, file: &Path, number: usize) -> Result<Playthrough, Failure> {
    let solution = number.checked_sub(1).and_then(|index| level.solutions.get(index)).ok_or_else(|| {
        let count = level.solutions.len();
        Failure::usage(format!("`{}` has no solution {number}: it has {count}", file.display()))
    })?;
    solution
        .play(level)
        .map_err(|fault| Failure::run(format!("could not read solution {number} of `{}`: {fault}", file.display())))
}

/// A level's solution, counted from 1, played to its end.
fn played_whole(level: &Level, file: &Path, number: usize) -> Result<Playthrough, Failure> {
    let played = played(level, file, number)?;
    match played.failure {
        None => Ok(played),
        Some(failure) => {
            Err(Failure::run(format!("solution {number} of `{}` does not work: {failure}", file.display())))
        }
    }
}
