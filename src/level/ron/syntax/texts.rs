//! Texts, and those that are put together of several.

use super::Parser;
use crate::level::ron::node::RonValue;
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
