//! A worker: a thread that does one job after the other, for what may take longer than a frame.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use log::warn;

/// The thread, by the queue of its jobs and that of their results. It ends when the worker is dropped and its jobs are done;
/// nobody waits for that.
pub struct Worker<J, R> {
    jobs: Sender<J>,
    results: Receiver<R>,
    /// The number of jobs whose results were not taken yet.
    pending: usize,
}

impl<J: Send + 'static, R: Send + 'static> Worker<J, R> {
    /// A thread of this name that makes results of jobs. What `prepare` returns lives in the thread.
    pub fn start<S>(
        name: &str,
        prepare: impl FnOnce() -> S + Send + 'static,
        work: impl Fn(&mut S, J) -> R + Send + 'static,
    ) -> Worker<J, R> {
        let (jobs, queue) = channel();
        let (finished, results) = channel();
        let serve = move || {
            let mut state = prepare();
            for job in queue {
                // At the end of the program nobody takes the results.
                let _ = finished.send(work(&mut state, job));
            }
        };
        if let Err(cause) = thread::Builder::new().name(name.to_owned()).spawn(serve) {
            warn!("could not start the thread `{name}`: {cause}");
        }
        Worker { jobs, results, pending: 0 }
    }

    /// Puts a job at the end of the queue; without a thread it is dropped.
    pub fn submit(&mut self, job: J) {
        if self.jobs.send(job).is_ok() {
            self.pending += 1;
        }
    }

    /// Waits for all results that are still to come.
    pub fn finish(&mut self) -> Vec<R> {
        let mut results = self.drain();
        while self.is_busy() {
            match self.results.recv() {
                Ok(result) => {
                    self.pending -= 1;
                    results.push(result);
                }
                Err(_) => results.extend(self.drain()),
            }
        }
        results
    }

    /// The results so far. A job that panicked has ended the thread: its result and those of later jobs are lost.
    pub fn drain(&mut self) -> Vec<R> {
        let mut results = Vec::new();
        loop {
            match self.results.try_recv() {
                Ok(result) => results.push(result),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    let lost = self.pending - results.len();
                    if lost > 0 {
                        warn!("a thread has failed, and {lost} of its jobs with it");
                    }
                    self.pending = results.len();
                    break;
                }
            }
        }
        self.pending -= results.len();
        results
    }

    /// Whether a job is not done, or its result not taken.
    pub fn is_busy(&self) -> bool {
        self.pending > 0
    }
}
