//! Foresight: what will happen, found by playing a copy of the world ahead. Nothing is guessed: what it says is what
//! happens, as long as no further order is given.

mod prospect;
mod token;
mod way;

pub use prospect::{most_saved, no_order_is_left, saved_in_the_end};
pub use token::{Seen, TokenFate, TokenSearch};
pub use way::{Fall, FallEnd, Pursuit, Way, WayEnd};

use super::Player;

/// How far a copy may be played ahead: whichever bound is reached first ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    pub steps: u32,
    /// In the unit of [`World::work`](crate::sim::World::work).
    pub work: u64,
}

impl Player {
    /// A copy to look ahead with, queued orders included, that stops at the horizon.
    pub fn ahead(&self, horizon: Horizon) -> Player {
        self.clone().bounded_from_here(horizon.steps, horizon.work)
    }
}
