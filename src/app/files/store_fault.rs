//! What is wrong with the file of a store, in words for the player.

use std::fmt;
use std::path::PathBuf;

use crate::level::plain_path;
use crate::screens::Language;

/// A file that could not be read as it is, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreFault {
    pub(super) file: PathBuf,
    /// As in a terminal, in English.
    pub(super) cause: String,
    pub(super) remedy: Remedy,
    /// Whether an older file is used instead.
    pub(super) older: bool,
}

/// What was done with a file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Remedy {
    /// It was damaged, and was moved to this path.
    SetAside(PathBuf),
    /// It could not be moved, or is no file of ours.
    Left,
    /// It is of a later version: nothing is written over it.
    Protected,
}

impl StoreFault {
    /// A message for the player.
    pub fn message(&self, language: Language) -> String {
        let (texts, file) = (language.texts(), plain_path(&self.file).to_string());
        let message = match &self.remedy {
            Remedy::SetAside(aside) => (texts.set_aside)(&file, &self.cause, &aside.display().to_string()),
            Remedy::Left => (texts.unreadable)(&file, &self.cause),
            Remedy::Protected => (texts.later_version)(&file, &self.cause),
        };
        if self.older { (texts.older_used)(&message) } else { message }
    }
}

impl fmt::Display for StoreFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not read `{}`: {}", plain_path(&self.file), self.cause)
    }
}
