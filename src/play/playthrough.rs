//! How the play of a solution went, and why it failed.

use std::fmt;

use super::player::Player;
use crate::level::{At, MOST_STEPS};
use crate::sim::{Outcome, Refusal, World};

/// A solution, played.
#[derive(Debug, Clone)]
pub struct Playthrough {
    /// The orders that the world obeyed.
    pub orders: Vec<At>,
    /// Steps that the world made.
    pub steps: u32,
    /// The work that it took, in the unit of [`World::work`].
    pub work: u64,
    /// The world after the last step.
    pub world: World,
    /// Why the solution does not work; none if it does.
    pub failure: Option<SolutionFailure>,
}

/// Why a solution does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SolutionFailure {
    /// The command of the script, or the order of the list, that failed; counted from 1.
    pub command: usize,
    pub reason: Reason,
}

/// What can go wrong with a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It gives orders after the end of the level.
    RanPastEnd,
    DidNotWin(Outcome),
    UnexpectedState {
        expected: Outcome,
        found: Outcome,
    },
    /// The world refuses an order.
    Refused(Refusal),
    /// The state that it waits for does not come.
    UntilActionNeverEnded,
    /// The level runs on after [`MOST_STEPS`] steps.
    TooLong,
    /// It waits after the end of the level, past [`MOST_STEPS`] steps.
    WaitsTooLong,
    /// So many rabbits, things or flowing waters are in the world that playing takes more work than it may.
    TooMuchWork,
}

impl Playthrough {
    /// What the player has played.
    pub(super) fn of(player: Player, failure: Option<SolutionFailure>) -> Playthrough {
        let (steps, work, orders) = (player.step(), player.work(), player.orders().to_vec());
        Playthrough { orders, steps, work, world: player.into_world(), failure }
    }
}

/// Steps that an `until` waits at most, but for one.
pub(super) const UNTIL_STEPS: u32 = 1000;

impl Reason {
    /// The word for it in traces.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::RanPastEnd => "RanPastEnd",
            Reason::DidNotWin(_) => "DidNotWin",
            Reason::UnexpectedState { .. } => "UnexpectedState",
            Reason::Refused(Refusal::NotOffered) => "UsedMissingAbility",
            Reason::Refused(Refusal::NoneLeft) => "UsedRunOutAbility",
            Reason::Refused(Refusal::Outside) => "PlacedTokenOutsideWorld",
            Reason::Refused(Refusal::FlatBlock) => "FailedToPlaceToken",
            Reason::UntilActionNeverEnded => "UntilActionNeverEnded",
            Reason::TooLong | Reason::WaitsTooLong | Reason::TooMuchWork => "TooLong",
        }
    }

    /// The level did not end as expected.
    pub(super) const fn wrong_end(expected: Outcome, found: Outcome) -> Reason {
        match expected {
            Outcome::Won => Reason::DidNotWin(found),
            Outcome::Running | Outcome::Paused | Outcome::Lost => Reason::UnexpectedState { expected, found },
        }
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Reason {
        Reason::Refused(refusal)
    }
}

impl fmt::Display for SolutionFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot go on with command {} of the solution: {}", self.command, self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Reason::RanPastEnd => out.write_str("the level is over already"),
            Reason::DidNotWin(found) => write!(out, "the level is not won, but {found}"),
            Reason::UnexpectedState { expected, found } => write!(out, "the level is not {expected}, but {found}"),
            Reason::Refused(refusal) => refusal.fmt(out),
            Reason::UntilActionNeverEnded => write!(out, "the level runs on after {UNTIL_STEPS} steps"),
            Reason::TooLong => write!(out, "the level runs on after {MOST_STEPS} steps"),
            Reason::TooMuchWork => write!(out, "the world is too full to play it to its end"),
            Reason::WaitsTooLong => write!(out, "the level is over, and the wait goes past {MOST_STEPS} steps"),
        }
    }
}

impl std::error::Error for SolutionFailure {}
