//! The fifteen behaviours of rabbits and rabbots, a file each, and how a rabbit decides among them.
//!
//! A behaviour has up to four parts. It is *triggered* when something in the world calls for it: a token taken, the
//! ground gone. It gives an *answer*: the state in which it wants the rabbit to be in the next step, if any. It is
//! *cancelled*, and forgets what it was about, whenever another behaviour is triggered. And it *acts*: it carries out
//! its states in the next step.
//!
//! To decide, a rabbit asks all behaviours for their triggers, and each one triggered cancels all others at once. Then
//! it asks all for their answers; the first answer is its new state, and walking always has one. Both orders are those
//! of the list below, save that climbing is triggered before bashing. All behaviours are asked in any case, for what
//! they count goes on counting, and those asked later see the state that the rabbit has just got.

pub(super) mod bashing;
pub(super) mod blocking;
pub(super) mod bridging;
pub(super) mod brollychuting;
pub(super) mod burning;
pub(super) mod climbing;
pub(super) mod crashing;
pub(super) mod digging;
pub(super) mod drowning;
pub(super) mod exiting;
pub(super) mod exploding;
pub(super) mod falling;
pub(super) mod out_of_bounds;
pub(super) mod waiting;
pub(super) mod walking;

use super::event::Death;
use super::look::Look;
use super::rabbit::Rabbit;
use super::state::State;
use super::world::World;

use walking::Way;

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

/// The order in which behaviours are asked for their answers.
const ANSWERS: [Behaviour; 15] = [
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

/// The order in which behaviours are asked whether they are triggered.
const TRIGGERS: [Behaviour; 15] = [
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

impl Look<'_> {
    /// The rabbit decides what to do in the next step.
    pub(super) fn decide(mut self) {
        let mut triggered = [false; ANSWERS.len()];
        for behaviour in TRIGGERS {
            if behaviour.is_triggered(&mut self) {
                triggered[behaviour as usize] = true;
                ANSWERS.into_iter().filter(|&other| other != behaviour).for_each(|other| other.cancel(self.rabbit));
            }
        }
        let mut is_decided = false;
        for behaviour in ANSWERS {
            let answer = behaviour.answer(&mut self, triggered[behaviour as usize]);
            if let Some(state) = answer
                && !is_decided
            {
                self.rabbit.state = state;
                is_decided = true;
            }
        }
    }
}

impl Behaviour {
    fn is_triggered(self, look: &mut Look) -> bool {
        match self {
            Exploding => exploding::is_triggered(look),
            OutOfBounds => out_of_bounds::is_triggered(look),
            Burning => burning::is_triggered(look),
            Drowning => drowning::is_triggered(look),
            Crashing => crashing::is_triggered(look),
            Falling => falling::is_triggered(look),
            Exiting => exiting::is_triggered(look),
            Brollychuting => brollychuting::is_triggered(look),
            Climbing => climbing::is_triggered(look),
            Bashing => bashing::is_triggered(look),
            Digging => digging::is_triggered(look),
            Bridging => bridging::is_triggered(look),
            Blocking => blocking::is_triggered(look),
            Waiting => waiting::is_triggered(look),
            Walking => false,
        }
    }

    fn answer(self, look: &mut Look, triggered: bool) -> Option<State> {
        match self {
            Exploding => triggered.then_some(State::Exploding),
            OutOfBounds => triggered.then_some(State::OutOfBounds),
            Burning => triggered.then(|| burning::state(look)),
            Drowning => triggered.then_some(State::Drowning),
            Crashing => triggered.then_some(State::Crashing),
            Falling => falling::answer(look, triggered),
            Exiting => triggered.then(|| exiting::state(look)),
            Brollychuting => brollychuting::answer(look, triggered),
            Bashing => bashing::answer(look, triggered),
            Digging => digging::answer(look, triggered),
            Bridging => bridging::answer(look, triggered),
            Blocking => blocking::answer(look, triggered),
            Climbing => climbing::answer(look, triggered),
            Waiting => triggered.then_some(State::Waiting(look.rabbit.direction)),
            Walking => Some(walking::state(look)),
        }
    }

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

impl Rabbit {
    /// The rabbit carries out its state: the list of what every state does.
    pub(super) fn act(&mut self, world: &mut World) {
        falling::rest(self);
        bashing::rest(self);
        match self.state {
            State::Exploding => world.kill(self, Death::Exploded),
            State::OutOfBounds => world.kill(self, Death::LeftTheWorld),
            State::Burning | State::BurningOnSlope => world.kill(self, Death::Burnt),
            State::Drowning => world.kill(self, Death::Drowned),
            State::Crashing => world.kill(self, Death::Crashed),

            State::Falling
            | State::FallingOntoRise(_)
            | State::FallingOntoLower(_)
            | State::DyingOfFalling2SlopeRise(_) => falling::fall(self, world, 2),
            State::Falling1
            | State::Falling1ToDeath
            | State::Falling1OntoRise(_)
            | State::Falling1OntoLower(_)
            | State::DyingOfFallingSlopeRise(_) => falling::fall(self, world, 1),
            State::DyingOfFalling
            | State::DyingOfFalling2
            | State::DyingOfFallingSlopeRise2(_)
            | State::DyingOfFalling2SlopeRise2(_) => world.kill(self, Death::Fell),

            State::EnteringExit | State::EnteringExitClimbing(_) => world.save(self),

            State::Brollychuting => brollychuting::float(self),

            State::Bashing(_) => bashing::bash(self, world, 0),
            State::BashingUp(_) => {
                bashing::bash(self, world, -1);
                bashing::hop(self);
            }
            State::BashingUselesslyUp(_) => bashing::hop(self),
            State::BashingUselessly(_) => {}

            State::Digging => digging::dig(self, world),
            State::DiggingOnSlope => digging::dig_slope(self, world),
            State::Digging2 | State::DiggingUselessly => {}

            State::Bridging(form, direction, step) => bridging::build(self, world, form, direction, step),

            State::Blocking | State::BlockingRise(_) => {}

            State::ClimbingStart(_) | State::ClimbingContinue1(_) => climbing::hang(self),
            State::ClimbingContinue2(_) => climbing::climb(self),
            State::ClimbingEnd(_) => climbing::climb_over(self, world),
            State::ClimbingBangHead(_) => climbing::let_go(self),

            State::Waiting(_) => {}

            State::Walking(to) => walking::go(self, to, Way::Level, false),
            State::RisingStart(to) => walking::go(self, to, Way::Level, true),
            State::RisingContinue(to) => walking::go(self, to, Way::Up, true),
            State::RisingEnd(to) => walking::go(self, to, Way::Up, false),
            State::LoweringStart(to) => walking::go(self, to, Way::Down, true),
            State::LoweringContinue(to) => walking::go(self, to, Way::Down, true),
            State::LoweringEnd(to) => walking::go(self, to, Way::Level, false),
            State::LoweringAndRising(to) => walking::go(self, to, Way::Level, true),
            State::RisingAndLowering(to) => walking::go(self, to, Way::Level, true),
            State::Turning(to) => {
                self.on_slope = false;
                walking::turn(self, world, to);
            }
            State::TurningRising(to) | State::TurningLowering(to) => walking::turn(self, world, to),
        }
    }
}
