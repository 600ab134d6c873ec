//! A position among tokens; comments are passed over.

use super::token::{RonToken, TokenKind};
use crate::level::source::TextSpan;

pub(super) struct Cursor<'a> {
    pub source: &'a str,
    tokens: &'a [RonToken],
    /// The index of the next token, which is no comment.
    at: usize,
    before: RonToken,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str, tokens: &'a [RonToken]) -> Cursor<'a> {
        let nothing = RonToken { kind: TokenKind::Junk, span: TextSpan::new(0, 0) };
        let mut cursor = Cursor { source, tokens, at: 0, before: nothing };
        cursor.skip_comments();
        cursor
    }

    pub(super) fn peek(&self) -> Option<RonToken> {
        self.tokens.get(self.at).copied()
    }

    /// The token that many after the next one.
    pub(super) fn look(&self, ahead: usize) -> Option<RonToken> {
        self.tokens.get(self.at..)?.iter().filter(|token| !is_passed_over(**token)).nth(ahead).copied()
    }

    /// How many tokens ahead the first one stands that is the start of a group of that name.
    pub(super) fn find_group(&self, name: &str) -> Option<usize> {
        let ahead: Vec<RonToken> =
            self.tokens.get(self.at..)?.iter().filter(|token| !is_passed_over(**token)).copied().collect();
        ahead.windows(2).position(|pair| self.text(pair[0]) == name && matches!(pair[1].kind, TokenKind::Open(_)))
    }

    /// The end of the token before, in bytes.
    pub(super) fn end(&self) -> usize {
        self.before.span.end
    }

    pub(super) fn text(&self, token: RonToken) -> &'a str {
        token.text(self.source)
    }

    pub(super) fn advance(&mut self) {
        if let Some(token) = self.peek() {
            self.before = token;
            self.at += 1;
            self.skip_comments();
        }
    }

    /// Passes over the group that opens here.
    pub(super) fn skip_group(&mut self) {
        let closing = self.closing_index();
        while self.at <= closing && self.at < self.tokens.len() {
            self.advance();
        }
    }

    pub(super) fn skip_all(&mut self) {
        while self.peek().is_some() {
            self.advance();
        }
    }

    /// The bracket that closes the group that opens here.
    pub(super) fn closing(&self) -> RonToken {
        self.tokens[self.closing_index()]
    }

    /// The tokens of the group that opens here, without those of groups inside of it.
    pub(super) fn inside(&self) -> Vec<RonToken> {
        let mut depth = 0_usize;
        let group = self.tokens[self.at..=self.closing_index()].iter().filter(|token| !is_passed_over(**token));
        let is_outermost = |token: &&RonToken| {
            match token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 1
        };
        group.filter(is_outermost).copied().collect()
    }

    fn closing_index(&self) -> usize {
        let mut depth = 0_usize;
        for (index, token) in self.tokens.iter().enumerate().skip(self.at) {
            match token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) if depth <= 1 => return index,
                TokenKind::Close(_) => depth -= 1,
                _ => {}
            }
        }
        self.tokens.len() - 1
    }

    fn skip_comments(&mut self) {
        while self.peek().is_some_and(is_passed_over) {
            self.at += 1;
        }
    }
}

const fn is_passed_over(token: RonToken) -> bool {
    matches!(token.kind, TokenKind::Comment(_) | TokenKind::Attribute)
}
