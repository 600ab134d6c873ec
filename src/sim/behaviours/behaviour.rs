//! The behaviours but walking, which is what a rabbit does if it does nothing else: by name, so that a decision lists
//! them in its orders. What each of them does is in the file of that name.

use super::{
    bashing, blocking, bridging, brollychuting, burning, climbing, crashing, digging, drowning, exiting, exploding,
    falling, out_of_bounds, waiting,
};
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Behaviour {
    Exploding,
    OutOfBounds,
    Burning,
    Drowning,
    Crashing,
    Falling,
    Exiting,
    Brollychuting,
    Bashing,
    Digging,
    Bridging,
    Blocking,
    Climbing,
    Waiting,
}

use Behaviour::*;

impl Behaviour {
    /// Whether something in the world calls for this behaviour. May take a token.
    #[inline(always)]
    pub(super) fn is_triggered(self, around: &mut Surroundings) -> bool {
        match self {
            Exploding => exploding::is_triggered(around),
            OutOfBounds => out_of_bounds::is_triggered(around),
            Burning => burning::is_triggered(around),
            Drowning => drowning::is_triggered(around),
            Crashing => crashing::is_triggered(around),
            Falling => falling::is_triggered(around),
            Exiting => exiting::is_triggered(around),
            Brollychuting => brollychuting::is_triggered(around),
            Climbing => climbing::is_triggered(around),
            Bashing => bashing::is_triggered(around),
            Digging => digging::is_triggered(around),
            Bridging => bridging::is_triggered(around),
            Blocking => blocking::is_triggered(around),
            Waiting => waiting::is_triggered(around),
        }
    }

    /// The state that this behaviour proposes, if any.
    #[inline(always)]
    pub(super) fn next_state(self, around: &mut Surroundings, triggered: bool) -> Option<State> {
        match self {
            Exploding => triggered.then_some(State::Exploding),
            OutOfBounds => triggered.then_some(State::OutOfBounds),
            Burning => triggered.then(|| burning::state(around)),
            Drowning => triggered.then_some(State::Drowning),
            Crashing => triggered.then_some(State::Crashing),
            Falling => falling::next_state(around, triggered),
            Exiting => triggered.then(|| exiting::state(around)),
            Brollychuting => brollychuting::next_state(around, triggered),
            Bashing => bashing::next_state(around, triggered),
            Digging => digging::next_state(around, triggered),
            Bridging => bridging::next_state(around, triggered),
            Blocking => blocking::next_state(around, triggered),
            Climbing => climbing::next_state(around, triggered),
            Waiting => triggered.then_some(State::Waiting(around.rabbit.direction)),
        }
    }

    /// Forgets the work in progress.
    pub(super) fn cancel(self, rabbit: &mut Rabbit) {
        match self {
            Bashing => bashing::cancel(rabbit),
            Digging => digging::cancel(rabbit),
            Bridging => bridging::cancel(rabbit),
            Blocking => blocking::cancel(rabbit),
            Climbing => climbing::cancel(rabbit),
            Exploding | OutOfBounds | Burning | Drowning | Crashing | Falling | Exiting | Brollychuting | Waiting => {}
        }
    }
}
