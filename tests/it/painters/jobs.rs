//! Work on other threads, without a clock: the test itself lets each job go on.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use leveret::raster::{Done, Jobs};

/// One thread that says which job it has begun and waits until it may end it. Odd jobs fail.
fn gated() -> (Jobs<u32, u32>, Receiver<u32>, Sender<()>) {
    let (begun, begins) = channel();
    let (go, may_go) = channel();
    let gate = Mutex::new((begun, may_go));
    let jobs = Jobs::new(NonZero::<usize>::MIN, move |job: &u32| {
        let (begun, may_go) = &*gate.lock().unwrap_or_else(|broken| broken.into_inner());
        begun.send(*job).expect("the test listens");
        may_go.recv().expect("the test says when");
        assert!(job.is_multiple_of(2), "an odd job");
        job * 10
    });
    (jobs, begins, go)
}

#[test]
fn jobs_are_done_in_the_order_asked() {
    let (jobs, begins, go) = gated();
    [2, 4, 6].into_iter().for_each(|job| jobs.ask(job));
    for job in [2, 4, 6] {
        assert_eq!(begins.recv(), Ok(job));
        go.send(()).expect("it waits");
    }
    jobs.wait();
    assert_eq!(jobs.take(), [Done::Made(20), Done::Made(40), Done::Made(60)]);
    assert_eq!(jobs.take(), [], "each is handed over once");
}

#[test]
fn what_is_dropped_is_never_begun() {
    let (jobs, begins, go) = gated();
    [2, 4, 6].into_iter().for_each(|job| jobs.ask(job));
    assert_eq!(begins.recv(), Ok(2));
    assert_eq!(jobs.drop_waiting(), [4, 6]);
    jobs.ask(8);
    go.send(()).expect("it waits");
    assert_eq!(begins.recv(), Ok(8), "the newer one is next");
    go.send(()).expect("it waits");
    jobs.wait();
    assert_eq!(jobs.take(), [Done::Made(20), Done::Made(80)]);
}

#[test]
fn a_job_that_fails_is_handed_back_and_the_others_go_on() {
    let (jobs, begins, go) = gated();
    [3, 4].into_iter().for_each(|job| jobs.ask(job));
    for job in [3, 4] {
        assert_eq!(begins.recv(), Ok(job));
        go.send(()).expect("it waits");
    }
    jobs.wait();
    assert_eq!(jobs.take(), [Done::Failed(3), Done::Made(40)]);
}
