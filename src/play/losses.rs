//! Losses: which rabbits died in a play, when, where and of what.

use crate::sim::{Cell, Death, Event, Species, World};

/// A rabbit that died. Rabbots are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Loss {
    /// The number of the step in which it died, from 1.
    pub step: u32,
    pub cell: Cell,
    pub death: Death,
}

/// The losses of a play so far.
#[derive(Debug, Clone)]
pub(super) struct Losses {
    /// The indices of all rabbots: none is ever born.
    rabbots: Vec<i32>,
    pub(super) all: Vec<Loss>,
}

impl Losses {
    /// None yet, in a world at its beginning.
    pub(super) fn none_in(world: &World) -> Losses {
        let rabbots = world.rabbits().iter().filter(|rabbit| rabbit.species == Species::Rabbot);
        Losses { rabbots: rabbots.map(|rabbot| rabbot.index).collect(), all: Vec::new() }
    }

    /// Notes the deaths among what happened in a step.
    pub(super) fn note(&mut self, step: u32, events: &[Event]) {
        for event in events {
            if let Event::Died { index, cell, death } = *event
                && !self.rabbots.contains(&index)
            {
                self.all.push(Loss { step, cell, death });
            }
        }
    }
}
