//! Finding the level in a text, and reading it line by line in one pass.

use super::draft::Draft;
use super::paste;
use crate::level::Level;
use crate::level::error::LevelError;
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::{TextSpan, lines};

/// Lines of a file: a comment takes 100 bytes of memory, however short it is.
const MAX_LINES: usize = 100_000;

/// The level of the text, and notes on what was done to read it. `file` is its name in errors; a level without a name
/// is named after `path`.
pub(in crate::level) fn read(text: &str, file: &str, path: &str) -> Result<(Level, Vec<String>), LevelError> {
    let whole = all_lines(text);
    let faults = match read_lines(&whole, path) {
        Ok(read) => return Ok(read),
        Err(faults) => faults,
    };
    let Some(pasted) = paste::level_lines(&whole) else { return Err(LevelError::faulty(file, text, faults)) };
    match read_lines(&pasted, path) {
        Ok((level, mut notes)) => {
            notes.push("words around the level passed over".to_owned());
            Ok((level, notes))
        }
        Err(fewer) if fewer.len() < faults.len() => Err(LevelError::faulty(file, text, fewer)),
        Err(_) => Err(LevelError::faulty(file, text, faults)),
    }
}

/// The lines without a byte order mark, each with the byte where it starts.
fn all_lines(text: &str) -> Vec<(usize, &str)> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    lines(&text[mark..]).take(MAX_LINES + 1).map(|(start, line)| (mark + start, line)).collect()
}

/// The lines that the level of this text is read from.
pub(super) fn lines_read(text: &str) -> Vec<(usize, &str)> {
    let whole = all_lines(text);
    match read_lines(&whole, "") {
        Ok(_) => whole,
        Err(_) => paste::level_lines(&whole).unwrap_or(whole),
    }
}

fn read_lines(lines: &[(usize, &str)], path: &str) -> Result<(Level, Vec<String>), Faults> {
    let mut draft = Draft::default();
    for &(start, line) in lines.iter().take(MAX_LINES) {
        draft.line(start, line);
    }
    if let Some(&(start, _)) = lines.get(MAX_LINES) {
        let cause = format!("there are more than {MAX_LINES} lines");
        draft.faults.push(LevelFault::new(FaultKind::OutOfRange, TextSpan::new(start, start), cause));
    }
    draft.finish(path)
}
