//! A replay: a play that can be played again, in the same level or in another version of it.

use std::fmt;

use super::fingerprint::Fingerprint;
use super::player::{Halt, Player};
use crate::level::{At, Ending, Level, MOST_STEPS, MOST_WORK, Solution};
use crate::sim::{Order, Outcome, Refusal};

/// The orders of a play, the level that they were given in, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    pub level: Fingerprint,
    /// By step; the world has obeyed them.
    pub orders: Vec<At>,
    /// Steps that were played.
    pub steps: u32,
    /// How the level ended after them; none if it ran on.
    pub ends: Option<Ending>,
}

/// A replay, played again as far as it goes.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// At the end of the replay, or where the two part.
    pub player: Player,
    /// Where it goes another way than the replay says; none if it does not.
    pub parting: Option<Parting>,
}

/// Where a play goes another way than its replay says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parting {
    /// Steps made until then.
    pub step: u32,
    pub reason: PartingReason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartingReason {
    /// The world refuses the order with this number, counted from 1.
    Refused(usize, Refusal),
    /// The level is over, but the replay goes on.
    Over(Outcome),
    /// The replay ends with another state than this.
    Otherwise(Outcome),
    /// To play it takes more work than it may.
    TooLong,
}

impl Replay {
    /// What was played so far.
    pub fn of(level: &Level, player: &Player) -> Replay {
        let ends = Ending::ALL.into_iter().find(|ending| ending.outcome() == player.world().outcome());
        Replay { level: Fingerprint::of(level), orders: player.orders().to_vec(), steps: player.step(), ends }
    }

    /// The number of tokens that were placed.
    pub fn tokens(&self) -> u32 {
        self.orders.iter().filter(|at| matches!(at.order, Order::Place(..))).count() as u32
    }

    /// As a solution of a level file; none if it does not end.
    pub fn solution(&self) -> Option<Solution> {
        self.ends.map(|ends| Solution::Orders { ends, orders: self.orders.clone() })
    }

    /// The state of the level that the replay ends with.
    pub const fn outcome(&self) -> Outcome {
        match self.ends {
            Some(ending) => ending.outcome(),
            None => Outcome::Running,
        }
    }

    /// Plays it again, in whatever level, up to its end or to where the two part.
    pub fn play(&self, level: &Level) -> Replayed {
        let mut player = Player::strict(level.world(), self.orders.clone()).bounded(MOST_STEPS, MOST_WORK);
        player.advance_to(self.steps);
        let (step, outcome) = (player.step(), player.world().outcome());
        let reason = match player.halt() {
            Some(Halt::Refused(refusal)) => Some(PartingReason::Refused(player.orders().len() + 1, refusal)),
            Some(Halt::Spent | Halt::Overworked) if step < self.steps => Some(PartingReason::TooLong),
            _ if step < self.steps || player.is_following() => Some(PartingReason::Over(outcome)),
            _ if outcome != self.outcome() => Some(PartingReason::Otherwise(outcome)),
            _ => None,
        };
        Replayed { parting: reason.map(|reason| Parting { step, reason }), player }
    }
}

impl fmt::Display for Parting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "after {} steps ", self.step)?;
        match self.reason {
            PartingReason::Refused(number, refusal) => write!(f, "order {number} is refused: {refusal}"),
            PartingReason::Over(outcome) => write!(f, "the level {} already", end_words(outcome)),
            PartingReason::Otherwise(outcome) => write!(f, "the level {}", end_words(outcome)),
            PartingReason::TooLong => f.write_str("playing on takes too much work"),
        }
    }
}

/// How a level ends, in a sentence: "the level runs on".
pub const fn end_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Running | Outcome::Paused => "runs on",
        Outcome::Won => "is won",
        Outcome::Lost => "is lost",
    }
}
