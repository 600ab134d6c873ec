//! Ratings: how promising a play is, by how near its rabbits come to an exit.

use std::cell::RefCell;
use std::hash::BuildHasher;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::distance::{Distances, FAR};
use super::line::PlayLine;
use super::plan::Rating;
use super::terrain::Terrain;
use super::trial::Trial;
use super::works::Gifts;
use crate::sim::{Ability, World};

/// Rates plays, and remembers what many of them share.
#[derive(Debug, Default)]
pub(super) struct Rater {
    distances: RefCell<FxHashMap<Place, Rc<Distances>>>,
}

/// What distances depend on: the ground, which tokens are left, and what the rabbit can do already.
type Place = (Arc<Terrain>, [bool; Ability::ALL.len()], Gifts);

/// Distances that are kept; some kilobytes each.
const KEPT: usize = 1000;

impl Rater {
    /// Rates a play at its end.
    pub(super) fn rate(&self, end: &Trial) -> Rating {
        let world = end.line.world();
        let nearest = self.nearest(end);
        let missing = usize::try_from(world.to_save().saturating_sub(world.saved())).unwrap_or(0);
        let known: u32 = nearest.iter().take(missing).sum();
        let unknown = missing.saturating_sub(nearest.len()) as u32;
        let distance = known.saturating_add(FAR.saturating_mul(unknown));
        let ending = FxBuildHasher.hash_one((&end.line.terrain, nearest));
        Rating { distance, ending }
    }

    /// The least distance of each rabbit that is not saved, in ascending order.
    fn nearest(&self, end: &Trial) -> Vec<u32> {
        let mut distances: FxHashMap<Gifts, Rc<Distances>> = FxHashMap::default();
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

    fn distances(&self, line: &PlayLine, gifts: Gifts) -> Rc<Distances> {
        let Some(terrain) = &line.terrain else { return Rc::new(Distances::of(line.world(), gifts)) };
        let mut known = self.distances.borrow_mut();
        if known.len() >= KEPT {
            known.clear();
        }
        let place = (Arc::clone(terrain), offers(line.world()), gifts);
        Rc::clone(known.entry(place).or_insert_with(|| Rc::new(Distances::of(line.world(), gifts))))
    }
}

fn offers(world: &World) -> [bool; Ability::ALL.len()] {
    Ability::ALL.map(|ability| world.tokens(ability).is_some_and(|count| count != 0))
}
