//! Order statistics of frame times, by the nearest rank: every figure is a value that was measured.

use std::cmp::Ordering;
use std::time::Duration;

/// The smallest of the sorted values that at least `percent` percent of them do not exceed; none of no values.
///
/// ```
/// use leveret::app::percentile;
///
/// assert_eq!(percentile(&[1, 2, 3, 4], 50), Some(2));
/// assert_eq!(percentile(&[1, 2, 3, 4], 51), Some(3));
/// assert_eq!(percentile::<u8>(&[], 50), None);
/// ```
pub fn percentile<T: Copy>(sorted: &[T], percent: usize) -> Option<T> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// The median of times in any order: of an even number the mean of the two in the middle; none of no times.
///
/// ```
/// use std::time::Duration;
/// use leveret::app::median;
///
/// assert_eq!(median([4, 1, 2, 3].map(Duration::from_millis)), Some(Duration::from_micros(2500)));
/// assert_eq!(median([]), None);
/// ```
pub fn median(times: impl IntoIterator<Item = Duration>) -> Option<Duration> {
    middle_two(times, Duration::cmp).map(|(one, other)| (one + other) / 2)
}

/// The [`median`] of numbers.
pub fn median_number(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    middle_two(numbers, f64::total_cmp).map(|(one, other)| f64::midpoint(one, other))
}

/// The values in the middle of a sample, twice the same of an odd number; none of no values.
fn middle_two<T: Copy>(
    values: impl IntoIterator<Item = T>,
    mut order: impl FnMut(&T, &T) -> Ordering,
) -> Option<(T, T)> {
    let mut values: Vec<T> = values.into_iter().collect();
    let upper = values.len() / 2;
    let lower = values.len().checked_sub(1)? / 2;
    let upper = *values.select_nth_unstable_by(upper, &mut order).1;
    let lower = *values.select_nth_unstable_by(lower, &mut order).1;
    Some((lower, upper))
}
