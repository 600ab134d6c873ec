//! Floating: a brolly token, taken on the ground or in the air, gives a permanent umbrella. With it a rabbit floats
//! down by one cell per step wherever it would fall, and from any height.
//!
//! Whenever the umbrella opens, the rabbit drops all other work. It does not open on a wall. Onto a slope in the cell
//! below, the rabbit falls by one cell, as it does without an umbrella.
//!
//! Taken in a fall, the umbrella opens one step late: that step still falls. After four cells already, that step makes
//! the height fatal, and the rabbit dies in mid-air.

use crate::sim::ability::Ability;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::{Footing, Surroundings};

#[inline]
pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    let memory = &around.rabbit.memory;
    if memory.brolly {
        !memory.climbing && around.is_airborne()
    } else {
        around.pick(Ability::Brolly, Footing::GroundOrAir)
    }
}

#[inline]
pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    let memory = &mut around.rabbit.memory;
    memory.brolly |= triggered;
    if !memory.brolly || memory.climbing || !around.is_airborne() {
        return None;
    }
    let ahead = around.rabbit.direction;
    match around.below().rise() {
        Some(rise) if rise == ahead => Some(State::Falling1OntoRise(ahead)),
        Some(_) => Some(State::Falling1OntoLower(ahead)),
        None => Some(State::Brollychuting),
    }
}

/// Floats down by a cell.
pub(super) fn float(rabbit: &mut Rabbit) {
    rabbit.cell = rabbit.cell.below();
}
