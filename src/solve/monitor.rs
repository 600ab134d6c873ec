//! Progress and cancellation of a search.

use std::sync::atomic::{AtomicI32, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::best_play::BestPlay;
use super::line::PlayLine;

/// Ends a search early, and reports its progress. Both functions are called from any thread.
pub struct Monitor<'a> {
    is_over: &'a (dyn Fn() -> bool + Sync),
    progress: &'a (dyn Fn(Tally) + Sync),
    steps: AtomicU64,
    saved: AtomicI32,
    best: Mutex<Option<BestPlay>>,
    bytes: AtomicUsize,
}

/// What a search has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Worlds that it made: steps of all plays.
    pub states: u64,
    /// The most rabbits that a play saved.
    pub saved: i32,
    /// The most memory that its tables took, in bytes.
    pub bytes: usize,
}

impl<'a> Monitor<'a> {
    /// `is_over`: whether the search must end, asked in each step. `progress`: called now and then.
    pub fn new(is_over: &'a (dyn Fn() -> bool + Sync), progress: &'a (dyn Fn(Tally) + Sync)) -> Monitor<'a> {
        Monitor {
            is_over,
            progress,
            steps: AtomicU64::new(0),
            saved: AtomicI32::new(0),
            best: Mutex::new(None),
            bytes: AtomicUsize::new(0),
        }
    }

    /// What was done so far.
    pub fn tally(&self) -> Tally {
        Tally {
            states: self.steps.load(Ordering::Relaxed),
            saved: self.saved.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
        }
    }

    pub(super) fn is_over(&self) -> bool {
        (self.is_over)()
    }

    pub(super) fn count(&self, steps: u64) {
        self.steps.fetch_add(steps, Ordering::Relaxed);
        (self.progress)(self.tally());
    }

    /// Notes where a line has ended.
    pub(super) fn ended(&self, line: &PlayLine) {
        let saved = line.world().saved();
        if saved == 0 || saved < self.saved.fetch_max(saved, Ordering::Relaxed) {
            return;
        }
        let mut best = self.best.lock().unwrap_or_else(PoisonError::into_inner);
        if best.as_ref().is_none_or(|best| best.is_beaten_by(line)) {
            *best = Some(BestPlay::of(line));
        }
    }

    /// The best of the plays that have ended.
    pub(super) fn best(&self) -> Option<BestPlay> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn uses(&self, bytes: usize) {
        self.bytes.fetch_max(bytes, Ordering::Relaxed);
    }
}
