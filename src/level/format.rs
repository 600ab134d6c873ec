//! Which of the two formats a file has.

use super::names::has_ending;

/// The format of a level file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Ron,
    Rel,
}

impl Format {
    /// The format by the ending of the name; with another ending, that of the text, if it is clear.
    pub(super) fn of(name: &str, text: &str) -> Option<Format> {
        if has_ending(name, "ron") {
            return Some(Format::Ron);
        }
        if has_ending(name, "rel") {
            return Some(Format::Rel);
        }
        let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).take(LOOKED_AT);
        lines.find_map(|line| match line {
            line if ["Level", "(", "#![", "//", "/*"].iter().any(|start| line.starts_with(start)) => Some(Format::Ron),
            line if line.starts_with(':') && line.contains('=') => Some(Format::Rel),
            _ => None,
        })
    }
}

/// Lines of a file with another ending that are looked at.
const LOOKED_AT: usize = 1000;
