//! Words that were meant as a command: without one, the first word of a command line is a level file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::Failure;
use crate::level::{nearest, plain, plain_path};

/// What to say of a word in the place of a level that is no file, and looks like a command.
pub fn level(command: &Command, word: &Path) -> Option<Failure> {
    let may_be_command = word.extension().is_none() && word.components().count() == 1 && !word.exists();
    let name = word.to_str().filter(|_| may_be_command)?;
    let near = nearest(name, command.get_subcommands().map(Command::get_name));
    let advice =
        near.map_or("`leveret --help` lists the commands".to_owned(), |near| format!("did you mean `{near}`?"));
    let message = format!("no command and no level file is called `{}`; {advice}", plain(name));
    Some(Failure::usage(message))
}

/// What to say instead of this error, if it is about a second word after one that names no command.
pub fn words(command: &Command, words: impl Iterator<Item = OsString>, error: &Error) -> Option<Failure> {
    let second = match error.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(second)) if error.kind() == ErrorKind::ArgumentConflict => second,
        _ => return None,
    };
    let found = command.clone().ignore_errors(true).try_get_matches_from(words).ok()?;
    let first = found.get_one::<PathBuf>("level")?;
    level(command, first).or_else(|| {
        let (first, second) = (plain_path(first), plain(second));
        let message = format!("`{second}` is one level too many beside `{first}`: one is played at a time");
        Some(Failure::usage(message))
    })
}
