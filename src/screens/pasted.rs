//! What was pasted: the path of a level file, or the text of a level.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;

/// A text from the clipboard by what it is. Levels may begin with a comment, which has two slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pasted {
    Path(PathBuf),
    LevelText(String),
}

impl Pasted {
    /// A single line is a path, and so is the first of several that begin like one: file managers copy lists of them.
    /// None of an empty text.
    pub fn of(text: &str) -> Option<Pasted> {
        let trimmed = text.trim();
        let first = trimmed.lines().next()?.trim_end();
        let begins_like_a_path =
            ["/", "~/", "file://"].iter().any(|start| first.starts_with(start)) && !first.starts_with("//");
        let is_level = first.starts_with("Level") && trimmed.ends_with(')');
        let is_path = begins_like_a_path || (first == trimmed && !is_level);
        Some(if is_path { Pasted::Path(path(first)) } else { Pasted::LevelText(text.to_owned()) })
    }
}

/// A path as file managers copy it: plain, in quotation marks, or as an address.
fn path(line: &str) -> PathBuf {
    let unquoted = ['"', '\''].iter().find_map(|mark| line.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(line);
    match unquoted.strip_prefix("file://") {
        Some(address) => percent_decode_str(address).decode_utf8_lossy().into_owned().into(),
        None => unquoted.into(),
    }
}
