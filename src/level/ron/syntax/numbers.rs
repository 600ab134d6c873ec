//! Numbers of fields, with what stands behind them: thousands, and words.

use super::Parser;
use crate::level::ron::node::{Node, RonValue};
use crate::level::ron::slips;
use crate::level::ron::token::TokenKind;

impl Parser<'_> {
    /// Takes in what stands behind a number up to the end of its item or line: thousands, as they are written in other
    /// places, or what is none of it.
    pub(super) fn whole_number(&mut self, value: Node) -> Node {
        if !matches!(value.value, RonValue::Integer { .. }) {
            return value;
        }
        let mut whole = value.span;
        while self.is_thousands(whole.end) {
            let has_comma = self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma);
            (0..=usize::from(has_comma)).for_each(|_| self.cursor.advance());
            whole.end = self.cursor.end();
        }
        let written = &self.cursor.source[whole.start..whole.end];
        let digits = written.replace([',', ' ', '\''], "");
        match digits.parse() {
            Ok(number) if whole != value.span => {
                self.faults.push_with(|| slips::thousands(whole, written, &digits));
                Node { span: whole, value: RonValue::Integer { value: number, written: digits } }
            }
            _ => {
                self.skip_behind_number();
                value
            }
        }
    }

    /// Whether three digits follow the number that ends here, parted by a comma, a space or an apostrophe.
    fn is_thousands(&self, end: usize) -> bool {
        let rest = &self.cursor.source[end..];
        let Some(digits) = rest.strip_prefix([',', ' ', '\'']) else { return false };
        let length = digits.bytes().take_while(|digit| digit.is_ascii_alphanumeric() || *digit == b'_').count();
        length == 3 && digits[..length].bytes().all(|digit| digit.is_ascii_digit())
    }

    /// Passes over what stands in the line behind a number: `3 rabbits`.
    fn skip_behind_number(&mut self) {
        let start = self.cursor.peek().filter(|token| {
            let is_value = matches!(token.kind, TokenKind::Word | TokenKind::Number);
            is_value && !self.is_colon(1) && self.is_in_line(*token)
        });
        let Some(start) = start else { return };
        let mut span = start.span;
        while let Some(token) = self.cursor.peek().filter(|token| self.is_in_line(*token)) {
            if matches!(token.kind, TokenKind::Comma | TokenKind::Close(_)) {
                break;
            }
            span.end = token.span.end;
            self.cursor.advance();
        }
        self.faults.push_with(|| slips::junk(span, &self.cursor.source[span.start..span.end]));
    }
}
