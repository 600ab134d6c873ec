//! Lines that belong to what a level was copied out of.

use super::fault::{FaultKind, LevelFault};
use super::source::TextSpan;

/// A fence around the level or the marks of a merge: the length of the line.
pub(super) fn foreign_line(line: &str) -> Option<usize> {
    let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||", "```", "~~~"];
    (marks.iter().any(|mark| line.starts_with(mark)) && !line.contains(['"', ','])).then_some(line.len())
}

pub(super) fn foreign_fault(line: TextSpan) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, line, "this line is no part of a level").advise("take it away").mend(line, "")
}
