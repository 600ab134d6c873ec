//! What a rabbit is about to do: the closed list of its 112 states.
//!
//! A state is chosen at the end of a step and carried out in the next one. After step *n* a rabbit is therefore in the
//! cell where it will begin to carry out its state.

use super::cell::{Cell, Direction};

/// The state of a rabbit or rabbot. Its direction is fixed when the state is chosen.
///
/// The representation gives the variant a byte of its own, so that a question about it is a comparison or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum State {
    // Deaths. Each removes the rabbit when carried out.
    Exploding,
    OutOfBounds,
    Burning,
    BurningOnSlope,
    Drowning,
    Crashing,

    // Falling: two cells per step, or one where the ground is nearer.
    Falling,
    Falling1,
    Falling1ToDeath,
    /// Two cells down, onto a slope that rises the way the rabbit faces.
    FallingOntoRise(Direction),
    /// Two cells down, onto a slope that falls away the way the rabbit faces.
    FallingOntoLower(Direction),
    Falling1OntoRise(Direction),
    Falling1OntoLower(Direction),
    DyingOfFalling,
    DyingOfFalling2,
    /// One cell down onto a slope that rises in the direction, fatally; then the second half.
    DyingOfFallingSlopeRise(Direction),
    DyingOfFallingSlopeRise2(Direction),
    /// Two cells down onto a slope that rises in the direction, fatally; then the second half.
    DyingOfFalling2SlopeRise(Direction),
    DyingOfFalling2SlopeRise2(Direction),

    EnteringExit,
    /// Into an exit from the wall that it climbs on.
    EnteringExitClimbing(Direction),

    Brollychuting,

    Bashing(Direction),
    /// From a slope: the block ahead and above.
    BashingUp(Direction),
    BashingUselessly(Direction),
    BashingUselesslyUp(Direction),

    Digging,
    /// The second half of digging out a flat block.
    Digging2,
    DiggingUselessly,
    DiggingOnSlope,

    Bridging(BridgeForm, Direction, SmallStep),

    Blocking,
    BlockingRise(Direction),

    ClimbingStart(Direction),
    ClimbingContinue1(Direction),
    ClimbingContinue2(Direction),
    ClimbingEnd(Direction),
    ClimbingBangHead(Direction),

    /// A rabbot stops for a rabbit that walks towards it.
    Waiting(Direction),

    Walking(Direction),
    RisingStart(Direction),
    RisingContinue(Direction),
    RisingEnd(Direction),
    LoweringStart(Direction),
    LoweringContinue(Direction),
    LoweringEnd(Direction),
    LoweringAndRising(Direction),
    RisingAndLowering(Direction),
    /// Turning round, to face the direction given.
    Turning(Direction),
    TurningRising(Direction),
    TurningLowering(Direction),
}

impl State {
    /// Whether the rabbit falls, or dies of a fall.
    pub(super) const fn is_falling(self) -> bool {
        matches!(
            self,
            State::Falling
                | State::Falling1
                | State::Falling1ToDeath
                | State::FallingOntoRise(_)
                | State::FallingOntoLower(_)
                | State::Falling1OntoRise(_)
                | State::Falling1OntoLower(_)
                | State::DyingOfFalling
                | State::DyingOfFalling2
                | State::DyingOfFallingSlopeRise(_)
                | State::DyingOfFallingSlopeRise2(_)
                | State::DyingOfFalling2SlopeRise(_)
                | State::DyingOfFalling2SlopeRise2(_)
        )
    }

    /// Whether something may begin with this state that is more than a step on the same way: a fall, a turn, a climb.
    pub(super) const fn is_eventful(self) -> bool {
        let turns = matches!(self, State::Turning(_) | State::TurningRising(_) | State::TurningLowering(_));
        self.is_falling() | turns | matches!(self, State::ClimbingStart(_) | State::Brollychuting)
    }

    /// Whether others look for a rabbit in this state: it blocks their way, or holds things up.
    pub(super) const fn is_seen_by_others(self) -> bool {
        matches!(self, State::Blocking | State::BlockingRise(_) | State::Bridging(..))
    }

    /// Whether the rabbit blocks the way of others.
    pub(super) const fn is_blocking(self) -> bool {
        matches!(self, State::Blocking | State::BlockingRise(_))
    }
}

/// Where a bridger lays its plank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BridgeForm {
    /// From level ground into the next cell.
    Along,
    /// From an upward slope into the next cell, one higher.
    Up,
    /// From a downward slope into the next cell.
    DownUp,
    /// Against a wall, in the rabbit's own cell.
    InCorner,
    /// Against a wall on a slope, in the cell above.
    InCornerUp,
}

impl BridgeForm {
    /// The cell of a plank that a rabbit in the cell `from` lays in this direction.
    pub const fn plank_cell(self, from: Cell, direction: Direction) -> Cell {
        match self {
            BridgeForm::Along | BridgeForm::DownUp => from.next(direction),
            BridgeForm::Up => from.next(direction).above(),
            BridgeForm::InCorner => from,
            BridgeForm::InCornerUp => from.above(),
        }
    }
}

/// A plank takes three small steps: `One` and `Two` prepare it, `Three` lays it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SmallStep {
    One,
    Two,
    Three,
}
