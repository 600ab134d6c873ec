//! Commas and colons, and what stands in their place.

use super::Parser;
use crate::level::ron::slips;
use crate::level::ron::token::TokenKind;

impl Parser<'_> {
    /// Reads what stands between two brackets, of which the first was read: items with commas between them. A trailing
    /// one is allowed.
    pub(super) fn items(&mut self, mut item: impl FnMut(&mut Self)) {
        while let Some(token) = self.cursor.peek() {
            match token.kind {
                TokenKind::Close(_) => break,
                TokenKind::Comma | TokenKind::Colon => {
                    self.faults.push_with(|| slips::stray(token.span, self.cursor.text(token)));
                    self.cursor.advance();
                }
                _ => {
                    item(self);
                    self.separator();
                }
            }
        }
        self.cursor.advance();
    }

    /// Passes over the comma after an item, or what stands in its place.
    pub(super) fn separator(&mut self) {
        let Some(token) = self.cursor.peek() else { return };
        match token.kind {
            TokenKind::Close(_) => {}
            _ if self.comma_in_cure == Some(self.cursor.end()) && token.kind != TokenKind::Comma => {}
            TokenKind::Comma => self.cursor.advance(),
            TokenKind::Colon | TokenKind::Junk => {
                self.cursor.advance();
                let is_surplus = matches!(
                    self.cursor.peek().map(|next| next.kind),
                    None | Some(TokenKind::Comma | TokenKind::Close(_))
                );
                let text = self.cursor.text(token);
                self.faults.push_with(|| match is_surplus {
                    true => slips::junk(token.span, text),
                    false => slips::no_comma(token.span, text),
                });
                if self.cursor.peek().is_some_and(|next| next.kind == TokenKind::Comma) {
                    self.cursor.advance();
                }
            }
            _ => self.faults.push_with(|| slips::missing(",", self.cursor.end(), "")),
        }
    }

    /// Whether the token that many ahead is a colon, or an equals sign in its place.
    pub(super) fn is_colon(&self, ahead: usize) -> bool {
        self.cursor.look(ahead).is_some_and(|token| {
            token.kind == TokenKind::Colon || (token.kind == TokenKind::Junk && is_equals(self.cursor.text(token)))
        })
    }

    /// Passes over a colon, or reports what stands in its place or behind it: `=`, `:=`, `::`.
    pub(super) fn colon(&mut self) {
        let mut is_first = true;
        while let Some(token) = self.cursor.peek().filter(|_| self.is_colon(0)) {
            let text = self.cursor.text(token);
            if !is_first {
                self.faults.push_with(|| slips::junk(token.span, text));
            } else if token.kind == TokenKind::Junk {
                self.faults.push_with(|| slips::no_colon(token.span, text));
            }
            is_first = false;
            self.cursor.advance();
        }
    }
}

fn is_equals(text: &str) -> bool {
    matches!(text, "=" | "=>" | "->" | "==")
}
