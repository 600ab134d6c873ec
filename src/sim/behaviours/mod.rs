//! The fifteen behaviours of rabbits and rabbots, one per file, and how a rabbit decides among them.
//!
//! A behaviour has up to four parts. It is *triggered* when something in the world calls for it: a token, or missing
//! ground. It proposes a *next state*, if it has one. It is *cancelled*, and forgets its work, when another behaviour
//! is triggered. And it *acts*: it carries out its states in the next step.
//!
//! To decide, a rabbit checks the triggers of all behaviours, and each one that is triggered cancels all others at
//! once. Then all propose a state, and the first proposal is taken; walking always has one. Both orders are the same,
//! except that climbing is triggered before bashing. All behaviours run in any case, because each may
//! count its steps there, and the later ones see the state that was just taken.
//!
//! Most rabbits meet nothing in their cell. Then only those behaviours are asked that can have an answer or a count: that
//! for missing ground, those for work in hand, and walking.

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

use super::event::Event;
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

impl Rabbit {
    /// The rabbit decides what to do in the next step.
    pub(super) fn decide(&mut self, world: &mut World) {
        let before = self.state;
        let around = &mut Surroundings::new(world, self);
        if meets_something(around) {
            consult_all(around);
        } else {
            go_on(around);
        }
        if let Some(event) = self.beginning(before) {
            world.changes.events.push(event);
        }
    }

    /// What begins with the state that the rabbit has just taken, where it is more than a step on the same way.
    fn beginning(&self, before: State) -> Option<Event> {
        let (index, cell) = (self.index, self.cell);
        match self.state {
            State::Turning(_) | State::TurningRising(_) | State::TurningLowering(_) if self.state != before => {
                Some(Event::Turned { index, cell })
            }
            State::ClimbingStart(_) if self.state != before => Some(Event::StartedClimb { index, cell }),
            State::Brollychuting if self.state != before => Some(Event::OpenedBrolly { index, cell }),
            state if state.is_falling() && !before.is_falling() => Some(Event::StartedFall { index, cell }),
            _ => None,
        }
    }
}

/// Whether anything calls for a behaviour but the lack of ground: something in the rabbit's cell, water, or, for a
/// rabbot, a rabbit.
fn meets_something(around: &Surroundings) -> bool {
    around.mark().calls()
        || if around.rabbit.is_rabbit() { drowning::is_triggered(around) } else { around.is_near_rabbit() }
}

/// The rabbit falls, floats, goes on with the work that it has in hand, or walks. All other behaviours would have no
/// answer and nothing to count.
fn go_on(around: &mut Surroundings) {
    let falls = falling::is_triggered(around);
    if around.rabbit.memory.is_idle() {
        around.rabbit.state = falling::next_state(around, falls).unwrap_or_else(|| walking::state(around));
        return;
    }
    let triggered = &mut [false; 15];
    check(Falling, around, triggered);
    check(Brollychuting, around, triggered);
    check(Bridging, around, triggered);

    let decided = &mut None;
    ask(Falling, around, triggered, decided);
    ask(Brollychuting, around, triggered, decided);
    ask(Bashing, around, triggered, decided);
    ask(Digging, around, triggered, decided);
    ask(Bridging, around, triggered, decided);
    ask(Blocking, around, triggered, decided);
    ask(Climbing, around, triggered, decided);
    ask(Walking, around, triggered, decided);
}

/// Checks all triggers, then asks all behaviours for a state. Both orders are written out and not looped over, so that
/// the compiler sees each behaviour by itself: that is twice as fast.
fn consult_all(around: &mut Surroundings) {
    let triggered = &mut [false; 15];
    check(Exploding, around, triggered);
    check(OutOfBounds, around, triggered);
    check(Burning, around, triggered);
    check(Drowning, around, triggered);
    check(Crashing, around, triggered);
    check(Falling, around, triggered);
    check(Exiting, around, triggered);
    check(Brollychuting, around, triggered);
    check(Climbing, around, triggered);
    check(Bashing, around, triggered);
    check(Digging, around, triggered);
    check(Bridging, around, triggered);
    check(Blocking, around, triggered);
    check(Waiting, around, triggered);
    check(Walking, around, triggered);

    let decided = &mut None;
    ask(Exploding, around, triggered, decided);
    ask(OutOfBounds, around, triggered, decided);
    ask(Burning, around, triggered, decided);
    ask(Drowning, around, triggered, decided);
    ask(Crashing, around, triggered, decided);
    ask(Falling, around, triggered, decided);
    ask(Exiting, around, triggered, decided);
    ask(Brollychuting, around, triggered, decided);
    ask(Bashing, around, triggered, decided);
    ask(Digging, around, triggered, decided);
    ask(Bridging, around, triggered, decided);
    ask(Blocking, around, triggered, decided);
    ask(Climbing, around, triggered, decided);
    ask(Waiting, around, triggered, decided);
    ask(Walking, around, triggered, decided);
}

/// Checks the trigger of a behaviour, which cancels all others.
#[inline(always)]
fn check(behaviour: Behaviour, around: &mut Surroundings, triggered: &mut [bool; 15]) {
    if behaviour.is_triggered(around) {
        triggered[behaviour as usize] = true;
        let working = [Bashing, Digging, Bridging, Blocking, Climbing];
        working.into_iter().filter(|&other| other != behaviour).for_each(|other| other.cancel(around.rabbit));
    }
}

/// Asks a behaviour for a state. The rabbit takes the first one that it gets.
#[inline(always)]
fn ask(behaviour: Behaviour, around: &mut Surroundings, triggered: &[bool; 15], decided: &mut Option<State>) {
    let state = behaviour.next_state(around, triggered[behaviour as usize]);
    if decided.is_none()
        && let Some(state) = state
    {
        around.rabbit.state = state;
        *decided = Some(state);
    }
}

impl Behaviour {
    /// Whether something in the world calls for this behaviour. May take a token.
    #[inline(always)]
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
    #[inline(always)]
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
