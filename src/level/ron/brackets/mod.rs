//! Which bracket closes which, where some are missing, too many or of the wrong kind.
//!
//! Where a bracket does not fit, each repair is tried, and the one is made after which most of the file fits. The words
//! of a level help: `map:` stands in one bracket, `At(…)` in four.

mod choice;
mod repairs;

use super::repair::OpenBracket;
use super::token::{Bracket, RonToken, TokenKind};
use super::vocabulary::{DEEPEST, bracket_of_field, depth_of_field, depth_of_group};
use crate::level::faults::Faults;
use repairs::Repair;

/// Repairs of a file. Further brackets that do not fit are dropped, and those still open are closed, without a word.
const MOST_REPAIRS: usize = 50;

/// Brackets and words that are looked at, to tell how well a repair fits.
const LOOKAHEAD: usize = 300;

/// Closing brackets that fit and are looked at all the same, whether they are misplaced. The largest level that we know
/// of has fewer.
const MOST_DOUBTS: usize = 2000;

/// The tokens with all brackets in pairs. Each that had to be changed is a fault. A file that is refused for its
/// nesting stays as it is.
pub(super) fn paired(source: &str, tokens: Vec<RonToken>, faults: &mut Faults) -> Vec<RonToken> {
    if matches!(pairing_of(source, &tokens), BracketPairing::Paired | BracketPairing::TooDeep) {
        return tokens;
    }
    let mut pairing =
        Pairing { source, tokens: &tokens, at: 0, frames: Vec::new(), paired: Vec::new(), loose: None, closed: None };
    let mut doubts = 0;
    let mut is_misplaced = |pairing: &Pairing| {
        doubts += 1;
        doubts <= MOST_DOUBTS && pairing.is_misplaced()
    };
    for _ in 0..MOST_REPAIRS {
        let Some(misfit) = pairing.next_misfit(&mut is_misplaced) else { break };
        let repair = pairing.best_repair(misfit);
        if let Some(fault) = pairing.make(repair) {
            faults.push(fault);
        }
    }
    while let Some(misfit) = pairing.next_misfit(|_| false) {
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

fn pairing_of(source: &str, tokens: &[RonToken]) -> BracketPairing {
    let mut open = Vec::new();
    let mut is_paired = true;
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open(bracket) => open.push(bracket),
            TokenKind::Close(bracket) if open.pop() != Some(bracket) => return BracketPairing::Unpaired,
            // A field of the level in the list of another one, which is closed too late.
            TokenKind::Word
                if open == [Bracket::Round, Bracket::Square]
                    && tokens.get(index + 1).is_some_and(|next| next.kind == TokenKind::Colon)
                    && depth_of_field(token.text(source)) == Some(1) =>
            {
                is_paired = false;
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            return BracketPairing::TooDeep;
        }
    }
    if is_paired && open.is_empty() { BracketPairing::Paired } else { BracketPairing::Unpaired }
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
    /// The last bracket that was closed outside of all others: the index of its end among the tokens passed, and what
    /// it was.
    closed: Option<(usize, OpenBracket)>,
}

impl Pairing<'_> {
    /// Passes over all that fits, but for closing brackets of which `is_misplaced` is true.
    fn next_misfit(&mut self, mut is_misplaced: impl FnMut(&Self) -> bool) -> Option<BracketEvent> {
        loop {
            let event = self.event(self.at);
            let top = self.frames.last().map(|frame| frame.bracket);
            let is_close = matches!(event, BracketEvent::Close(_));
            if !fits(event, top, self.frames.len()) || (is_close && is_misplaced(self)) {
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
                self.closed = closed.filter(|_| self.frames.is_empty()).map(|frame| (index, frame));
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
