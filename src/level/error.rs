//! The error of a level file that could not be read: each fault with its position, line, carets and advice.
//!
//! What its text quotes from the file is cleaned here, so that the file cannot write to a terminal.

use std::fmt;
use std::io;
use std::path::Path;

use super::excerpt::Excerpt;
use super::fault::LevelFault;
use super::faults::Faults;
use super::joined::joined;
use super::plain::{plain, plain_path};

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
        let faults = joined(faults, text);
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

/// Position and cause, then the excerpt and the advice.
fn show(out: &mut fmt::Formatter<'_>, file: &str, text: &str, fault: &LevelFault) -> fmt::Result {
    let excerpt = Excerpt::of(fault.span, text);
    write!(out, "\n{file}:{}:{}: {}\n{excerpt}", excerpt.line, excerpt.column, plain(&fault.cause))?;
    match fault.advice.as_str() {
        "" => Ok(()),
        advice => write!(out, " {}", plain(advice)),
    }
}
