//! The two formats of level files.

use std::path::Path;

use super::fault::{FaultKind, LevelFault};
use super::source::{TextSpan, lines};

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

    /// The format by the ending of the name; with another ending, that of the text.
    pub(super) fn of_file(path: &Path, text: &str) -> Option<Format> {
        Format::of(path).or_else(|| Format::of_text(text))
    }

    /// The format of a text, if it is clear.
    pub fn of_text(text: &str) -> Option<Format> {
        first_sign(text).map(|(format, _)| format)
    }

    /// What is wrong with a text that was taken for one of this format, and is clearly one of the other.
    pub(super) fn misnamed(self, text: &str) -> Option<LevelFault> {
        let (other, span) = first_sign(text).filter(|(other, _)| *other != self)?;
        // A row of a map may begin with slashes.
        if other == Format::Ron && !text[span.start..span.end].trim_start_matches('\u{feff}').starts_with("Level") {
            return None;
        }
        let (whose, advice) = match other {
            Format::Ron => ("Leveret", "give the file a name that ends in .ron"),
            Format::Rel => {
                ("Rabbit Escape", "give the file a name that ends in .rel, or convert it with `leveret import`")
            }
        };
        let cause = format!("this is a level in the format of {whose}, in a file that ends in .{}", self.ending());
        Some(LevelFault::new(FaultKind::Syntax, span, cause).advise(advice))
    }
}

/// The first line that shows the format of a text.
fn first_sign(text: &str) -> Option<(Format, TextSpan)> {
    lines(text).take(LOOKED_AT).find_map(|(start, line)| {
        let sign = line.trim_start_matches('\u{feff}').trim();
        let is_ron = ["Level", "(", "#![", "//", "/*"].iter().any(|begin| sign.starts_with(begin));
        let is_rel = sign.starts_with(':') && sign.contains('=');
        let format = if is_ron { Format::Ron } else { is_rel.then_some(Format::Rel)? };
        Some((format, TextSpan::new(start, start + line.len())))
    })
}

/// Lines of a file with another ending that are looked at.
const LOOKED_AT: usize = 1000;
