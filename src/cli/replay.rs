//! Replays as people type them: the text itself, a file with texts in it, or standard input.

use std::io;
use std::path::Path;

use super::Failure;
use crate::level::{Level, plain, plain_path, read_bounded, read_text};
use crate::play::{Fingerprint, LevelMatch, Replay, replays_in};

/// The text that an argument stands for.
pub(super) fn text_of(argument: &str) -> io::Result<String> {
    if argument == "-" {
        read_bounded(io::stdin().lock())
    } else if replays_in(argument).is_empty() {
        read_text(Path::new(argument))
    } else {
        Ok(argument.to_owned())
    }
}

/// The first replay of an argument, for this level.
pub(super) fn replay_for(level: &Level, file: &Path, argument: &str) -> Result<Replay, Failure> {
    let shown = plain(argument);
    let text = text_of(argument).map_err(|cause| Failure::run(format!("could not read replay `{shown}`: {cause}")))?;
    let first = replays_in(&text).into_iter().next();
    let first = first.ok_or_else(|| Failure::run(format!("there is no replay in `{shown}`")))?;
    let replay = first.map_err(|fault| Failure::run(format!("could not read replay `{shown}`: {fault}")))?;
    match replay.level.fit(Fingerprint::of(level)) {
        Some(LevelMatch::Same | LevelMatch::Changed) => Ok(replay),
        None => Err(Failure::run(format!("replay `{shown}` is not of level `{}`", plain_path(file)))),
    }
}
