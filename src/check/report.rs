//! The result of a check, as data.

use std::path::PathBuf;

use super::remark::Remark;
use super::solutions::Kinds;
use crate::level::LevelError;
use crate::play::{ScriptFault, SolutionFailure};
use crate::sim::{Ability, Outcome};

/// All levels that were checked, in the order given.
#[derive(Debug)]
pub struct Report {
    pub levels: Vec<CheckedLevel>,
}

/// One of them.
#[derive(Debug)]
pub struct CheckedLevel {
    pub path: PathBuf,
    pub result: Result<PlayedLevel, CheckError>,
}

/// A level whose solutions were played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayedLevel {
    pub name: String,
    pub width: i32,
    pub height: i32,
    /// Tokens to place, by the order of [`Ability::ALL`](crate::sim::Ability::ALL).
    pub tokens: [Option<i32>; Ability::COUNT],
    pub solutions: Vec<PlayedSolution>,
    /// What makes no sense in it, by place; the first twenty, and how many there are more.
    pub warnings: Vec<Remark>,
    pub more_warnings: usize,
    /// What had to be done to read it, in sentences: nothing to worry about.
    pub notes: Vec<String>,
}

/// A solution that was played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayedSolution {
    pub outcome: Outcome,
    pub steps: u32,
    /// Tokens that were placed, by the order of [`Ability::ALL`](crate::sim::Ability::ALL).
    pub used: Kinds,
    /// Why the level did not end as the solution says; none if it did.
    pub failure: Option<FailedSolution>,
}

/// A solution that does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedSolution {
    pub error: SolutionError,
    /// The part of it that went wrong, and what happened until then.
    pub remark: Remark,
}

/// What is wrong with a solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolutionError {
    Unreadable(ScriptFault),
    Failed(SolutionFailure),
}

/// Why a level's solutions could not be played.
#[derive(Debug)]
pub enum CheckError {
    Unreadable(LevelError),
    /// It is a folder without levels.
    NoLevels,
    /// The program panicked while it played them; with the message.
    Panicked(String),
}

impl Report {
    /// Whether any level could not be read, or any solution does not end as it says. A level without solutions does not
    /// fail: it may still be in the making.
    pub fn failed(&self) -> bool {
        self.levels.iter().any(CheckedLevel::failed)
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.levels.iter().map(CheckedLevel::warnings).sum()
    }
}

impl CheckedLevel {
    pub(super) fn failed(&self) -> bool {
        match &self.result {
            Ok(played) => played.solutions.iter().any(|solution| solution.failure.is_some()),
            Err(_) => true,
        }
    }

    fn warnings(&self) -> usize {
        self.result.as_ref().map_or(0, |played| played.warnings.len() + played.more_warnings)
    }
}
