//! Statistics of frame times.

use std::time::Duration;

/// The usual figures of a set of frame times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    pub n: usize,
    pub min: Duration,
    pub median: Duration,
    pub p95: Duration,
    pub p99: Duration,
    pub max: Duration,
}

impl Summary {
    /// The figures of these times, in any order; none of no times.
    ///
    /// ```
    /// use std::time::Duration;
    /// use leveret::bench::Summary;
    ///
    /// let times: Vec<_> = (1..=100).map(Duration::from_millis).collect();
    /// let summary = Summary::of(times).unwrap();
    /// assert_eq!(summary.median, Duration::from_millis(50));
    /// assert_eq!(summary.p95, Duration::from_millis(95));
    /// assert_eq!(summary.p99, Duration::from_millis(99));
    /// assert_eq!(summary.max, Duration::from_millis(100));
    /// ```
    pub fn of(mut times: Vec<Duration>) -> Option<Summary> {
        times.sort_unstable();
        Some(Summary {
            n: times.len(),
            min: *times.first()?,
            median: percentile(&times, 50)?,
            p95: percentile(&times, 95)?,
            p99: percentile(&times, 99)?,
            max: *times.last()?,
        })
    }
}

/// The smallest of the sorted times that at least `percent` percent of them do not exceed (the nearest rank, so that
/// every figure is a time that was measured).
fn percentile(sorted: &[Duration], percent: usize) -> Option<Duration> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}
