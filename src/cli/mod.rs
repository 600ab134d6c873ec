//! What people type. `run` is the table of contents; each command is a file of its own or a few lines here.

mod bench;
mod check;
mod convert;
mod fmt;
mod gallery;
mod interrupt;
mod large_pages;
mod manual;
mod map_text;
mod mistyped;
mod new;
mod number;
mod orders;
mod output;
mod picture;
mod play;
mod png;
mod record;
mod recording;
mod replay;
mod simulate;
mod solve;
mod sounds;
mod step_list;
mod verify;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::bench::repainting;
use crate::level::{Level, MAX_SOLUTIONS, plain_path};
use crate::look::{HintError, Hints};
use crate::play::Playthrough;
use crate::screens::UnlockPolicy;
use crate::window::{EndSignal, Present};
use output::Overwriting;
use play::GameOpening;

/// A puzzle game of falling tokens and walking rabbits, and a benchmark of 2D rendering quality.
#[derive(Debug, Parser)]
#[command(name = "leveret", version, args_conflicts_with_subcommands = true, help_template = HELP)]
struct Cli {
    #[command(subcommand)]
    command: Option<CliCommand>,

    #[command(flatten)]
    game: Game,
}

/// First what most people want.
const HELP: &str = "\
{about}

  leveret                         play
  leveret LEVEL                   play a level file, and reload it each time that it is saved
  leveret check PATH...           play the solutions of levels, and find what makes no sense
  leveret --zoom-bench --quick    measure what rendering costs here, in half a minute

{usage-heading} {usage}

{all-args}";

#[derive(Debug, Args)]
struct Game {
    /// Level file to play (.ron, or Rabbit Escape's .rel); with --zoom-bench, the level to measure
    level: Option<PathBuf>,

    /// Show this solution of the level, counted from 1; one that fails is shown up to where it goes wrong
    #[arg(long, value_name = "N", value_parser = number::whole(1..=MAX_SOLUTIONS), requires = "level", conflicts_with = "zoom_bench")]
    solution: Option<usize>,

    /// Watch this replay of the level, or the first one in this file
    #[arg(long, value_name = "REPLAY", requires = "level", conflicts_with_all = ["zoom_bench", "solution"])]
    replay: Option<String>,

    /// Unlock all levels
    #[arg(long, conflicts_with = "zoom_bench")]
    unlock: bool,

    /// Rendering hints: presets (speed, balanced, quality) and single hints (filter=nearest), separated by commas
    ///
    /// A later hint overrides an earlier one: `quality,filter=nearest`. With --zoom-bench the option can be given
    /// several times: the first list is the baseline, and each of the others is compared with it. There all of a frame
    /// is painted, unless a list says `redraw=dirty`.
    #[arg(long, value_name = "LIST", value_parser = named_hints)]
    hints: Vec<NamedHints>,

    /// How frames get to the screen
    #[arg(long, value_enum, default_value = "auto")]
    present: Present,

    /// Write a CSV file while playing: each frame's zoom, hints and time per stage
    #[arg(long, value_name = "FILE.csv", conflicts_with = "zoom_bench")]
    record: Option<PathBuf>,

    #[command(flatten)]
    overwriting: Overwriting,

    /// Measure frame times for each zoom and each set of hints; needs no display
    #[arg(long, help_heading = bench::HEADING)]
    zoom_bench: bool,

    #[command(flatten)]
    bench: bench::BenchOptions,

    /// Show all animations side by side
    #[arg(long, help_heading = ART, conflicts_with_all = ["level", "zoom_bench"])]
    animations: bool,

    /// With --animations: write a contact sheet of all frames instead of opening a window
    #[arg(long, help_heading = ART, value_name = "FILE.png", requires = "animations", conflicts_with = "zoom_bench")]
    sheet: Option<PathBuf>,

    /// Write every sound and every piece of music as WAV files into this folder
    #[arg(long, help_heading = ART, value_name = "FOLDER", conflicts_with_all = ["level", "zoom_bench", "animations"])]
    sounds: Option<PathBuf>,

    /// With --sheet: pixels per tile, 16 to 256
    #[arg(long, help_heading = ART, value_name = "PX", default_value_t = 64, value_parser = picture::zoom, requires = "sheet")]
    zoom: u32,
}

/// The heading of the options that show the art, and let it be heard.
const ART: &str = "Art options";

#[derive(Debug, Subcommand)]
enum CliCommand {
    Check(check::Check),
    New(new::New),
    Fmt(fmt::Fmt),
    Solve(solve::Solve),
    Simulate(simulate::Simulate),
    Shot(picture::Shot),
    Verify(verify::Verify),
    Record(record::Record),
    Import(convert::Import),
    Export(convert::Export),
    Completions(manual::Completions),
    Man(manual::Man),
}

/// Why a command failed, and what the program's exit code is then.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    /// The levels or the run failed: exit code 1.
    fn run(message: impl Display) -> Failure {
        Failure { code: 1, message: message.to_string() }
    }

    /// The command was used wrongly: exit code 2.
    fn usage(message: impl Display) -> Failure {
        Failure { code: 2, message: message.to_string() }
    }

    /// Something became slower than it may: exit code 3.
    fn slower(message: impl Display) -> Failure {
        Failure { code: 3, message: message.to_string() }
    }

    /// Both, with the code of the graver one.
    fn and(self, other: Failure) -> Failure {
        let message = format!("{}\nleveret: {}", self.message, other.message);
        Failure { code: self.code.max(other.code), message }
    }

    /// A file could not be written.
    fn write(path: &Path, cause: &dyn Display) -> Failure {
        Failure::run(format!("could not write `{}`: {cause}", plain_path(path)))
    }
}

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    env_logger::init();
    let mut command = with_negative_numbers(Cli::command());
    let parsed = command.try_get_matches_from_mut(std::env::args_os()).and_then(|found| {
        bench::refuse_idle_options(&mut command, &found)?;
        Cli::from_arg_matches(&found)
    });
    let mistyped = match &parsed {
        Ok(Cli { command: Some(_), .. }) => None,
        Ok(Cli { game, .. }) => game.level.as_deref().and_then(|word| mistyped::level(&command, word)),
        Err(error) => mistyped::words(&command, std::env::args_os(), error),
    };
    let done = match (mistyped, parsed) {
        (Some(failure), _) => Err(failure),
        (None, Ok(cli)) => run(cli),
        (None, Err(error)) if error.use_stderr() => error.exit(),
        // The help or the version.
        (None, Err(text)) => output::print(&text.to_string()).map(|_| None),
    };
    match done {
        Ok(None) => ExitCode::SUCCESS,
        // As a shell reports a program that was ended by a signal; signals have numbers below 65.
        Ok(Some(EndSignal(number))) => ExitCode::from(128 + number as u8),
        Err(failure) => {
            output::complain(&failure.message);
            ExitCode::from(failure.code)
        }
    }
}

/// `--step -3` is a value out of range, and not an option `-3` that nobody knows.
fn with_negative_numbers(command: Command) -> Command {
    let allowing = |arg: clap::Arg| {
        let takes_number = arg.get_action().takes_values() && !arg.is_positional();
        arg.allow_negative_numbers(takes_number)
    };
    command.mut_args(allowing).mut_subcommands(with_negative_numbers)
}

/// Runs the command; returns the signal that has ended it early, if one did.
fn run(cli: Cli) -> Result<Option<EndSignal>, Failure> {
    let Game { level, replay, solution, hints, present, overwriting, .. } = &cli.game;
    let last = hints.last().map(|named| named.hints);
    let ended = |()| None;
    match cli.command {
        Some(CliCommand::Check(check)) => check.run().map(ended),
        Some(CliCommand::New(new)) => new.run().map(ended),
        Some(CliCommand::Fmt(fmt)) => fmt.run().map(ended),
        Some(CliCommand::Solve(solve)) => solve.run().map(ended),
        Some(CliCommand::Simulate(simulate)) => simulate.run().map(ended),
        Some(CliCommand::Record(record)) => record.run().map(ended),
        Some(CliCommand::Verify(verify)) => verify.run().map(ended),
        Some(CliCommand::Shot(shot)) => shot.run().map(ended),
        Some(CliCommand::Import(import)) => import.run().map(ended),
        Some(CliCommand::Export(export)) => export.run().map(ended),
        Some(CliCommand::Completions(completions)) => completions.run().map(ended),
        Some(CliCommand::Man(man)) => man.run().map(ended),
        None if cli.game.animations => match &cli.game.sheet {
            Some(file) => gallery::sheet(file, cli.game.zoom, last.unwrap_or_default(), *overwriting).map(ended),
            None => gallery::show(last.unwrap_or_default(), *present),
        },
        None if cli.game.zoom_bench => {
            large_pages::ask();
            cli.game.bench.run(level.as_deref(), hints, *present, *overwriting)
        }
        None => match &cli.game.sounds {
            Some(folder) => sounds::write(folder, *overwriting).map(ended),
            None => {
                large_pages::ask();
                let opening = GameOpening::of(level.as_deref(), *solution, replay.as_deref());
                let policy = if cli.game.unlock { UnlockPolicy::All } else { UnlockPolicy::OneByOne };
                play::run(opening, policy, last, *present, cli.game.record.as_deref(), *overwriting)
            }
        },
    }
}

/// Hints, and how they were typed.
#[derive(Debug, Clone)]
struct NamedHints {
    name: String,
    hints: Hints,
    /// What they mean in a benchmark.
    measured: Hints,
}

fn named_hints(list: &str) -> Result<NamedHints, HintError> {
    Ok(NamedHints { name: list.to_owned(), hints: list.parse()?, measured: Hints::parse(list, repainting)? })
}

/// A level's solution, counted from 1, played as far as it works.
fn played(level: &Level, file: &Path, number: usize) -> Result<Playthrough, Failure> {
    let solution = number.checked_sub(1).and_then(|index| level.solutions.get(index)).ok_or_else(|| {
        let count = level.solutions.len();
        Failure::usage(format!("`{}` has no solution {number}: it has {count}", plain_path(file)))
    })?;
    solution
        .play(level)
        .map_err(|fault| Failure::run(format!("could not read solution {number} of `{}`: {fault}", plain_path(file))))
}

/// A level's solution, counted from 1, played to its end.
fn played_whole(level: &Level, file: &Path, number: usize) -> Result<Playthrough, Failure> {
    let played = played(level, file, number)?;
    match played.failure {
        None => Ok(played),
        Some(failure) => {
            Err(Failure::run(format!("solution {number} of `{}` does not work: {failure}", plain_path(file))))
        }
    }
}
