//! The threads that paint together, and make what a frame waits for: the one that calls, and its helpers.
//!
//! A thread that sleeps takes a tenth of a millisecond to wake up, longer than a small region takes to paint. So
//! helpers are woken before the frame is planned where all of it will be painted, and spin for a moment until the plan
//! is made; where it may be little, they are woken once it is known to be much.

use std::hint::spin_loop;
use std::num::NonZero;
use std::ops::AddAssign;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use log::warn;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Helpers are woken for more pixels only: one thread paints so many in the time that another takes to wake up.
const MIN_SHARED: u64 = 1 << 18;

/// The longest that a helper waits for a plan, awake.
const PATIENCE: Duration = Duration::from_micros(500);

/// So long it takes until helpers are awake, and they wait longer than that.
const WAKING: Duration = Duration::from_micros(200);

/// Pixels of a piece that is filled or copied: about as many as a band of a frame has.
const PIECE: usize = 1 << 16;

/// When helpers are woken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// While the frame is planned: all of it will be painted.
    Early,
    /// Once it is planned, if it is worth it.
    Late,
}

/// The calling thread's helpers.
pub struct Crew {
    /// Absent if there are none.
    helpers: Option<ThreadPool>,
    /// Whether a plan waits for jobs.
    has_jobs: AtomicBool,
}

impl Crew {
    /// So many threads, the calling one included.
    pub fn new(threads: NonZero<usize>) -> Crew {
        let start = |helpers| {
            let pool = ThreadPoolBuilder::new().num_threads(helpers).thread_name(|number| format!("painter-{number}"));
            pool.build()
                .inspect_err(|cause| warn!("could not start `{helpers}` threads: {cause}; painting on one"))
                .ok()
        };
        let helpers = (threads.get() > 1).then(|| start(threads.get() - 1)).flatten();
        Crew { helpers, has_jobs: AtomicBool::new(false) }
    }

    /// Makes a plan of so many `pixels`, then does each piece of work by it, on whichever thread is free. Returns the
    /// plan, and the sum of the results.
    pub fn share<W: Send, P: Send + Sync, C: Default + AddAssign + Send>(
        &self,
        wake: Wake,
        work: impl Iterator<Item = W> + Send,
        plan: impl FnOnce() -> P,
        pixels: impl Fn(&P) -> u64,
        each: impl Fn(&P, W) -> C + Sync,
    ) -> (P, C) {
        let (work, sum, planned) = (Mutex::new(work), Mutex::new(C::default()), OnceLock::new());
        // Helpers that did not wait until the plan was made.
        let gone = AtomicUsize::new(0);
        let take_part = |plan: &P| {
            let mut own = C::default();
            let next = || lock(&work).next();
            while let Some(piece) = next() {
                own += each(plan, piece);
            }
            *lock(&sum) += own;
        };
        let wait_and_help = || match self.wait_for(&planned) {
            Some(plan) => take_part(plan),
            None => drop(gone.fetch_add(1, Ordering::Relaxed)),
        };
        match &self.helpers {
            None => take_part(planned.get_or_init(plan)),
            Some(helpers) => helpers.in_place_scope(|scope| {
                if wake == Wake::Early {
                    (0..helpers.current_num_threads()).for_each(|_| scope.spawn(|_| wait_and_help()));
                }
                let plan = planned.get_or_init(plan);
                let missing = match wake {
                    Wake::Early => gone.load(Ordering::Relaxed),
                    Wake::Late if pixels(plan) >= MIN_SHARED => helpers.current_num_threads(),
                    Wake::Late => 0,
                };
                (0..missing).for_each(|_| scope.spawn(|_| take_part(plan)));
                take_part(plan);
            }),
        }
        let sum = sum.into_inner().unwrap_or_else(PoisonError::into_inner);
        (planned.into_inner().expect("it was planned above"), sum)
    }

    /// The time to fill memory with one value, in pieces as a frame is painted, once all threads are awake.
    pub fn time_fill(&self, pixels: &mut [u32], value: u32) -> Duration {
        let wait_for_helpers = || {
            let start = Instant::now();
            while start.elapsed() < WAKING {
                spin_loop();
            }
            Instant::now()
        };
        let fill = |_: &Instant, piece: &mut [u32]| {
            piece.fill(value);
            piece.len()
        };
        let pieces = pixels.chunks_mut(PIECE);
        let (start, _filled) = self.share(Wake::Early, pieces, wait_for_helpers, |_| 0, fill);
        start.elapsed()
    }

    /// Copies pixels, in pieces as a frame is painted.
    ///
    /// # Panics
    /// When there are more or fewer pixels in one than in the other.
    pub fn copy(&self, from: &[u32], to: &mut [u32]) {
        assert_eq!(from.len(), to.len(), "only as many pixels as there are can be copied");
        let copy = |(): &(), (from, to): (&[u32], &mut [u32])| {
            to.copy_from_slice(from);
            to.len()
        };
        let pieces = from.chunks(PIECE).zip(to.chunks_mut(PIECE));
        let _copied = self.share(Wake::Early, pieces, || (), |()| 0, copy);
    }

    /// What a function makes of each job, on whichever thread is free; the results come in any order.
    pub fn map<J: Send, R: Send>(&self, jobs: Vec<J>, each: impl Fn(J) -> R + Sync) -> Vec<R> {
        let Some(helpers) = self.helpers.as_ref().filter(|_| jobs.len() > 1) else {
            return jobs.into_iter().map(each).collect();
        };
        let (jobs, results) = (Mutex::new(jobs.into_iter()), Mutex::new(Vec::new()));
        let take_part = || {
            let (mut own, next) = (Vec::new(), || lock(&jobs).next());
            while let Some(job) = next() {
                own.push(each(job));
            }
            lock(&results).append(&mut own);
        };
        self.has_jobs.store(true, Ordering::Relaxed);
        helpers.in_place_scope(|scope| {
            (0..helpers.current_num_threads()).for_each(|_| scope.spawn(|_| take_part()));
            take_part();
        });
        self.has_jobs.store(false, Ordering::Relaxed);
        results.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a plan without sleeping. None if it takes too long, or needs helpers itself.
    fn wait_for<'a, P>(&self, planned: &'a OnceLock<P>) -> Option<&'a P> {
        let start = Instant::now();
        while planned.get().is_none() && !self.has_jobs.load(Ordering::Relaxed) && start.elapsed() < PATIENCE {
            spin_loop();
        }
        planned.get()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
