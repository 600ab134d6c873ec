//! `leveret verify`: plays replays again.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;
use indicatif::ProgressBar;

use super::{Failure, number, output, replay};
use crate::check::{self, ReplayVerdict, ReplayVerdictKind, verify};
use crate::level::{Level, plain, sets};
use crate::play::{Replay, ReplayFault, replays_in};

/// Play replays again and print a verdict for each; exit code 1 unless all end as they say
///
/// The verdicts, one line per replay, in their order:
///
///   won, lost, runs on   as the replay says
///   differs              the play goes another way; the line says where
///   too long             playing it to its end takes too much work; the line says how far it was played
///   level changed        only another version of the level is known; the line says where the play parts there
///   level unknown        no level fits: see --level
///   damaged              the text cannot be read; the line says what is wrong
///   failed               the file cannot be read, or has no replay in it
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Verify {
    /// Replays (`LV1-...`), and text files with replays in them; `-` for standard input
    #[arg(required = true, value_name = "REPLAY")]
    replays: Vec<String>,

    /// A level file, or a folder of them, to play the replays in, beside the levels of the game
    #[arg(long = "level", value_name = "PATH")]
    levels: Vec<PathBuf>,

    /// Play N replays at once [default: number of cores]
    #[arg(long, value_name = "N", value_parser = number::threads)]
    jobs: Option<NonZero<usize>>,
}

impl Verify {
    pub fn run(&self) -> Result<(), Failure> {
        let named = check::levels_at(&self.levels).into_iter().map(|(_, level)| level);
        let named = named.collect::<Result<Vec<Level>, String>>().map_err(Failure::run)?;
        let shipped = sets().iter().flat_map(|set| &set.levels).map(|shipped| &shipped.level);
        let levels: Vec<&Level> = named.iter().chain(shipped).collect();

        let sources: Vec<Source> = self.replays.iter().map(|argument| Source::of(argument)).collect();
        let replays: Vec<Result<Replay, ReplayFault>> = sources.iter().flat_map(Source::replays).cloned().collect();
        let workers = self.jobs.or(available_parallelism().ok()).map_or(1, NonZero::get);
        let bar = ProgressBar::new(replays.len() as u64);
        let verdicts = verify(&replays, levels, workers, |done| bar.set_position(done as u64));
        bar.finish_and_clear();

        let mut verdicts = verdicts.into_iter();
        let lines: Vec<(String, ReplayVerdict)> =
            sources.iter().flat_map(|source| source.lines(&mut verdicts)).collect();
        let report: String = lines.iter().map(|(name, verdict)| format!("{name}: {verdict}\n")).collect();
        output::print(&format!("{report}{}\n", sum(&lines)))?;
        if lines.iter().all(|(_, verdict)| verdict.is_as_said()) {
            Ok(())
        } else {
            Err(Failure::run("not all replays end as they say"))
        }
    }
}

/// An argument, and the replays in it.
struct Source {
    name: String,
    found: Result<Vec<Result<Replay, ReplayFault>>, String>,
}

impl Source {
    fn of(argument: &str) -> Source {
        let found = match replay::text_of(argument).map(|text| replays_in(&text)) {
            Ok(found) if found.is_empty() => Err("there is no replay in it".to_owned()),
            Ok(found) => Ok(found),
            Err(cause) => Err(cause.to_string()),
        };
        Source { name: plain(argument), found }
    }

    fn replays(&self) -> &[Result<Replay, ReplayFault>] {
        self.found.as_deref().unwrap_or_default()
    }

    /// A line for each replay, with its verdict; several of one source are numbered.
    fn lines(&self, verdicts: &mut impl Iterator<Item = ReplayVerdict>) -> Vec<(String, ReplayVerdict)> {
        match &self.found {
            Err(cause) => vec![(self.name.clone(), ReplayVerdict::Failed(cause.clone()))],
            Ok(found) if found.len() == 1 => verdicts.take(1).map(|verdict| (self.name.clone(), verdict)).collect(),
            Ok(found) => {
                let numbered = (1..=found.len()).zip(verdicts);
                numbered.map(|(number, verdict)| (format!("{}, replay {number}", self.name), verdict)).collect()
            }
        }
    }
}

/// How many there are of each kind.
fn sum(lines: &[(String, ReplayVerdict)]) -> String {
    let count = |kind| lines.iter().filter(|(_, verdict)| verdict.kind() == kind).count();
    let counts = ReplayVerdictKind::ALL.map(|kind| (count(kind), kind.name()));
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    let replays = if lines.len() == 1 { "replay" } else { "replays" };
    format!("{} {replays}: {}", lines.len(), counts.join(", "))
}
