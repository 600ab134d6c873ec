//! Characters that are no RON outside of texts, but look like some, or like nothing.

use super::lengths::word_length;
use super::text_ends::line_length;
use super::vocabulary::is_nearly_a_name;
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::glyph::glyph;
use crate::level::look_alikes::look_alike;
use crate::level::plain::{cut, describe, is_blank};
use crate::level::source::TextSpan;

/// The length of the invisible characters and spaces at the start of the text that RON does not pass over; 0 for none.
pub(super) fn blank_length(text: &str) -> usize {
    text.find(|c| !is_blank(c)).unwrap_or(text.len())
}

/// The length of the characters at the start of the text that nobody can see; 0 for none.
pub(super) fn hidden_length(text: &str) -> usize {
    text.find(|c: char| !is_blank(c) || c.is_whitespace()).unwrap_or(text.len())
}

pub(super) fn blank_fault(span: TextSpan, text: &str) -> LevelFault {
    let cause = text.chars().next().map_or_else(String::new, |c| format!("{} is no space to RON", describe(c)));
    let is_wide = text.chars().any(char::is_whitespace);
    LevelFault::new(FaultKind::Syntax, span, cause)
        .advise(if is_wide { "put a plain space here" } else { "take it away" })
        .mend(span, if is_wide { " " } else { "" })
}

/// The sign that a full-width one stands for: `，` for a comma.
pub(super) fn narrow(c: char) -> Option<char> {
    let narrow = match c {
        '、' => ',',
        '＝' => ':',
        '【' | '「' => '[',
        '】' | '」' => ']',
        c => look_alike(c)?,
    };
    matches!(narrow, ',' | ':' | '(' | ')' | '[' | ']' | '{' | '}').then_some(narrow)
}

pub(super) fn narrow_fault(span: TextSpan, wide: char, narrow: char) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, span, format!("{} is no sign of RON", describe(wide)))
        .advise(format!("write `{narrow}`"))
        .mend(span, narrow)
}

/// `# …`, a comment in other languages, up to the end of the line: the length of its mark. A row of a map, with one of
/// its quotes or none, is no comment.
pub(super) fn hash_comment(line: &str) -> Option<usize> {
    let after = line.trim_start_matches('#');
    let is_comment = after.len() < line.len()
        && (after.is_empty() || after.starts_with(|c: char| c == ' ' || c.is_alphabetic()))
        && (after.trim().is_empty() || !is_row(line.trim_end_matches([' ', ',', '"'])));
    is_comment.then_some(line.len() - after.len())
}

/// Whether a map can be drawn with these characters.
pub(super) fn is_row(text: &str) -> bool {
    text.chars().all(|c| glyph(c).is_some())
}

/// A comment of other languages than shells, at the start of a line: the length of its mark.
pub(super) fn foreign_comment(line: &str) -> Option<usize> {
    let mark = ["<!--", "--", ";", "%"].into_iter().find(|mark| line.starts_with(mark)).map(str::len);
    // Half of `//`.
    let half = || line.starts_with("/ ") && !is_row(line.trim_end_matches([' ', ',', '"']));
    mark.or_else(|| half().then_some(1))
}

/// The same behind a comma, where the rest of the line is nothing but words: `-- exit`.
pub(super) fn comment_behind(line: &str) -> Option<usize> {
    let mark = ["<!--", "--", "<-", ";", "%"].into_iter().find(|mark| line.starts_with(mark))?;
    let words = &line[mark.len()..];
    let is_code = words.contains(['"', '(', '[', '{', ':']) || words.trim_end().ends_with(',');
    (!is_code && words.contains(char::is_alphabetic)).then_some(mark.len())
}

/// A remark without the mark of a comment, up to the end of the line: `TODO: a better name`. Its length; a value that
/// may be meant for a field is none.
pub(super) fn remark(text: &str) -> Option<usize> {
    let name = &text[..word_length(text)];
    let says = text[name.len()..].strip_prefix(": ")?;
    let says = says[..line_length(says)].trim_end();
    let has_brackets = says.contains(['"', '(', '[', '{', ')', ']', '}']);
    let is_value = has_brackets || says.ends_with(',') || !says.contains(char::is_alphabetic);
    (!is_value && !is_nearly_a_name(name)).then(|| name.len() + ": ".len() + says.len())
}

pub(super) fn remark_fault(span: TextSpan, text: &str) -> LevelFault {
    let start = TextSpan::new(span.start, span.start);
    LevelFault::new(FaultKind::Syntax, span, format!("`{}` is no field", cut(text)))
        .advise("write it as a comment: `// …`")
        .mend(start, "// ")
}

pub(super) fn comment_fault(mark: TextSpan, written: &str) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, mark, format!("`{written}` begins no comment in RON"))
        .advise("write `//`")
        .mend(mark, "//")
}

/// A row of a map without quotes, from here to the end of the line: its length.
pub(super) fn bare_row(line: &str) -> Option<usize> {
    let row = line.trim_end().strip_suffix(',')?;
    (row.starts_with(['#', 'M', '/', '\\']) && is_row(row)).then_some(row.len())
}

/// The same without a comma at its end, where only a row of a map can be meant.
pub(super) fn row_without_comma(line: &str) -> Option<usize> {
    let row = line.trim_end();
    (row.contains(['#', 'M']) && is_row(row)).then_some(row.len())
}

/// `behind` is what is missing at its end.
pub(super) fn bare_row_fault(span: TextSpan, behind: &str) -> LevelFault {
    let (start, end) = (TextSpan::new(span.start, span.start), TextSpan::new(span.end, span.end));
    LevelFault::new(FaultKind::Syntax, span, "a row of the map stands in quotes")
        .advise(format!("write r\"…{behind}"))
        .mend(start, "r\"")
        .mend(end, behind)
}

/// A letter before a text that RON does not have; `right` is what should stand there, if anything.
pub(super) fn prefix_fault(span: TextSpan, letter: &str, right: &str) -> LevelFault {
    let fault = LevelFault::new(FaultKind::Syntax, span, format!("`{letter}` before a text means nothing to RON"));
    let advice = if right.is_empty() { "take it away".to_owned() } else { format!("write `{right}`") };
    fault.advise(advice).mend(span, right)
}

/// Space between `r` and its quote.
pub(super) fn parted_prefix_fault(space: TextSpan) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, space, "a space parts this `r` from its quote")
        .advise("take it away")
        .mend(space, "")
}
