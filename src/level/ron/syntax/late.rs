//! Items that stand behind the list that they belong to.

use super::Parser;
use crate::level::ron::node::{Field, RonValue};
use crate::level::ron::slips;
use crate::level::ron::token::{Bracket, TokenKind};
use crate::level::ron::vocabulary::field_of_item;
use crate::level::source::TextSpan;

impl Parser<'_> {
    /// Reads the items of the list of this field that stand behind it, alone or in further lists.
    pub(super) fn late_items(&mut self, field: &mut Field) -> bool {
        let RonValue::List(items) = &mut field.value.value else { return false };
        let Some(first) = self.cursor.peek().filter(|_| self.is_late(&field.name, 0)) else { return false };
        let place = items.last().map_or(field.value.span.start + 1, |last| last.span.end);
        let (behind, source) = (self.cursor.end(), self.cursor.source);
        let mut moved = String::new();
        loop {
            let gap = self.cursor.end();
            let item = self.value("a value");
            let bare = if matches!(item.value, RonValue::List(_)) { item.inside() } else { item.span };
            let comma = if items.is_empty() { "" } else { "," };
            moved.extend([comma, &source[gap..item.span.start], &source[bare.start..bare.end]]);
            match item.value {
                RonValue::List(more) => items.extend(more),
                _ => items.push(item),
            }
            if !self.is_comma() || !self.is_late(&field.name, 1) {
                break;
            }
            self.cursor.advance();
        }
        let span = TextSpan::new(first.span.start, self.cursor.end());
        let comma = self.cursor.peek().filter(|_| self.is_comma());
        let whole = TextSpan::new(behind, comma.map_or(span.end, |comma| comma.span.end));
        self.faults.push_with(|| {
            match first.kind {
                TokenKind::Open(Bracket::Square) => slips::second_list(span, &field.name),
                _ => slips::late_item(span),
            }
            .mend(TextSpan::new(place, place), moved)
            .mend(whole, "")
        });
        true
    }

    /// Whether what stands so many tokens ahead belongs to the list of this field.
    fn is_late(&self, field: &str, ahead: usize) -> bool {
        let Some(token) = self.cursor.look(ahead) else { return false };
        // A bracket that was missing has no text.
        let is_list = token.kind == TokenKind::Open(Bracket::Square) && !self.cursor.text(token).is_empty();
        let at = ahead + usize::from(is_list);
        let item = self.cursor.look(at).filter(|_| !self.is_colon(at + 1));
        item.is_some_and(|item| match (field, item.kind) {
            ("delay", TokenKind::Number) => true,
            // A list of texts is more likely another field without its name.
            ("stars", TokenKind::Text(_)) => !is_list,
            _ => field_of_item(item, self.cursor.source) == Some(field),
        })
    }

    fn is_comma(&self) -> bool {
        self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma)
    }
}
