//! The two formats of level files, told apart by the ending of a file's name.

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

    /// The format that a file's name says, in upper or lower case.
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
}
