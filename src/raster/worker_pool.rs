//! A worker pool: threads that take jobs from a queue while frames go on. Results are drained between frames, and
//! queued jobs can be cancelled.

use std::collections::VecDeque;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

use log::warn;

/// How much a worker yields, 0 to 19. It gets a tenth of the core that it shares with a thread that paints.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// Threads that work on jobs, first in, first out.
///
/// ```
/// use std::num::NonZero;
/// use leveret::raster::WorkerPool;
///
/// let pool = WorkerPool::new("square", NonZero::<usize>::MIN, |number: &u64| number * number);
/// pool.submit(7);
/// pool.wait();
/// assert_eq!(pool.drain(), [Ok(49)]);
/// ```
pub struct WorkerPool<J, R> {
    shared: Arc<Shared<J, R>>,
    threads: Vec<JoinHandle<()>>,
}

/// What the workers and the owner of the pool share.
struct Shared<J, R> {
    state: Mutex<PoolState<J, R>>,
    /// A job was submitted, or the pool is shutting down.
    submitted: Condvar,
    /// A job was finished or cancelled.
    finished: Condvar,
}

struct PoolState<J, R> {
    queue: VecDeque<J>,
    running: usize,
    finished: Vec<Result<R, J>>,
    is_shutting_down: bool,
}

impl<J: Send + 'static, R: Send + 'static> WorkerPool<J, R> {
    /// Starts the threads, called `name` and a number, which do `work` for each job. If no thread can be started, every
    /// job fails.
    pub fn new(
        name: &'static str,
        threads: NonZero<usize>,
        work: impl Fn(&J) -> R + Send + Sync + 'static,
    ) -> WorkerPool<J, R> {
        let state = PoolState { queue: VecDeque::new(), running: 0, finished: Vec::new(), is_shutting_down: false };
        let shared = Shared { state: Mutex::new(state), submitted: Condvar::new(), finished: Condvar::new() };
        let (shared, work) = (Arc::new(shared), Arc::new(work));
        let start = |number| {
            let (shared, work) = (shared.clone(), work.clone());
            Builder::new().name(format!("{name}-{number}")).spawn(move || shared.work_off(&*work))
        };
        let threads = (0..threads.get())
            .filter_map(|number| start(number).inspect_err(|cause| warn!("could not start a thread: {cause}")).ok())
            .collect();
        WorkerPool { shared, threads }
    }

    /// Appends a job to the queue.
    pub fn submit(&self, job: J) {
        let mut state = self.shared.lock();
        if self.threads.is_empty() {
            state.finished.push(Err(job));
        } else {
            state.queue.push_back(job);
            self.shared.submitted.notify_one();
        }
    }

    /// Empties the queue, and returns the jobs that were in it. Running jobs go on.
    pub fn cancel_queued(&self) -> Vec<J> {
        let mut state = self.shared.lock();
        self.shared.finished.notify_all();
        state.queue.drain(..).collect()
    }

    /// Whether a job is queued or running.
    pub fn is_busy(&self) -> bool {
        self.shared.lock().is_busy()
    }

    /// Whether there is a result to [`drain`](WorkerPool::drain).
    pub fn has_finished(&self) -> bool {
        !self.shared.lock().finished.is_empty()
    }

    /// The results since the last call, in the order in which they were finished. A job whose work panicked comes back
    /// as the error.
    pub fn drain(&self) -> Vec<Result<R, J>> {
        std::mem::take(&mut self.shared.lock().finished)
    }

    /// Blocks until no job is queued or running.
    pub fn wait(&self) {
        let mut state = self.shared.lock();
        while state.is_busy() {
            state = self.shared.finished.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl<J, R> Shared<J, R> {
    /// No thread panics while it holds the lock, so that the state is always consistent.
    fn lock(&self) -> MutexGuard<'_, PoolState<J, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a worker does until the pool shuts down.
    fn work_off(&self, work: &(impl Fn(&J) -> R + ?Sized)) {
        yield_to_frames();
        while let Some(job) = self.next() {
            let result = catch_unwind(AssertUnwindSafe(|| work(&job)));
            let mut state = self.lock();
            state.finished.push(result.map_err(|_| job));
            state.running -= 1;
            self.finished.notify_all();
        }
    }

    /// Blocks until there is a job; none when the pool shuts down.
    fn next(&self) -> Option<J> {
        let mut state = self.lock();
        loop {
            if state.is_shutting_down {
                return None;
            }
            if let Some(job) = state.queue.pop_front() {
                state.running += 1;
                return Some(job);
            }
            state = self.submitted.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Gives the calling thread a lower priority: where all cores are busy, frames are painted first.
#[cfg(target_os = "linux")]
fn yield_to_frames() {
    use rustix::process::setpriority_process;
    use rustix::thread::gettid;
    // On Linux each thread has a priority of its own. Without it, all goes on as it would.
    if let Err(cause) = setpriority_process(Some(gettid()), NICE) {
        warn!("could not lower the priority of a worker thread: {cause}");
    }
}

/// Elsewhere threads keep the priority that they have.
#[cfg(not(target_os = "linux"))]
fn yield_to_frames() {}

impl<J, R> PoolState<J, R> {
    fn is_busy(&self) -> bool {
        !self.queue.is_empty() || self.running > 0
    }
}

/// Finishes the running jobs, and drops the queued ones.
impl<J, R> Drop for WorkerPool<J, R> {
    fn drop(&mut self) {
        self.shared.lock().is_shutting_down = true;
        self.shared.submitted.notify_all();
        for thread in self.threads.drain(..) {
            // A worker catches the panics of its jobs, and has none of its own to report.
            let _ = thread.join();
        }
    }
}
