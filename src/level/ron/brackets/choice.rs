//! The choice among the repairs of a bracket that does not fit: the one after which most of the file fits.

use super::repairs::Repair;
use super::{BracketEvent, LOOKAHEAD, Pairing, fits};
use crate::level::ron::repair::OpenBracket;
use crate::level::ron::token::{Bracket, CELL, RonToken, TokenKind};
use crate::level::ron::vocabulary::{bracket_of_field, depth_of_group, field_of_item, holds_one_value};

impl Pairing<'_> {
    /// Of the repairs that there are, the first of those after which most fits.
    pub(super) fn best_repair(&self, misfit: BracketEvent) -> Repair {
        let stack: Vec<Bracket> = self.frames.iter().map(|frame| frame.bracket).collect();
        let mut best = (Repair::Pass, 0);
        for repair in self.repairs(misfit, &stack) {
            let progress = self.progress(repair, stack.clone());
            if progress > best.1 || best.0 == Repair::Pass {
                best = (repair, progress);
            }
        }
        best.0
    }

    fn repairs(&self, misfit: BracketEvent, stack: &[Bracket]) -> Vec<Repair> {
        let mut repairs = Vec::new();
        let name = self.frames.last().map_or(self.loose, |frame| frame.name);
        let doubled = self.frames.iter().rposition(|frame| frame.double.is_some());
        repairs.extend(doubled.map(|frame| Repair::Reduce { frame }));
        let open_name = name.map(|name| Repair::Open { before: name + 1, bracket: Bracket::Round });
        match misfit {
            BracketEvent::End => repairs.push(Repair::Close { depth: 0 }),
            BracketEvent::Word { depth } => {
                if let Some((_, level)) = self.closed.filter(|_| stack.is_empty() && depth > 0) {
                    repairs.extend((level.bracket == Bracket::Round).then_some(Repair::Reopen));
                }
                if depth < stack.len() {
                    let is_empty = |frame: &OpenBracket| frame.index + 1 == self.paired.len();
                    let surplus = self.frames.iter().rposition(is_empty).filter(|_| depth == 0);
                    repairs.extend(surplus.map(|frame| Repair::Reduce { frame }));
                    let around_one =
                        self.frames.last().and_then(|frame| self.field_of(*frame)).is_some_and(holds_one_value);
                    repairs.extend(around_one.then(|| Repair::Reduce { frame: stack.len() - 1 }));
                    repairs.push(Repair::Close { depth });
                } else {
                    repairs.extend(open_name);
                }
                // The list of another field holds none, unless it was moved there.
                let is_in_list = depth == 1 && stack.last() == Some(&Bracket::Square);
                repairs.extend((!is_in_list || self.is_among_items()).then_some(Repair::Pass));
            }
            BracketEvent::Close(bracket) => {
                let next = self.tokens.get(self.at + 1).map(|next| next.kind);
                let is_exchanged = matches!(stack, [.., outer, inner]
                    if *outer == bracket && *inner != bracket && next == Some(TokenKind::Close(*inner)));
                repairs.extend(is_exchanged.then_some(Repair::Exchange));
                repairs
                    .extend(stack.iter().rposition(|open| *open == bracket).map(|at| Repair::Close { depth: at + 1 }));
                repairs.extend(open_name.filter(|_| bracket == Bracket::Round));
                let value = self.frames.last().and_then(|frame| frame.value);
                let bare = value.filter(|value| {
                    let name = value.checked_sub(2).map_or("", |name| self.paired[name].text(self.source));
                    let first = self.paired.get(*value).map(|token| token.kind);
                    let is_other = first != Some(TokenKind::Open(bracket)) && bracket_of_field(name) == Some(bracket);
                    first.is_some_and(|first| is_other || !matches!(first, TokenKind::Open(_)))
                });
                repairs.extend(bare.map(|before| Repair::Open { before, bracket }));
                repairs.extend(
                    self.bare_cell()
                        .filter(|_| bracket == Bracket::Round)
                        .map(|before| Repair::Open { before, bracket }),
                );
                let item = self.bare_item().filter(|_| bracket == Bracket::Square);
                repairs.extend(item.map(|(before, field)| Repair::OpenField { before, field }));
                let is_wrong_open = self.frames.last().is_some_and(|frame| self.wanted(*frame) == Some(bracket));
                repairs.extend(is_wrong_open.then_some(Repair::ChangeOpen(bracket)));
                repairs.extend(stack.last().map(|_| Repair::Change));
                repairs.extend(self.continued());
                repairs.push(Repair::Drop);
                repairs.extend(self.wanted_here().map(Repair::Turn));
            }
            BracketEvent::Open(_) | BracketEvent::Other => repairs.push(Repair::Pass),
        }
        repairs
    }

    /// Whether more of the file fits if the closing bracket that comes next, which fits too, is one that opens, or
    /// none.
    pub(super) fn is_misplaced(&self) -> bool {
        let mut repairs = self.wanted_here().map(Repair::Turn).into_iter().chain(self.continued()).peekable();
        if repairs.peek().is_none() {
            return false;
        }
        let stack: Vec<Bracket> = self.frames.iter().map(|frame| frame.bracket).collect();
        // To change a bracket that fits is to pass over it.
        let passed = self.progress(Repair::Change, stack.clone());
        repairs.any(|repair| self.progress(repair, stack.clone()) > passed + 1)
    }

    /// Whether the field that begins here is followed by an item of a list.
    fn is_among_items(&self) -> bool {
        let mut depth = 0_usize;
        for (index, token) in self.tokens.iter().enumerate().skip(self.at).take(LOOKAHEAD) {
            match token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) if depth == 0 => return false,
                TokenKind::Close(_) => depth -= 1,
                TokenKind::Comma if depth == 0 => {
                    let next = self.tokens[index + 1..].iter().filter(|next| !next.is_comment()).map(|next| next.kind);
                    let next: Vec<TokenKind> = next.take(2).collect();
                    return matches!(next[..], [TokenKind::Text(_), ..] | [TokenKind::Word, TokenKind::Open(_)]);
                }
                _ => {}
            }
        }
        false
    }

    /// What to do where it seems that what the next token closes goes on behind it.
    fn continued(&self) -> Option<Repair> {
        let frame = self.frames.last()?;
        let is_order_without_cell = || {
            let name = frame.index.checked_sub(1).map_or("", |name| self.paired[name].text(self.source));
            let mut inside = self.paired.iter().skip(frame.index + 1);
            let needs_none = |token: &RonToken| token.text(self.source) == "ExplodeAll";
            name == "At" && !inside.any(|token| matches!(token.kind, TokenKind::Open(_)) || needs_none(token))
        };
        match self.tokens[self.at + 1..].iter().find(|next| !next.is_comment())?.kind {
            TokenKind::Close(_) => None,
            TokenKind::Comma => is_order_without_cell().then_some(Repair::Continue { has_comma: true }),
            _ => Some(Repair::Continue { has_comma: false }),
        }
    }

    /// The kind of bracket that has to open where the next token is, behind a name or before a cell.
    fn wanted_here(&self) -> Option<Bracket> {
        let mut before = self.paired.iter().rev().filter(|token| !token.is_comment());
        let (last, name) = (before.next()?, |token: &RonToken| token.text(self.source));
        let next = self.tokens[self.at + 1..].iter().map(|token| token.kind);
        match last.kind {
            TokenKind::Word => depth_of_group(name(last)).map(|_| Bracket::Round),
            TokenKind::Colon => bracket_of_field(name(before.next()?)),
            TokenKind::Comma | TokenKind::Open(_) => next.take(CELL.len()).eq(CELL).then_some(Bracket::Round),
            _ => None,
        }
    }

    /// Where `(` is missing before `4, 1)` or `4, 1`, if that is what was passed last.
    fn bare_cell(&self) -> Option<usize> {
        let ends_group = matches!(self.paired.last()?.kind, TokenKind::Close(Bracket::Round));
        let end = self.paired.len() - usize::from(ends_group);
        let start = end.checked_sub(3)?;
        let is_enclosed =
            self.paired[..start].last().is_some_and(|token| token.kind == TokenKind::Open(Bracket::Round));
        let kinds: Vec<TokenKind> = self.paired[start..end].iter().map(|token| token.kind).collect();
        (!is_enclosed && kinds == CELL).then_some(start)
    }

    /// The first item of a list that stands in the level itself, and the field that it belongs to.
    fn bare_item(&self) -> Option<(usize, &'static str)> {
        let level = self.frames.last().filter(|_| self.frames.len() == 1)?;
        let mut depth = 0_usize;
        let mut before = TokenKind::Comma;
        for (at, token) in self.paired.iter().enumerate().skip(level.index + 1).filter(|(_, token)| !token.is_comment())
        {
            let is_name = self.paired.get(at + 1).is_some_and(|next| next.kind == TokenKind::Colon);
            if depth == 0
                && before == TokenKind::Comma
                && !is_name
                && let Some(field) = field_of_item(*token, self.source)
            {
                return Some((at, field));
            }
            match token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            before = token.kind;
        }
        None
    }

    /// The kind of bracket that the value of a field has, or what stands behind a name, or around the level.
    fn wanted(&self, frame: OpenBracket) -> Option<Bracket> {
        if self.paired[..frame.index].iter().all(|token| token.is_comment()) {
            return Some(Bracket::Round);
        }
        let before = frame.index.checked_sub(1).map(|before| self.paired[before].text(self.source));
        if before.is_some_and(|name| depth_of_group(name).is_some()) {
            return Some(Bracket::Round);
        }
        let inside: Vec<TokenKind> = self.paired[frame.index + 1..].iter().map(|token| token.kind).collect();
        if inside == CELL && before.is_some_and(|before| matches!(before, "," | "{")) {
            return Some(Bracket::Round);
        }
        bracket_of_field(self.field_of(frame)?)
    }

    /// The field whose value begins with this bracket.
    fn field_of(&self, frame: OpenBracket) -> Option<&str> {
        let name = self.paired.get(frame.index.checked_sub(2)?)?;
        (self.paired[frame.index - 1].kind == TokenKind::Colon).then(|| name.text(self.source))
    }

    /// How many brackets and words fit after a repair.
    fn progress(&self, repair: Repair, mut stack: Vec<Bracket>) -> usize {
        let mut at = self.at;
        match repair {
            Repair::Close { depth } => stack.truncate(depth),
            Repair::Open { bracket, .. } => stack.push(bracket),
            Repair::OpenField { .. } => stack.push(Bracket::Square),
            Repair::Reduce { frame } => drop(stack.remove(frame)),
            Repair::Reopen => stack.push(Bracket::Round),
            Repair::ChangeOpen(bracket) => {
                stack.pop();
                stack.push(bracket);
            }
            Repair::Change => {
                stack.pop();
                at += 1;
            }
            Repair::Exchange => {
                stack.truncate(stack.len() - 2);
                at += 2;
            }
            Repair::Turn(bracket) => {
                stack.push(bracket);
                at += 1;
            }
            Repair::Continue { .. } | Repair::Drop | Repair::Pass => at += 1,
        }
        let mut passed = 0;
        let mut is_over = stack.is_empty() && matches!(repair, Repair::Change | Repair::Exchange);
        while passed < LOOKAHEAD {
            let event = self.event(at);
            if event == BracketEvent::End && stack.is_empty() {
                return LOOKAHEAD;
            }
            let is_comment = self.tokens.get(at).is_some_and(|token| token.is_comment());
            if !fits(event, stack.last().copied(), stack.len()) || (is_over && !is_comment) {
                return passed;
            }
            match event {
                BracketEvent::Open(bracket) => stack.push(bracket),
                BracketEvent::Close(_) => {
                    stack.pop();
                    is_over = stack.is_empty();
                }
                BracketEvent::Word { .. } | BracketEvent::Other | BracketEvent::End => {}
            }
            passed += usize::from(event != BracketEvent::Other);
            at += 1;
        }
        passed
    }
}
