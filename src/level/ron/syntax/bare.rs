//! Items of a list without what encloses them: orders without brackets, texts without quotes.

use super::Parser;
use crate::level::ron::node::{Field, Node, RonValue};
use crate::level::ron::slips;
use crate::level::ron::token::{Bracket, CELL, RonToken, TokenKind};
use crate::level::ron::vocabulary::{SOLUTION_FIELDS, depth_of_group};
use crate::level::source::TextSpan;
use crate::sim::Ability;

/// Tokens of an order, signs included.
const LONGEST_ORDER: usize = 12;

/// An order without its brackets: `At 2, dig, (4, 1)`, `2 place dig 4 1`.
pub(super) struct BareOrder {
    /// Step, ability, column and row.
    parts: [RonToken; 4],
    /// In tokens.
    length: usize,
}

impl Parser<'_> {
    /// An item of a list.
    pub(super) fn list_item(&mut self) -> Node {
        self.skip_label();
        if self.is_bare_solution(0) {
            return self.bare_solution();
        }
        if let Some(order) = self.bare_order(0) {
            return self.enclosed(&order);
        }
        let start = self.cursor.peek().filter(|token| token.kind == TokenKind::Word);
        let next = self.cursor.look(1).filter(|next| matches!(next.kind, TokenKind::Word | TokenKind::Number));
        match (start, next) {
            (Some(start), Some(next)) if !self.cursor.source[start.span.end..next.span.start].contains('\n') => {
                self.quoted(start)
            }
            _ => self.value("a value"),
        }
    }

    /// Whether a field of a solution starts so many tokens ahead, or its name without the bracket behind it.
    pub(super) fn is_bare_solution(&self, ahead: usize) -> bool {
        self.is_solution_field(ahead + usize::from(self.is_solution_name(ahead)))
    }

    /// Whether the name of a solution stands so many tokens ahead.
    fn is_solution_name(&self, ahead: usize) -> bool {
        self.cursor.look(ahead).is_some_and(|name| self.cursor.text(name) == "Solution")
    }

    /// Whether a field of a solution starts so many tokens ahead.
    fn is_solution_field(&self, ahead: usize) -> bool {
        let name = self.cursor.look(ahead).map_or("", |name| self.cursor.text(name));
        SOLUTION_FIELDS.contains(&name) && self.is_colon(ahead + 1)
    }

    /// A solution without `Solution(…)`: its fields, each at most once.
    fn bare_solution(&mut self) -> Node {
        let start = self.cursor.peek().map_or(0, |first| first.span.start);
        if self.is_solution_name(0) {
            self.cursor.advance();
        }
        let mut fields: Vec<Field> = Vec::new();
        loop {
            fields.extend(self.field());
            let next = usize::from(self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma));
            let name = self.cursor.look(next).map_or("", |name| self.cursor.text(name));
            if !self.is_solution_field(next) || fields.iter().any(|field| field.name == name) {
                break;
            }
            self.separator();
        }
        let (span, first) = (TextSpan::new(start, self.cursor.end()), fields.first().map_or(start, |f| f.span.start));
        self.faults.push_with(|| slips::bare_solution(span, first));
        Node { span, value: RonValue::Struct { name: None, fields, has_lost: false } }
    }

    /// Passes over `1:` before `Solution(…)`, or before a text.
    fn skip_label(&mut self) {
        let label = self.cursor.peek().filter(|_| self.is_colon(1) && (self.is_group_name(2) || self.is_numbered(0)));
        if let Some(label) = label {
            (0..2).for_each(|_| self.cursor.advance());
            let span = TextSpan::new(label.span.start, self.cursor.end());
            self.faults.push_with(|| slips::junk(span, &self.cursor.source[span.start..span.end]));
        }
    }

    /// Whether `5: "…"` stands so many tokens ahead.
    pub(super) fn is_numbered(&self, ahead: usize) -> bool {
        let kind = |ahead| self.cursor.look(ahead).map(|token| token.kind);
        kind(ahead) == Some(TokenKind::Number)
            && self.is_colon(ahead + 1)
            && matches!(kind(ahead + 2), Some(TokenKind::Text(_)))
    }

    /// Whether the token that many ahead is the name of a group.
    pub(super) fn is_group_name(&self, ahead: usize) -> bool {
        let name = self.cursor.look(ahead).filter(|name| name.kind == TokenKind::Word);
        name.is_some_and(|name| depth_of_group(self.cursor.text(name)).is_some())
    }

    /// The order without brackets that starts so many tokens ahead.
    pub(super) fn bare_order(&self, ahead: usize) -> Option<BareOrder> {
        let mut parts = Vec::new();
        let mut open = 0_usize;
        for length in 1..=LONGEST_ORDER {
            let token = self.cursor.look(ahead + length - 1)?;
            match (token.kind, self.cursor.text(token)) {
                (TokenKind::Word, "At") if length == 1 => {}
                (TokenKind::Word, "place") if parts.len() == 1 => {}
                (TokenKind::Word | TokenKind::Number, _) => parts.push(token),
                (TokenKind::Comma | TokenKind::Colon | TokenKind::Junk, _) if !parts.is_empty() => {}
                (TokenKind::Open(Bracket::Round), _) if parts.len() == 2 => open += 1,
                (TokenKind::Close(Bracket::Round), _) if open > 0 => open -= 1,
                _ => return None,
            }
            if let ([step, ability, column, row], 0) = (&parts[..], open) {
                let are_numbers = [step, column, row].iter().all(|part| part.kind == TokenKind::Number);
                let is_order = are_numbers && Ability::from_name(self.cursor.text(*ability)).is_some();
                return is_order.then_some(BareOrder { parts: [*step, *ability, *column, *row], length });
            }
        }
        None
    }

    /// Reads an order without brackets as what it is meant to be.
    fn enclosed(&mut self, order: &BareOrder) -> Node {
        let start = self.cursor.peek().map_or(0, |token| token.span.start);
        (0..order.length).for_each(|_| self.cursor.advance());
        let span = TextSpan::new(start, self.cursor.end());
        let [step, ability, column, row] = order.parts.map(|part| self.cursor.text(part));
        let meant = format!("At({step}, {ability}, ({column}, {row}))");
        self.faults.push_with(|| slips::bare_order(span, &meant));
        Node { span, value: RonValue::Faulty }
    }

    /// Whether `4, 1:` starts here, a key that is a cell without its brackets.
    pub(super) fn is_bare_cell(&self) -> bool {
        let kinds = (0..CELL.len()).map(|ahead| self.cursor.look(ahead).map(|token| token.kind));
        kinds.eq(CELL.map(Some)) && self.is_colon(CELL.len())
    }

    pub(super) fn bare_cell(&mut self) -> Node {
        let x = self.value("a column");
        self.cursor.advance();
        let y = self.value("a row");
        let span = x.span.to(y.span);
        self.faults.push_with(|| slips::bare_cell(span));
        Node { span, value: RonValue::Tuple { name: None, items: vec![x, y] } }
    }

    /// Reads words without quotes, up to the end of their item or line.
    fn quoted(&mut self, start: RonToken) -> Node {
        self.skip_line();
        let span = TextSpan::new(start.span.start, self.cursor.end());
        self.faults.push_with(|| slips::bare_words(span, &self.cursor.source[span.start..span.end]));
        Node { span, value: RonValue::Faulty }
    }
}
