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

/// The text of such characters.
pub(super) fn text_of(characters: &[SpannedChar]) -> String {
    characters.iter().map(|(character, _)| *character).collect()
}

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

/// The line and the column of a position, both counted from 1, columns in characters.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let (index, (start, line)) =
        lines(text).enumerate().take_while(|(_, (start, _))| *start <= at).last().unwrap_or((0, (0, "")));
    let before = &line[..(at - start).min(line.len())];
    (index + 1, before.chars().count() + 1)
}

/// The start of the text, of so many bytes at most.
pub(super) fn at_most(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}
