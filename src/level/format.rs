//! The two formats of level files.

use std::path::Path;

use super::fault::{FaultKind, LevelFault};
use super::source::{TextSpan, at_most, lines};

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
        first_sign(text).map(|sign| sign.format)
    }

    /// What is wrong with a text that was taken for one of this format, and is certainly one of the other. `path` is
    /// that of its file.
    pub(super) fn misnamed(self, text: &str, path: &Path) -> Option<LevelFault> {
        let sign = first_sign(text).filter(|sign| sign.is_certain && sign.format != self)?;
        let (cause, advice) = match sign.format {
            Format::Ron => ("this is a level in the format of Leveret (RON)", "give the file a name that ends in .ron"),
            Format::Rel => (
                "this is a level in the format of Rabbit Escape (.rel)",
                "give the file a name that ends in .rel, or convert it with `leveret import`",
            ),
        };
        let is_well_named = Format::of(path) == Some(sign.format);
        let advice = if is_well_named { "there is nothing to convert" } else { advice };
        Some(LevelFault::new(FaultKind::Syntax, sign.span, cause).advise(advice))
    }
}

/// What shows the format of a text.
struct FormatSign {
    format: Format,
    /// The rest of its line.
    span: TextSpan,
    /// The beginning of a level, and no comment or bracket alone: a row of a map may begin like those.
    is_certain: bool,
}

/// The first certain sign; if there is none, the first one.
fn first_sign(text: &str) -> Option<FormatSign> {
    let mut uncertain = None;
    let mut rest = text;
    for _ in 0..LOOKED_AT {
        let begin = behind_comments(rest);
        let Some((_, line)) = lines(begin).next() else { break };
        let start = text.len() - begin.len();
        let span = TextSpan::new(start, start + line.len());
        let sign = |format, is_certain| Some(FormatSign { format, span, is_certain });
        if begin.starts_with("Level") || begin.strip_prefix('(').is_some_and(begins_with_field) {
            return sign(Format::Ron, true);
        }
        if line.starts_with(':') && line.contains('=') {
            return sign(Format::Rel, true);
        }
        if has_comment(rest) || begin.starts_with('(') {
            uncertain = uncertain.or_else(|| sign(Format::Ron, false));
        }
        rest = &begin[line.len()..];
    }
    uncertain
}

/// Whether a text begins with a comment of RON.
fn has_comment(text: &str) -> bool {
    ["//", "/*", "#!["].iter().any(|begin| without_blanks(text).starts_with(begin))
}

/// The text behind the blanks, comments and attributes of RON that it begins with.
fn behind_comments(mut text: &str) -> &str {
    loop {
        text = without_blanks(text);
        let line_end = || text.find(['\n', '\r']).unwrap_or(text.len());
        let behind = |end: &str| at_most(text, LONGEST_COMMENT).find(end).map(|at| at + end.len());
        let end = match text {
            comment if comment.starts_with("//") => Some(line_end()),
            comment if comment.starts_with("/*") => behind("*/"),
            attribute if attribute.starts_with("#![") => behind("]"),
            _ => None,
        };
        let Some(end) = end else { return text };
        text = &text[end..];
    }
}

/// Whether a text begins with a name and a colon, as the fields of a level.
fn begins_with_field(text: &str) -> bool {
    let text = behind_comments(text);
    let behind = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    behind.len() < text.len() && behind.trim_start_matches(' ').starts_with(':')
}

/// The text behind blanks and a byte order mark.
fn without_blanks(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// Lines of a file with another ending that are looked at, comments aside.
const LOOKED_AT: usize = 1000;

/// Bytes in which the end of a comment is looked for: a row of a map may begin like one.
const LONGEST_COMMENT: usize = 10_000;
