//! Poses: what a rabbit looks like while it carries out its state.

use super::sprite::{Facing, Picture, Skin, Sprite};
use crate::sim::{Direction, Rabbit, SmallStep, Species, State};

/// The slope of the way that a rabbit takes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Slant {
    Level,
    Up,
    Down,
}

/// The first frame of what a rabbit shows on a way of this slope.
pub(super) fn pose(rabbit: &Rabbit, slant: Slant) -> Sprite {
    let (picture, direction) = picture(rabbit, slant);
    Sprite {
        picture: if rabbit.species == Species::Rabbot { on_wheel(picture) } else { picture },
        frame: 0,
        facing: match direction {
            Direction::Right => Facing::Right,
            Direction::Left => Facing::Left,
        },
        skin: match (rabbit.species, rabbit.index.rem_euclid(3)) {
            (Species::Rabbot, _) => Skin::Rabbot,
            (Species::Rabbit, 0) => Skin::Sandy,
            (Species::Rabbit, 1) => Skin::Rabbit,
            (Species::Rabbit, _) => Skin::Grey,
        },
    }
}

/// A rabbot rolls where a rabbit hops.
const fn on_wheel(picture: Picture) -> Picture {
    match picture {
        Picture::Walk => Picture::Roll,
        Picture::WalkUp => Picture::RollUp,
        Picture::WalkDown => Picture::RollDown,
        _ => picture,
    }
}

/// The picture that shows a state, and the direction in which it faces.
fn picture(rabbit: &Rabbit, slant: Slant) -> (Picture, Direction) {
    let ahead = rabbit.direction;
    match rabbit.state {
        State::Exploding => (Picture::Explode, ahead),
        State::OutOfBounds => (Picture::LeaveWorld, ahead),
        State::Burning | State::BurningOnSlope => (Picture::Burn, ahead),
        State::Drowning => (Picture::Drown, ahead),
        State::Crashing => (Picture::Crash, ahead),

        State::Falling
        | State::Falling1
        | State::Falling1ToDeath
        | State::FallingOntoRise(_)
        | State::FallingOntoLower(_)
        | State::Falling1OntoRise(_)
        | State::Falling1OntoLower(_)
        | State::DyingOfFallingSlopeRise(_)
        | State::DyingOfFalling2SlopeRise(_) => (Picture::Fall, ahead),
        State::DyingOfFalling | State::DyingOfFalling2 => (Picture::DieOfFall, ahead),
        State::DyingOfFallingSlopeRise2(rise) | State::DyingOfFalling2SlopeRise2(rise) => {
            (Picture::DieOfFallOnSlope, rise)
        }

        State::EnteringExit => (Picture::EnterExit, ahead),
        State::EnteringExitClimbing(direction) => (Picture::EnterExitClimbing, direction),
        State::Brollychuting => (Picture::Float, ahead),

        State::Bashing(direction) | State::BashingUp(direction) => (Picture::Bash, direction),
        State::BashingUselessly(direction) | State::BashingUselesslyUp(direction) => {
            (Picture::BashUselessly, direction)
        }

        State::Digging | State::Digging2 => (Picture::Dig, ahead),
        State::DiggingUselessly => (Picture::DigUselessly, ahead),
        State::DiggingOnSlope => (Picture::DigOnSlope, ahead),

        State::Bridging(_, direction, SmallStep::One) => (Picture::Build1, direction),
        State::Bridging(_, direction, SmallStep::Two) => (Picture::Build2, direction),
        State::Bridging(_, direction, SmallStep::Three) => (Picture::Build3, direction),

        State::Blocking => (Picture::Stop, ahead),
        State::BlockingRise(rise) => (Picture::StopOnSlope, rise),

        State::ClimbingStart(direction) => (Picture::ClimbStart, direction),
        State::ClimbingContinue1(direction) => (Picture::ClimbRest, direction),
        State::ClimbingContinue2(direction) => (Picture::Climb, direction),
        State::ClimbingEnd(direction) => (Picture::ClimbEnd, direction),
        State::ClimbingBangHead(direction) => (Picture::BangHead, direction),

        State::Waiting(direction) => (Picture::Wait, direction),

        State::Walking(direction)
        | State::RisingStart(direction)
        | State::RisingContinue(direction)
        | State::RisingEnd(direction)
        | State::LoweringStart(direction)
        | State::LoweringContinue(direction)
        | State::LoweringEnd(direction)
        | State::LoweringAndRising(direction)
        | State::RisingAndLowering(direction) => match slant {
            Slant::Level => (Picture::Walk, direction),
            Slant::Up => (Picture::WalkUp, direction),
            Slant::Down => (Picture::WalkDown, direction),
        },
        State::Turning(to) | State::TurningRising(to) | State::TurningLowering(to) => (Picture::Turn, to),
    }
}
