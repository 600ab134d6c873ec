//! The report as text: a table with a line for each solution, then the errors, then the sum.

use std::path::Path;

use comfy_table::{Table, presets};

use super::command::show_solution;
use super::report::{CheckError, CheckedLevel, FailedSolution, PlayedLevel, PlayedSolution, Report, SolutionError};
use crate::level::{plain, plain_path};
use crate::play::{Reason, SolutionFailure};
use crate::sim::{Ability, Outcome};

/// The columns of the table.
const COLUMNS: [&str; 7] = ["level", "size", "tokens", "solution", "ended", "steps", "used"];

impl Report {
    /// The report as text.
    pub fn table(&self) -> String {
        let played = self.levels.iter().filter_map(|level| Some((level, level.result.as_ref().ok()?)));
        let rows = played.flat_map(|(level, played)| rows(&plain_path(&level.path), played));
        let errors = self.levels.iter().flat_map(CheckedLevel::errors);
        let errors: String = errors.map(|error| format!("\n{error}\n")).collect();
        format!("{}\n{errors}\n{}\n", table(rows), self.sum())
    }

    fn sum(&self) -> String {
        let played = self.levels.iter().filter_map(|level| level.result.as_ref().ok());
        let solutions: usize = played.map(|played| played.solutions.len()).sum();
        let counted = format!("{}, {}", count(self.levels.len(), "level"), count(solutions, "solution"));
        let failed = self.levels.iter().filter(|level| level.failed()).count();
        match (failed, self.warnings()) {
            (0, 0) => format!("{counted}: all as they should be"),
            (0, warnings) => format!("{counted}: none failed, {}", count(warnings, "warning")),
            (failed, 0) => format!("{counted}: {} failed", count(failed, "level")),
            (failed, warnings) => {
                format!("{counted}: {} failed, {}", count(failed, "level"), count(warnings, "warning"))
            }
        }
    }
}

impl CheckedLevel {
    /// The errors, warnings and notes as text.
    fn errors(&self) -> Vec<String> {
        let path = plain_path(&self.path);
        match &self.result {
            Ok(played) => {
                let solutions = (1..).zip(&played.solutions);
                let failures = solutions.filter_map(|(number, solution)| Some((number, solution.failure.as_ref()?)));
                let mut errors: Vec<String> =
                    failures.map(|(number, failed)| failure(&self.path, number, failed)).collect();
                errors.extend(played.warnings.iter().map(|remark| format!("warning: {remark}")));
                if played.more_warnings > 0 {
                    errors.push(format!("… and {} about `{path}`", count(played.more_warnings, "more warning")));
                }
                errors.extend(played.notes.iter().map(|note| format!("note on `{path}`: {note}")));
                errors
            }
            Err(error) => vec![error.message(&self.path)],
        }
    }
}

impl CheckError {
    /// What is wrong with the level, or the folder, at this path.
    pub(super) fn message(&self, path: &Path) -> String {
        let path = plain_path(path);
        match self {
            CheckError::Unreadable(error) => error.to_string(),
            CheckError::NoLevels => format!("cannot check folder `{path}`: there are no levels in it"),
            CheckError::Panicked(message) => {
                format!("cannot check level `{path}`: the program failed: {}", plain(message))
            }
        }
    }
}

/// What is wrong with a solution, counted from 1, where, and how to see it.
fn failure(path: &Path, number: usize, failed: &FailedSolution) -> String {
    let FailedSolution { error, remark } = failed;
    let (cause, command) = match error {
        SolutionError::Unreadable(fault) => (fault.to_string(), String::new()),
        SolutionError::Failed(failure) => (cause(*failure), format!("\nto see it: {}", show_solution(path, number))),
    };
    format!("cannot play solution {number} of level `{}`: {cause}\n{remark}{command}", plain_path(path))
}

/// Why a solution failed, and at which of its orders if it was one of them.
fn cause(failure: SolutionFailure) -> String {
    let SolutionFailure { command, reason } = failure;
    match reason {
        Reason::DidNotWin(_)
        | Reason::UnexpectedState { .. }
        | Reason::UntilActionNeverEnded
        | Reason::TooLong
        | Reason::WaitsTooLong
        | Reason::TooMuchWork => reason.to_string(),
        Reason::RanPastEnd | Reason::Refused(_) => format!("at order {command}, {reason}"),
    }
}

/// The rows of a level: its own columns are filled in the first one only.
fn rows(path: &str, played: &PlayedLevel) -> Vec<[String; 7]> {
    let size = format!("{}x{}", played.width, played.height);
    let head = [path.to_owned(), size, tokens(played.tokens)];
    if played.solutions.is_empty() {
        let [path, size, tokens] = head;
        return vec![[path, size, tokens, "-".into(), "no solution".into(), String::new(), String::new()]];
    }
    let row = |(number, solution): (usize, &PlayedSolution)| {
        let [path, size, offered] = if number == 1 { head.clone() } else { Default::default() };
        let ended = match solution.failure {
            None => end(solution.outcome),
            Some(_) => format!("fails: {}", end(solution.outcome)),
        };
        let placed = solution.used.map(|count| (count > 0).then_some(count as i32));
        [path, size, offered, number.to_string(), ended, solution.steps.to_string(), tokens(placed)]
    };
    (1..).zip(&played.solutions).map(row).collect()
}

/// Counts by the order of [`Ability::ALL`]; negative ones are endless.
fn tokens(counts: [Option<i32>; Ability::COUNT]) -> String {
    let each = Ability::ALL.into_iter().zip(counts).filter_map(|(ability, count)| match count? {
        count if count < 0 => Some(format!("endless {}", ability.name())),
        count => Some(format!("{count} {}", ability.name())),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn end(outcome: Outcome) -> String {
    if outcome == Outcome::Running { "runs on".to_owned() } else { outcome.to_string() }
}

/// The rows below the names of their columns, with two spaces between columns.
fn table(rows: impl Iterator<Item = [String; 7]>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(COLUMNS).add_rows(rows);
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    table.trim_fmt()
}

fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
