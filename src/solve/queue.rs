//! The plans with the same number of tokens that wait to be improved.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::feature::Feature;
use super::plan::Plan;

/// Plans in two orders: the nearest to a win first, and the newest kinds first.
#[derive(Debug, Default)]
pub(super) struct PlanQueue {
    /// By age.
    plans: BTreeMap<u64, Plan>,
    /// Distance and age.
    by_distance: BTreeSet<(u32, u64)>,
    /// Novelty, distance and age.
    by_novelty: BTreeSet<(u32, u32, u64)>,
    /// How many of the plans so far had each feature.
    met: FxHashMap<Feature, u32>,
    added: u64,
    drawn: u64,
}

impl PlanQueue {
    pub(super) fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// Adds a plan whose play has these features, each once. There is room to count so many that were never met; others
    /// are passed over.
    pub(super) fn add(&mut self, mut plan: Plan, features: &[Feature], room: &mut usize) {
        for &feature in features {
            let met = match self.met.entry(feature) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(_) if *room == 0 => continue,
                Entry::Vacant(new) => {
                    *room -= 1;
                    new.insert(0)
                }
            };
            plan.novelty = plan.novelty.min(*met);
            *met += 1;
        }
        self.added += 1;
        self.by_distance.insert((plan.rating.distance, self.added));
        self.by_novelty.insert((plan.novelty, plan.rating.distance, self.added));
        self.plans.insert(self.added, plan);
    }

    /// Takes the plan that is nearest to a win.
    pub(super) fn nearest(&mut self) -> Option<Plan> {
        let &(_, age) = self.by_distance.first()?;
        self.take(age)
    }

    /// Takes the plan that is furthest from a win.
    pub(super) fn furthest(&mut self) -> Option<Plan> {
        let &(_, age) = self.by_distance.last()?;
        self.take(age)
    }

    /// Takes a plan of a new kind: the first ones by novelty are drawn most often.
    pub(super) fn novel(&mut self) -> Option<Plan> {
        let place = self.draw(self.plans.len());
        let &(_, _, age) = self.by_novelty.iter().nth(place)?;
        self.take(age)
    }

    fn take(&mut self, age: u64) -> Option<Plan> {
        let plan = self.plans.remove(&age)?;
        self.by_distance.remove(&(plan.rating.distance, age));
        self.by_novelty.remove(&(plan.novelty, plan.rating.distance, age));
        Some(plan)
    }

    /// A place in a list of this length, the same ones in each run. The first place, the next two, the next four and so
    /// on are equally likely.
    fn draw(&mut self, length: usize) -> usize {
        self.drawn += 1;
        let random = xxh3_64(&self.drawn.to_le_bytes());
        let stretches = u64::from((length + 1).ilog2()).max(1);
        let stretch = 1 << ((random >> 32) % stretches);
        let place = stretch - 1 + (random & u64::from(u32::MAX)) % stretch;
        place as usize
    }
}
