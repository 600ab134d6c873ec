//! Crashing: a rabbot in the same cell as a rabbit kills it at once, the first one in the list if there are several,
//! and dies itself in the next step.
//!
//! The victim stays in the list until the end of the step, so that two rabbots can kill the same rabbit, which then
//! counts twice. It may be dying already, or about to be saved.

use crate::sim::event::Death;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    if around.rabbit.is_rabbit() {
        return false;
    }
    let cell = around.rabbit.cell;
    let victim = around.world.census.first_rabbit(cell);
    if let Some(index) = victim {
        around.world.kill_rabbit(index, cell, Death::Crashed);
    }
    victim.is_some()
}
