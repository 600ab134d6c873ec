//! Exits: whether there is one, and whether a rabbit could ever get there.

use super::Warning;
use super::reach::Reach;
use crate::level::{LevelFile, Spot};
use crate::sim::ThingSetup;

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    let setup = file.level.setup();
    let exits = setup.things.iter().filter(|(_, thing)| *thing == ThingSetup::Exit);
    if exits.clone().count() == 0 {
        let words = "no rabbit can be saved: the map has no exit `O`";
        return vec![(file.span(Spot::Field("map")), words.to_owned())];
    }
    let reach = Reach::of(setup);
    if reach.is_empty() {
        // Nobody is there to reach anything, which is said elsewhere.
        return Vec::new();
    }
    exits
        .filter(|(cell, _)| !reach.contains(*cell))
        .map(|(cell, _)| {
            let words = "no rabbit can reach this exit, whatever tokens it uses";
            (file.span(Spot::Drawn(*cell)), words.to_owned())
        })
        .collect()
}
