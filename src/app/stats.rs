//! Order statistics of frame times, by the nearest rank: every figure is a value that was measured.

use std::cmp::Ordering;

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

/// The median of values in any order, the lower one of two in the middle; none of no values.
///
/// ```
/// use leveret::app::median;
///
/// assert_eq!(median([4, 1, 3, 2]), Some(2));
/// assert_eq!(median::<u8>([]), None);
/// ```
pub fn median<T: Copy + Ord>(values: impl IntoIterator<Item = T>) -> Option<T> {
    median_by(values, T::cmp)
}

/// The [`median`] by an order of one's own: `f64::total_cmp` for numbers with a fraction.
pub fn median_by<T: Copy>(values: impl IntoIterator<Item = T>, order: impl FnMut(&T, &T) -> Ordering) -> Option<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    let middle = values.len().div_ceil(2).checked_sub(1)?;
    Some(*values.select_nth_unstable_by(middle, order).1)
}
