//! Checking levels: all solutions are played, many levels at once, and must end as they say.
//!
//! The report is the same for any number of workers. A level that cannot be read, never ends or makes the program panic
//! is reported, and the others are still checked.

mod command;
mod files;
mod many;
mod replays;
mod report;
mod solving;
mod speed;
mod table;

use std::path::{Path, PathBuf};

pub use command::show_solution;
pub use many::{Panicked, many};
pub use replays::{PlayedReplay, Verdict, verify};
pub use report::{CheckError, CheckedLevel, PlayedLevel, PlayedSolution, Report, SolutionError};
pub use solving::{Finding, SearchedLevel, findings, search};
pub use speed::{Rate, Speed, speed};

use crate::level::{At, Level, LevelError, MOST_WORK, Solution};
use crate::play::{Reason, SolutionFailure};
use crate::sim::Order;
use files::Target;

/// A level has been checked.
#[derive(Debug, Clone, Copy)]
pub struct LevelDone<'a> {
    pub path: &'a Path,
    /// Levels checked so far, this one included.
    pub done: usize,
    pub of: usize,
}

/// Plays all solutions of the levels, and of all levels in the folders and the folders in these. At most `workers`
/// levels are played at once, and no more than there are cores. `progress` is called after each level, in any order and
/// by any worker.
pub fn run(paths: &[PathBuf], workers: usize, progress: impl Fn(LevelDone) + Sync) -> Report {
    let targets = files::targets(paths);
    let done = |at: usize, done: usize| progress(LevelDone { path: targets[at].path(), done, of: targets.len() });
    let results = many(&targets, workers, check, done);
    let levels = targets.iter().zip(results).map(|(target, result)| CheckedLevel {
        path: target.path().to_owned(),
        result: result.unwrap_or_else(|Panicked(message)| Err(CheckError::Panicked(message))),
    });
    Report { levels: levels.collect() }
}

/// The levels at these paths, and all in the folders and the folders in these.
///
/// # Errors
/// The first level that cannot be read.
pub fn levels_at(paths: &[PathBuf]) -> Result<Vec<Level>, LevelError> {
    files::targets(paths).iter().map(|target| Level::read(target.path())).collect()
}

fn check(target: &Target) -> Result<PlayedLevel, CheckError> {
    match target {
        Target::Level(path) => Level::read(path).map(|level| played(&level)).map_err(CheckError::Unreadable),
        Target::NoLevels(_) => Err(CheckError::NoLevels),
    }
}

/// All solutions of a level, played.
pub fn played(level: &Level) -> PlayedLevel {
    let setup = level.setup();
    PlayedLevel {
        name: level.name.clone(),
        width: setup.width,
        height: setup.height,
        tokens: setup.tokens,
        solutions: played_solutions(level),
    }
}

/// Solutions share the work that a level may take; the last ones may have none left.
fn played_solutions(level: &Level) -> Vec<PlayedSolution> {
    let mut work = MOST_WORK;
    level.solutions.iter().map(|solution| played_solution(solution, level, &mut work)).collect()
}

fn played_solution(solution: &Solution, level: &Level, work: &mut u64) -> PlayedSolution {
    if *work == 0 {
        let error = SolutionFailure { command: 0, reason: Reason::TooMuchWork };
        return unplayed(level, SolutionError::Failed(error));
    }
    match solution.play_within(*work, level) {
        Ok(played) => {
            *work = work.saturating_sub(played.work);
            PlayedSolution {
                outcome: played.world.outcome(),
                steps: played.steps,
                used: used(&played.orders),
                error: played.failure.map(SolutionError::Failed),
            }
        }
        Err(fault) => unplayed(level, SolutionError::Unreadable(fault)),
    }
}

fn unplayed(level: &Level, error: SolutionError) -> PlayedSolution {
    PlayedSolution { outcome: level.outcome(), steps: 0, used: [0; 7], error: Some(error) }
}

/// How many tokens the orders place, by the order of [`Ability::ALL`](crate::sim::Ability::ALL).
fn used(orders: &[At]) -> [i32; 7] {
    let mut used = [0; 7];
    for at in orders {
        match at.order {
            Order::Place(ability, _) => used[ability as usize] += 1,
            Order::ExplodeAll => {}
        }
    }
    used
}
