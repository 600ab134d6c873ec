//! Many jobs at once, with their results in order. A job that panics gives a result too.

use std::any::Any;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

/// A job that panicked; with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panicked(pub String);

/// Does the job for every item, for at most `workers` of them at once and for no more than there are cores. After each
/// item a worker calls `done` with the number of items done so far, in any order.
///
/// ```
/// let halves = leveret::check::many(&[8, 3, 6], 2, |n| 24 / n, |_| ());
/// assert_eq!(halves, [Ok(3), Ok(8), Ok(4)]);
/// ```
pub fn many<T: Sync, R: Send>(
    items: &[T],
    workers: usize,
    job: impl Fn(&T) -> R + Sync,
    done: impl Fn(usize) + Sync,
) -> Vec<Result<R, Panicked>> {
    let finished = AtomicUsize::new(0);
    let guarded = |item: &T| {
        // Unwind safe: whatever a panicking job leaves half done is dropped with it.
        let result = catch_unwind(AssertUnwindSafe(|| job(item))).map_err(|payload| Panicked(message(&*payload)));
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        result
    };
    let cores = available_parallelism().map_or(1, NonZero::get);
    match ThreadPoolBuilder::new().num_threads(workers.clamp(1, cores)).build() {
        Ok(pool) => pool.install(|| items.par_iter().map(guarded).collect()),
        // No thread can be started: this one does the work.
        Err(_) => items.iter().map(guarded).collect(),
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it does not say why".to_owned())
}
