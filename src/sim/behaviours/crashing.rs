//! Crashing: a rabbot in one cell with a rabbit kills it at once, the first one in the list if there are several, and
//! is gone itself in the next step.
//!
//! The victim stays in the list until the end of the step, so that two rabbots can kill one rabbit, which then counts
//! twice. Whether it is dying already, or about to be saved, does not matter.

use crate::sim::event::Death;
use crate::sim::rabbit::Rabbit;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    if around.rabbit.is_rabbit() {
        return false;
    }
    let cell = around.rabbit.cell;
    let victim: Option<Rabbit> =
        around.world.rabbits.iter().find(|other| other.is_rabbit() && other.cell == cell).copied();
    if let Some(victim) = &victim {
        around.world.kill(victim, Death::Crashed);
    }
    victim.is_some()
}
