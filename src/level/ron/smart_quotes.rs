//! Quotation marks as word processors and other languages have them.

use super::text_ends::{is_end, line_length};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::source::TextSpan;

/// A text between typographic quotation marks that is closed in its line: the length of the `r` before it, if it has
/// one, that of the first mark, that of what is inside, and that of the second mark.
pub(super) fn smart_text(text: &str) -> Option<(usize, usize, usize, usize)> {
    let marked = text.strip_prefix('r').unwrap_or(text);
    let first = marked.chars().next().filter(|c| is_smart_quote(*c))?;
    let inside = &marked[first.len_utf8()..];
    let inside = &inside[..line_length(inside)];
    let (at, last) = inside
        .char_indices()
        .find(|(at, c)| (is_smart_quote(*c) || *c == '"') && is_end(&inside[at + c.len_utf8()..]))?;
    Some((text.len() - marked.len(), first.len_utf8(), at, last.len_utf8()))
}

pub(super) fn smart_fault(text: &str, opening: TextSpan, close: TextSpan) -> LevelFault {
    no_beginning(text, opening).advise("write `\"…\"`").mend(close, "\"")
}

/// Another sign in the place of the first quote of a text.
pub(super) fn no_beginning(text: &str, opening: TextSpan) -> LevelFault {
    let cause = format!("{} does not begin a text", name_of(text));
    LevelFault::new(FaultKind::Syntax, opening, cause).advise("write `\"`").mend(opening, "\"")
}

/// The typographic quotation mark, or the single one, that ends a line: where it starts, and its length.
pub(super) fn smart_quote_at_end(code: &str) -> Option<(usize, usize)> {
    let last = code.chars().next_back().filter(|c| is_smart_quote(*c) || *c == '\'')?;
    Some((code.len() - last.len_utf8(), last.len_utf8()))
}

pub(super) const fn is_smart_quote(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '`' | '´' | '＂' | '＇')
}

/// The character at the start of the text, with its code point.
pub(super) fn name_of(text: &str) -> String {
    text.chars().next().map_or_else(String::new, |c| format!("`{c}` (U+{:04X})", u32::from(c)))
}
