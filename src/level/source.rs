//! Positions in the text of a file: spans, characters and lines.

/// A part of a file, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextSpan {
    pub start: usize,
    pub end: usize,
}

impl TextSpan {
    pub const fn new(start: usize, end: usize) -> TextSpan {
        TextSpan { start, end }
    }

    /// From the start of this one to the end of the other.
    pub const fn to(self, other: TextSpan) -> TextSpan {
        TextSpan { start: self.start, end: other.end }
    }
}

/// A character and its span in the file.
pub(super) type SpannedChar = (char, TextSpan);

/// The characters of a text that begins at byte `start` of the file.
pub(super) fn written(text: &str, start: usize) -> Vec<SpannedChar> {
    text.char_indices()
        .map(|(at, character)| (character, TextSpan::new(start + at, start + at + character.len_utf8())))
        .collect()
}

/// The lines of a text, each with the byte where it starts. LF, CR and CRLF all end a line; one at the very end of
/// the text starts no further line.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { 1 };
        let line = (start, &rest[..length]);
        start += length + ending;
        Some(line)
    })
}
