//! The solver beside the game: one search at a time, in a thread of its own. A new one ends the one before.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::worker::Worker;
use crate::screens::{Answer, SearchEffort};
use crate::sim::World;
use crate::solve::advise;

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
        let job = SearchJob { world, effort, is_over: self.is_over.clone() };
        self.worker.get_or_insert_with(|| Worker::start("solver", || (), |(), job| search(job))).submit(job);
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
    let advice = advise(&job.world, states(job.effort), &is_over);
    (!is_over()).then(|| Answer::Advised(Box::new(job.world), advice))
}

/// The worlds that a search makes at most: a second or two, and a quarter of a minute.
const fn states(effort: SearchEffort) -> u64 {
    match effort {
        SearchEffort::Brief => 300_000,
        SearchEffort::Thorough => 3_000_000,
    }
}
