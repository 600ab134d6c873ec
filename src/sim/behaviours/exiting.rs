//! Exiting: a rabbit in one cell with an exit is saved in the next step. Rabbots take no notice of exits.
//!
//! Deaths and falling come first: a rabbit falls past an exit, and one that lands in it too hard dies there. Floating
//! under an umbrella or climbing up a wall it gets in.

use crate::sim::look::Look;
use crate::sim::state::State;

pub(super) fn is_triggered(look: &mut Look) -> bool {
    look.rabbit.is_rabbit() && look.exit
}

pub(super) fn state(look: &Look) -> State {
    if let State::ClimbingContinue2(wall) = look.rabbit.state {
        State::EnteringExitClimbing(wall)
    } else {
        State::EnteringExit
    }
}
