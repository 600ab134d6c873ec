//! The beam search: only promising plays are improved, order by order. It finds plays with many tokens, and proves
//! nothing when it finds none.
//!
//! The plans with each number of tokens wait in a queue of their own. A sweep takes a few of each queue, from the
//! fewest tokens to the most, and adds what comes of them to the next queue. So the first sweeps are a narrow beam, and
//! each further one widens it, with no work done twice. Half of the plans taken are the nearest to a win. The others
//! are drawn from those in whose plays something happened that happened in few plays before: for the way to a win may
//! lead through orders that pay only together.

use std::hash::Hash;

use rayon::prelude::*;

use super::exhaust::fastest;
use super::feature::Feature;
use super::insertion::{Inserted, insertions};
use super::line::PlayLine;
use super::monitor::Monitor;
use super::plan::{ALIKE, Plan};
use super::queue::PlanQueue;
use super::rating::Rater;
use super::seen::{SeenWorlds, WorldHasher};
use crate::sim::World;

/// Of each queue, so many of the nearest plans are taken in a sweep, and as many novel ones.
const WIDTH: usize = 2;

/// Orders in a plan that may follow one another without bringing anybody nearer to an exit.
const IDLE: u32 = 6;

/// Bytes of the count of a feature in its table, at most.
const FEATURE: usize = 2 * (size_of::<(Feature, u32)>() + 1);

/// A beam search that can be continued.
#[derive(Debug)]
pub(super) struct Beam {
    start: World,
    /// By number of tokens.
    queues: Vec<PlanQueue>,
    /// The queue that is next.
    next: usize,
    /// Bytes of the plans that wait, and the most that they may take.
    bytes: usize,
    memory: usize,
    /// Features that may still be counted, in all queues.
    features: usize,
    /// Plans and endings that were met.
    seen: SeenWorlds,
    hasher: WorldHasher,
    rater: Rater,
}

impl Beam {
    /// A search for plays from this world on with up to `tokens` tokens. Its plans and the counts of their features
    /// take `memory` bytes at most, what it knows of others as many, and so do distances.
    pub(super) fn new(start: World, tokens: u32, memory: usize) -> Beam {
        let mut queues: Vec<PlanQueue> = (0..tokens).map(|_| PlanQueue::default()).collect();
        let memory_of_features = memory / 4;
        let mut features = memory_of_features / FEATURE;
        if let Some(first) = queues.first_mut() {
            first.add(Plan::empty(), &[], &mut features);
        }
        let seen = SeenWorlds::new(memory);
        Beam {
            start,
            queues,
            next: 0,
            bytes: 0,
            memory: memory - memory_of_features,
            features,
            seen,
            hasher: WorldHasher::default(),
            rater: Rater::new(memory),
        }
    }

    /// From now on only plays with up to `tokens` tokens are searched.
    pub(super) fn limit(&mut self, tokens: u32) {
        self.queues.truncate(tokens as usize);
    }

    /// Whether there is nothing left to search.
    pub(super) fn is_empty(&self) -> bool {
        self.queues.iter().all(PlanQueue::is_empty)
    }

    /// Goes on with the search for about so many steps, or until a play wins.
    pub(super) fn search(&mut self, steps: u64, monitor: &Monitor) -> Option<PlayLine> {
        let mut made = 0;
        while made < steps && !monitor.is_over() && !self.is_empty() {
            let plans = self.take();
            let (start, rater) = (&self.start, &self.rater);
            let results: Vec<Inserted> = plans.par_iter().map(|plan| insertions(start, plan, rater, monitor)).collect();
            let steps: u64 = results.iter().map(|inserted| inserted.steps).sum();
            made += steps;
            monitor.count(steps);
            let won = fastest(results.iter().flat_map(|inserted| &inserted.won));
            let found = results.into_iter().flat_map(|inserted| inserted.plans);
            found.for_each(|(plan, features)| self.add(plan, &features));
            monitor.uses(self.seen.bytes());
            if won.is_some() {
                return won;
            }
        }
        None
    }

    /// Takes plans of the next queue.
    fn take(&mut self) -> Vec<Plan> {
        if self.next >= self.queues.len() {
            self.next = 0;
        }
        let Some(queue) = self.queues.get_mut(self.next) else { return Vec::new() };
        self.next += 1;
        let mut plans: Vec<Plan> = (0..WIDTH).map_while(|_| queue.nearest()).collect();
        plans.extend((0..WIDTH).map_while(|_| queue.novel()));
        self.bytes = self.bytes.saturating_sub(plans.iter().map(Plan::bytes).sum());
        plans
    }

    /// Adds a plan to its queue, unless it is idle for too long, known, or ends like others.
    fn add(&mut self, plan: Plan, features: &[Feature]) {
        let tokens = plan.orders.len();
        if plan.idle > IDLE || tokens >= self.queues.len() || !self.insert(&plan.orders) {
            return;
        }
        if (0..ALIKE).any(|copy| self.insert(&(tokens, plan.rating, copy))) {
            self.bytes += plan.bytes();
            self.queues[tokens].add(plan, features, &mut self.features);
            if self.bytes > self.memory {
                self.bytes -= self.queues[tokens].furthest().map_or(0, |plan| plan.bytes());
            }
        }
    }

    /// Notes something. True if it is met for the first time.
    fn insert(&mut self, what: &impl Hash) -> bool {
        self.seen.insert(self.hasher.of(what))
    }
}
