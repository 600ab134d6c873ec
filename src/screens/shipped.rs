//! The shipped levels that players choose from, by their position in the list of sets; and a level that was chosen to
//! be played.

use std::sync::Arc;

use crate::level::{self, Level, Set, ShippedLevel};
use crate::scene::Scenery;

/// A shipped level by its position in the list of sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LevelId {
    pub set: usize,
    pub level: usize,
}

/// A level to play: a shipped one, or one from a file.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// None for a level from a file.
    pub id: Option<LevelId>,
    pub level: Arc<Level>,
}

impl Chosen {
    /// A level from a file.
    pub fn from_file(level: Level) -> Chosen {
        Chosen { id: None, level: Arc::new(level) }
    }

    /// The set that it belongs to.
    pub fn set(&self) -> Option<usize> {
        self.id.map(|id| id.set).or_else(|| set_of(&self.level))
    }

    /// Where it takes place.
    pub fn scenery(&self) -> Scenery {
        self.id.map_or_else(|| scenery(&self.level), |id| Scenery::of_set(id.set))
    }
}

/// Where a level from a file takes place.
pub fn scenery(level: &Level) -> Scenery {
    set_of(level).map_or_else(|| Scenery::of_world(&level.world()), Scenery::of_set)
}

/// The set of a level from a file, if it has the name of a shipped one: an author who edits a shipped level, or takes
/// pictures of it, has it under its own sky.
fn set_of(level: &Level) -> Option<usize> {
    let has_it = |set: &Set| set.levels.iter().any(|shipped| shipped.level.name == level.name);
    level::sets_to_play().iter().position(has_it)
}

/// All of them, in the order of the sets.
pub fn all_levels() -> Vec<LevelId> {
    level::sets_to_play()
        .iter()
        .enumerate()
        .flat_map(|(set, levels)| (0..levels.levels.len()).map(move |level| LevelId { set, level }))
        .collect()
}

/// The shipped level itself, if there is one.
pub fn entry(id: LevelId) -> Option<&'static ShippedLevel> {
    level::sets_to_play().get(id.set)?.levels.get(id.level)
}

/// The level's path below `levels/`.
pub fn path(id: LevelId) -> Option<&'static str> {
    entry(id).map(|entry| entry.path)
}

/// The shipped level, to be played.
pub fn chosen(id: LevelId) -> Option<Chosen> {
    Some(Chosen { id: Some(id), level: Arc::new(entry(id)?.level.clone()) })
}

/// The level after this one.
pub fn next_level(id: LevelId) -> Option<Chosen> {
    let ids = all_levels();
    let index = ids.iter().position(|other| *other == id)?;
    chosen(*ids.get(index + 1)?)
}
