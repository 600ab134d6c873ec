//! Where a text ends, in a file of which the quotes are not as they should be: texts of a level are in one line each.

use super::lengths::{closing, closing_raw};
use super::smart_quotes::{name_of, smart_quote_at_end};
use super::text_ends::{is_end, is_hard_end, line_length};
use super::token::{Escapes, RonToken, TokenKind};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::source::{TextSpan, at_most};

/// A text in doubt that is longer ends with its line. No more is looked at, or a file of texts would take time by the
/// square of its length.
const LONGEST: usize = 3000;

/// How far behind a quote its text may end, in bytes.
const NEAR: usize = 400;

/// Quotes within a text that are looked at, and those of them that are doubled.
const MOST_QUOTES: usize = 20;
const MOST_DOUBLED: usize = 8;

/// A text in doubt.
pub(super) struct TextStart<'a> {
    pub source: &'a str,
    /// Where its first quote starts, with what stands before it: `r##"`.
    pub at: usize,
    /// The length of that.
    pub open: usize,
    pub escapes: Escapes,
    /// The tokens before it.
    pub before: &'a [RonToken],
}

/// The end of a text, and what is wrong with it.
pub(super) struct TextEnd {
    /// Bytes of the opening quote, between the quotes, and of the closing quote.
    pub open: usize,
    pub inside: usize,
    pub close: usize,
    pub fault: Option<LevelFault>,
}

impl TextStart<'_> {
    /// The end that is most likely meant.
    pub(super) fn end(&self) -> TextEnd {
        let normal = match self.escapes {
            Escapes::Raw => closing_raw(self.rest(), self.fence()),
            Escapes::Read => closing(self.rest()),
        };
        let has_line_break = |inside: usize| self.rest()[..inside].contains(['\n', '\r']);
        match normal {
            Some((inside, close)) if !has_line_break(inside) => {
                let after = &self.rest()[inside + close..];
                if let Some(end) = self.doubled_inside().or_else(|| self.doubled(inside, close)) {
                    return end;
                }
                if is_end(after) { None } else { self.early(inside) }.unwrap_or(TextEnd {
                    open: self.open,
                    inside,
                    close,
                    fault: None,
                })
            }
            Some((inside, close)) if !next_line_is_code(&self.rest()[line_length(self.rest())..inside]) => {
                TextEnd { open: self.open, inside, close, fault: None }
            }
            _ => self.runs_over(line_length(self.rest())),
        }
    }

    /// The text after the first quote, as far as a text is looked for.
    fn rest(&self) -> &str {
        at_most(&self.source[self.at + self.open..], LONGEST)
    }

    /// `##` of `r##"`.
    fn fence(&self) -> &str {
        self.source[self.at..self.at + self.open].trim_start_matches(['r', 'R', ' ']).trim_end_matches('"')
    }

    fn span(&self, start: usize, length: usize) -> TextSpan {
        let start = self.at + self.open + start;
        TextSpan::new(start, start + length)
    }

    /// The end of a text within which quotes are written twice, as in tables: `"The ""Base"" of it"`.
    fn doubled_inside(&self) -> Option<TextEnd> {
        let rest = at_most(self.rest(), NEAR);
        let line = &rest[..line_length(rest)];
        let (mut inside, mut doubled) = (0, Vec::new());
        loop {
            inside += closing(&line[inside..])?.0;
            if !line[inside + 1..].starts_with('"') || doubled.len() == MOST_DOUBLED {
                break;
            }
            doubled.push(inside);
            inside += 2;
        }
        let first = *doubled.first()?;
        // Behind a letter, they may be those of two texts.
        let is_quotation = line[..first].is_empty() || line[..first].ends_with([' ', '(']);
        let is_even = doubled.len() % 2 == 0;
        if self.escapes == Escapes::Raw || !is_quotation || !is_even || !is_hard_end(&line[inside + 1..]) {
            return None;
        }
        let fault = fault(self.span(first, 2), "this `\"\"` ends the text, and the text goes on");
        let fault = fault.advise("write `\\\"` within a text");
        let fault = doubled.iter().fold(fault, |fault, at| fault.mend(self.span(*at, 1), "\\"));
        Some(TextEnd { open: self.open, inside, close: 1, fault: Some(fault) })
    }

    /// The end of a text that has its first or its last quote twice.
    fn doubled(&self, inside: usize, close: usize) -> Option<TextEnd> {
        let (rest, second) = (self.rest(), inside + close);
        let is_last = close == 1 && inside > 0 && rest[second..].strip_prefix('"').is_some_and(is_hard_end);
        if is_last {
            let fault = Some(one_too_many(self.span(second, 1)));
            return Some(TextEnd { open: self.open, inside, close: 2, fault });
        }
        if inside > 0 || close != 1 {
            return None;
        }
        let near = at_most(rest, NEAR);
        let line = &near[..line_length(near)];
        let end =
            line.match_indices('"').take(MOST_QUOTES).map(|(at, _)| at).find(|at| is_hard_end(&rest[at + 1..]))?;
        // Of an even number of quotes the first two are an empty text.
        if end == 0 || line[..=end].matches('"').count() % 2 == 1 {
            return None;
        }
        let fault = Some(one_too_many(self.span(0, 1)));
        Some(TextEnd { open: self.open + 1, inside: end - 1, close: 1, fault })
    }

    /// The end of a text that cannot go on as it does after the next quote: another quote was left out, or is inside.
    fn early(&self, quote: usize) -> Option<TextEnd> {
        let rest = at_most(self.rest(), quote + NEAR);
        let before = rest[..quote].trim_end();
        if let Some(inside) = before.strip_suffix(',') {
            return Some(self.left_out(inside.len()));
        }
        let line = line_length(rest);
        let quotes = rest[quote..line.max(quote)].match_indices('"').map(|(at, _)| quote + at);
        let quotes: Vec<usize> = quotes.take(MOST_QUOTES).collect();
        let end = quotes.iter().position(|at| is_hard_end(&rest[at + 1..]))?;
        let inner = &quotes[..end];
        let fault = fault(self.span(quote, 1), "this `\"` ends the text, and the text goes on");
        let fault = match self.escapes {
            Escapes::Read => inner
                .iter()
                .fold(fault.advise("write `\\\"` within a text"), |fault, at| fault.mend(self.span(*at, 0), "\\")),
            Escapes::Raw => {
                let start = TextSpan::new(self.at + 1, self.at + 1);
                fault.advise("write r#\"…\"#").mend(start, "#").mend(self.span(quotes[end] + 1, 0), "#")
            }
        };
        Some(TextEnd { open: self.open, inside: quotes[end], close: 1, fault: Some(fault) })
    }

    /// The end of a text that does not end in its line.
    fn runs_over(&self, line: usize) -> TextEnd {
        let code = self.rest()[..line].trim_end_matches([' ', '\t', ',', ';', ')', ']', '}']);
        if let Some(before) = code.strip_suffix("\\\"").filter(|_| self.escapes == Escapes::Read) {
            let fault = fault(self.span(before.len(), 2), "this `\\\"` belongs to the text, which does not end here")
                .advise(r#"write `\\"`, or put an `r` before the text: r"…""#)
                .mend(self.span(before.len(), 1), r"\\");
            return TextEnd { open: self.open, inside: before.len() + 1, close: 1, fault: Some(fault) };
        }
        if let Some(before) = code.strip_suffix('"').filter(|_| !self.fence().is_empty()) {
            let (fence, quote) = (self.fence(), self.span(before.len(), 1));
            let fault = fault(quote, format!("a `{fence}` is missing behind this `\"`, as before the first one"))
                .advise(format!("write `\"{fence}`"))
                .mend(self.span(code.len(), 0), fence);
            return TextEnd { open: self.open, inside: before.len(), close: 1, fault: Some(fault) };
        }
        if let Some((quote, length)) = smart_quote_at_end(code) {
            let fault = fault(self.span(quote, length), format!("{} does not end a text", name_of(&code[quote..])))
                .advise("write `\"`")
                .mend(self.span(quote, length), "\"");
            return TextEnd { open: self.open, inside: quote, close: length, fault: Some(fault) };
        }
        let mut inside = self.rest()[..line].trim_end();
        inside = inside.strip_suffix([',', ';']).unwrap_or(inside);
        for _ in 0..self.open_brackets() {
            inside = inside.trim_end();
            inside = inside.strip_suffix([')', ']', '}']).unwrap_or(inside);
        }
        self.left_out(inside.len())
    }

    /// Brackets that were opened before the text in its line, and are still open.
    fn open_brackets(&self) -> usize {
        let line = self.source[..self.at].rfind('\n').map_or(0, |end| end + 1);
        let in_line = self.before.iter().rev().take(NEAR).take_while(|token| token.span.start >= line);
        let (mut open, mut closed) = (0_usize, 0_usize);
        for token in in_line {
            match token.kind {
                TokenKind::Close(_) => closed += 1,
                TokenKind::Open(_) if closed > 0 => closed -= 1,
                TokenKind::Open(_) => open += 1,
                _ => {}
            }
        }
        open
    }

    /// The closing quote was left out here.
    fn left_out(&self, inside: usize) -> TextEnd {
        let quote = format!("\"{}", self.fence());
        let opening = TextSpan::new(self.at, self.at + self.open);
        let fault = fault(opening, "this text runs over the line")
            .advise(format!("close it: put a `{quote}` at its end"))
            .mend(self.span(inside, 0), quote);
        TextEnd { open: self.open, inside, close: 0, fault: Some(fault) }
    }
}

/// A text whose opening quote was left out, at the start of this line: the length up to its closing quote. Such a line
/// has an odd number of quotes.
pub(super) fn unopened(line: &str) -> Option<usize> {
    let line = &line[..line_length(line)];
    let (inside, after) = line.split_once('"')?;
    let is_text =
        !inside.is_empty() && !inside.starts_with(['(', '[', '{']) && !inside.replace("://", "").contains("//");
    let is_odd = after.matches('"').count() % 2 == 0;
    (is_odd && is_hard_end(after) && is_text && !inside.contains(": ")).then_some(inside.len())
}

/// Whether the next line that is not empty looks like one of a level, not like one of a text.
fn next_line_is_code(text: &str) -> bool {
    let Some(line) = text.lines().map(str::trim_start).find(|line| !line.is_empty()) else { return true };
    let word = line.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    let is_field = word.len() < line.len() && word.trim_start().starts_with([':', '=']);
    let begins = ["\"", "r\"", "r#", "r", ")", "]", "}", "//", "At(", "Solution("];
    is_field || begins.iter().any(|begin| line.starts_with(begin) && (*begin != "r" || line == "r"))
}

fn one_too_many(quote: TextSpan) -> LevelFault {
    fault(quote, "this `\"` is one too many").advise("take it away").mend(quote, "")
}

fn fault(span: TextSpan, cause: impl Into<String>) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, span, cause)
}
