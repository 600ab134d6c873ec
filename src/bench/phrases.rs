//! Numbers with their intervals, and lists, as parts of sentences.

use statrs::distribution::{Binomial, DiscreteCDF as _};

use super::columns::short;
use super::estimate::Interval;

/// An interval whose ends are this many times apart says nothing.
const VAGUE: f64 = 10.0;

/// "1.85 times that (1.80 to 1.90)", with `than` for "that".
pub fn times(interval: Interval, than: &str) -> String {
    let Interval { ratio, low, high } = interval;
    format!("{} times {than} ({} to {})", short(ratio), short(low), short(high))
}

/// " that is 0.71 times as long (0.65 to 0.77)", or that too little was measured for a ratio.
pub fn times_as_long(interval: Interval) -> String {
    let Interval { ratio, low, high } = interval;
    match high < VAGUE * low {
        true => format!(" that is {} times as long ({} to {})", short(ratio), short(low), short(high)),
        false => " there are too few visits for a ratio".to_owned(),
    }
}

/// A median, with its interval by the visits' medians if there are enough.
pub fn milliseconds(median: f64, visits: &[f64]) -> String {
    match median_interval(visits) {
        Some((low, high)) if high < VAGUE * low => format!("{median:.2} ms ({low:.2} to {high:.2})"),
        _ => format!("{median:.2} ms"),
    }
}

/// Between which two of these values the median lies that they are samples of, in 95 of 100 runs or more; none of fewer
/// than six. How many are below it follows the binomial distribution, whatever theirs. (A mean with Student's interval
/// would not do: on a machine that is now fast and now slow, the median may lie outside of that.)
fn median_interval(values: &[f64]) -> Option<(f64, f64)> {
    let below = Binomial::new(0.5, values.len() as u64).ok()?;
    let rank = (0..values.len() as u64).take_while(|count| 2.0 * below.cdf(*count) <= 0.05).count();
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    Some((sorted[rank.checked_sub(1)?], sorted[values.len() - rank]))
}

/// Appends a sentence with a list, unless that is empty.
pub fn push_list(text: &mut String, items: impl IntoIterator<Item = String>, sentence: impl FnOnce(String) -> String) {
    let list = list(items.into_iter());
    if !list.is_empty() {
        text.push_str(&sentence(list));
    }
}

/// "a", "a and b", "a, b and c".
pub fn list(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

pub fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
