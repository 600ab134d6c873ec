//! What a check found out, as data and as a table.

use std::fmt::Write as _;
use std::path::PathBuf;

use comfy_table::{Table, presets};

use crate::level::{At, LevelError};
use crate::sim::{Ability, Order, Outcome};

/// All levels that were checked, in the order asked.
#[derive(Debug)]
pub struct Report {
    pub levels: Vec<Checked>,
}

/// One of them.
#[derive(Debug)]
pub struct Checked {
    pub path: PathBuf,
    pub result: Result<Played, Trouble>,
}

/// A level whose solutions were played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Played {
    pub name: String,
    pub width: i32,
    pub height: i32,
    /// Tokens to place, by the order of [`Ability::ALL`].
    pub tokens: [Option<i32>; 7],
    pub solutions: Vec<Verdict>,
}

/// How the play of a solution went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub outcome: Outcome,
    pub steps: u32,
    /// Tokens that were placed, by the order of [`Ability::ALL`].
    pub used: [i32; 7],
    /// Why the level did not end as the solution says, in words; none if it did.
    pub failure: Option<String>,
}

/// Why a level's solutions could not be played.
#[derive(Debug)]
pub enum Trouble {
    Unreadable(LevelError),
    /// It is a folder, and there are none in it.
    NoLevels,
    /// The program came to grief over it; with what it said.
    Panicked(String),
}

/// The columns of the table.
const COLUMNS: [&str; 7] = ["level", "size", "tokens", "solution", "ended", "steps", "used"];

impl Report {
    /// Whether any level could not be read, or any solution does not end as it says. A level without solutions does not
    /// fail: somebody may still be drawing it.
    pub fn failed(&self) -> bool {
        self.levels.iter().any(Checked::failed)
    }

    /// The report for people: a table with a line for each solution, then what went wrong, then the sum.
    pub fn table(&self) -> String {
        let mut rows = Vec::new();
        let mut troubles = String::new();
        for level in &self.levels {
            if let Ok(played) = &level.result {
                rows.extend(played_rows(&level.path.display().to_string(), played));
            }
            for trouble in level.troubles() {
                writeln!(troubles, "\n{trouble}").expect("a string takes any text");
            }
        }
        format!("{}\n{troubles}\n{}\n", table(rows), self.sum())
    }

    fn sum(&self) -> String {
        let solutions: usize = self
            .levels
            .iter()
            .filter_map(|level| level.result.as_ref().ok())
            .map(|played| played.solutions.len())
            .sum();
        let counted = format!("{}, {}", count(self.levels.len(), "level"), count(solutions, "solution"));
        match self.levels.iter().filter(|level| level.failed()).count() {
            0 => format!("{counted}: all as they should be"),
            failed => format!("{counted}: {} failed", count(failed, "level")),
        }
    }
}

impl Checked {
    fn failed(&self) -> bool {
        match &self.result {
            Ok(played) => played.solutions.iter().any(|verdict| verdict.failure.is_some()),
            Err(_) => true,
        }
    }

    /// What went wrong, in words.
    fn troubles(&self) -> Vec<String> {
        let path = self.path.display();
        match &self.result {
            Ok(played) => (1..)
                .zip(&played.solutions)
                .filter_map(|(n, verdict)| {
                    let failure = verdict.failure.as_ref()?;
                    Some(format!("cannot play solution {n} of level `{path}`: {failure}"))
                })
                .collect(),
            Err(Trouble::Unreadable(error)) => vec![error.to_string()],
            Err(Trouble::NoLevels) => vec![format!("cannot check folder `{path}`: there are no levels in it")],
            Err(Trouble::Panicked(message)) => {
                vec![format!("cannot check level `{path}`: the program failed: {message}")]
            }
        }
    }
}

/// How many of the orders place a token, by the order of [`Ability::ALL`].
pub(super) fn used(orders: &[At]) -> [i32; 7] {
    let mut used = [0; 7];
    for at in orders {
        match at.order {
            Order::Place(ability, _) => used[ability as usize] += 1,
            Order::ExplodeAll => {}
        }
    }
    used
}

fn played_rows(path: &str, played: &Played) -> Vec<[String; 7]> {
    let size = format!("{}x{}", played.width, played.height);
    let offered = Ability::ALL.map(|ability| played.tokens[ability as usize]);
    let head = [path.to_owned(), size, tokens(offered)];
    if played.solutions.is_empty() {
        let [path, size, tokens] = head;
        return vec![[path, size, tokens, "-".into(), "no solution".into(), String::new(), String::new()]];
    }
    let row = |(n, verdict): (usize, &Verdict)| {
        let [path, size, offered] = if n == 1 { head.clone() } else { Default::default() };
        let ended = match verdict.failure {
            None => outcome(verdict.outcome).to_owned(),
            Some(_) => format!("fails: {}", outcome(verdict.outcome)),
        };
        let placed = verdict.used.map(|count| (count > 0).then_some(count));
        [path, size, offered, n.to_string(), ended, verdict.steps.to_string(), tokens(placed)]
    };
    (1..).zip(&played.solutions).map(row).collect()
}

fn tokens(counts: [Option<i32>; 7]) -> String {
    let each = Ability::ALL.into_iter().zip(counts).filter_map(|(ability, count)| match count? {
        count if count < 0 => Some(format!("endless {}", ability.name())),
        count => Some(format!("{count} {}", ability.name())),
    });
    each.collect::<Vec<_>>().join(", ")
}

const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Running => "runs on",
        Outcome::Paused => "paused",
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    }
}

/// The rows below the names of their columns, with two spaces between columns.
fn table(rows: Vec<[String; 7]>) -> String {
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
