//! Lines that are no rows of a map, and would be read as such: metadata that does not begin with its colon, comments of
//! other formats, marks of a merge, words, and rows as RON has them.

use super::key::{MetaKey, meant_word};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::foreign::foreign_line;
use crate::level::glyph::glyph;
use crate::level::plain::{describe, is_blank};
use crate::level::source::TextSpan;

/// Letters in a comment that no map has; fewer may be slips in a row.
const LETTERS: usize = 3;

/// A line that is not what it looks like, and what is wrong with it.
pub(super) struct StrayLine<'a> {
    pub fault: LevelFault,
    pub meant: Meant<'a>,
}

/// What a line is read as, and where that starts.
pub(super) enum Meant<'a> {
    Meta(usize, &'a str),
    Row(usize, &'a str),
    /// Words, perhaps of a text in the line before.
    Words,
    Nothing,
}

/// The line that starts at this byte, if it is no row of a map.
pub(super) fn stray_line(start: usize, line: &str) -> Option<StrayLine<'_>> {
    let as_nothing = |fault| StrayLine { fault, meant: Meant::Nothing };
    let foreign = || foreign_line(line).map(|_| no_row(start, line, "this line is no part of a level"));
    without_colon(start, line)
        .or_else(|| remark_behind(start, line))
        .or_else(|| foreign().map(as_nothing))
        .or_else(|| foreign_comment(start, line).map(as_nothing))
        .or_else(|| quoted_row(start, line))
        .or_else(|| words(start, line).map(|fault| StrayLine { fault, meant: Meant::Words }))
}

/// `dig=1`, perhaps behind a full-width colon, another sign, or what nobody sees and the colon; `dig: 1` too.
fn without_colon(start: usize, line: &str) -> Option<StrayLine<'_>> {
    let (name, _) = line.split_once('=').or_else(|| line.split_once(':'))?;
    let known = name.trim_start_matches(is_before_key);
    let trimmed = known.trim_end();
    MetaKey::from_name(trimmed.strip_suffix(".code").unwrap_or(trimmed))?;
    let length = name.len() - known.len();
    let (place, whole) = (TextSpan::new(start, start + length), TextSpan::new(start, start + name.len()));
    let before = name[..length].strip_suffix(':').filter(|before| before.chars().all(is_blank));
    let fault = match before {
        Some(before) => LevelFault::new(FaultKind::UnknownCharacter, place, "a key stands at the start of its line")
            .advise(format!(
                "take {} before it away",
                before.chars().find(|c| *c != ' ').map_or("the space".to_owned(), describe)
            )),
        None => LevelFault::new(FaultKind::UnknownCharacter, whole, format!("`{known}` has no `:` before it"))
            .advise("write `:key=value`"),
    };
    Some(StrayLine { fault: fault.mend(place, ":"), meant: Meant::Meta(start + length, &line[length..]) })
}

/// Whether a line is a key with its value, for all that one of its signs is missing or the key is misspelt.
pub(super) fn is_meant_as_meta(line: &str) -> bool {
    let keyed = line.trim_start_matches(is_before_key);
    let end = keyed.find(['=', ':', ' ']).unwrap_or(keyed.len());
    let (name, behind) = keyed.split_at(end);
    let is_known = MetaKey::from_name(name.strip_suffix(".code").unwrap_or(name)).is_some();
    (behind.starts_with('=') && (is_known || meant_word(name).is_some())) || (line.starts_with(':') && is_known)
}

/// A colon, or what is found in its place: another sign, or what nobody sees.
fn is_before_key(c: char) -> bool {
    is_blank(c) || matches!(c, '：' | '﹕' | ';' | ':' | '.' | '-')
}

fn foreign_comment(start: usize, line: &str) -> Option<LevelFault> {
    let mark = ["//", "#", ";", "--"].into_iter().find(|mark| line.starts_with(mark))?;
    let words = &line[mark.len()..];
    let is_meta =
        || words.split_once('=').is_some_and(|(name, _)| MetaKey::from_name(name.trim_matches([' ', ':'])).is_some());
    if !is_meta() && (!words.starts_with(' ') || strange_letters(words) < LETTERS) {
        return None;
    }
    let span = TextSpan::new(start, start + mark.len());
    let cause = format!("`{mark}` begins no comment in this format");
    Some(LevelFault::new(FaultKind::UnknownCharacter, span, cause).advise("write `%`").mend(span, "%"))
}

/// `#  #  % the pit`
fn remark_behind(start: usize, line: &str) -> Option<StrayLine<'_>> {
    let (row, remark) = line.split_once('%')?;
    let row = row.trim_end();
    let is_row = !row.is_empty() && row.chars().all(|c| glyph(c).is_some());
    // What goes on as a row has a slip in it.
    let is_remark = remark.contains(char::is_alphabetic) && (!remark.contains('#') || strange_letters(remark) > 0);
    if !is_row || !is_remark {
        return None;
    }
    let (here, behind) = (TextSpan::new(start, start), TextSpan::new(start + row.len(), start + line.len()));
    let fault = LevelFault::new(FaultKind::UnknownCharacter, behind, "a remark stands in a line of its own")
        .advise("put it before this line")
        .mend(here, format!("%{remark}\n"))
        .mend(behind, "");
    Some(StrayLine { fault, meant: Meant::Row(start, row) })
}

/// `"#  #",`
fn quoted_row(start: usize, line: &str) -> Option<StrayLine<'_>> {
    let inside = line.trim_start_matches(' ').trim_start_matches('r').strip_prefix('"')?;
    let row = inside.trim_end_matches([' ', ',']).strip_suffix('"')?;
    if row.chars().any(|c| glyph(c).is_none()) {
        return None;
    }
    let (from, to) = (line.len() - inside.len(), line.len() - inside.len() + row.len());
    let (opening, closing) = (TextSpan::new(start, start + from), TextSpan::new(start + to, start + line.len()));
    let fault = LevelFault::new(FaultKind::UnknownCharacter, opening, "rows stand without quotes in this format")
        .advise("take the quotes away")
        .mend(opening, "")
        .mend(closing, "");
    Some(StrayLine { fault, meant: Meant::Row(start + from, row) })
}

/// A line of words.
fn words(start: usize, line: &str) -> Option<LevelFault> {
    let strange = strange_letters(line);
    let drawn = line.chars().filter(|c| !c.is_whitespace()).count();
    if strange < LETTERS || strange * 3 < drawn {
        return None;
    }
    Some(no_row(start, line, "these words are no row of the map"))
}

/// An empty line would be a row, so that it is mended as a comment.
fn no_row(start: usize, line: &str, cause: &str) -> LevelFault {
    let (here, whole) = (TextSpan::new(start, start), TextSpan::new(start, start + line.len()));
    let fault = LevelFault::new(FaultKind::UnknownCharacter, whole, cause);
    fault.advise("begin the line with `%`, or take it away").mend(here, "%")
}

/// Letters that mean nothing on a map.
fn strange_letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic() && glyph(*c).is_none()).count()
}
