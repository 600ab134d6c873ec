//! Which bracket closes which, where some are missing, too many or of the wrong kind.
//!
//! Where a bracket does not fit, each repair is tried, and the one is made after which most of the file fits. The words
//! of a level help: `map:` stands in one bracket, `At(…)` in four.

mod choice;

use super::repair::{self, OpenBracket};
use super::token::{Bracket, RonToken, TokenKind};
use super::vocabulary::{DEEPEST, bracket_of_field, depth_of_field, depth_of_group};
use crate::level::fault::LevelFault;
use crate::level::faults::Faults;
use crate::level::source::TextSpan;

/// Repairs of a file. Further brackets that do not fit are dropped, and those still open are closed, without a word.
const MOST_REPAIRS: usize = 50;

/// Brackets and words that are looked at, to tell how well a repair fits.
const LOOKAHEAD: usize = 300;

/// The tokens with all brackets in pairs. Each that had to be changed is a fault. A file that is refused for its nesting
/// stays as it is.
pub(super) fn paired(source: &str, tokens: Vec<RonToken>, faults: &mut Faults) -> Vec<RonToken> {
    if matches!(pairing_of(&tokens), BracketPairing::Paired | BracketPairing::TooDeep) {
        return tokens;
    }
    let mut pairing = Pairing { source, tokens: &tokens, at: 0, frames: Vec::new(), paired: Vec::new(), loose: None };
    for _ in 0..MOST_REPAIRS {
        let Some(misfit) = pairing.next_misfit() else { break };
        let repair = pairing.best_repair(misfit);
        if let Some(fault) = pairing.make(repair) {
            faults.push(fault);
        }
    }
    while let Some(misfit) = pairing.next_misfit() {
        pairing.make(match misfit {
            BracketEvent::End => Repair::Close { depth: 0 },
            BracketEvent::Close(_) => Repair::Drop,
            BracketEvent::Open(_) | BracketEvent::Word { .. } | BracketEvent::Other => Repair::Pass,
        });
    }
    pairing.paired
}

/// How the brackets of a file stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BracketPairing {
    Paired,
    Unpaired,
    /// Up to the first that does not fit, more of them are open than a file may have.
    TooDeep,
}

fn pairing_of(tokens: &[RonToken]) -> BracketPairing {
    let mut open = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::Open(bracket) => open.push(bracket),
            TokenKind::Close(bracket) if open.pop() != Some(bracket) => return BracketPairing::Unpaired,
            _ => {}
        }
        if open.len() > DEEPEST {
            return BracketPairing::TooDeep;
        }
    }
    if open.is_empty() { BracketPairing::Paired } else { BracketPairing::Unpaired }
}

/// What a token means for the brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BracketEvent {
    Open(Bracket),
    Close(Bracket),
    /// A word that stands in that many brackets.
    Word {
        depth: usize,
    },
    Other,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repair {
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
    /// Takes away the bracket of that frame, which was opened twice, or before the level.
    Reduce {
        frame: usize,
    },
    /// Takes a closing bracket for one that fits.
    Change,
    /// Takes the innermost opening bracket for one that fits.
    ChangeOpen(Bracket),
    Drop,
    /// Takes a word as it is.
    Pass,
}

struct Pairing<'a> {
    source: &'a str,
    tokens: &'a [RonToken],
    /// The index of the next token.
    at: usize,
    frames: Vec<OpenBracket>,
    /// The tokens passed.
    paired: Vec<RonToken>,
    /// Outside of all brackets: the last name without one.
    loose: Option<usize>,
}

impl Pairing<'_> {
    /// Passes over all that fits.
    fn next_misfit(&mut self) -> Option<BracketEvent> {
        loop {
            let event = self.event(self.at);
            let top = self.frames.last().map(|frame| frame.bracket);
            if !fits(event, top, self.frames.len()) {
                return Some(event);
            }
            if event == BracketEvent::End {
                return None;
            }
            self.pass();
        }
    }

    fn event(&self, index: usize) -> BracketEvent {
        let Some(token) = self.tokens.get(index) else { return BracketEvent::End };
        let next = || self.tokens[index + 1..].iter().find(|next| !next.is_comment());
        match token.kind {
            TokenKind::Open(bracket) => BracketEvent::Open(bracket),
            TokenKind::Close(bracket) => BracketEvent::Close(bracket),
            TokenKind::Word => {
                let depth = match next().map(|next| next.kind) {
                    Some(TokenKind::Colon) => depth_of_field(token.text(self.source)),
                    Some(TokenKind::Open(_)) => depth_of_group(token.text(self.source)),
                    _ => None,
                };
                depth.map_or(BracketEvent::Other, |depth| BracketEvent::Word { depth })
            }
            _ => BracketEvent::Other,
        }
    }

    /// Takes the next token as it is.
    fn pass(&mut self) {
        let token = self.tokens[self.at];
        let index = self.paired.len();
        match token.kind {
            TokenKind::Open(bracket) => {
                let is_double = self.paired.last().is_some_and(|before| before.kind == token.kind);
                let double = is_double.then_some((index, token.span));
                self.frames.push(OpenBracket { double, ..OpenBracket::new(bracket, token.span, index) });
            }
            TokenKind::Close(_) => {
                let closed = self.frames.pop();
                // That there was one too many shows only where another is not closed.
                if let (Some(closed), Some(frame)) = (closed, self.frames.last_mut())
                    && closed.bracket == frame.bracket
                {
                    frame.double = closed.double.or(frame.double);
                }
            }
            TokenKind::Colon => {
                let name = self.paired.last().map_or("", |name| name.text(self.source));
                if let Some(frame) = self.frames.last_mut().filter(|_| bracket_of_field(name).is_some()) {
                    frame.value = Some(index + 1);
                }
            }
            TokenKind::Word if depth_of_group(token.text(self.source)).is_some() => {
                let is_bare = !matches!(self.event(self.at + 1), BracketEvent::Open(_));
                let name = self.frames.last_mut().map_or(&mut self.loose, |frame| &mut frame.name);
                *name = is_bare.then_some(index);
            }
            _ => {}
        }
        self.paired.push(token);
        self.at += 1;
    }

    /// Makes a repair, and says which.
    fn make(&mut self, repair: Repair) -> Option<LevelFault> {
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

/// Whether an event may come with that bracket open, the innermost of so many.
fn fits(event: BracketEvent, top: Option<Bracket>, depth: usize) -> bool {
    match event {
        BracketEvent::Open(_) | BracketEvent::Other => true,
        BracketEvent::Close(bracket) => top == Some(bracket),
        BracketEvent::Word { depth: wanted } => depth <= wanted && (depth > 0 || wanted == 0),
        BracketEvent::End => depth == 0,
    }
}
