//! Checking levels: all solutions are played, many levels at once, and must end as they say; and lints warn
//! of what makes no sense.
//!
//! The report is the same for any number of workers. A level that cannot be read, never ends or makes the program panic
//! is reported, and the others are still checked.

mod account;
mod command;
mod files;
mod lints;
mod many;
mod remark;
mod replays;
mod report;
mod solutions;
mod solving;
mod speed;
mod table;

use std::path::PathBuf;

pub use command::show_solution;
pub use files::{Target, targets};
pub use many::{Panicked, many};
pub use remark::Remark;
pub use replays::{PlayedReplay, ReplayVerdict, ReplayVerdictKind, verify};
pub use report::{CheckError, CheckedLevel, FailedSolution, PlayedLevel, PlayedSolution, Report, SolutionError};
pub use solving::{Finding, SearchedLevel, findings, search};
pub use speed::{Rate, Speed, speed};

use crate::level::{Level, LevelFile};

/// Plays all solutions of the levels, and of all levels in the folders and the folders in these. At most `workers`
/// levels are played at once, and no more than there are cores. `progress` is called after each level with the
/// number of those checked so far and of all, in any order and by any worker.
pub fn run(paths: &[PathBuf], workers: usize, progress: impl Fn(usize, usize) + Sync) -> Report {
    let targets = targets(paths);
    let results = many(&targets, workers, check, |done| progress(done, targets.len()));
    let levels = targets.iter().zip(results).map(|(target, result)| CheckedLevel {
        path: target.path().to_owned(),
        result: result.unwrap_or_else(|Panicked(message)| Err(CheckError::Panicked(message))),
    });
    Report { levels: levels.collect() }
}

/// The levels at these paths, and all in the folders and the folders in these; or what is wrong with them.
pub fn levels_at(paths: &[PathBuf]) -> Vec<(PathBuf, Result<Level, String>)> {
    let read = |target: Target| {
        let level = match &target {
            Target::Level(path) => Level::read(path).map_err(CheckError::Unreadable),
            Target::NoLevels(_) => Err(CheckError::NoLevels),
        };
        let path = target.path().to_owned();
        (path.clone(), level.map_err(|error| error.message(&path)))
    };
    targets(paths).into_iter().map(read).collect()
}

fn check(target: &Target) -> Result<PlayedLevel, CheckError> {
    match target {
        Target::Level(path) => LevelFile::read(path).map(|file| played(&file)).map_err(CheckError::Unreadable),
        Target::NoLevels(_) => Err(CheckError::NoLevels),
    }
}

/// A level, looked at from all sides.
fn played(file: &LevelFile) -> PlayedLevel {
    let setup = file.level.setup();
    let solutions = solutions::played_solutions(file);
    let (warnings, more_warnings) = lints::warnings(file, &solutions);
    PlayedLevel {
        name: file.level.name.clone(),
        width: setup.width,
        height: setup.height,
        tokens: setup.tokens,
        solutions,
        warnings,
        more_warnings,
        notes: file.notes.clone(),
    }
}
