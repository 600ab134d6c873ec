//! Lines that are no rows of a map, and would be read as such: metadata without its colon, and comments of other formats.

use super::key::MetaKey;
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::glyph::glyph;
use crate::level::source::TextSpan;

/// Letters in a comment that no map has; fewer may be slips in a row.
const LETTERS: usize = 3;

/// What is wrong with a line that starts at this byte, if it is none of a map.
pub(super) fn fault(start: usize, line: &str) -> Option<LevelFault> {
    without_colon(start, line).or_else(|| foreign_comment(start, line))
}

/// `dig=1`, perhaps behind a full-width colon.
fn without_colon(start: usize, line: &str) -> Option<LevelFault> {
    let (name, _) = line.split_once('=')?;
    let known = name.trim_start_matches([' ', '\t', '：', '﹕']);
    MetaKey::from_name(known.strip_suffix(".code").unwrap_or(known))?;
    let place = TextSpan::new(start, start + name.len() - known.len());
    let cause = format!("`{known}` has no `:` before it");
    let span = TextSpan::new(start, start + name.len());
    Some(LevelFault::new(FaultKind::UnknownCharacter, span, cause).advise("write `:key=value`").mend(place, ":"))
}

fn foreign_comment(start: usize, line: &str) -> Option<LevelFault> {
    let mark = ["//", "#", ";", "--"].into_iter().find(|mark| line.starts_with(mark))?;
    let words = &line[mark.len()..];
    let is_strange = |c: &char| c.is_alphabetic() && glyph(*c).is_none();
    if !words.starts_with(' ') || words.chars().filter(is_strange).count() < LETTERS {
        return None;
    }
    let span = TextSpan::new(start, start + mark.len());
    let cause = format!("`{mark}` begins no comment in this format");
    Some(LevelFault::new(FaultKind::UnknownCharacter, span, cause).advise("write `%`").mend(span, "%"))
}
