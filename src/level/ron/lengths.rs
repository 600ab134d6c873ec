//! How far the parts of a RON file reach: the length of each at the start of a text.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::token::{Bracket, TokenKind};

/// Whether RON passes over the character.
const fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

/// The length of the space at the start of the text.
pub(super) fn space_length(text: &str) -> usize {
    text.find(|c| !is_space(c)).unwrap_or(text.len())
}

pub(super) fn bracket(c: char) -> Option<TokenKind> {
    Bracket::ALL.into_iter().find_map(|bracket| {
        let is_open = (c == bracket.open()).then_some(TokenKind::Open(bracket));
        is_open.or_else(|| (c == bracket.close()).then_some(TokenKind::Close(bracket)))
    })
}

/// The length of `r`, `r#`, `b` or `br##` before a quote; none if no text starts here.
pub(super) fn text_prefix(text: &str) -> Option<usize> {
    let after = text.strip_prefix('b').unwrap_or(text);
    let after = after.strip_prefix('r').map_or(after, |after| after.trim_start_matches('#'));
    after.starts_with('"').then_some(text.len() - after.len())
}

/// The length of what is nearly `r#` before a quote: another letter, `rr`, or `r` and a space.
pub(super) fn wrong_prefix(text: &str) -> Option<usize> {
    let after = match text.strip_prefix('r') {
        Some(after) if after.starts_with(' ') => after.trim_start_matches(' '),
        Some(after) => after.strip_prefix('r')?,
        None => text.strip_prefix(|c: char| c.is_ascii_alphabetic() && c != 'b')?,
    };
    let after = if text.starts_with('R') { after.trim_start_matches('#') } else { after };
    if !after.starts_with('"') {
        return None;
    }
    // A quote behind a space may be the last one of a row that begins with a rabbit.
    let mut quotes = after.chars().take_while(|c| *c != '\n').filter(|c| *c == '"');
    let is_first = !text.starts_with("r ") || quotes.nth(1).is_some();
    is_first.then_some(text.len() - after.len())
}

/// The length of the text up to its quote, and that of the quote.
pub(super) fn closing(inside: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        let (length, found) = inside[at..].char_indices().find(|(_, c)| matches!(c, '"' | '\\'))?;
        at += length;
        if found == '"' {
            return Some((at, 1));
        }
        at += 1 + inside[at + 1..].chars().next()?.len_utf8();
    }
}

pub(super) fn closing_raw(inside: &str, fence: &str) -> Option<(usize, usize)> {
    let ending = format!("\"{fence}");
    inside.find(&ending).map(|length| (length, ending.len()))
}

/// A name, or one that may be a word of Rust: `r#true`.
pub(super) fn word_length(text: &str) -> usize {
    let raw = text
        .strip_prefix("r#")
        .map_or(0, |name| name.find(|c| !(matches!(c, '.' | '+' | '-') || is_xid_continue(c))).unwrap_or(name.len()));
    if raw > 0 {
        return "r#".len() + raw;
    }
    match text.chars().next() {
        Some(first) if first == '_' || is_xid_start(first) => text.find(|c| !is_xid_continue(c)).unwrap_or(text.len()),
        _ => 0,
    }
}

/// All that belongs to the number at the start of the text, or would if it were one.
pub(super) fn number_length(text: &str) -> usize {
    let mut before = ' ';
    let mut is_hex = false;
    let end = text.char_indices().find(|&(at, c)| {
        let belongs = match c {
            '+' | '-' => at == 0 || (matches!(before, 'e' | 'E') && !is_hex) || text[..at].ends_with(".."),
            '=' => text[..at].ends_with(".."),
            '.' => true,
            c => is_xid_continue(c),
        };
        is_hex |= c == 'x';
        before = c;
        !belongs
    });
    let end = end.map_or(text.len(), |(at, _)| at);
    // A full stop in the place of a comma.
    let is_stop = text[..end].ends_with('.') && !text[..end].ends_with("..") && end > 1;
    if is_stop && text[end..].starts_with(['\n', '\r', ' ']) { end - 1 } else { end }
}

/// Up to the next space, bracket, quote or comma; of `=` and `=>`, no more than the sign.
pub(super) fn junk_length(text: &str) -> usize {
    if text.starts_with('=') {
        return text.find(|c| c != '=' && c != '>').unwrap_or(text.len());
    }
    let ends = |c: char| is_space(c) || bracket(c).is_some() || matches!(c, ',' | ':' | '"');
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[first..].find(ends).map_or(text.len(), |length| first + length)
}

pub(super) fn block_comment_length(text: &str) -> Option<usize> {
    let mut open = 0;
    let mut at = 0;
    loop {
        at += text[at..].find(['/', '*'])?;
        if text[at..].starts_with("/*") {
            (open, at) = (open + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (open, at) = (open - 1, at + 2);
        } else {
            at += 1;
        }
        if open == 0 {
            return Some(at);
        }
    }
}
