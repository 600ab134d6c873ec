//! Burning: rabbits and rabbots that are in one cell with a fire burn, be it resting, falling or just going out.

use crate::sim::look::Look;
use crate::sim::state::State;

pub(super) fn is_triggered(look: &mut Look) -> bool {
    look.fire
}

pub(super) fn state(look: &Look) -> State {
    if look.rabbit.on_slope { State::BurningOnSlope } else { State::Burning }
}
