//! A branch: one way of playing a level, as far as it was played.

use crate::level::At;
use crate::play::foresight::most_saved;
use crate::sim::{Outcome, World};

/// The orders of a way of playing, and what is known of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branch {
    /// By step. Those beyond the reach are still to be given.
    pub(super) orders: Vec<At>,
    pub(super) reach: u32,
    pub(super) marks: Vec<Mark>,
    pub(super) decided: Option<u32>,
    pub(super) end: Option<Outcome>,
    pub(super) shown: Option<ShownPlay>,
}

/// What is shown to the player.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShownPlay {
    Solution,
    /// A replay from the player's list.
    OwnReplay,
    /// A replay that was pasted.
    PastedReplay,
}

/// Rabbits that died or were saved in one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The step in which it happened, counted from 1.
    pub step: u32,
    pub fate: Fate,
    pub rabbits: i32,
}

/// How a rabbit left the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Saved,
    Died,
}

impl Branch {
    /// All orders, by step: those given, and those that will be given when their step comes.
    pub fn orders(&self) -> &[At] {
        &self.orders
    }

    /// The last step that was played.
    pub fn reach(&self) -> u32 {
        self.reach
    }

    /// Deaths and rescues up to the reach, by step.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The step after which too few rabbits were left to win, if it was played.
    pub fn decided(&self) -> Option<u32> {
        self.decided
    }

    /// How the level ended at the reach; none if it ran on.
    pub fn end(&self) -> Option<Outcome> {
        self.end
    }

    /// What was shown of it, at least in the beginning; none if it is the player's own.
    pub fn shown(&self) -> Option<ShownPlay> {
        self.shown
    }

    /// The index of the first order after this step.
    pub(super) fn next_order(&self, step: u32) -> usize {
        self.orders.partition_point(|at| at.step <= step)
    }

    /// The branch that has these orders instead, and the same past up to this step.
    pub(super) fn turning_off(&self, step: u32, orders: Vec<At>) -> Branch {
        let reach = self.reach.min(step);
        let marks = self.marks.iter().copied().take_while(|mark| mark.step <= reach).collect();
        let decided = self.decided.filter(|decided| *decided <= reach);
        Branch { orders, reach, marks, decided, end: None, shown: self.shown }
    }

    /// Whether all its orders are the first ones of another.
    pub(super) fn is_start_of(&self, other: &Branch) -> bool {
        other.orders.starts_with(&self.orders)
    }

    /// The first step at which the orders of the two differ; `u32::MAX` if they do not.
    pub fn fork(&self, other: &Branch) -> u32 {
        let common = self.orders.iter().zip(&other.orders).take_while(|(one, other)| one == other).count();
        let own = [&self.orders, &other.orders].into_iter().filter_map(|orders| orders.get(common));
        own.map(|at| at.step).min().unwrap_or(u32::MAX)
    }

    /// Learns of a step that was made for the first time: how many rabbits were saved and killed before, and the world
    /// after it.
    pub(super) fn extend(&mut self, step: u32, (saved, killed): (i32, i32), world: &World) {
        self.reach = step;
        for (fate, rabbits) in [(Fate::Saved, world.saved() - saved), (Fate::Died, world.killed() - killed)] {
            if rabbits > 0 {
                self.marks.push(Mark { step, fate, rabbits });
            }
        }
        if most_saved(world) < world.to_save() {
            self.decided.get_or_insert(step);
        }
        self.end = Some(world.outcome()).filter(|outcome| matches!(outcome, Outcome::Won | Outcome::Lost));
    }
}
