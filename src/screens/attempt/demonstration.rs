//! A demonstration: a solution that plays itself, to its end or up to where it goes wrong.

use super::WORK_IN_A_FRAME;
use crate::level::{At, Level};
use crate::play::{Playthrough, Reason, first_to_show};

/// The orders of a solution, and where it goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demonstration {
    pub orders: Vec<At>,
    /// None if it works.
    pub mishap: Option<Mishap>,
}

/// Where a solution goes wrong, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mishap {
    /// The solution, counted from 1.
    pub number: usize,
    pub step: u32,
    pub reason: Reason,
}

impl Demonstration {
    /// The demonstration of a solution, counted from 1, that was played.
    pub fn of(number: usize, played: Playthrough) -> Demonstration {
        let mishap = played.failure.map(|failure| Mishap { number, step: played.steps, reason: failure.reason });
        Demonstration { orders: played.orders, mishap }
    }

    /// The demonstration of a solution of a level, counted from 1, if it is there and can be read.
    pub fn of_level(number: usize, level: &Level) -> Option<Demonstration> {
        let played = level.solutions.get(number.checked_sub(1)?)?.play_within(WORK_IN_A_FRAME, level).ok()?;
        Some(Demonstration::of(number, played))
    }

    /// The first solution of a level that wins, or else the first that fails, if one is found with this much work.
    pub fn first(work: u64, level: &Level) -> Option<Demonstration> {
        first_to_show(work, level).map(|(number, played)| Demonstration::of(number, played))
    }
}
