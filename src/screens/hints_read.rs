//! How many hints of each level the player has read since the game was started. Those that were read stay read.

use std::collections::BTreeMap;

use super::shipped::{Chosen, path};

/// Counts by level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HintsRead {
    counts: BTreeMap<LevelKey, usize>,
}

/// What tells levels apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum LevelKey {
    Shipped(&'static str),
    /// A level from a file, by its name.
    Own(String),
}

impl HintsRead {
    /// The first so many hints were read.
    pub fn count(&self, chosen: &Chosen) -> usize {
        self.counts.get(&key(chosen)).copied().unwrap_or(0)
    }

    /// One more is read, of so many.
    pub fn read_next(&mut self, chosen: &Chosen, all: usize) {
        let count = self.counts.entry(key(chosen)).or_default();
        *count = (*count + 1).min(all);
    }
}

fn key(chosen: &Chosen) -> LevelKey {
    match chosen.id.and_then(path) {
        Some(path) => LevelKey::Shipped(path),
        None => LevelKey::Own(chosen.level.name.clone()),
    }
}
