//! Every level's solutions played, many at once: does each end as it says?
//!
//! The report is the same for any number of workers. One level that cannot be read, never ends or brings the program
//! down is reported, and the others go on.

mod files;
mod many;
mod report;
mod speed;

use std::path::{Path, PathBuf};

pub use many::{Panicked, many};
pub use report::{Checked, Played, Report, Trouble, Verdict};
pub use speed::{Rate, Speed, speed};

use crate::level::{Level, Solution};
use crate::play::{Reason, SolutionFailure};
use files::Found;

/// How far a check has come: a level more is done.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    pub path: &'a Path,
    /// Levels done so far, this one included.
    pub done: usize,
    pub of: usize,
}

/// Plays all solutions of the levels, and of all levels in the folders and the folders in these. At most `workers`
/// levels are played at once, and no more than there are cores. `progress` is called as levels are done, in any order
/// and by any worker.
pub fn run(paths: &[PathBuf], workers: usize, progress: impl Fn(Progress) + Sync) -> Report {
    let found = files::levels(paths);
    let done = |at: usize, done: usize| progress(Progress { path: found[at].path(), done, of: found.len() });
    let results = many(&found, workers, check, done);
    let levels = found.iter().zip(results).map(|(found, result)| Checked {
        path: found.path().to_owned(),
        result: result.unwrap_or_else(|Panicked(message)| Err(Trouble::Panicked(message))),
    });
    Report { levels: levels.collect() }
}

fn check(found: &Found) -> Result<Played, Trouble> {
    match found {
        Found::Level(path) => Level::read(path).map(|level| played(&level)).map_err(Trouble::Unreadable),
        Found::NoLevels(_) => Err(Trouble::NoLevels),
    }
}

/// All solutions of a level, played.
pub fn played(level: &Level) -> Played {
    Played {
        name: level.name.clone(),
        width: level.setup().width,
        height: level.setup().height,
        tokens: level.setup().tokens,
        solutions: level.solutions.iter().map(|solution| verdict(solution, level)).collect(),
    }
}

fn verdict(solution: &Solution, level: &Level) -> Verdict {
    match solution.play(level) {
        Ok(played) => Verdict {
            outcome: played.world.outcome(),
            steps: played.steps,
            used: report::used(&played.orders),
            failure: played.failure.map(say),
        },
        Err(fault) => {
            Verdict { outcome: level.world().outcome(), steps: 0, used: [0; 7], failure: Some(fault.to_string()) }
        }
    }
}

/// Why a solution failed; and with which of its orders, if one can be blamed.
fn say(failure: SolutionFailure) -> String {
    let SolutionFailure { command, reason } = failure;
    match reason {
        Reason::DidNotWin(_) | Reason::UnexpectedState { .. } | Reason::UntilActionNeverEnded | Reason::TooLong => {
            reason.to_string()
        }
        Reason::RanPastEnd
        | Reason::FailedToPlaceToken
        | Reason::UsedRunOutAbility
        | Reason::UsedMissingAbility
        | Reason::PlacedTokenOutsideWorld => format!("at order {command}, {reason}"),
    }
}
