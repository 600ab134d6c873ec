//! What is in a cell and what rabbits are doing, in words.

use std::borrow::Cow;

use crate::scene::{Content, contents};
use crate::screens::texts::Texts;
use crate::sim::{Ability, Cell, Direction, Material, Rabbit, Shape, Species, State, World};

/// What a cell holds, its block first.
pub fn in_cell(world: &World, cell: Cell, texts: &Texts) -> Vec<Cow<'static, str>> {
    let block = world.block(cell).map(|block| match (block.material, block.shape) {
        (Material::Metal, _) => texts.metal,
        (Material::Earth, Shape::Flat) => texts.earth,
        (Material::Earth, Shape::UpRight | Shape::UpLeft) => texts.slope,
        (Material::Earth, Shape::BridgeUpRight | Shape::BridgeUpLeft) => texts.bridge,
    });
    let mut words: Vec<Cow<'static, str>> = block.map(Cow::from).into_iter().collect();
    let things = contents(world, cell).into_iter().filter(|(content, _)| !matches!(content, Content::Rabbit { .. }));
    words.extend(things.map(|(content, count)| counted(content, count, texts)));
    let rabbits: Vec<&Rabbit> = world.rabbits().iter().filter(|rabbit| rabbit.cell == cell).collect();
    match rabbits[..] {
        [] => {}
        [rabbit] => {
            let name = format!("{} {} {}", species(rabbit.species, texts), rabbit.index, doing(rabbit.state, texts));
            words.push(with_skills(name, rabbit, texts).into());
        }
        // Of a crowd the numbers have to do.
        _ => {
            words.push((texts.rabbits)(rabbits.len()).into());
            let mark = |rabbit: &&Rabbit| marked(rabbit.species, rabbit.index, rabbit.direction);
            words.extend(rabbits.iter().map(|rabbit| with_skills(mark(rabbit), rabbit, texts).into()));
        }
    }
    words
}

/// What a rabbit is called, and what it has learnt for good.
fn with_skills(name: String, rabbit: &Rabbit, texts: &Texts) -> String {
    let memory = rabbit.memory();
    let skills = [(memory.climber, texts.can_climb), (memory.brolly, texts.has_brolly)];
    let learnt = skills.into_iter().filter(|(has, _)| *has).map(|(_, skill)| skill);
    [name.as_str()].into_iter().chain(learnt).collect::<Vec<_>>().join(", ")
}

/// A thing, or several equal ones.
pub fn counted(content: Content, count: u32, texts: &Texts) -> Cow<'static, str> {
    let word = word(content, texts);
    if count == 1 { word } else { format!("{count} {word}").into() }
}

fn word(content: Content, texts: &Texts) -> Cow<'static, str> {
    match content {
        Content::Entrance => texts.entrance.into(),
        Content::ToCome(count) => (texts.to_come)(count).into(),
        Content::Exit => texts.exit.into(),
        Content::Saved(count) => (texts.saved_here)(count).into(),
        Content::Pipe => texts.pipe.into(),
        Content::Fire => texts.fire.into(),
        Content::Token(ability) => token_name(ability, texts).into(),
        Content::Rabbit { species, index, direction } => marked(species, index, direction).into(),
        Content::Water(amount) => format!("~{amount}").into(),
    }
}

/// A token's name.
pub const fn token_name(ability: Ability, texts: &Texts) -> &'static str {
    match ability {
        Ability::Bash => texts.bash_token,
        Ability::Dig => texts.dig_token,
        Ability::Bridge => texts.bridge_token,
        Ability::Block => texts.block_token,
        Ability::Climb => texts.climb_token,
        Ability::Explode => texts.explode_token,
        Ability::Brolly => texts.brolly_token,
    }
}

/// A rabbit's number between marks of the way it faces; a rabbot's in brackets of its own.
fn marked(species: Species, index: i32, direction: Direction) -> String {
    let number = match species {
        Species::Rabbit => format!("[{index}]"),
        Species::Rabbot => format!("{{{index}}}"),
    };
    match direction {
        Direction::Left => format!("<{number}"),
        Direction::Right => format!("{number}>"),
    }
}

pub const fn species(species: Species, texts: &Texts) -> &'static str {
    match species {
        Species::Rabbit => texts.rabbit,
        Species::Rabbot => texts.rabbot,
    }
}

/// What a rabbit in this state is doing.
const fn doing(state: State, texts: &Texts) -> &'static str {
    match state {
        State::Exploding => texts.explodes,
        State::OutOfBounds => texts.leaves,
        State::Burning | State::BurningOnSlope => texts.burns,
        State::Drowning => texts.drowns,
        State::Crashing => texts.crashes,
        State::Falling
        | State::Falling1
        | State::FallingOntoRise(_)
        | State::FallingOntoLower(_)
        | State::Falling1OntoRise(_)
        | State::Falling1OntoLower(_) => texts.falls,
        State::Falling1ToDeath
        | State::DyingOfFalling
        | State::DyingOfFalling2
        | State::DyingOfFallingSlopeRise(_)
        | State::DyingOfFallingSlopeRise2(_)
        | State::DyingOfFalling2SlopeRise(_)
        | State::DyingOfFalling2SlopeRise2(_) => texts.falls_to_death,
        State::EnteringExit | State::EnteringExitClimbing(_) => texts.goes_home,
        State::Brollychuting => texts.floats,
        State::Bashing(_) | State::BashingUp(_) => texts.bashes,
        State::BashingUselessly(_) | State::BashingUselesslyUp(_) => texts.bashes_in_vain,
        State::Digging | State::Digging2 | State::DiggingOnSlope => texts.digs,
        State::DiggingUselessly => texts.digs_in_vain,
        State::Bridging(_, _, _) => texts.builds,
        State::Blocking | State::BlockingRise(_) => texts.blocks,
        State::ClimbingStart(_) | State::ClimbingContinue1(_) | State::ClimbingContinue2(_) | State::ClimbingEnd(_) => {
            texts.climbs
        }
        State::ClimbingBangHead(_) => texts.bangs_head,
        State::Waiting(_) => texts.waits,
        State::Walking(_) => texts.walks,
        State::RisingStart(_) | State::RisingContinue(_) | State::RisingEnd(_) => texts.walks_up,
        State::LoweringStart(_) | State::LoweringContinue(_) | State::LoweringEnd(_) => texts.walks_down,
        State::LoweringAndRising(_) | State::RisingAndLowering(_) => texts.walks_up_and_down,
        State::Turning(_) | State::TurningRising(_) | State::TurningLowering(_) => texts.turns,
    }
}
