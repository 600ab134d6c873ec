//! What becomes of a token, in words.

use super::cell_words;
use super::token_ahead::{Taker, TokenAhead};
use crate::play::{Seen, TokenFate, WayEnd};
use crate::screens::texts::Texts;
use crate::sim::{Ability, Death, Species, World};

/// What becomes of a token of this kind: who takes it, and how that rabbit ends if it does so soon.
pub fn token_fate(world: &World, ability: Ability, ahead: &TokenAhead, texts: &Texts) -> String {
    let fate = match ahead.fate {
        TokenFate::Taken { index, steps, .. } => {
            let end = ahead.taker.as_ref().and_then(|taker| end(taker, texts));
            let taken = (texts.takes)(&taker(world, index, texts), steps);
            end.map_or(taken.clone(), |end| taken + &(texts.then)(end))
        }
        TokenFate::FallsOut { .. } => texts.falls_out.to_owned(),
        TokenFate::Left { seen: Seen::All, .. } => texts.nobody_takes.to_owned(),
        TokenFate::Left { seen: Seen::Steps(steps), .. } => (texts.nobody_takes_in)(steps),
    };
    format!("{}: {fate}", cell_words::token_name(ability, texts))
}

/// The rabbit or rabbot with this index. All rabbits that are still to come are rabbits.
pub fn taker(world: &World, index: i32, texts: &Texts) -> String {
    let out = world.rabbits().iter().find(|rabbit| rabbit.index == index);
    let species = cell_words::species(out.map_or(Species::Rabbit, |rabbit| rabbit.species), texts);
    match out {
        Some(_) => format!("{species} {index}"),
        None => (texts.still_to_come)(&format!("{species} {index}")),
    }
}

fn end(taker: &Taker, texts: &Texts) -> Option<&'static str> {
    taker.way.end.map(|end| match end {
        WayEnd::Saved(_) => texts.goes_home,
        WayEnd::Died(death, _) => match death {
            Death::Exploded => texts.explodes,
            Death::LeftTheWorld => texts.leaves,
            Death::Burnt => texts.burns,
            Death::Drowned => texts.drowns,
            Death::Crashed => texts.crashes,
            Death::Fell => texts.falls_to_death,
        },
    })
}
