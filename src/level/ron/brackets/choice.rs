//! The choice among the repairs of a bracket that does not fit: the one after which most of the file fits.

use super::{BracketEvent, LOOKAHEAD, Pairing, Repair, fits};
use crate::level::ron::repair::OpenBracket;
use crate::level::ron::token::{Bracket, TokenKind};
use crate::level::ron::vocabulary::bracket_of_field;

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
                if depth < stack.len() {
                    repairs.push(Repair::Close { depth });
                } else {
                    repairs.extend(open_name);
                }
                repairs.push(Repair::Pass);
            }
            BracketEvent::Close(bracket) => {
                repairs
                    .extend(stack.iter().rposition(|open| *open == bracket).map(|at| Repair::Close { depth: at + 1 }));
                repairs.extend(open_name.filter(|_| bracket == Bracket::Round));
                let value = self.frames.last().and_then(|frame| frame.value);
                let bare = value.filter(|value| {
                    self.paired.get(*value).is_some_and(|token| !matches!(token.kind, TokenKind::Open(_)))
                });
                repairs.extend(bare.map(|before| Repair::Open { before, bracket }));
                repairs.extend(
                    self.bare_cell()
                        .filter(|_| bracket == Bracket::Round)
                        .map(|before| Repair::Open { before, bracket }),
                );
                let is_wrong_open = self.frames.last().is_some_and(|frame| self.wanted(*frame) == Some(bracket));
                repairs.extend(is_wrong_open.then_some(Repair::ChangeOpen(bracket)));
                repairs.extend(stack.last().map(|_| Repair::Change));
                repairs.push(Repair::Drop);
            }
            BracketEvent::Open(_) | BracketEvent::Other => repairs.push(Repair::Pass),
        }
        repairs
    }

    /// Where `(` is missing before `4, 1)` or `4, 1`, if that is what was passed last.
    fn bare_cell(&self) -> Option<usize> {
        let ends_group = matches!(self.paired.last()?.kind, TokenKind::Close(Bracket::Round));
        let end = self.paired.len() - usize::from(ends_group);
        let start = end.checked_sub(3)?;
        let is_enclosed =
            self.paired[..start].last().is_some_and(|token| token.kind == TokenKind::Open(Bracket::Round));
        let kinds: Vec<TokenKind> = self.paired[start..end].iter().map(|token| token.kind).collect();
        (!is_enclosed && kinds == [TokenKind::Number, TokenKind::Comma, TokenKind::Number]).then_some(start)
    }

    /// The kind of bracket that the value of a field has.
    fn wanted(&self, frame: OpenBracket) -> Option<Bracket> {
        let colon = frame.index.checked_sub(1)?;
        let name = self.paired.get(colon.checked_sub(1)?).filter(|_| self.paired[colon].kind == TokenKind::Colon)?;
        bracket_of_field(name.text(self.source))
    }

    /// How many brackets and words fit after a repair.
    fn progress(&self, repair: Repair, mut stack: Vec<Bracket>) -> usize {
        let mut at = self.at;
        match repair {
            Repair::Close { depth } => stack.truncate(depth),
            Repair::Open { bracket, .. } => stack.push(bracket),
            Repair::Reduce { frame } => drop(stack.remove(frame)),
            Repair::ChangeOpen(bracket) => {
                stack.pop();
                stack.push(bracket);
            }
            Repair::Change => {
                stack.pop();
                at += 1;
            }
            Repair::Drop | Repair::Pass => at += 1,
        }
        let mut passed = 0;
        let mut is_over = stack.is_empty() && matches!(repair, Repair::Change);
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
