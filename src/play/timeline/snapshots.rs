//! Snapshots: players of a branch that were kept, so that any of its steps is a few steps away.
//!
//! They take bounded memory. Once that is used up they are thinned with age: the one goes whose neighbours are closest
//! to each other in proportion to its distance from the newest. What is left lies close together near the newest, and
//! farther and farther apart before. With 300 snapshots of 10,000 steps, no step is more than 350 steps after a
//! snapshot.

use std::sync::Arc;

use crate::play::player::Player;
use crate::sim::World;

/// Every so many steps a snapshot is taken.
const STEPS_APART: u32 = 4;

/// The memory of all snapshots of a play, in bytes, at most; but a few are kept in a world of any size.
const BUDGET: usize = 32 << 20;

/// The memory of a world, in bytes: of each cell, and of each rabbit or thing.
const CELL_BYTES: usize = 48;
const BODY_BYTES: usize = 64;

/// Bounds on the number of snapshots.
const FEWEST: usize = 4;
const MOST: usize = 512;

/// Players by step. Each has given the orders of its step; those of later steps may be out of date.
#[derive(Debug, Clone, Default)]
pub(super) struct Snapshots {
    kept: Vec<Arc<Player>>,
}

impl Snapshots {
    /// Takes a snapshot if one is due, and is newer than all.
    pub fn offer(&mut self, player: &Player) {
        let step = player.step();
        if step > 0 && step.is_multiple_of(STEPS_APART) && self.kept.last().is_none_or(|last| last.step() < step) {
            self.kept.push(Arc::new(player.clone()));
            while self.kept.len() > most(player.world()) {
                self.thin();
            }
        }
    }

    /// The last snapshot at this step or before it.
    pub fn before(&self, step: u32) -> Option<&Player> {
        self.kept[..self.kept.partition_point(|kept| kept.step() <= step)].last().map(Arc::as_ref)
    }

    /// Drops those of this step and later ones.
    pub fn cut(&mut self, step: u32) {
        self.kept.truncate(self.kept.partition_point(|kept| kept.step() < step));
    }

    fn thin(&mut self) {
        let step = |index: usize| self.kept[index].step();
        let newest = self.kept.len() - 1;
        let gap = |index: usize| step(index + 1) - index.checked_sub(1).map_or(0, step);
        let density = |index: usize| f64::from(gap(index)) / f64::from(step(newest) - step(index));
        let densest = (0..newest).min_by(|one, other| density(*one).total_cmp(&density(*other)));
        self.kept.remove(densest.unwrap_or(0));
    }
}

/// How many snapshots of such a world are kept.
fn most(world: &World) -> usize {
    let cells = (world.width() + 2) as usize * (world.height() + 2) as usize;
    let bodies = world.rabbits().len() + world.things().len();
    (BUDGET / (cells * CELL_BYTES + bodies * BODY_BYTES)).clamp(FEWEST, MOST)
}
