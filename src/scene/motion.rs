//! Motion: the position of a rabbit while it carries out its state. What it looks like meanwhile is in `pose`.
//!
//! The rules know cells only. This file interpolates between the beginning of a step (`phase` 0) and its end (`phase`
//! 1). Every path ends where that of the next state begins, so that motion is continuous from step to step, and feet
//! stay on slopes and bridges.

use super::pose::{Slant, pose};
use super::sprite::{FRAMES, Sprite};
use crate::sim::{BridgeForm, Rabbit, SmallStep, State, World};

/// An offset from the top left corner of the rabbit's cell, in tiles.
type Offset = (f32, f32);

/// Height of the middle of a slope above the floor of its cell, in tiles.
const HALF: f32 = 0.5;

/// Height of a token or a fire on a slope above the floor of its cell, in tiles.
pub(super) const ON_SLOPE: f32 = 0.4;

/// The sprite of a rabbit at this phase of the step, and its offset from the rabbit's cell, in tiles.
pub fn rabbit_motion(world: &World, rabbit: &Rabbit, phase: f32) -> (Sprite, f32, f32) {
    let path = path(world, rabbit);
    let (x, y) = along(&path, phase);
    (Sprite { frame: frame(phase), ..pose(rabbit, slant(&path, phase)) }, x, y)
}

/// The frame of an animation that shows this phase of a step.
pub fn frame(phase: f32) -> u8 {
    ((phase * f32::from(FRAMES)) as u8).min(FRAMES - 1)
}

/// The path of a rabbit: a polyline, each corner with the phase at which the rabbit reaches it.
pub(super) fn path(world: &World, rabbit: &Rabbit) -> Vec<(f32, Offset)> {
    let slope_here = world.block(rabbit.cell).is_some_and(|block| block.is_slope());
    let floor = if rabbit.on_slope && slope_here { -HALF } else { 0.0 };
    let start = (0.0, floor);
    let stay = || vec![(0.0, start)];
    let straight = |end: Offset| vec![(0.0, start), (1.0, end)];
    let bent = |middle: Offset, end: Offset| vec![(0.0, start), (0.5, middle), (1.0, end)];

    match rabbit.state {
        State::Exploding
        | State::OutOfBounds
        | State::Burning
        | State::BurningOnSlope
        | State::Drowning
        | State::Crashing
        | State::DyingOfFalling
        | State::DyingOfFalling2
        | State::DyingOfFallingSlopeRise2(_)
        | State::DyingOfFalling2SlopeRise2(_)
        | State::EnteringExit
        | State::EnteringExitClimbing(_)
        | State::Bashing(_)
        | State::BashingUselessly(_)
        | State::DiggingUselessly
        | State::Bridging(_, _, SmallStep::One | SmallStep::Two)
        | State::Digging2
        | State::ClimbingContinue1(_)
        | State::ClimbingBangHead(_)
        | State::Waiting(_) => stay(),

        State::Blocking => vec![(0.0, (0.0, 0.0))],
        State::BlockingRise(_) => vec![(0.0, (0.0, -HALF))],

        State::Falling => straight((0.0, 2.0)),
        // Half a step of falling, then standing.
        State::Falling1 | State::Falling1ToDeath => bent((0.0, 1.0), (0.0, 1.0)),
        State::FallingOntoRise(_) | State::FallingOntoLower(_) | State::DyingOfFalling2SlopeRise(_) => {
            straight((0.0, 2.0 - HALF))
        }
        State::Falling1OntoRise(_) | State::Falling1OntoLower(_) | State::DyingOfFallingSlopeRise(_) => {
            bent((0.0, 1.0 - HALF), (0.0, 1.0 - HALF))
        }
        State::Brollychuting => straight((0.0, 1.0)),

        // A hop to the level above the slope.
        State::BashingUp(_) | State::BashingUselesslyUp(_) => {
            vec![(0.0, start), (0.25, (0.0, -1.0)), (1.0, (0.0, -1.0))]
        }

        // Slow at first; at the end it stands at the bottom of the hole.
        State::Digging => bent((0.0, HALF / 2.0), (0.0, 1.0)),
        State::DiggingOnSlope => straight((0.0, 0.0)),

        State::Bridging(form, direction, SmallStep::Three) => {
            let dx = direction.sign() as f32;
            let end = match form {
                BridgeForm::Along | BridgeForm::DownUp => (dx, -HALF),
                BridgeForm::Up => (dx, -1.0 - HALF),
                BridgeForm::InCorner => (0.0, -HALF),
                BridgeForm::InCornerUp => (0.0, -1.0 - HALF),
            };
            // Nails the plank down, then hops onto it.
            vec![(0.0, start), (0.5, start), (1.0, end)]
        }

        State::ClimbingStart(_) => straight((0.0, 0.0)),
        State::ClimbingContinue2(_) => straight((0.0, -1.0)),
        State::ClimbingEnd(direction) => {
            let dx = direction.sign();
            let top = world.block(rabbit.cell.offset(dx, -1));
            let end = if top.is_some_and(|block| block.rise() == Some(direction)) { -1.0 - HALF } else { -1.0 };
            bent((0.0, -1.0), (dx as f32, end))
        }

        State::Walking(direction) => straight((direction.sign() as f32, 0.0)),
        State::RisingStart(direction) => {
            let dx = direction.sign() as f32;
            bent((dx * HALF, 0.0), (dx, -HALF))
        }
        State::RisingContinue(direction) => straight((direction.sign() as f32, -1.0 - HALF)),
        State::RisingEnd(direction) => {
            let dx = direction.sign() as f32;
            bent((dx * HALF, -1.0), (dx, -1.0))
        }
        State::LoweringStart(direction) => {
            let dx = direction.sign() as f32;
            bent((dx * HALF, 0.0), (dx, HALF))
        }
        State::LoweringContinue(direction) => straight((direction.sign() as f32, HALF)),
        State::LoweringEnd(direction) => {
            let dx = direction.sign() as f32;
            bent((dx * HALF, 0.0), (dx, 0.0))
        }
        State::LoweringAndRising(direction) => {
            let dx = direction.sign() as f32;
            bent((dx * HALF, 0.0), (dx, -HALF))
        }
        State::RisingAndLowering(direction) => {
            let dx = direction.sign() as f32;
            bent((dx * HALF, -1.0), (dx, -HALF))
        }

        State::Turning(_) | State::TurningRising(_) | State::TurningLowering(_) => {
            straight((0.0, after_turning(world, rabbit, floor)))
        }
    }
}

/// The end of a turn: in a cell with a bridge the rabbit hops onto it, and from there onto a bridge in the cell above.
fn after_turning(world: &World, rabbit: &Rabbit, floor: f32) -> f32 {
    let bridge_at = |cell| world.block(cell).is_some_and(|block| block.is_bridge());
    let stays_on_slope = !matches!(rabbit.state, State::Turning(_)) && rabbit.on_slope;
    match (bridge_at(rabbit.cell), stays_on_slope && bridge_at(rabbit.cell.above())) {
        (true, true) => -1.0 - HALF,
        (true, false) => -HALF,
        (false, _) => floor,
    }
}

/// The offset on a path at this phase.
fn along(path: &[(f32, Offset)], phase: f32) -> Offset {
    let (from, to) = leg(path, phase);
    if to.0 <= from.0 {
        return from.1;
    }
    let share = ((phase - from.0) / (to.0 - from.0)).clamp(0.0, 1.0);
    let between = |a: f32, b: f32| a + (b - a) * share;
    (between(from.1.0, to.1.0), between(from.1.1, to.1.1))
}

/// The two corners of a path around this phase.
fn leg(path: &[(f32, Offset)], phase: f32) -> ((f32, Offset), (f32, Offset)) {
    let next = path.iter().position(|corner| corner.0 > phase).unwrap_or(path.len() - 1);
    (path[next.saturating_sub(1)], path[next])
}

fn slant(path: &[(f32, Offset)], phase: f32) -> Slant {
    let (from, to) = leg(path, phase);
    let climb = to.1.1 - from.1.1;
    if climb < 0.0 {
        Slant::Up
    } else if climb > 0.0 {
        Slant::Down
    } else {
        Slant::Level
    }
}
