//! Single words that people type: lists of hints, names of keys. What is read is written the same.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use leveret::look::Hints;
use leveret::screens::Key;

pub const HINTS_WORDS: [&str; 15] = [
    "speed",
    "balanced",
    "quality",
    "filter=",
    "antialias=",
    "alpha=",
    "blend=",
    "sprites=",
    "cache=",
    "redraw=",
    "nearest",
    "vector",
    "linear",
    "dirty",
    "=",
];

pub const KEYS_WORDS: [&str; 12] =
    ["Enter", "Esc", "Space", "Tab", "PageUp", "F1", "F12", "F13", "İ", "ẞ", "\u{301}", "K"];

pub fn hints(data: &[u8]) {
    round_trip::<Hints>(data);
}

pub fn key(data: &[u8]) {
    round_trip::<Key>(data);
}

fn round_trip<T>(data: &[u8])
where
    T: FromStr<Err: Debug + Display + PartialEq> + Display + Debug + PartialEq,
{
    match String::from_utf8_lossy(data).parse::<T>() {
        Ok(value) => assert_eq!(value.to_string().parse().as_ref(), Ok(&value)),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
}
