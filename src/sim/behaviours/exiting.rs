//! Exiting: a rabbit in the cell of an exit is saved in the next step. Rabbots ignore exits.
//!
//! Deaths and falling have priority: a rabbit falls past an exit, and dies in it after a fatal fall. It can enter while
//! it floats under an umbrella or climbs up a wall.

use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.rabbit.is_rabbit() && around.mark().has_exit()
}

pub(super) fn state(around: &Surroundings) -> State {
    if let State::ClimbingContinue2(wall) = around.rabbit.state {
        State::EnteringExitClimbing(wall)
    } else {
        State::EnteringExit
    }
}
