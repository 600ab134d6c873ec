//! The fifteen behaviours of rabbits and rabbots, one per file, and how a rabbit decides among them.
//!
//! A behaviour has up to four parts. It is *triggered* when something in the world calls for it: a token, or missing
//! ground. It proposes a *next state*, if it has one. It is *cancelled*, and forgets its work, when another behaviour
//! is triggered. And it *acts*: it carries out its states in the next step.
//!
//! To decide, a rabbit checks the triggers of all behaviours, and each one that is triggered cancels all others at
//! once. Then all propose a state, and the first proposal is taken; walking always has one. Both orders are those of
//! the list below, except that climbing is triggered before bashing. All behaviours run in any case, because each may
//! count its steps there, and the later ones see the state that was just taken.

mod acting;
mod bashing;
mod blocking;
mod bridging;
mod brollychuting;
mod burning;
mod climbing;
mod crashing;
mod digging;
mod drowning;
mod exiting;
mod exploding;
mod falling;
mod out_of_bounds;
mod waiting;
mod walking;

use super::rabbit::Rabbit;
use super::state::State;
use super::surroundings::Surroundings;
use super::world::World;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Behaviour {
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
    Walking,
}

use Behaviour::*;

/// The order in which behaviours propose the next state.
const STATE_ORDER: [Behaviour; 15] = [
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
    Walking,
];

/// The order in which behaviours are triggered.
const TRIGGER_ORDER: [Behaviour; 15] = [
    Exploding,
    OutOfBounds,
    Burning,
    Drowning,
    Crashing,
    Falling,
    Exiting,
    Brollychuting,
    Climbing,
    Bashing,
    Digging,
    Bridging,
    Blocking,
    Waiting,
    Walking,
];

impl Rabbit {
    /// The rabbit decides what to do in the next step.
    pub(super) fn decide(&mut self, world: &mut World) {
        let mut around = Surroundings::new(world, self);
        let mut triggered = [false; STATE_ORDER.len()];
        for behaviour in TRIGGER_ORDER {
            if behaviour.is_triggered(&mut around) {
                triggered[behaviour as usize] = true;
                let others = STATE_ORDER.into_iter().filter(|&other| other != behaviour);
                others.for_each(|other| other.cancel(around.rabbit));
            }
        }
        let mut is_decided = false;
        for behaviour in STATE_ORDER {
            let state = behaviour.next_state(&mut around, triggered[behaviour as usize]);
            if let Some(state) = state
                && !is_decided
            {
                around.rabbit.state = state;
                is_decided = true;
            }
        }
    }
}

impl Behaviour {
    /// Whether something in the world calls for this behaviour. May take a token.
    fn is_triggered(self, around: &mut Surroundings) -> bool {
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
            Walking => false,
        }
    }

    /// The state that this behaviour proposes, if any.
    fn next_state(self, around: &mut Surroundings, triggered: bool) -> Option<State> {
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
            Walking => Some(walking::state(around)),
        }
    }

    /// Forgets the work in progress.
    fn cancel(self, rabbit: &mut Rabbit) {
        match self {
            Bashing => bashing::cancel(rabbit),
            Digging => digging::cancel(rabbit),
            Bridging => bridging::cancel(rabbit),
            Blocking => blocking::cancel(rabbit),
            Climbing => climbing::cancel(rabbit),
            Exploding | OutOfBounds | Burning | Drowning | Crashing | Falling | Exiting | Brollychuting | Waiting
            | Walking => {}
        }
    }
}
