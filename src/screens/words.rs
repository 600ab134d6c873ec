//! What is in a cell and what rabbits are doing, in words.

use crate::scene::contents;
use crate::sim::{Cell, Material, Rabbit, Shape, Species, State, World};

/// What a cell holds, its block first.
pub fn in_cell(world: &World, cell: Cell) -> Vec<String> {
    let block = world.block(cell).map(|block| match (block.material, block.shape) {
        (Material::Metal, _) => "metal",
        (Material::Earth, Shape::Flat) => "earth",
        (Material::Earth, Shape::UpRight | Shape::UpLeft) => "a slope",
        (Material::Earth, Shape::BridgeUpRight | Shape::BridgeUpLeft) => "a bridge",
    });
    let rabbits: Vec<&Rabbit> = world.rabbits().iter().filter(|rabbit| rabbit.cell == cell).collect();
    let named = match rabbits[..] {
        [rabbit] => Some(format!("{} {} {}", species(rabbit.species), rabbit.index, doing(rabbit.state))),
        _ => None,
    };
    let mut words: Vec<String> = block.map(str::to_owned).into_iter().collect();
    // A rabbit on its own is named with what it does; of a crowd the numbers have to do.
    words.extend(contents(world, cell).into_iter().filter(|word| named.is_none() || !word.contains(['[', '{'])));
    words.extend(named);
    words
}

const fn species(species: Species) -> &'static str {
    match species {
        Species::Rabbit => "rabbit",
        Species::Rabbot => "rabbot",
    }
}

/// What a rabbit in this state is doing.
const fn doing(state: State) -> &'static str {
    match state {
        State::Exploding => "explodes",
        State::OutOfBounds => "leaves the world",
        State::Burning | State::BurningOnSlope => "burns",
        State::Drowning => "drowns",
        State::Crashing => "crashes",
        State::Falling
        | State::Falling1
        | State::FallingOntoRise(_)
        | State::FallingOntoLower(_)
        | State::Falling1OntoRise(_)
        | State::Falling1OntoLower(_) => "falls",
        State::Falling1ToDeath
        | State::DyingOfFalling
        | State::DyingOfFalling2
        | State::DyingOfFallingSlopeRise(_)
        | State::DyingOfFallingSlopeRise2(_)
        | State::DyingOfFalling2SlopeRise(_)
        | State::DyingOfFalling2SlopeRise2(_) => "falls to its death",
        State::EnteringExit | State::EnteringExitClimbing(_) => "goes home",
        State::Brollychuting => "floats down",
        State::Bashing(_) | State::BashingUp(_) => "bashes",
        State::BashingUselessly(_) | State::BashingUselesslyUp(_) => "bashes in vain",
        State::Digging | State::Digging2 | State::DiggingOnSlope => "digs",
        State::DiggingUselessly => "digs in vain",
        State::Bridging(_, _, _) => "builds a bridge",
        State::Blocking | State::BlockingRise(_) => "blocks the way",
        State::ClimbingStart(_) | State::ClimbingContinue1(_) | State::ClimbingContinue2(_) | State::ClimbingEnd(_) => {
            "climbs"
        }
        State::ClimbingBangHead(_) => "bangs its head",
        State::Waiting(_) => "waits",
        State::Walking(_) => "walks",
        State::RisingStart(_) | State::RisingContinue(_) | State::RisingEnd(_) => "walks up",
        State::LoweringStart(_) | State::LoweringContinue(_) | State::LoweringEnd(_) => "walks down",
        State::LoweringAndRising(_) | State::RisingAndLowering(_) => "walks up and down",
        State::Turning(_) | State::TurningRising(_) | State::TurningLowering(_) => "turns round",
    }
}
