//! Burning: rabbits and rabbots that are in one cell with a fire burn, be it resting, falling or just going out.

use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.fire
}

pub(super) fn state(around: &Surroundings) -> State {
    if around.rabbit.on_slope { State::BurningOnSlope } else { State::Burning }
}
