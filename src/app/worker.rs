//! A worker: a thread that does one job after the other, for what may take longer than a frame.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::thread;

use log::warn;

/// Why a job has no other result, in words for the player.
pub const LOST: &str = "an internal error";

/// The thread, by the queue of its jobs and that of their results. It ends when the worker is dropped and its jobs are
/// done; nobody waits for that.
pub struct Worker<J, R> {
    /// Each job with its result in case it is lost.
    jobs: Sender<(J, R)>,
    finished: Sender<R>,
    results: Receiver<R>,
    /// The number of jobs whose results were not taken yet.
    pending: usize,
}

impl<J: Send + 'static, R: Send + 'static> Worker<J, R> {
    /// A thread of this name that makes results of jobs. What `prepare` returns lives in the thread, until a job
    /// panics: the next one gets another.
    pub fn start<S>(
        name: &str,
        prepare: impl Fn() -> S + Send + 'static,
        work: impl Fn(&mut S, J) -> R + Send + 'static,
    ) -> Worker<J, R> {
        let (jobs, queue) = channel::<(J, R)>();
        let (finished, results) = channel();
        let done = finished.clone();
        let serve = move || {
            let mut state = None;
            for (job, lost) in queue {
                let result = guarded(|| work(state.get_or_insert_with(&prepare), job)).unwrap_or_else(|| {
                    state = None;
                    lost
                });
                // At the end of the program nobody takes the results.
                let _ = done.send(result);
            }
        };
        if let Err(cause) = thread::Builder::new().name(name.to_owned()).spawn(serve) {
            warn!("could not start the thread `{name}`: {cause}");
        }
        Worker { jobs, finished, results, pending: 0 }
    }

    /// Puts a job at the end of the queue. Its result is `lost` if it panics, and if there is no thread.
    pub fn submit(&mut self, job: J, lost: R) {
        self.pending += 1;
        if let Err(SendError((_, lost))) = self.jobs.send((job, lost)) {
            // Never fails: the receiver is here.
            let _ = self.finished.send(lost);
        }
    }

    /// Waits for all results that are still to come.
    pub fn finish(&mut self) -> Vec<R> {
        let results: Vec<R> = self.results.iter().take(self.pending).collect();
        self.pending = 0;
        results
    }

    /// The results so far.
    pub fn drain(&mut self) -> Vec<R> {
        let results: Vec<R> = self.results.try_iter().collect();
        self.pending -= results.len();
        results
    }

    /// Whether a job is not done, or its result not taken.
    pub fn is_busy(&self) -> bool {
        self.pending > 0
    }
}

/// What a job returns; none if it panics.
pub(super) fn guarded<R>(job: impl FnOnce() -> R) -> Option<R> {
    // Unwind safe: what a panicking job leaves half done is dropped, or made again.
    let done = catch_unwind(AssertUnwindSafe(job)).ok();
    if done.is_none() {
        let thread = thread::current();
        warn!("a job of the thread `{}` has panicked", thread.name().unwrap_or_default());
    }
    done
}
