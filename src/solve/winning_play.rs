//! What a search has found out.

use super::best_play::BestPlay;
use super::line::{HORIZON, PlayLine};
use super::monitor::Tally;
use crate::level::{At, Ending, Level, Solution};
use crate::play::Player;
use crate::sim::{Ability, Cell, Event, Order, Outcome, World};

/// The answer to: how can this level be won, and with how few tokens?
#[derive(Debug, Clone)]
pub struct SearchResult {
    pub verdict: Conclusion,
    /// No play wins with at most so many tokens: all of them were searched. None if not even plays without tokens were.
    pub refuted: Option<u32>,
    pub tally: Tally,
}

#[derive(Debug, Clone)]
pub enum Conclusion {
    /// The ways found, that with the fewest tokens and steps first.
    Solved(Vec<WinningPlay>),
    /// No play wins with as many tokens as the search was given, or as the level has.
    Unsolvable { tokens: u32 },
    /// The search ended early. The best play that it met, if any saved a rabbit.
    Unknown { best: Option<BestPlay> },
}

/// A way to win, played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WinningPlay {
    pub orders: Vec<At>,
    /// Tokens placed.
    pub tokens: u32,
    /// Steps until the level is over.
    pub steps: u32,
}

/// A rabbit or rabbot takes a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Take {
    /// Steps made before that in which it is taken.
    pub step: u32,
    /// The rabbit's.
    pub index: i32,
    pub cell: Cell,
    pub ability: Ability,
}

impl WinningPlay {
    /// The play of a line in which enough rabbits are saved. Where the level does not end by itself after that, all
    /// others explode.
    pub(super) fn of(won: &PlayLine, start: &Player) -> Option<WinningPlay> {
        let mut orders = won.player.orders().to_vec();
        let mut player = Player::following(start.world().clone(), orders.clone());
        player.advance_to(HORIZON);
        if player.is_running() {
            orders.push(At { step: won.player.step(), order: Order::ExplodeAll });
        }
        WinningPlay::played(start, orders)
    }

    /// The play of these orders, if it wins.
    pub(super) fn played(start: &Player, orders: Vec<At>) -> Option<WinningPlay> {
        let mut player = Player::strict(start.world().clone(), orders);
        player.advance_to(2 * HORIZON);
        let tokens = player.orders().iter().filter(|at| at.order != Order::ExplodeAll).count() as u32;
        let way = WinningPlay { orders: player.orders().to_vec(), tokens, steps: player.step() };
        (player.world().outcome() == Outcome::Won).then_some(way)
    }

    /// The same without the tokens that it does not need: each is left out, where it still wins then.
    pub(super) fn thrifty(self, start: &Player) -> WinningPlay {
        let mut way = self;
        let mut at = way.orders.len();
        while at > 0 {
            at -= 1;
            let mut orders = way.orders.clone();
            orders.remove(at);
            if let Some(better) = WinningPlay::played(start, orders) {
                at = at.min(better.orders.len());
                way = better;
            }
        }
        way
    }

    /// What it places where, whenever that is.
    pub(super) fn placed(&self) -> Vec<(Ability, Cell)> {
        let placed = self.orders.iter().filter_map(|at| match at.order {
            Order::Place(ability, cell) => Some((ability, cell)),
            Order::ExplodeAll => None,
        });
        let mut placed: Vec<(Ability, Cell)> = placed.collect();
        placed.sort_unstable();
        placed
    }

    /// Who takes the tokens when it is played from this world, in order.
    pub fn takes(&self, start: &World) -> Vec<Take> {
        let mut player = Player::following(start.clone(), self.orders.clone());
        let mut takes = Vec::new();
        while player.is_running() && player.step() < self.steps {
            let step = player.step();
            let events = player.advance().iter();
            takes.extend(events.filter_map(|event| match *event {
                Event::Took { index, cell, ability } => Some(Take { step, index, cell, ability }),
                _ => None,
            }));
        }
        takes
    }

    /// It as a solution of a level.
    pub fn solution(&self) -> Solution {
        Solution::Orders { ends: Ending::Won, orders: self.orders.clone() }
    }

    /// Whether the player of solutions finds that it wins, as the game and `check` do.
    pub fn is_proved(&self, level: &Level) -> bool {
        self.solution().play(level).is_ok_and(|played| played.failure.is_none())
    }
}
