//! The worker pool, without a clock: the test itself lets each job go on.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use leveret::raster::WorkerPool;

/// One thread that says which job it has begun, and waits until it may end it. Odd jobs panic.
fn gated() -> (WorkerPool<u32, u32>, Receiver<u32>, Sender<()>) {
    let (begun, begins) = channel();
    let (go, may_go) = channel();
    let gate = Mutex::new((begun, may_go));
    let pool = WorkerPool::new("test", NonZero::<usize>::MIN, move |job: &u32| {
        let (begun, may_go) = &*gate.lock().unwrap_or_else(|broken| broken.into_inner());
        begun.send(*job).expect("the test listens");
        may_go.recv().expect("the test says when");
        assert!(job.is_multiple_of(2), "an odd job");
        job * 10
    });
    (pool, begins, go)
}

#[test]
fn jobs_are_done_in_the_order_submitted() {
    let (pool, begins, go) = gated();
    [2, 4, 6].into_iter().for_each(|job| pool.submit(job));
    for job in [2, 4, 6] {
        assert_eq!(begins.recv(), Ok(job));
        go.send(()).expect("it waits");
    }
    pool.wait();
    assert_eq!(pool.drain(), [Ok(20), Ok(40), Ok(60)]);
    assert_eq!(pool.drain(), [], "each result is drained once");
}

#[test]
fn a_cancelled_job_is_never_begun() {
    let (pool, begins, go) = gated();
    [2, 4, 6].into_iter().for_each(|job| pool.submit(job));
    assert_eq!(begins.recv(), Ok(2));
    assert_eq!(pool.cancel_queued(), [4, 6]);
    pool.submit(8);
    go.send(()).expect("it waits");
    assert_eq!(begins.recv(), Ok(8), "the newer one is next");
    go.send(()).expect("it waits");
    pool.wait();
    assert_eq!(pool.drain(), [Ok(20), Ok(80)]);
}

#[test]
fn a_job_that_panics_is_handed_back_and_the_others_go_on() {
    let (pool, begins, go) = gated();
    [3, 4].into_iter().for_each(|job| pool.submit(job));
    for job in [3, 4] {
        assert_eq!(begins.recv(), Ok(job));
        go.send(()).expect("it waits");
    }
    pool.wait();
    assert_eq!(pool.drain(), [Err(3), Ok(40)]);
}
