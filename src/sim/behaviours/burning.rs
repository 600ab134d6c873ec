//! Burning: rabbits and rabbots in the cell of a fire burn, in whatever state the fire is.

use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.mark().has_fire()
}

pub(super) fn state(around: &Surroundings) -> State {
    if around.rabbit.on_slope { State::BurningOnSlope } else { State::Burning }
}
