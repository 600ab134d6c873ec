//! Leaving the world: its edges are open on all sides. A rabbit that got outside spends one step there and is dead.

use crate::sim::look::Look;

pub(super) fn is_triggered(look: &mut Look) -> bool {
    !look.world.contains(look.rabbit.cell)
}
