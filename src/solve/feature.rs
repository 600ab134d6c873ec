//! Features: what happened in a play, cell by cell. A play with a rare feature is of a new kind.

use super::works::Gifts;
use crate::sim::{Cell, Event};

/// An event in a cell, of any rabbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Feature {
    /// By a rabbit with these gifts.
    Visited(Cell, Gifts),
    Dug(Cell),
    Bashed(Cell),
    Built(Cell),
}

impl Feature {
    /// What an event changes in the ground, if it does.
    pub(super) const fn of(event: &Event) -> Option<Feature> {
        match *event {
            Event::Dug { cell, .. } => Some(Feature::Dug(cell)),
            Event::Bashed { cell, .. } => Some(Feature::Bashed(cell)),
            Event::Built { cell, .. } => Some(Feature::Built(cell)),
            _ => None,
        }
    }
}
