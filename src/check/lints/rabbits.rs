//! Rabbits: whether any come, and whether enough come.

use super::Warning;
use crate::level::{LevelFile, Spot};
use crate::sim::{Setup, Species, ThingSetup};

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    let setup = file.level.setup();
    let mut warnings = Vec::new();
    let entrances = setup.things.iter().filter(|(_, thing)| matches!(thing, ThingSetup::Entrance { .. }));
    for (cell, _) in entrances.clone().filter(|(cell, _)| cell.y == setup.height - 1) {
        let words = "this entrance is in the last row: rabbits appear below it, off the map, and die";
        warnings.push((file.span(Spot::Drawn(*cell)), words.to_owned()));
    }
    warnings.extend(file.below_zero().into_iter().map(|(span, words)| (span, words.to_owned())));
    let most = most_saved(setup);
    if entrances.count() == 0 && drawn(setup) == 0 {
        let words = "no rabbit ever comes: the map has neither an entrance `Q` nor a rabbit `r` or `j`";
        warnings.push((file.span(Spot::Field("map")), words.to_owned()));
    } else if setup.to_save <= setup.saved {
        let words = "no rabbit has to be saved: every end of the level is a win".to_owned();
        warnings.push((file.span(Spot::Field("save")), words));
    } else if i64::from(setup.to_save) > most {
        let words = format!("{} rabbits are to be saved, and no more than {most} can ever come", setup.to_save);
        warnings.push((file.span(Spot::Field("save")), words));
    }
    warnings
}

/// No more rabbits than this can be saved: those saved so far, those on the map and those that still come.
fn most_saved(setup: &Setup) -> i64 {
    let to_come: i64 = setup.things.iter().map(|(_, thing)| births(*thing, setup)).sum();
    i64::from(setup.saved) + drawn(setup) + to_come.min(i64::from(setup.waiting.max(0)))
}

fn drawn(setup: &Setup) -> i64 {
    setup.rabbits.iter().filter(|rabbit| rabbit.species == Species::Rabbit).count() as i64
}

/// How many rabbits can come out of a thing. An entrance shuts for good at its first delay that is not above 0.
fn births(thing: ThingSetup, setup: &Setup) -> i64 {
    match thing {
        ThingSetup::Entrance { timer: 0.. } => match setup.delay.iter().position(|delay| *delay <= 0) {
            Some(index) => index as i64 + 1,
            None => i64::from(setup.waiting.max(0)),
        },
        ThingSetup::Entrance { .. }
        | ThingSetup::Exit
        | ThingSetup::Fire { .. }
        | ThingSetup::Pipe
        | ThingSetup::Token(_) => 0,
    }
}
