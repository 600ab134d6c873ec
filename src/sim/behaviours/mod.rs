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
//! Most rabbits meet nothing in their cell. Then only those behaviours are asked that can have an answer or a count:
//! that for missing ground, those for work in hand, and walking.

mod acting;
mod bashing;
mod behaviour;
mod blocking;
mod bridging;
mod brollychuting;
mod burning;
mod climbing;
mod crashing;
mod decision;
mod digging;
mod drowning;
mod exiting;
mod exploding;
mod falling;
mod out_of_bounds;
mod view;
mod waiting;
mod walking;

use super::event::Event;
use super::rabbit::Rabbit;
use super::state::State;
use super::surroundings::Surroundings;
use super::world::World;
use behaviour::Behaviour::*;
use decision::Decision;

impl Rabbit {
    /// The rabbit decides what to do in the next step.
    pub(super) fn decide(&mut self, world: &mut World) {
        let before = self.state;
        let around = &mut Surroundings::new(world, self);
        let decided = if meets_something(around) {
            consult_all(around)
        } else if around.rabbit.memory.is_idle() {
            fall(around)
        } else {
            go_on(around)
        };
        if !decided {
            around.rabbit.state = walking::state(around);
        }
        if self.state.is_eventful()
            && self.state != before
            && let Some(event) = self.beginning(before)
        {
            world.changes.events.push(event);
        }
    }

    /// What begins with the state that the rabbit has just taken instead of another, if it is more than a step on the
    /// same way.
    fn beginning(&self, before: State) -> Option<Event> {
        let (index, cell) = (self.index, self.cell);
        match self.state {
            State::Turning(_) | State::TurningRising(_) | State::TurningLowering(_) => {
                Some(Event::Turned { index, cell })
            }
            State::ClimbingStart(_) => Some(Event::StartedClimb { index, cell }),
            State::Brollychuting => Some(Event::OpenedBrolly { index, cell }),
            _ => (!before.is_falling()).then_some(Event::StartedFall { index, cell }),
        }
    }
}

/// Whether anything calls for a behaviour but the lack of ground: something in the rabbit's cell, water, or, for a
/// rabbot, a rabbit.
fn meets_something(around: &Surroundings) -> bool {
    around.mark().calls()
        || if around.rabbit.is_rabbit() { drowning::is_triggered(around) } else { around.is_near_rabbit() }
}

/// The rabbit falls or dies of a fall, if it has to. Whether it does.
fn fall(around: &mut Surroundings) -> bool {
    let decision = &mut Decision::default();
    decision.check(Falling, around);
    decision.ask(Falling, around);
    decision.is_taken
}

/// The rabbit falls, floats, or goes on with the work that it has in hand. All other behaviours would have no answer
/// and nothing to count. Whether one of these had an answer.
#[inline(never)]
fn go_on(around: &mut Surroundings) -> bool {
    let decision = &mut Decision::default();
    decision.check(Falling, around);
    decision.check(Brollychuting, around);
    decision.check(Bridging, around);

    decision.ask(Falling, around);
    decision.ask(Brollychuting, around);
    decision.ask(Bashing, around);
    decision.ask(Digging, around);
    decision.ask(Bridging, around);
    decision.ask(Blocking, around);
    decision.ask(Climbing, around);
    decision.is_taken
}

/// Checks all triggers, then asks all behaviours but walking for a state. Both orders are written out and not looped
/// over, so that the compiler sees each behaviour by itself: that is twice as fast. Whether one had an answer.
#[inline(never)]
fn consult_all(around: &mut Surroundings) -> bool {
    around.find_token();
    let decision = &mut Decision::default();
    decision.check(Exploding, around);
    decision.check(OutOfBounds, around);
    decision.check(Burning, around);
    decision.check(Drowning, around);
    decision.check(Crashing, around);
    decision.check(Falling, around);
    decision.check(Exiting, around);
    decision.check(Brollychuting, around);
    decision.check(Climbing, around);
    decision.check(Bashing, around);
    decision.check(Digging, around);
    decision.check(Bridging, around);
    decision.check(Blocking, around);
    decision.check(Waiting, around);

    decision.ask(Exploding, around);
    decision.ask(OutOfBounds, around);
    decision.ask(Burning, around);
    decision.ask(Drowning, around);
    decision.ask(Crashing, around);
    decision.ask(Falling, around);
    decision.ask(Exiting, around);
    decision.ask(Brollychuting, around);
    decision.ask(Bashing, around);
    decision.ask(Digging, around);
    decision.ask(Bridging, around);
    decision.ask(Blocking, around);
    decision.ask(Climbing, around);
    decision.ask(Waiting, around);
    decision.is_taken
}
