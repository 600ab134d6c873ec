//! Fields, with what hands leave out of them: the colon, the quotes that a name has not, the brackets of a value.

use super::{Parser, name};
use crate::level::ron::node::{Field, Node, RonValue};
use crate::level::ron::slips;
use crate::level::ron::token::{Bracket, RonToken, TokenKind};
use crate::level::ron::vocabulary::{FIELDS, bracket_of_field, depth_of_field, holds_one_value};
use crate::level::source::TextSpan;

impl Parser<'_> {
    /// `name: value`.
    pub(super) fn field(&mut self) -> Option<Field> {
        let token = self.cursor.peek()?;
        let follows = self.cursor.look(1).filter(|next| next.starts_value()).map(|next| next.kind);
        let is_field = match token.kind {
            TokenKind::Word | TokenKind::Text(_) if self.is_colon(1) => true,
            TokenKind::Word => match follows {
                Some(TokenKind::Open(Bracket::Round)) => FIELDS.contains(&self.cursor.text(token)),
                follows => follows.is_some(),
            },
            _ => false,
        };
        if !is_field {
            self.skip_item();
            let span = TextSpan::new(token.span.start, self.cursor.end());
            self.faults.push_with(|| slips::no_field(span, self.cursor.text(token)));
            return None;
        }
        self.cursor.advance();
        let name = self.field_name(token);
        if self.is_colon(0) {
            self.colon();
        } else {
            self.faults.push_with(|| slips::missing(":", token.span.end, &name));
        }
        let value = self.field_value(&name, token);
        Some(Field { name, span: token.span, value })
    }

    fn field_name(&mut self, token: RonToken) -> String {
        let text = self.cursor.text(token);
        match token.kind {
            TokenKind::Text(quotes) => {
                let inside = quotes.inside(token.span);
                let name = self.cursor.source[inside.start..inside.end].to_owned();
                self.faults.push_with(|| slips::quoted_name(token.span, &name));
                name
            }
            _ => name(text),
        }
    }

    /// The value of a field; a map or a list may lack its brackets.
    fn field_value(&mut self, name: &str, field: RonToken) -> Node {
        let start = self.cursor.peek();
        let is_next_field = start.is_some_and(|next| FIELDS.contains(&self.cursor.text(next))) && self.is_colon(1);
        if is_next_field || !start.is_some_and(|token| token.starts_value()) {
            let span = TextSpan::new(field.span.start, self.cursor.end());
            self.faults.push_with(|| slips::no_field_value(span, name));
            return Node { span, value: RonValue::Faulty };
        }
        let lacks_colon = || bracket_of_field(name) == Some(Bracket::Curly) && self.is_number(1);
        if start.is_some_and(|token| token.kind == TokenKind::Word) && (self.is_colon(1) || lacks_colon()) {
            return self.unbraced();
        }
        let value = self.value("a value");
        if holds_one_value(name) {
            self.whole_number(value)
        } else if self.goes_on() {
            self.unbracketed(value)
        } else {
            value
        }
    }

    /// Takes in the thousands behind a number, as `1,000` is written in other places.
    fn whole_number(&mut self, value: Node) -> Node {
        if !matches!(value.value, RonValue::Integer { .. }) {
            return value;
        }
        let is_thousands = |parser: &Self, end: usize| {
            let (comma, digits) = (parser.cursor.peek(), parser.cursor.look(1));
            comma.zip(digits).is_some_and(|(comma, digits)| {
                let text = parser.cursor.text(digits);
                comma.kind == TokenKind::Comma
                    && comma.span.start == end
                    && digits.span.start == comma.span.end
                    && text.len() == 3
                    && text.bytes().all(|digit| digit.is_ascii_digit())
            })
        };
        let mut span = value.span;
        while is_thousands(self, span.end) {
            self.cursor.advance();
            self.cursor.advance();
            span.end = self.cursor.end();
        }
        let digits = self.cursor.source[span.start..span.end].replace(',', "");
        match digits.parse() {
            Ok(number) if span != value.span => {
                let written = &self.cursor.source[span.start..span.end];
                self.faults.push_with(|| slips::thousands(span, written, &digits));
                Node { span, value: RonValue::Integer { value: number, written: digits } }
            }
            _ => value,
        }
    }

    fn is_number(&self, ahead: usize) -> bool {
        self.cursor.look(ahead).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// `dig: 1, bash: 1`, a map without its braces: up to the next field of the level.
    fn unbraced(&mut self) -> Node {
        let mut pairs = Vec::new();
        let is_entry = |parser: &Self, at: usize| {
            let key = parser.cursor.look(at);
            key.is_some_and(|key| key.kind == TokenKind::Word && !FIELDS.contains(&parser.cursor.text(key)))
                && (parser.is_colon(at + 1) || parser.is_number(at + 1))
        };
        loop {
            let (key, value) = self.entry();
            pairs.extend(value.map(|value| (key, value)));
            let has_comma = self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma);
            if !is_entry(self, usize::from(has_comma)) {
                break;
            }
            self.separator();
        }
        let span = TextSpan::new(pairs[0].0.span.start, self.cursor.end());
        self.faults.push_with(|| slips::bare(span, Bracket::Curly, "a map stands in braces"));
        Node { span, value: RonValue::Map(pairs) }
    }

    /// Whether a comma and what can only be a further value of a list follow.
    fn goes_on(&self) -> bool {
        let is_comma = self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma);
        is_comma
            && match self.cursor.look(1).map(|next| next.kind) {
                Some(TokenKind::Text(_) | TokenKind::Number | TokenKind::Open(_)) => !self.is_colon(2),
                Some(TokenKind::Word) => {
                    self.cursor.look(2).is_some_and(|next| next.kind == TokenKind::Open(Bracket::Round))
                }
                _ => false,
            }
    }

    /// A list without its brackets, of which the first value was read.
    fn unbracketed(&mut self, first: Node) -> Node {
        let mut items = vec![first];
        while self.goes_on() {
            self.cursor.advance();
            items.push(self.value("a value"));
        }
        let span = TextSpan::new(items[0].span.start, self.cursor.end());
        self.faults.push_with(|| slips::bare(span, Bracket::Square, "a list stands in square brackets"));
        Node { span, value: RonValue::List(items) }
    }

    /// Whether a field starts here, with its colon or with a name that only a field has.
    pub(super) fn starts_field(&self) -> bool {
        let kind = self.cursor.peek().map(|token| token.kind);
        let lacks_colon = || {
            let name = self.cursor.peek().map_or("", |token| self.cursor.text(token));
            let value = self.cursor.look(1).filter(|next| next.starts_value());
            depth_of_field(name).is_some() && value.is_some()
        };
        matches!(kind, Some(TokenKind::Word | TokenKind::Text(_))) && (self.is_colon(1) || lacks_colon())
    }
}
