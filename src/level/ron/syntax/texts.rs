//! Texts, and those that are put together of several.

use super::Parser;
use crate::level::ron::node::{Node, RonValue};
use crate::level::ron::token::{Quotes, RonToken, TokenKind};
use crate::level::ron::{literal, slips};
use crate::level::source::TextSpan;

impl Parser<'_> {
    /// The text that was passed last, with those that a `+` joins to it.
    pub(super) fn text(&mut self, token: RonToken, quotes: Quotes) -> RonValue {
        let mut characters = literal::characters(self.cursor.source, token.span, quotes, self.faults);
        while let Some((next, quotes)) = self.joined_text() {
            (0..2).for_each(|_| self.cursor.advance());
            characters.extend(literal::characters(self.cursor.source, next.span, quotes, self.faults));
        }
        let span = TextSpan::new(token.span.start, self.cursor.end());
        if span != token.span {
            self.faults.push_with(|| slips::joined_texts(span, &characters));
        }
        RonValue::Text(characters)
    }

    /// Whether two texts stand here with a `+` between them, or nothing.
    pub(super) fn are_glued_texts(&self) -> bool {
        let is_text = |ahead| self.cursor.look(ahead).is_some_and(|token| matches!(token.kind, TokenKind::Text(_)));
        let is_joined = self.cursor.look(1).is_some_and(|sign| self.cursor.text(sign) == "+");
        is_text(0) && is_text(if is_joined { 2 } else { 1 })
    }

    /// The rows of a map as texts with a `+` between them, or nothing. Each may end in `\n`.
    pub(super) fn glued_rows(&mut self) -> Node {
        let start = self.cursor.peek().map_or(0, |first| first.span.start);
        let mut rows = Vec::new();
        while let Some(RonToken { kind: TokenKind::Text(quotes), span }) = self.cursor.peek() {
            let mut row = literal::characters(self.cursor.source, span, quotes, self.faults);
            row.truncate(row.iter().rposition(|(c, _)| *c != '\n').map_or(0, |last| last + 1));
            rows.push(Node { span, value: RonValue::Text(row) });
            self.cursor.advance();
            if self.joined_text().is_some() {
                self.cursor.advance();
            }
        }
        let span = TextSpan::new(start, self.cursor.end());
        let has_comma = self.cursor.peek().is_some_and(|sign| sign.kind == TokenKind::Comma);
        let texts: Vec<String> = rows.iter().map(Node::text).collect();
        self.faults.push_with(|| slips::bare_rows(span, texts.iter().map(String::as_str), has_comma));
        self.comma_in_cure = Some(span.end);
        Node { span, value: RonValue::List(rows) }
    }

    /// The text behind a `+` that stands here.
    fn joined_text(&self) -> Option<(RonToken, Quotes)> {
        let joint = self.cursor.peek().filter(|token| self.cursor.text(*token) == "+");
        let next = joint.and_then(|_| self.cursor.look(1))?;
        match next.kind {
            TokenKind::Text(quotes) => Some((next, quotes)),
            _ => None,
        }
    }
}
