//! Numbers as people type them: what is out of range, or no number, is answered with the range.

use std::fmt::Display;
use std::num::NonZero;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Threads that may be asked for: more than that are slower on any machine, and bring a small one to a stop.
const MOST_THREADS: usize = 256;

/// The longest that anything may take, in seconds: a day.
pub(super) const LONGEST: u64 = 86_400;

/// Reads a whole number of the range.
pub(super) fn whole<N>(range: RangeInclusive<N>) -> impl Fn(&str) -> Result<N, String> + Clone
where
    N: FromStr + PartialOrd + Display + Clone,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("a whole number from {} to {}", range.start(), range.end()))
    }
}

pub(super) fn seconds(text: &str) -> Result<u64, String> {
    whole(1..=LONGEST)(text)
}

/// A number of threads.
pub(super) fn threads(text: &str) -> Result<NonZero<usize>, String> {
    let range = NonZero::<usize>::MIN..=NonZero::new(MOST_THREADS).unwrap_or(NonZero::<usize>::MIN);
    whole(range)(text)
}
