//! Blocking: a rabbit that takes a block token on the ground stands still for good, and whoever comes to it turns round.
//!
//! Only another behaviour makes it go on: it falls when its ground goes, burns, is run over by a rabbot, or takes a
//! token for something else. Others meet it in the state it shows: those that decide before it in the step in which it
//! begins do not see it yet.

use crate::sim::ability::Ability;
use crate::sim::block::Block;
use crate::sim::look::{Footing, Look};
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;

use super::bashing;

pub(super) fn is_triggered(look: &mut Look) -> bool {
    look.pick(Ability::Block, Footing::Ground)
}

pub(super) fn answer(look: &mut Look, triggered: bool) -> Option<State> {
    if !triggered && !look.rabbit.memory.blocking {
        return None;
    }
    bashing::come_down(look);
    look.rabbit.memory.blocking = true;
    Some(look.here().and_then(Block::rise).map_or(State::Blocking, State::BlockingRise))
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.blocking = false;
}
