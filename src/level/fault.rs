//! Faults of a level file, and the error made of them: position, line, carets, advice.
//!
//! A reader collects [`LevelFault`]s and reads on; at the end they become one [`LevelError`]. What its text quotes from
//! the file is cleaned here, so that the file cannot write to a terminal.

use std::fmt;
use std::io;
use std::path::Path;

use super::excerpt::Excerpt;
use super::faults::Faults;
use super::plain::{plain, plain_path};
use super::source::TextSpan;

/// The kinds of faults. The first group is Rabbit Escape's own list, under its own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    WrongLineLength,
    UnknownCharacter,
    InvalidMetaLine,
    UnknownMetaKey,
    DuplicateMetaKey,
    NonIntegerMetaValue,
    NonBooleanMetaValue,
    ArrayByKeyElementMissing,
    InvalidWaterDescription,
    /// There are more descriptions of stars than stars on the map.
    NotEnoughStars,
    /// There are more stars on the map than descriptions of them.
    TooManyStars,
    BadStateMap,
    BadSavedState,
    UnknownVoidMarkerStyle,
    /// A saved state that follows no rabbit and no thing. The original fails with a null pointer.
    StateOfNothing,

    /// The text is not RON.
    Syntax,
    /// A value of the wrong type.
    WrongType,
    /// A word that is not allowed here.
    UnknownWord,
    MissingField,
    /// A number or a cell out of range.
    OutOfRange,
    /// Valid text, but no world can be made of it.
    Unplayable,
}

/// One thing that is wrong with a level file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelFault {
    pub kind: FaultKind,
    pub span: TextSpan,
    /// What is wrong; the subject in backticks.
    pub cause: String,
    /// How to mend it; may be empty.
    pub advice: String,
}

impl LevelFault {
    pub fn new(kind: FaultKind, span: TextSpan, cause: impl Into<String>) -> LevelFault {
        LevelFault { kind, span, cause: cause.into(), advice: String::new() }
    }

    pub fn advise(self, advice: impl Into<String>) -> LevelFault {
        LevelFault { advice: advice.into(), ..self }
    }
}

/// Why a level file could not be read. The text is one line, then three for each fault: position and cause, the line,
/// carets and advice.
pub struct LevelError(Box<Cause>);

enum Cause {
    Unreadable { path: String, cause: io::Error },
    UnknownFormat { path: String },
    Faulty { file: String, text: String, faults: Vec<LevelFault>, more: usize },
}

/// Faults that are shown; of further ones only the number is.
const SHOWN_FAULTS: usize = 20;

impl LevelError {
    /// The first thousand faults by position; empty if the file could not be opened.
    pub fn faults(&self) -> &[LevelFault] {
        match &*self.0 {
            Cause::Faulty { faults, .. } => faults,
            Cause::Unreadable { .. } | Cause::UnknownFormat { .. } => &[],
        }
    }

    pub(super) fn unreadable(path: &Path, cause: io::Error) -> LevelError {
        LevelError(Box::new(Cause::Unreadable { path: plain_path(path), cause }))
    }

    pub(super) fn unknown_format(path: &Path) -> LevelError {
        LevelError(Box::new(Cause::UnknownFormat { path: plain_path(path) }))
    }

    pub(super) fn faulty(file: &str, text: &str, faults: Faults) -> LevelError {
        let (faults, more) = faults.sorted();
        LevelError(Box::new(Cause::Faulty { file: plain(file), text: text.to_owned(), faults, more }))
    }
}

impl fmt::Display for LevelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Cause::Unreadable { path, cause } => write!(f, "cannot read level `{path}`: {cause}"),
            Cause::UnknownFormat { path } => {
                write!(f, "cannot read level `{path}`: its name ends neither in .ron nor in .rel")
            }
            Cause::Faulty { file, text, faults, more } => {
                let count = faults.len() + more;
                match count {
                    1 => write!(f, "cannot load level `{file}`: 1 fault")?,
                    n => write!(f, "cannot load level `{file}`: {n} faults")?,
                }
                for fault in faults.iter().take(SHOWN_FAULTS) {
                    show(f, file, text, fault)?;
                }
                match count.checked_sub(SHOWN_FAULTS) {
                    None | Some(0) => Ok(()),
                    Some(more) => write!(f, "\n… and {more} more"),
                }
            }
        }
    }
}

/// The same text as `Display`, so that the panic message of an `unwrap` is readable.
impl fmt::Debug for LevelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for LevelError {}

/// Longer names are not compared with known ones, because the time and memory for that grow with both lengths.
const LONGEST_NAME: usize = 40;

/// The known name nearest to a misspelt one, if one is near.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = name.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&name, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count().max(name.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Position and cause, then the excerpt and the advice.
fn show(out: &mut fmt::Formatter<'_>, file: &str, text: &str, fault: &LevelFault) -> fmt::Result {
    let excerpt = Excerpt::of(fault.span, text);
    write!(out, "\n{file}:{}:{}: {}\n{excerpt}", excerpt.line, excerpt.column, plain(&fault.cause))?;
    match fault.advice.as_str() {
        "" => Ok(()),
        advice => write!(out, " {}", plain(advice)),
    }
}
