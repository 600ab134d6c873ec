//! From text to tokens.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::attributes;
use super::token::{Bracket, CommentStyle, Escapes, Quotes, RonToken, TokenKind};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::TextSpan;

/// Tokens of a file. The largest level that we know of has 2,000.
const MAX_TOKENS: usize = 250_000;

/// The tokens of the text, in their order.
pub(super) fn tokens(source: &str, faults: &mut Faults) -> Vec<RonToken> {
    let mut lexer = Lexer { source, at: 0, tokens: Vec::new(), faults };
    if source.starts_with('\u{feff}') {
        lexer.at = '\u{feff}'.len_utf8();
    }
    lexer.skip_space();
    while lexer.comment() || lexer.attribute() {
        lexer.skip_space();
    }
    while lexer.at < source.len() {
        if lexer.tokens.len() == MAX_TOKENS {
            let cause = format!("the file has more than {MAX_TOKENS} words, numbers, texts and signs");
            lexer.faults.push(LevelFault::new(FaultKind::OutOfRange, TextSpan::new(lexer.at, lexer.at), cause));
            break;
        }
        lexer.token();
        lexer.skip_space();
    }
    lexer.tokens
}

struct Lexer<'a> {
    source: &'a str,
    /// Position, in bytes.
    at: usize,
    tokens: Vec<RonToken>,
    faults: &'a mut Faults,
}

impl<'a> Lexer<'a> {
    /// Reads the token that starts here.
    fn token(&mut self) {
        if self.comment() {
            return;
        }
        let rest = self.rest();
        let first = rest.chars().next().expect("the text goes on");
        let single = |kind| (kind, first.len_utf8());
        let (kind, length) = match first {
            ',' => single(TokenKind::Comma),
            ':' => single(TokenKind::Colon),
            '"' => return self.text(0),
            '\'' => self.character(0),
            '+' | '-' | '.' | '0'..='9' => (TokenKind::Number, number_length(rest)),
            c => match (bracket(c), text_prefix(rest)) {
                (Some(kind), _) => single(kind),
                (None, Some(prefix)) => return self.text(prefix),
                (None, None) if rest.starts_with("b'") => self.character(1),
                (None, None) => match word_length(rest) {
                    0 => (TokenKind::Junk, junk_length(rest)),
                    length => (TokenKind::Word, length),
                },
            },
        };
        self.push(kind, length);
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let span = TextSpan::new(self.at, self.at + length);
        self.at = span.end;
        self.tokens.push(RonToken { kind, span });
    }

    /// A text; `prefix` is the length of what stands before its quote: `r##`.
    fn text(&mut self, prefix: usize) {
        let rest = self.rest();
        let is_raw = rest[..prefix].contains('r');
        let is_bytes = rest.starts_with('b');
        let open = prefix + 1;
        let closing = if is_raw { closing_raw(&rest[open..], &rest[..prefix]) } else { closing(&rest[open..]) };
        let escapes = if is_raw { Escapes::Raw } else { Escapes::Read };
        let (length, close) = match closing {
            Some((inside, close)) => (open + inside + close, close),
            None => {
                self.never_closed(open);
                (line_length(rest).max(open), 0)
            }
        };
        let kind = match is_bytes {
            true => TokenKind::Other("a string of bytes"),
            false => TokenKind::Text(Quotes { escapes, open: short(open), close: short(close) }),
        };
        self.push(kind, length);
    }

    fn never_closed(&mut self, open: usize) {
        let opening = TextSpan::new(self.at, self.at + open);
        let fence = self.rest()[..open].trim_start_matches(['b', 'r']).trim_end_matches('"');
        let advice = format!("a `\"{fence}` is missing");
        self.faults.push(LevelFault::new(FaultKind::Syntax, opening, "this text is never closed").advise(advice));
    }

    /// A character in single quotes.
    fn character(&mut self, prefix: usize) -> (TokenKind, usize) {
        let rest = &self.rest()[prefix + 1..];
        let after = match rest.strip_prefix('\\') {
            Some(escaped) => super::literal::escape(escaped).map(|(_, after)| after),
            None => rest.chars().next().map(|c| &rest[c.len_utf8()..]),
        };
        match after.and_then(|after| after.strip_prefix('\'')) {
            Some(after) => (TokenKind::Other("a character"), self.rest().len() - after.len()),
            None => {
                let opening = TextSpan::new(self.at, self.at + prefix + 1);
                let fault = LevelFault::new(FaultKind::Syntax, opening, "this character is never closed");
                self.faults.push_with(|| fault.advise("texts stand in `\"`"));
                (TokenKind::Junk, junk_length(self.rest()))
            }
        }
    }

    /// Reads a comment, if one starts here. Those in `/* … */` nest.
    fn comment(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("//") {
            let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
            self.push(TokenKind::Comment(CommentStyle::Line), line.trim_end_matches('\r').len());
            return true;
        }
        if !rest.starts_with("/*") {
            return false;
        }
        let length = block_comment_length(rest).unwrap_or_else(|| {
            let opening = TextSpan::new(self.at, self.at + 2);
            let fault = LevelFault::new(FaultKind::Syntax, opening, "this comment is never closed");
            self.faults.push(fault.advise("a `*/` is missing"));
            rest.len()
        });
        self.push(TokenKind::Comment(CommentStyle::Block), length);
        true
    }

    /// Reads `#![…]`, if it starts here.
    fn attribute(&mut self) -> bool {
        let length = attributes::length(self.source, self.at, self.faults);
        if let Some(length) = length {
            self.push(TokenKind::Attribute, length);
        }
        length.is_some()
    }

    fn skip_space(&mut self) {
        self.at += space_length(self.rest());
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }
}

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

fn bracket(c: char) -> Option<TokenKind> {
    Bracket::ALL.into_iter().find_map(|bracket| {
        let is_open = (c == bracket.open()).then_some(TokenKind::Open(bracket));
        is_open.or_else(|| (c == bracket.close()).then_some(TokenKind::Close(bracket)))
    })
}

/// The length of `r`, `r#`, `b` or `br##` before a quote; none if no text starts here.
fn text_prefix(text: &str) -> Option<usize> {
    let after = text.strip_prefix('b').unwrap_or(text);
    let after = after.strip_prefix('r').map_or(after, |after| after.trim_start_matches('#'));
    after.starts_with('"').then_some(text.len() - after.len())
}

/// The length of the text up to its quote, and that of the quote.
fn closing(inside: &str) -> Option<(usize, usize)> {
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

fn closing_raw(inside: &str, prefix: &str) -> Option<(usize, usize)> {
    let ending = format!("\"{}", prefix.trim_start_matches(['b', 'r']));
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
fn number_length(text: &str) -> usize {
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
    end.map_or(text.len(), |(at, _)| at)
}

/// Up to the next space, bracket, quote or comma.
fn junk_length(text: &str) -> usize {
    let ends = |c: char| is_space(c) || bracket(c).is_some() || matches!(c, ',' | ':' | '"');
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[first..].find(ends).map_or(text.len(), |length| first + length)
}

fn block_comment_length(text: &str) -> Option<usize> {
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

fn line_length(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// The length of a quote, which no file is too short for.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
