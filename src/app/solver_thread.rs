//! The solver beside the game: one search at a time, in a thread of its own. A new one ends the one before.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::worker::Worker;
use crate::screens::{Answer, SearchEffort};
use crate::sim::World;
use crate::solve::{Advice, advise};

/// The time between two looks whether a search has ended.
pub const SEARCH_POLL: Duration = Duration::from_millis(100);

/// The thread, started with the first search.
#[derive(Default)]
pub struct SolverThread {
    worker: Option<Worker<SearchJob, Option<Answer>>>,
    /// Ends the search that was begun last.
    is_over: Arc<AtomicBool>,
}

struct SearchJob {
    world: World,
    effort: SearchEffort,
    is_over: Arc<AtomicBool>,
}

impl SolverThread {
    /// Searches a way to win from this world on: [`Answer::Advised`].
    pub fn submit(&mut self, world: World, effort: SearchEffort) {
        self.stop();
        self.is_over = Arc::default();
        let lost = Some(Answer::Advised(Box::new(world.clone()), Advice::Unknown));
        let job = SearchJob { world, effort, is_over: self.is_over.clone() };
        self.worker.get_or_insert_with(|| Worker::start("solver", || (), |(), job| search(job))).submit(job, lost);
    }

    /// Nobody waits for the search any more.
    pub fn stop(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    pub fn answers(&mut self) -> Vec<Answer> {
        self.worker.as_mut().map(Worker::drain).unwrap_or_default().into_iter().flatten().collect()
    }

    pub fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }
}

/// None if it was stopped.
fn search(job: SearchJob) -> Option<Answer> {
    let is_over = || job.is_over.load(Ordering::Relaxed);
    let advice = advise(&job.world, states(&job.world, job.effort), &is_over);
    (!is_over()).then(|| Answer::Advised(Box::new(job.world), advice))
}

/// The rabbits, things and cells of water that a search visits in each of its worlds, in all, and the worlds that it
/// makes at most: a second or two.
const VISITS: u64 = 15_000_000;
const STATES: u64 = 300_000;

/// The worlds that a search from this one may make. A full world takes longer, so that there are fewer.
fn states(world: &World, effort: SearchEffort) -> u64 {
    let bodies = world.work() as u64 + u64::from(world.waiting().unsigned_abs());
    let brief = STATES.min(VISITS / bodies.max(1));
    match effort {
        SearchEffort::Brief => brief,
        SearchEffort::Thorough => 10 * brief,
    }
}
