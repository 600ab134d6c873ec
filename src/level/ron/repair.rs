//! What is said of a bracket that was repaired.

use super::token::{Bracket, RonToken};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::plain::cut;
use crate::level::source::{TextSpan, line_and_column};

/// A bracket that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenBracket {
    pub bracket: Bracket,
    pub open: TextSpan,
    /// The index of its token among those passed.
    pub index: usize,
    /// A bracket of its kind that follows another one at once: this one, or one that was closed within it. The index of
    /// its token, and where it stands.
    pub double: Option<(usize, TextSpan)>,
    /// The value of the last field in it that should be in brackets: the index of its first token.
    pub value: Option<usize>,
    /// The last name in it that lacks its bracket.
    pub name: Option<usize>,
}

impl OpenBracket {
    pub(super) const fn new(bracket: Bracket, open: TextSpan, index: usize) -> OpenBracket {
        OpenBracket { bracket, open, index, double: None, value: None, name: None }
    }

    /// Which bracket, and where.
    fn describe(&self, source: &str) -> String {
        let (line, column) = line_and_column(source, self.open.start);
        format!("the `{}` of line {line}, column {column}", self.bracket.open())
    }
}

/// Brackets that were never closed. `then` has to follow them; `next` is the token that cannot stand in them.
pub(super) fn close(
    source: &str,
    frames: &[OpenBracket],
    here: TextSpan,
    then: &str,
    next: Option<&str>,
) -> LevelFault {
    let brackets: String = frames.iter().map(|frame| frame.bracket.close()).collect();
    let described: Vec<String> = frames.iter().take(3).map(|frame| frame.describe(source)).collect();
    let verb = if frames.len() == 1 { "is" } else { "are" };
    let before = next.map_or("the end of the file".to_owned(), |next| format!("`{}`", cut(next)));
    let cause = format!("{} {verb} not closed before {before}", described.join(" and "));
    fault(here, cause).advise(format!("put a `{brackets}` here")).mend(here, brackets + then)
}

pub(super) fn open(bracket: Bracket, here: TextSpan) -> LevelFault {
    let cause = format!("a `{}` is missing", bracket.open());
    fault(here, cause).advise(format!("put a `{}` here", bracket.open())).mend(here, bracket.open())
}

/// The line that begins a field with a list.
pub(super) fn open_field(field: &str, here: TextSpan) -> LevelFault {
    let missing = format!("{field}: [");
    fault(here, format!("`{missing}` is missing before this"))
        .advise(format!("put `{missing}` here"))
        .mend(here, missing)
}

/// A bracket of another kind than the one that it closes.
pub(super) fn change(source: &str, frame: OpenBracket, token: RonToken) -> LevelFault {
    let cause = format!("`{}` does not close {}", token.text(source), frame.describe(source));
    let close = frame.bracket.close();
    fault(token.span, cause).advise(format!("write `{close}`")).mend(token.span, close)
}

/// Two closing brackets, of which the first closes what the second should.
pub(super) fn exchange(source: &str, [first, second]: [RonToken; 2]) -> LevelFault {
    let (one, other) = (first.text(source), second.text(source));
    fault(first.span.to(second.span), format!("`{one}` and `{other}` stand in each other's place"))
        .advise(format!("write `{other}{one}`"))
        .mend(first.span, other)
        .mend(second.span, one)
}

/// A closing bracket in the place of an opening one.
pub(super) fn turn(source: &str, token: RonToken, wanted: Bracket) -> LevelFault {
    let cause = format!("`{}` where `{}` should be", token.text(source), wanted.open());
    fault(token.span, cause).advise(format!("write `{}`", wanted.open())).mend(token.span, wanted.open())
}

/// A closing bracket behind which goes on what it closed.
pub(super) fn too_early(source: &str, frame: OpenBracket, token: RonToken) -> LevelFault {
    let cause = format!("`{}` closes {} too early", token.text(source), frame.describe(source));
    fault(token.span, cause).advise("take it away").mend(token.span, "")
}

/// An opening bracket of another kind than its field has.
pub(super) fn change_open(frame: OpenBracket, wanted: Bracket) -> LevelFault {
    let cause = format!("`{}` where `{}` should be", frame.bracket.open(), wanted.open());
    fault(frame.open, cause).advise(format!("write `{}`", wanted.open())).mend(frame.open, wanted.open())
}

pub(super) fn surplus_open(bracket: Bracket, open: TextSpan) -> LevelFault {
    let cause = format!("this `{}` is one too many", bracket.open());
    fault(open, cause).advise("take it away").mend(open, "")
}

pub(super) fn surplus(span: TextSpan, bracket: &str) -> LevelFault {
    fault(span, format!("`{bracket}` closes nothing")).advise("take it away").mend(span, "")
}

fn fault(span: TextSpan, cause: String) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, span, cause)
}
