//! Leaving the world: its edges are open on all sides. A rabbit outside dies in the next step.

use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    !around.world.contains(around.rabbit.cell)
}
