//! Jobs of a thread: each has a result, whatever becomes of it.

use leveret::app::Worker;

/// Adds each number to those before it, which live in the thread; no number above 99.
fn adder() -> Worker<u32, Option<u32>> {
    Worker::start(
        "adder",
        || 0,
        |sum: &mut u32, number: u32| {
            *sum += number;
            assert!(number < 100, "{number} is too much");
            Some(*sum)
        },
    )
}

#[test]
fn a_job_that_panics_is_answered_and_leaves_no_trace() {
    let mut worker = adder();
    [1, 2, 100, 4, 5].into_iter().for_each(|number| worker.submit(number, None));
    assert_eq!(worker.finish(), [Some(1), Some(3), None, Some(4), Some(9)]);
    assert!(!worker.is_busy());
    worker.submit(1, None);
    assert!(worker.is_busy());
    assert_eq!(worker.finish(), [Some(10)]);
}

/// What a job needs cannot be made: there is an answer all the same.
#[test]
fn a_thread_that_cannot_be_prepared_answers() {
    let mut worker = Worker::start("broken", || panic!("nothing is there"), |(): &mut (), number: u32| number);
    [1, 2].into_iter().for_each(|number| worker.submit(number, 0));
    assert_eq!(worker.finish(), [0, 0]);
}
