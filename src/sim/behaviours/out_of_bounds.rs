//! Leaving the world: its edges are open on all sides. A rabbit that got outside spends one step there and is dead.

use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    !around.world.contains(around.rabbit.cell)
}
