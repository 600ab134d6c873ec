//! Ratings: how promising a play is, by how near its rabbits come to an exit.

use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::distance::{Distances, FAR};
use super::line::PlayLine;
use super::plan::Rating;
use super::tile_map::deadly_cells;
use super::trial::Trial;
use super::works::Gifts;
use crate::sim::{Ability, Cell, Revision, World};

/// Rates plays, and remembers what many of them share.
#[derive(Debug)]
pub(super) struct Rater {
    known: Mutex<FxHashMap<Place, Arc<Distances>>>,
    /// Bytes that these take at most.
    memory: usize,
}

/// What distances depend on: the ground, the cells that are deadly, which tokens are left, and what the rabbit can do
/// already.
type Place = (Revision, Vec<Cell>, [bool; Ability::ALL.len()], Gifts);

impl Rater {
    pub(super) fn new(memory: usize) -> Rater {
        Rater { known: Mutex::default(), memory }
    }

    /// Rates a play at its end.
    pub(super) fn rate(&self, end: &Trial) -> Rating {
        let world = end.line.world();
        let nearest = self.nearest(end);
        let missing = usize::try_from(world.to_save().saturating_sub(world.saved())).unwrap_or(0);
        let known: u32 = nearest.iter().take(missing).sum();
        let unknown = missing.saturating_sub(nearest.len()) as u32;
        let distance = known.saturating_add(FAR.saturating_mul(unknown));
        let ending = FxBuildHasher.hash_one((world.revision(), nearest));
        Rating { distance, ending }
    }

    /// The least distance of each rabbit that is not saved, in ascending order.
    fn nearest(&self, end: &Trial) -> Vec<u32> {
        let mut distances: FxHashMap<Gifts, Arc<Distances>> = FxHashMap::default();
        let mut best: FxHashMap<i32, u32> = FxHashMap::default();
        for visit in &end.visits {
            let distances = distances.entry(visit.gifts).or_insert_with(|| self.distances(&end.line, visit.gifts));
            let nearest = best.entry(visit.index).or_insert(FAR);
            *nearest = distances.from(visit.cell, visit.facing, visit.on_slope).min(*nearest);
        }
        let mut nearest: Vec<u32> = best.into_values().filter(|&distance| distance > 0).collect();
        nearest.sort_unstable();
        nearest
    }

    fn distances(&self, line: &PlayLine, gifts: Gifts) -> Arc<Distances> {
        let world = line.world();
        let place = (world.revision(), deadly_cells(world).collect(), offers(world), gifts);
        if let Some(distances) = self.known().get(&place) {
            return Arc::clone(distances);
        }
        let distances = Arc::new(Distances::of(world, gifts));
        let mut known = self.known();
        if known.len() * distances.bytes() >= self.memory {
            known.clear();
        }
        known.insert(place, Arc::clone(&distances));
        distances
    }

    fn known(&self) -> MutexGuard<'_, FxHashMap<Place, Arc<Distances>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn offers(world: &World) -> [bool; Ability::ALL.len()] {
    Ability::ALL.map(|ability| world.tokens(ability).is_some_and(|count| count != 0))
}
