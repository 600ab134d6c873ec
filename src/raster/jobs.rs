//! Work that other threads do while frames go on: asked for, dropped if nobody wants it any more, handed over when done.

use std::collections::VecDeque;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

use log::warn;

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done<J, R> {
    Made(R),
    /// The work panicked. Here is the job again, for whoever can do without other threads.
    Failed(J),
}

/// Threads that work on jobs, first asked, first begun.
///
/// ```
/// use std::num::NonZero;
/// use leveret::raster::{Done, Jobs};
///
/// let jobs = Jobs::new(NonZero::<usize>::MIN, |number: &u64| number * number);
/// jobs.ask(7);
/// jobs.wait();
/// assert_eq!(jobs.take(), [Done::Made(49)]);
/// ```
pub struct Jobs<J, R> {
    desk: Arc<Desk<J, R>>,
    threads: Vec<JoinHandle<()>>,
}

struct Desk<J, R> {
    state: Mutex<State<J, R>>,
    /// Something was asked for, or everything is over.
    asked: Condvar,
    /// A job is done.
    done: Condvar,
}

struct State<J, R> {
    waiting: VecDeque<J>,
    running: usize,
    done: Vec<Done<J, R>>,
    over: bool,
}

impl<J: Send + 'static, R: Send + 'static> Jobs<J, R> {
    /// Starts the threads; each job is given to `work`. Where no thread can be started, jobs are done as they are asked
    /// for.
    pub fn new(threads: NonZero<usize>, work: impl Fn(&J) -> R + Send + Sync + 'static) -> Jobs<J, R> {
        let state = State { waiting: VecDeque::new(), running: 0, done: Vec::new(), over: false };
        let desk = Arc::new(Desk { state: Mutex::new(state), asked: Condvar::new(), done: Condvar::new() });
        let work = Arc::new(work);
        let start = |number| {
            let (desk, work) = (desk.clone(), work.clone());
            Builder::new().name(format!("sprites-{number}")).spawn(move || desk.serve(&*work))
        };
        let threads = (0..threads.get())
            .filter_map(|number| start(number).inspect_err(|cause| warn!("could not start a thread: {cause}")).ok())
            .collect();
        Jobs { desk, threads }
    }

    /// Puts a job at the end of the queue.
    pub fn ask(&self, job: J) {
        let mut state = self.desk.lock();
        if self.threads.is_empty() {
            state.done.push(Done::Failed(job));
        } else {
            state.waiting.push_back(job);
            self.desk.asked.notify_one();
        }
    }

    /// Drops the jobs that nobody has begun, and returns them. What is being done comes to its end.
    pub fn drop_waiting(&self) -> Vec<J> {
        let mut state = self.desk.lock();
        self.desk.done.notify_all();
        state.waiting.drain(..).collect()
    }

    /// Whether a job waits or is being done.
    pub fn is_busy(&self) -> bool {
        let state = self.desk.lock();
        !state.waiting.is_empty() || state.running > 0
    }

    /// Whether there is something to [`take`](Jobs::take).
    pub fn has_done(&self) -> bool {
        !self.desk.lock().done.is_empty()
    }

    /// Hands over what was done since the last call, in the order in which it came to its end.
    pub fn take(&self) -> Vec<Done<J, R>> {
        std::mem::take(&mut self.desk.lock().done)
    }

    /// Returns when all jobs are done.
    pub fn wait(&self) {
        let mut state = self.desk.lock();
        while !state.waiting.is_empty() || state.running > 0 {
            state = self.desk.done.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl<J, R> Desk<J, R> {
    /// No thread panics while it holds the lock, so that the state is always whole.
    fn lock(&self) -> MutexGuard<'_, State<J, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self, work: &(impl Fn(&J) -> R + ?Sized)) {
        while let Some(job) = self.next() {
            let made = catch_unwind(AssertUnwindSafe(|| work(&job)));
            let mut state = self.lock();
            state.done.push(made.map_or(Done::Failed(job), Done::Made));
            state.running -= 1;
            self.done.notify_all();
        }
    }

    /// Waits for a job; none when everything is over.
    fn next(&self) -> Option<J> {
        let mut state = self.lock();
        loop {
            if state.over {
                return None;
            }
            if let Some(job) = state.waiting.pop_front() {
                state.running += 1;
                return Some(job);
            }
            state = self.asked.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl<J, R> Drop for Jobs<J, R> {
    fn drop(&mut self) {
        self.desk.lock().over = true;
        self.desk.asked.notify_all();
        for thread in self.threads.drain(..) {
            // A thread ends by a panic only outside of the work, where there is nothing left to save.
            let _ = thread.join();
        }
    }
}
