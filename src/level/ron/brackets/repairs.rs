//! The repairs of brackets that do not fit.

use super::{BracketEvent, Pairing};
use crate::level::fault::LevelFault;
use crate::level::ron::repair::{self, OpenBracket};
use crate::level::ron::slips;
use crate::level::ron::token::{Bracket, CELL, RonToken, TokenKind};
use crate::level::source::TextSpan;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repair {
    /// Closes all brackets but that many.
    Close {
        depth: usize,
    },
    /// Opens a bracket before a token that was passed.
    Open {
        before: usize,
        bracket: Bracket,
    },
    /// Begins a field that is a list before a token that was passed.
    OpenField {
        before: usize,
        field: &'static str,
    },
    /// Takes away the bracket of that frame, which was opened twice, before the level, or around a single value.
    Reduce {
        frame: usize,
    },
    /// Takes away the bracket that closed the level, which goes on.
    Reopen,
    /// Takes a closing bracket for one that fits.
    Change,
    /// Takes two closing brackets each for the other.
    Exchange,
    /// Takes the innermost opening bracket for one that fits.
    ChangeOpen(Bracket),
    /// Takes a closing bracket for an opening one.
    Turn(Bracket),
    /// Takes away a closing bracket behind which goes on what it closed, or takes it for a comma.
    Continue {
        has_comma: bool,
    },
    Drop,
    /// Takes a word as it is.
    Pass,
}

impl Pairing<'_> {
    /// Makes a repair, and says which.
    pub(super) fn make(&mut self, repair: Repair) -> Option<LevelFault> {
        match repair {
            Repair::Close { depth } => Some(self.close(depth)),
            Repair::Open { before, bracket } => {
                let span = self.open(before, bracket);
                Some(repair::open(bracket, span))
            }
            Repair::OpenField { before, field } => {
                let span = self.open(before, Bracket::Square);
                Some(repair::open_field(field, span))
            }
            Repair::Reduce { frame } => {
                let frame = self.frames.remove(frame);
                let (index, span) = frame.double.unwrap_or((frame.index, frame.open));
                self.take_out(index);
                Some(repair::surplus_open(frame.bracket, span))
            }
            Repair::Reopen => {
                let (index, frame) = self.closed.take()?;
                let token = self.paired.remove(index);
                self.frames.push(frame);
                Some(repair::surplus(token.span, token.text(self.source)))
            }
            Repair::ChangeOpen(bracket) => {
                let frame = self.frames.last_mut()?;
                let wrong = *frame;
                frame.bracket = bracket;
                self.paired[wrong.index].kind = TokenKind::Open(bracket);
                Some(repair::change_open(wrong, bracket))
            }
            Repair::Change => {
                let token = self.tokens[self.at];
                let frame = self.frames.pop()?;
                self.paired.push(RonToken { kind: TokenKind::Close(frame.bracket), ..token });
                self.at += 1;
                Some(repair::change(self.source, frame, token))
            }
            Repair::Exchange => {
                let pair = [self.tokens[self.at], self.tokens[self.at + 1]];
                for token in pair {
                    let kind = TokenKind::Close(self.frames.pop()?.bracket);
                    self.paired.push(RonToken { kind, ..token });
                }
                self.at += pair.len();
                Some(repair::exchange(self.source, pair))
            }
            Repair::Turn(bracket) => {
                let token = self.tokens[self.at];
                self.frames.last_mut().map_or(&mut self.loose, |frame| &mut frame.name).take();
                self.frames.push(OpenBracket::new(bracket, token.span, self.paired.len()));
                self.paired.push(RonToken { kind: TokenKind::Open(bracket), ..token });
                self.at += 1;
                Some(repair::turn(self.source, token, bracket))
            }
            Repair::Continue { has_comma } => {
                let (token, frame) = (self.tokens[self.at], *self.frames.last()?);
                self.at += 1;
                if !has_comma {
                    self.paired.push(RonToken { kind: TokenKind::Comma, ..token });
                }
                let text = token.text(self.source);
                Some(match has_comma {
                    true if token.kind == TokenKind::Close(frame.bracket) => {
                        repair::too_early(self.source, frame, token)
                    }
                    true => repair::surplus(token.span, text),
                    false => slips::no_comma(token.span, text),
                })
            }
            Repair::Drop => {
                let token = self.tokens[self.at];
                self.at += 1;
                Some(repair::surplus(token.span, token.text(self.source)))
            }
            Repair::Pass => {
                self.pass();
                None
            }
        }
    }

    /// Closes all frames but that many, behind the last thing that stands in them.
    fn close(&mut self, depth: usize) -> LevelFault {
        // A comma at the end of the file stands in the level.
        let is_end = self.event(self.at) == BracketEvent::End;
        let is_code = |token: &RonToken| !token.is_comment() && (is_end || token.kind != TokenKind::Comma);
        let place = self.paired.iter().rposition(is_code).map_or(0, |last| last + 1);
        // Of two commas the second stood behind the bracket.
        let commas: Vec<usize> =
            (place..self.paired.len()).filter(|at| self.paired[*at].kind == TokenKind::Comma).collect();
        let place = if let [_, second, ..] = commas[..] { second } else { place };
        let place = self.cell_end(depth).unwrap_or(place);
        let end = match commas[..] {
            [_, second, ..] => self.paired[second].span.start,
            _ => self.paired[..place].last().map_or(0, |token| token.span.end),
        };
        let here = TextSpan::new(end, end);
        let closed: Vec<OpenBracket> = self.frames.drain(depth..).rev().collect();
        let has_comma = self.paired[place..].iter().any(|token| token.kind == TokenKind::Comma);
        let goes_on = !has_comma && matches!(self.event(self.at), BracketEvent::Word { .. });
        let kinds = closed.iter().map(|frame| TokenKind::Close(frame.bracket));
        let inserted: Vec<RonToken> =
            kinds.chain(goes_on.then_some(TokenKind::Comma)).map(|kind| RonToken { kind, span: here }).collect();
        self.paired.splice(place..place, inserted);
        let next = self.tokens.get(self.at).map(|token| token.text(self.source));
        repair::close(self.source, &closed, here, if goes_on { "," } else { "" }, next)
    }

    /// Where the cell ends that is alone in the frames to close, if a colon follows it.
    fn cell_end(&self, depth: usize) -> Option<usize> {
        let [cell] = self.frames[depth..] else { return None };
        let kinds = self.paired[cell.index + 1..].iter().map(|token| token.kind);
        let is_cell = kinds.take(4).eq(CELL.into_iter().chain([TokenKind::Colon]));
        is_cell.then_some(cell.index + 1 + CELL.len())
    }

    /// Takes a token out of those passed.
    fn take_out(&mut self, index: usize) {
        self.paired.remove(index);
        for frame in &mut self.frames {
            let after = |at: usize| if at > index { at - 1 } else { at };
            frame.index = after(frame.index);
            frame.value = frame.value.map(after);
            frame.name = frame.name.map(after);
            frame.double = frame.double.map(|(at, span)| (after(at), span));
        }
    }

    fn open(&mut self, before: usize, bracket: Bracket) -> TextSpan {
        let start = match self.paired.get(before) {
            Some(token) => token.span.start,
            None => self.tokens[self.at].span.start,
        };
        // Right behind a name, also where the next token is far.
        let follows_name = self.paired[..before].last().filter(|token| token.kind == TokenKind::Word);
        let at = follows_name.map_or(start, |name| name.span.end);
        let here = TextSpan::new(at, at);
        self.paired.insert(before, RonToken { kind: TokenKind::Open(bracket), span: here });
        self.frames.last_mut().map_or(&mut self.loose, |frame| &mut frame.name).take();
        if let Some(frame) = self.frames.last_mut() {
            frame.value = None;
        }
        self.frames.push(OpenBracket::new(bracket, here, before));
        here
    }
}
