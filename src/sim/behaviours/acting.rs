//! What every state does when it is carried out.

use super::walking::Onto;
use super::{bashing, bridging, brollychuting, climbing, digging, falling, walking};
use crate::sim::event::Death;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::world::World;

impl Rabbit {
    /// The rabbit does what it decided to do.
    pub(in crate::sim) fn act(&mut self, world: &mut World) {
        falling::end_fall(self);
        bashing::forget_hop(self);
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

            State::Walking(to) | State::LoweringEnd(to) => walking::go(self, to, 0, Onto::Floor),
            State::RisingEnd(to) => walking::go(self, to, -1, Onto::Floor),
            State::RisingStart(to) | State::LoweringAndRising(to) | State::RisingAndLowering(to) => {
                walking::go(self, to, 0, Onto::Slope);
            }
            State::RisingContinue(to) => walking::go(self, to, -1, Onto::Slope),
            State::LoweringStart(to) | State::LoweringContinue(to) => walking::go(self, to, 1, Onto::Slope),
            State::Turning(to) => {
                self.on_slope = false;
                walking::turn(self, world, to);
            }
            State::TurningRising(to) | State::TurningLowering(to) => walking::turn(self, world, to),
        }
    }
}
