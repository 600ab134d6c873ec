//! Exiting: a rabbit in one cell with an exit is saved in the next step. Rabbots take no notice of exits.
//!
//! Deaths and falling come first: a rabbit falls past an exit, and one that lands in it too hard dies there. Floating
//! under an umbrella or climbing up a wall it gets in.

use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.rabbit.is_rabbit() && around.exit
}

pub(super) fn state(around: &Surroundings) -> State {
    if let State::ClimbingContinue2(wall) = around.rabbit.state {
        State::EnteringExitClimbing(wall)
    } else {
        State::EnteringExit
    }
}
