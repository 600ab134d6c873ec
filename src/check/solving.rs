//! Levels searched for ways to win that their solutions do not show.

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::levels_at;
use super::solutions::{Kinds, kinds_placed};
use crate::level::{Level, Solution, plain_path};
use crate::sim::{Ability, Outcome};
use crate::solve::{Conclusion, Means, Monitor, SearchResult, Take, WinningPlay, solve};

/// A level, searched.
#[derive(Debug, Clone)]
pub struct SearchedLevel {
    pub path: PathBuf,
    /// What was found, or why it cannot be read.
    pub result: Result<Vec<Finding>, String>,
}

/// What an author should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    WinsItself,
    /// It is won with fewer tokens than its solutions place.
    Fewer {
        known: u32,
        placed: u32,
        takes: Vec<Take>,
    },
    /// It is won with as few tokens, but of other kinds.
    OtherKinds(Vec<Take>),
    /// Tokens that neither its solutions place nor the way found.
    NeverNeeded(Vec<Ability>),
    /// No play wins with all its tokens.
    CannotBeWon,
    /// No way to win was found in the time; with at most so many tokens there is none.
    NoneFound {
        refuted: Option<u32>,
    },
}

impl SearchedLevel {
    /// Whether it cannot be read, or cannot be won.
    pub fn failed(&self) -> bool {
        self.result.as_ref().map_or(true, |findings| findings.contains(&Finding::CannotBeWon))
    }
}

/// Searches the levels at the paths one after another, each for at most this long. `is_over` ends all.
pub fn search(
    paths: &[PathBuf],
    means: Means,
    each: Duration,
    is_over: &(dyn Fn() -> bool + Sync),
) -> Vec<SearchedLevel> {
    let found = |level: Level| {
        let begun = Instant::now();
        let is_over = || is_over() || begun.elapsed() >= each;
        let answer = solve(&level.world(), means, &Monitor::new(&is_over, &|_| ()));
        findings(&level, &answer)
    };
    let levels = levels_at(paths).into_iter();
    levels.map(|(path, level)| SearchedLevel { path, result: level.map(found) }).collect()
}

/// What the answer says about the level that its solutions do not.
pub fn findings(level: &Level, answer: &SearchResult) -> Vec<Finding> {
    let known: Vec<Kinds> = level.solutions.iter().filter_map(|solution| kinds_of(solution, level)).collect();
    match &answer.verdict {
        Conclusion::Unsolvable { .. } => vec![Finding::CannotBeWon],
        Conclusion::Unknown { .. } => vec![Finding::NoneFound { refuted: answer.refuted }],
        Conclusion::Solved(ways) => ways.first().map_or(Vec::new(), |way| about(way, level, &known)),
    }
}

/// The tokens that a solution places; none if it does not win.
fn kinds_of(solution: &Solution, level: &Level) -> Option<Kinds> {
    let played = solution.play(level).ok()?;
    let wins = played.failure.is_none() && played.world.outcome() == Outcome::Won;
    wins.then(|| kinds_placed(&played.orders))
}

fn about(way: &WinningPlay, level: &Level, known: &[Kinds]) -> Vec<Finding> {
    let kinds = kinds_placed(&way.orders);
    let takes = way.takes(&level.world());
    let fewest = known.iter().map(|kinds| kinds.iter().sum::<u32>()).min();
    let mut findings = Vec::new();
    match fewest {
        _ if way.tokens == 0 => findings.push(Finding::WinsItself),
        Some(fewest) if way.tokens < fewest => {
            findings.push(Finding::Fewer { known: fewest, placed: way.tokens, takes })
        }
        Some(fewest) if way.tokens == fewest && !known.contains(&kinds) => findings.push(Finding::OtherKinds(takes)),
        Some(_) | None => {}
    }
    let is_offered = |ability: Ability| level.world().tokens(ability).is_some_and(|count| count != 0);
    let is_used = |ability: Ability| known.iter().chain([&kinds]).any(|kinds| kinds[ability as usize] > 0);
    let unneeded: Vec<Ability> =
        Ability::ALL.into_iter().filter(|&ability| is_offered(ability) && !is_used(ability)).collect();
    if !unneeded.is_empty() {
        findings.push(Finding::NeverNeeded(unneeded));
    }
    findings
}

impl fmt::Display for SearchedLevel {
    /// A line for each finding; none where all is as its author says. Or what is wrong with the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.result {
            Ok(findings) => {
                findings.iter().try_for_each(|finding| writeln!(f, "{}: {finding}", plain_path(&self.path)))
            }
            Err(message) => writeln!(f, "{message}"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::WinsItself => write!(f, "wins itself, without any token"),
            Finding::Fewer { known, placed, takes } => {
                write!(f, "falls to {placed} of the {known} that its solutions place: {}", list(takes))
            }
            Finding::OtherKinds(takes) => write!(f, "falls to other tokens: {}", list(takes)),
            Finding::NeverNeeded(abilities) => {
                let names: Vec<&str> = abilities.iter().map(|ability| ability.name()).collect();
                write!(f, "never needs {}", names.join(", "))
            }
            Finding::CannotBeWon => write!(f, "cannot be won: all plays were searched"),
            Finding::NoneFound { refuted: Some(refuted) } => {
                write!(f, "no way to win found; there is none with at most {refuted} tokens")
            }
            Finding::NoneFound { refuted: None } => write!(f, "no way to win found"),
        }
    }
}

fn list(takes: &[Take]) -> String {
    let words = |take: &Take| {
        let Take { step, index, cell, ability } = *take;
        format!("rabbit {index} takes {} at ({}, {}) after step {step}", ability.name(), cell.x, cell.y)
    };
    takes.iter().map(words).collect::<Vec<_>>().join(", ")
}
