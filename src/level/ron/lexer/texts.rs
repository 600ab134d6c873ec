//! Texts and characters: from their first quote to the one that ends them, as far as that can be told.

use super::{LINE, Lexer, Trust, short};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::ron::lengths::{closing, closing_raw, text_prefix};
use crate::level::ron::literal;
use crate::level::ron::quotes::{self, TextStart};
use crate::level::ron::text_ends::{bare_text, is_end, is_hard_end, line_length};
use crate::level::ron::token::{Escapes, Quotes, TokenKind};
use crate::level::ron::vocabulary::holds_text;
use crate::level::ron::{slips, smart_quotes};
use crate::level::source::{TextSpan, at_most};

/// Quotes that may stand before a text in other languages.
const MOST_QUOTES: usize = 3;

/// Whether what follows a text can only stand behind a comma.
fn lacks_comma(after: &str) -> bool {
    after.trim_start().starts_with(|c: char| c == '"' || c.is_ascii_alphabetic())
}

impl Lexer<'_> {
    /// A text; `prefix` is the length of what stands before its quote: `r##`.
    pub(super) fn text(&mut self, prefix: usize) {
        let rest = self.rest();
        let (open, is_bytes) = (prefix + 1, rest.starts_with('b'));
        let escapes = if rest[..prefix].contains(['r', 'R']) { Escapes::Raw } else { Escapes::Read };
        let (open, inside, close) = match self.trust {
            Trust::Lines if !is_bytes => {
                let end = TextStart { source: self.source, at: self.at, open, escapes, before: &self.tokens }.end();
                end.fault.into_iter().for_each(|fault| self.faults.push(fault));
                (end.open, end.inside, end.close)
            }
            _ => {
                let closing = match escapes {
                    Escapes::Raw => closing_raw(&rest[open..], rest[..prefix].trim_start_matches(['b', 'r', 'R', ' '])),
                    Escapes::Read => closing(&rest[open..]),
                };
                let (inside, close) = closing.unwrap_or_else(|| {
                    let opening = TextSpan::new(self.at, self.at + open);
                    let fault = LevelFault::new(FaultKind::Syntax, opening, "this text is never closed");
                    self.faults.push(fault.advise("a `\"` is missing"));
                    (rest.len() - open, 0)
                });
                (open, inside, close)
            }
        };
        let behind = self.at + open + inside;
        if close == 1 && self.source[..behind].ends_with(',') && lacks_comma(&self.source[behind + 1..]) {
            let place = TextSpan::new(behind - 1, behind + 1);
            self.faults.push_with(|| slips::comma_inside(place));
            self.push(TokenKind::Text(Quotes { escapes, open: short(open), close: 2 }), open + inside + 1);
            return self.push(TokenKind::Comma, 0);
        }
        let kind = match is_bytes {
            true => TokenKind::Other("a string of bytes"),
            false => TokenKind::Text(Quotes { escapes, open: short(open), close: short(close) }),
        };
        self.push(kind, open + inside + close);
    }

    /// A text between two quotes or three on either side: `'''Base'''`.
    pub(super) fn repeated_quotes(&mut self) -> bool {
        let rest = at_most(self.rest(), LINE);
        let prefix = usize::from(rest.starts_with('r'));
        let Some(quote) = rest[prefix..].chars().next().filter(|c| matches!(c, '"' | '\'')) else { return false };
        let count = |text: &str| text.chars().take(MOST_QUOTES + 1).take_while(|c| *c == quote).count();
        let quotes = count(&rest[prefix..]);
        let line = &rest[prefix + quotes..];
        let line = &line[..line_length(line)];
        let Some(inside) = line.find(quote).filter(|inside| *inside > 0) else { return false };
        let is_repeated = (2..=MOST_QUOTES).contains(&quotes) && count(&line[inside..]) == quotes;
        // Two empty texts.
        let are_two = quotes == 2 && is_end(line);
        if !is_repeated || are_two || !is_hard_end(&line[inside + quotes..]) {
            return false;
        }
        let (first, last) = (self.at + prefix, self.at + prefix + quotes + inside);
        let (opening, closing) = (TextSpan::new(first, first + quotes), TextSpan::new(last, last + quotes));
        let fault = LevelFault::new(FaultKind::Syntax, opening, "a text stands in one pair of quotes");
        self.faults.push(fault.advise("write `\"…\"`").mend(opening, "\"").mend(closing, "\""));
        let escapes = if prefix > 0 { Escapes::Raw } else { Escapes::Read };
        let quotes = Quotes { escapes, open: short(prefix + quotes), close: short(quotes) };
        self.push(TokenKind::Text(quotes), closing.end - self.at);
        true
    }

    /// A text without its opening quote.
    pub(super) fn unopened(&mut self) -> bool {
        let starts = match self.tokens.last() {
            Some(last) => {
                matches!(last.kind, TokenKind::Colon | TokenKind::Comma | TokenKind::Open(_)) || self.starts_line()
            }
            None => false,
        };
        let rest = self.rest();
        // The last quote of a row of earth is no first one: `r####"`.
        let is_row = |prefix: usize| rest[..prefix].ends_with('#') && is_hard_end(&rest[prefix + 1..]);
        if !starts || text_prefix(rest).is_some_and(|prefix| !is_row(prefix)) {
            return false;
        }
        let Some(inside) = quotes::unopened(at_most(rest, LINE)) else { return false };
        let prefix = usize::from(rest.starts_with('r') && self.is_among_raw());
        let escapes = if prefix > 0 { Escapes::Raw } else { Escapes::Read };
        let wrong = rest[prefix..]
            .chars()
            .next()
            .filter(|c| smart_quotes::is_smart_quote(*c) || *c == '\'')
            .map_or(0, char::len_utf8);
        let here = TextSpan::new(self.at + prefix, self.at + prefix + wrong);
        self.faults.push(match wrong {
            0 => LevelFault::new(FaultKind::Syntax, here, "the text that ends in this line has no first quote")
                .advise("put a `\"` here")
                .mend(here, "\""),
            _ => smart_quotes::no_beginning(&rest[prefix..], here),
        });
        let open = prefix + wrong;
        self.push(TokenKind::Text(Quotes { escapes, open: short(open), close: 1 }), inside + 1);
        true
    }

    /// Several words without quotes, up to the end of the line, as the value of a field that holds a text.
    pub(super) fn bare_text(&mut self) -> bool {
        let [.., name, colon] = &self.tokens[..] else { return false };
        if colon.kind != TokenKind::Colon || !holds_text(name.text(self.source)) {
            return false;
        }
        let Some(length) = bare_text(at_most(self.rest(), LINE)) else { return false };
        let span = TextSpan::new(self.at, self.at + length);
        self.faults.push_with(|| slips::bare_text(span, &self.source[span.start..span.end]));
        self.push(TokenKind::Text(Quotes { escapes: Escapes::Raw, open: 0, close: 0 }), length);
        true
    }

    /// Whether the text before this place, or the one that begins the next line, is raw.
    fn is_among_raw(&self) -> bool {
        let before = self.tokens.iter().rev().find_map(|token| match token.kind {
            TokenKind::Text(quotes) => Some(quotes.escapes == Escapes::Raw),
            _ => None,
        });
        let next_line = at_most(self.rest(), LINE).split_once('\n').map_or("", |(_, after)| after);
        before == Some(true) || next_line.trim_start().starts_with("r\"")
    }

    /// A character in single quotes.
    pub(super) fn character(&mut self, prefix: usize) -> (TokenKind, usize) {
        let rest = &self.rest()[prefix + 1..];
        let after = match rest.strip_prefix('\\') {
            Some(escaped) => literal::escape(escaped).map(|(_, after)| after),
            None => rest.chars().next().map(|c| &rest[c.len_utf8()..]),
        };
        match after.and_then(|after| after.strip_prefix('\'')) {
            Some(after) => (TokenKind::Other("a character"), self.rest().len() - after.len()),
            None => self.single_quoted(prefix + 1),
        }
    }

    /// A text in single quotes; `open` is the length of the first, with what stands before it.
    pub(super) fn single_quoted(&mut self, open: usize) -> (TokenKind, usize) {
        let rest = self.rest();
        let line = at_most(&rest[open..], LINE);
        let line = &line[..line_length(line)];
        let end = |quote| line.match_indices(quote).map(|(at, _)| at).find(|at| is_end(&line[at + 1..]));
        let opening = TextSpan::new(self.at + open - 1, self.at + open);
        let fault = LevelFault::new(FaultKind::Syntax, opening, "texts stand in double quotes");
        let escapes = if rest.starts_with('r') { Escapes::Raw } else { Escapes::Read };
        let Some(inside) = end('\'').or_else(|| end('"')) else {
            self.faults.push(fault.advise("write `\"…\"`"));
            return (TokenKind::Text(Quotes { escapes: Escapes::Raw, open: short(open), close: 0 }), open + line.len());
        };
        let closing = TextSpan::new(opening.end + inside, opening.end + inside + 1);
        self.faults.push(fault.advise("write `\"…\"`").mend(opening, "\"").mend(closing, "\""));
        (TokenKind::Text(Quotes { escapes, open: short(open), close: 1 }), open + inside + 1)
    }
}
