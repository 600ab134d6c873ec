//! Statistics of frame times.

use std::time::Duration;

use crate::app::{median, percentile};

/// Of fewer values one in a hundred is none.
const ENOUGH_FOR_P99: usize = 100;

/// The usual figures of a set of frame times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    pub n: usize,
    pub min: Duration,
    pub median: Duration,
    pub p95: Duration,
    /// None of fewer than 100 times, of which it would be the longest.
    pub p99: Option<Duration>,
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
    /// assert_eq!(summary.median, Duration::from_micros(50_500));
    /// assert_eq!(summary.p95, Duration::from_millis(95));
    /// assert_eq!(summary.p99, Some(Duration::from_millis(99)));
    /// assert_eq!(summary.max, Duration::from_millis(100));
    /// ```
    pub fn of(mut times: Vec<Duration>) -> Option<Summary> {
        times.sort_unstable();
        Some(Summary {
            n: times.len(),
            min: *times.first()?,
            median: median(times.iter().copied())?,
            p95: percentile(&times, 95)?,
            p99: if times.len() < ENOUGH_FOR_P99 { None } else { percentile(&times, 99) },
            max: *times.last()?,
        })
    }

    /// Frames per second that can be held steadily: 99 of 100 frames are done in their share of the second.
    pub fn steady_rate(&self) -> Option<f64> {
        Some(1.0 / self.p99?.as_secs_f64().max(f64::MIN_POSITIVE))
    }
}

/// The share of the times, from 0 to 1, that is longer than `limit`.
///
/// ```
/// use std::time::Duration;
/// use leveret::bench::share_over;
///
/// let times = [1, 2, 3, 4].map(Duration::from_millis);
/// assert_eq!(share_over(&times, Duration::from_millis(3)), 0.25);
/// assert_eq!(share_over(&[], Duration::from_millis(3)), 0.0);
/// ```
pub fn share_over(times: &[Duration], limit: Duration) -> f64 {
    let over = times.iter().filter(|time| **time > limit).count();
    over as f64 / times.len().max(1) as f64
}

/// A duration in milliseconds.
pub(super) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
