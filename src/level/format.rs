//! The two formats of level files.

use std::path::Path;

/// A format of level files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Ours.
    Ron,
    /// Rabbit Escape's.
    Rel,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Ron, Format::Rel];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Ron => "ron",
            Format::Rel => "rel",
        }
    }

    /// The format that the ending of a file's name says, in upper or lower case.
    ///
    /// ```
    /// use leveret::level::Format;
    ///
    /// assert_eq!(Format::of("PIT.RON".as_ref()), Some(Format::Ron));
    /// assert_eq!(Format::of("pit.rel.txt".as_ref()), None);
    /// ```
    pub fn of(path: &Path) -> Option<Format> {
        let ending = path.extension()?;
        Format::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }

    /// The format by the ending of the name; with another ending, that of the text, if it is clear.
    pub(super) fn of_text(path: &Path, text: &str) -> Option<Format> {
        if let Some(format) = Format::of(path) {
            return Some(format);
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
