//! Who waits for a search: when it must end, and how far it is.

use std::sync::atomic::{AtomicI32, AtomicU64, AtomicUsize, Ordering};

/// Ends a search early, and reports its progress. Both functions are called from any thread.
pub struct Monitor<'a> {
    is_over: &'a (dyn Fn() -> bool + Sync),
    progress: &'a (dyn Fn(Tally) + Sync),
    steps: AtomicU64,
    saved: AtomicI32,
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
        let (steps, saved, bytes) = (AtomicU64::new(0), AtomicI32::new(0), AtomicUsize::new(0));
        Monitor { is_over, progress, steps, saved, bytes }
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

    pub(super) fn count(&self, steps: u64, saved: i32) {
        self.steps.fetch_add(steps, Ordering::Relaxed);
        self.saved.fetch_max(saved, Ordering::Relaxed);
        (self.progress)(self.tally());
    }

    pub(super) fn uses(&self, bytes: usize) {
        self.bytes.fetch_max(bytes, Ordering::Relaxed);
    }
}
