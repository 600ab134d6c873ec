//! A demonstration: a solution that plays itself, to its end or up to where it goes wrong.

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

    /// The first solution of a level that wins, or else the first that fails, if one is found with this much work.
    pub fn first(work: u64, level: &Level) -> Option<Demonstration> {
        first_to_show(work, level).map(|(number, played)| Demonstration::of(number, played))
    }
}
