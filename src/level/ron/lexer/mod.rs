//! From text to tokens.

mod angles;
mod drawing;
mod texts;

use super::lengths::{
    block_comment_length, bracket, junk_length, number_length, space_length, text_prefix, word_length, wrong_prefix,
};
use super::text_ends::line_length;
use super::token::{Bracket, CommentStyle, Escapes, Quotes, RonToken, TokenKind};
use super::vocabulary::{bracket_of_field, depth_of_field, glued_group};
use super::{attributes, oddities, slips, smart_quotes};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::foreign::{foreign_fault, foreign_line};
use crate::level::plain::is_blank;
use crate::level::source::{TextSpan, at_most};
use crate::sim::Ability;

/// Tokens of a file. The largest level that we know of has 2,000.
const MAX_TOKENS: usize = 250_000;

/// Tokens of a map before a row without quotes.
const MOST_ROWS: usize = 400;

/// How far around a token of a line is looked, in bytes.
const LINE: usize = 400;

/// What ends a text whose quotes do not fit the rest of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// The next quote, as RON has it.
    Quotes,
    /// The end of its line.
    Lines,
}

/// The tokens of the text, in their order.
pub(super) fn tokens(source: &str, trust: Trust, faults: &mut Faults) -> Vec<RonToken> {
    let mut lexer = Lexer { source, trust, at: 0, tokens: Vec::new(), angles: Vec::new(), faults };
    if source.starts_with('\u{feff}') {
        lexer.at = '\u{feff}'.len_utf8();
    }
    lexer.skip_space();
    while lexer.comment() || lexer.attribute() {
        lexer.skip_space();
    }
    while lexer.at < source.len() {
        if lexer.tokens.len() >= MAX_TOKENS {
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
    trust: Trust,
    /// Position, in bytes.
    at: usize,
    tokens: Vec<RonToken>,
    /// Of the angle brackets that are open: where each is closed, and what it is meant to be.
    angles: Vec<(usize, Bracket)>,
    faults: &'a mut Faults,
}

impl<'a> Lexer<'a> {
    /// Reads the token that starts here.
    fn token(&mut self) {
        if self.comment()
            || self.bare_text()
            || self.remark()
            || self.wrong_colon()
            || self.oddity()
            || (self.trust == Trust::Lines && (self.bare_map() || self.repeated_quotes() || self.unopened()))
        {
            return;
        }
        let rest = self.rest();
        let first = rest.chars().next().expect("the text goes on");
        let single = |kind| (kind, first.len_utf8());
        let (kind, length) = match first {
            ',' => single(TokenKind::Comma),
            ':' => single(TokenKind::Colon),
            '"' => return self.text(0),
            '\'' if self.is_within_number() => (TokenKind::Junk, 4),
            '\'' => self.character(0),
            '+' | '-' | '.' | '0'..='9' => match number_length(rest) {
                length if rest[..length].contains(|c: char| c.is_ascii_alphanumeric()) || &rest[..length] == ".." => {
                    (TokenKind::Number, length)
                }
                _ => (TokenKind::Junk, junk_length(rest)),
            },
            c => match (bracket(c), text_prefix(rest)) {
                (Some(kind), _) => single(kind),
                (None, Some(prefix)) => return self.text(prefix),
                (None, None) if rest.starts_with("b'") => self.character(1),
                (None, None) if rest.starts_with("r'") => self.single_quoted(2),
                (None, None) => match self.word_length() {
                    0 => (TokenKind::Junk, junk_length(rest)),
                    length => (TokenKind::Word, self.glued(&rest[..length]).unwrap_or(length)),
                },
            },
        };
        self.push(kind, length);
    }

    /// The length of the word here. Hyphens belong to it, as other formats have them in names, and so does a sign that
    /// was slipped into the name of a field; characters in it that cannot be seen are reported.
    fn word_length(&mut self) -> usize {
        let rest = at_most(self.rest(), LINE);
        let mut length = word_length(rest);
        while length > 0 && length < rest.len() {
            let hidden = oddities::hidden_length(&rest[length..]);
            let hyphen = usize::from(rest[length..].starts_with('-'));
            let joint = if hidden > 0 { hidden } else { hyphen.max(slipped_sign(rest, length)) };
            let more = word_length(&rest[length + joint..]);
            if joint == 0 || (more == 0 && (hidden > 0 || hyphen > 0)) {
                break;
            }
            if hidden > 0 {
                let at = self.at + length;
                let text = &rest[length..length + hidden];
                self.faults.push_with(|| oddities::blank_fault(TextSpan::new(at, at + hidden), text));
            }
            length += joint + more;
        }
        length.max(word_length(self.rest()))
    }

    /// The length of the name at the start of a word, if its bracket was left out behind it. In a file without faults,
    /// a word is one.
    fn glued(&self, word: &str) -> Option<usize> {
        let is_group = self.rest()[word.len()..].trim_start().starts_with('(');
        glued_group(word).filter(|_| self.trust == Trust::Lines && !is_group)
    }

    /// Whether the `'` here parts the thousands of a number: `1'000`.
    fn is_within_number(&self) -> bool {
        let follows = self.tokens.last().is_some_and(|last| last.kind == TokenKind::Number && last.span.end == self.at);
        let digits = self.rest()[1..].bytes().take_while(u8::is_ascii_digit).count();
        follows && digits == 3
    }

    /// Reads a bracket or a quote in the place of the colon behind the name of a field or of a token, if one stands
    /// here: `map( [`, `dig) 2`.
    fn wrong_colon(&mut self) -> bool {
        let rest = at_most(self.rest(), LINE);
        let Some(value) = rest.strip_prefix(['(', ')', '[', ']', '{', '}', '"', '\'']) else { return false };
        let Some(name) = self.tokens.last().filter(|last| last.kind == TokenKind::Word && last.span.end == self.at)
        else {
            return false;
        };
        let name = name.text(self.source);
        let is_value = value.strip_prefix(' ').is_some_and(|value| match bracket_of_field(name) {
            Some(bracket) => value.trim_start().starts_with(bracket.open()),
            None => {
                let is_ability = Ability::ALL.iter().any(|ability| ability.name() == name);
                let begins = |c: char| match depth_of_field(name) {
                    Some(_) => c == '"' || c.is_ascii_alphanumeric(),
                    None => is_ability && c.is_ascii_digit(),
                };
                value.trim_start().starts_with(begins)
            }
        });
        if is_value {
            self.faults.push_with(|| slips::no_colon(TextSpan::new(self.at, self.at + 1), &rest[..1]));
            self.push(TokenKind::Colon, 1);
        }
        is_value
    }

    /// What begins a comment in other languages, at the start of a line or behind a comma: the length of its mark.
    fn foreign_comment(&self, line: &str) -> Option<usize> {
        let follows_comma = || self.tokens.last().is_some_and(|last| last.kind == TokenKind::Comma);
        let mark = if self.starts_line() { oddities::foreign_comment(line) } else { None };
        mark.or_else(|| if follows_comma() { oddities::comment_behind(line) } else { None })
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let span = TextSpan::new(self.at, self.at + length);
        self.at = span.end;
        self.tokens.push(RonToken { kind, span });
    }

    /// Reads what other languages and editors have in place of RON.
    fn oddity(&mut self) -> bool {
        let first = self.rest().chars().next().unwrap_or(' ');
        let may_be_odd = !first.is_ascii() || "#M/\\`-<=>|;%r".contains(first) || is_blank(first);
        let may_be_row = || self.starts_line() && self.is_in_map();
        if !may_be_odd && wrong_prefix(self.rest()).is_none() && !may_be_row() {
            return false;
        }
        if self.angle() {
            return true;
        }
        let rest = at_most(self.rest(), LINE);
        let span = |at: usize, length: usize| TextSpan::new(at, at + length);
        let line = &rest[..line_length(rest)];
        let at_start = |length: fn(&str) -> Option<usize>| if self.starts_line() { length(line) } else { None };
        let blank = oddities::blank_length(rest);
        if blank > 0 {
            self.faults.push_with(|| oddities::blank_fault(span(self.at, blank), &rest[..blank]));
            self.at += blank;
        } else if let Some(mark) = at_start(foreign_line) {
            self.faults.push_with(|| foreign_fault(span(self.at, line.len())));
            self.push(TokenKind::Comment(CommentStyle::Line), line.len().max(mark));
        } else if let Some((prefix, open, inside, close)) = smart_quotes::smart_text(rest) {
            let (opening, inside) = (span(self.at + prefix, open), prefix + open + inside);
            let closing = span(self.at + inside, close);
            self.faults.push_with(|| smart_quotes::smart_fault(&rest[prefix..], opening, closing));
            let escapes = if prefix > 0 { Escapes::Raw } else { Escapes::Read };
            self.push(
                TokenKind::Text(Quotes { escapes, open: short(prefix + open), close: short(close) }),
                inside + close,
            );
        } else if let Some(row) = at_start(oddities::row_without_comma).filter(|_| self.is_in_map()) {
            self.faults.push_with(|| oddities::bare_row_fault(span(self.at, row), "\","));
            self.push(TokenKind::Text(Quotes { escapes: Escapes::Raw, open: 0, close: 0 }), row);
            self.push(TokenKind::Comma, 0);
        } else if let Some(mark) = oddities::hash_comment(line).or_else(|| self.foreign_comment(line)) {
            self.faults.push_with(|| oddities::comment_fault(span(self.at, mark), &line[..mark]));
            self.push(TokenKind::Comment(CommentStyle::Line), line.len());
        } else if let Some(row) = at_start(oddities::bare_row) {
            self.faults.push_with(|| oddities::bare_row_fault(span(self.at, row), "\""));
            self.push(TokenKind::Text(Quotes { escapes: Escapes::Raw, open: 0, close: 0 }), row);
        } else if let Some((wide, narrow)) = rest.chars().next().and_then(|c| Some((c, oddities::narrow(c)?))) {
            self.faults.push_with(|| oddities::narrow_fault(span(self.at, wide.len_utf8()), wide, narrow));
            let kind = bracket(narrow).unwrap_or(if narrow == ',' { TokenKind::Comma } else { TokenKind::Colon });
            self.push(kind, wide.len_utf8());
        } else if let Some(prefix) = wrong_prefix(rest) {
            if rest.starts_with("r ") {
                self.faults.push_with(|| oddities::parted_prefix_fault(span(self.at + 1, prefix - 1)));
                self.text(prefix);
            } else {
                let is_raw = rest.starts_with('R');
                let right = if is_raw { "r" } else { "" };
                self.faults.push_with(|| oddities::prefix_fault(span(self.at, 1), &rest[..1], right));
                self.at += usize::from(!is_raw);
                self.text(if is_raw { prefix } else { prefix - 1 });
            }
        } else {
            return false;
        }
        true
    }

    /// Whether nothing but texts and commas stands between this position and `map: [`. Only so many rows are looked at.
    fn is_in_map(&self) -> bool {
        let is_row =
            |token: &&RonToken| matches!(token.kind, TokenKind::Text(_) | TokenKind::Comma) || token.is_comment();
        let mut before = self.tokens.iter().rev().take(MOST_ROWS).skip_while(is_row);
        let opens = before.next().is_some_and(|token| token.kind == TokenKind::Open(Bracket::Square));
        opens
            && before.next().is_some_and(|token| token.kind == TokenKind::Colon)
            && before.next().is_some_and(|name| name.text(self.source) == "map")
    }

    /// Whether only space stands before this position in its line.
    fn starts_line(&self) -> bool {
        let before = &self.source[..self.at];
        before.trim_end_matches([' ', '\t']).ends_with(['\n', '\r'])
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
            let (opening, line) = (TextSpan::new(self.at, self.at + 2), line_length(rest));
            let fault = LevelFault::new(FaultKind::Syntax, opening, "this comment is never closed");
            let end = TextSpan::new(self.at + line, self.at + line);
            self.faults.push(fault.advise("put a `*/` at its end").mend(end, " */"));
            line
        });
        self.push(TokenKind::Comment(CommentStyle::Block), length);
        true
    }

    /// Reads words that are meant for a comment, if they start here.
    fn remark(&mut self) -> bool {
        let follows = |kind| matches!(kind, TokenKind::Comma | TokenKind::Open(_));
        let is_item = || self.tokens.last().is_some_and(|last| follows(last.kind)) || self.starts_line();
        if self.trust == Trust::Quotes || !is_item() {
            return false;
        }
        let rest = at_most(self.rest(), LINE);
        let Some(length) = oddities::remark(rest) else { return false };
        let span = TextSpan::new(self.at, self.at + length);
        self.faults.push_with(|| oddities::remark_fault(span, &rest[..length]));
        self.push(TokenKind::Comment(CommentStyle::Line), length);
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

/// The length of a sign in the name of a field, behind so many bytes of it: `ab'out:`; 0 if there is none.
fn slipped_sign(text: &str, length: usize) -> usize {
    let (name, rest) = text.split_at(length);
    let Some(sign) = rest.chars().next().filter(|sign| !sign.is_whitespace()) else { return 0 };
    let rest = &rest[sign.len_utf8()..];
    let (more, rest) = rest.split_at(word_length(rest));
    let is_name = rest.starts_with(':') && depth_of_field(&format!("{name}{more}")).is_some();
    if is_name { sign.len_utf8() } else { 0 }
}

/// The length of a quote, which no file is too short for.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
