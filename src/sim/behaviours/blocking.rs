//! Blocking: a rabbit that takes a block token on the ground stops, and others that reach it turn round.
//!
//! Only another behaviour ends it: the rabbit falls when its ground is removed, burns, is run over by a rabbot, or
//! takes another token. Others see its state: those that decide before it in the step in which it begins do not see it
//! yet.

use crate::sim::ability::Ability;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::{Footing, Surroundings};

use super::bashing;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.pick(Ability::Block, Footing::Ground)
}

#[inline]
pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    around.rabbit.memory.blocking |= triggered;
    around.rabbit.memory.blocking.then(|| stand(around))
}

fn stand(around: &mut Surroundings) -> State {
    bashing::undo_hop(around);
    around.here().rise().map_or(State::Blocking, State::BlockingRise)
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.blocking = false;
}
