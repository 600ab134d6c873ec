//! The rows of a map, and what becomes of them in texts that hold something else: several lines, or a slope that is
//! read as the beginning of an escape sequence.

use super::cure::Cure;
use super::fields::{characters, list, wrong_type};
use super::literal::bad_escape;
use super::node::{Node, RonValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::{SpannedChar, TextSpan, text_of};

/// The characters of each row of a map.
pub(super) fn read(map: &Node, faults: &mut Faults) -> Vec<Vec<SpannedChar>> {
    let expected = "a list of texts, one for each row,";
    if let Some(lines) = lines_of(map, is_any_break) {
        let advice = "write each line as a text of its own: `[r\"…\", …]`";
        let cure = Cure::Rewrite { advice, to: &format!("[{}]", written(&lines)) };
        wrong_type(map, expected, Some(cure), faults);
        return lines;
    }
    let rows = list(map, expected, faults).unwrap_or_default();
    // The only text of a map is all of it.
    let is_break = if rows.len() == 1 { is_any_break } else { is_line_break };
    let mut ended = None;
    rows.iter().flat_map(|row| rows_of(row, is_break, &mut ended, faults)).collect()
}

/// The row of a text, or several. `ended` is the number of the fault of all rows that end in `\n`.
fn rows_of(
    text: &Node,
    is_break: fn(&SpannedChar) -> bool,
    ended: &mut Option<usize>,
    faults: &mut Faults,
) -> Vec<Vec<SpannedChar>> {
    let row = characters(text, faults).unwrap_or_default();
    let length = row.iter().rposition(|(c, _)| !matches!(c, '\n' | '\r')).map_or(0, |last| last + 1);
    let (row, end) = row.split_at(length);
    if let [(_, first), .., (_, last)] | [(_, first @ last)] = end
        && end.iter().all(is_escaped)
    {
        let span = first.to(*last);
        match *ended {
            Some(number) => faults.mend_too(number, span),
            None => {
                *ended = Some(faults.len());
                faults.push_with(|| needless_end(span));
            }
        }
        return vec![unescaped_row(row, faults)];
    }
    if let Some(lines) = lines_of(text, is_break) {
        let fault = LevelFault::new(FaultKind::WrongType, text.span, "a text holds one row of the map");
        let advice = "write each line as a text of its own: `r\"…\",`";
        faults.push(fault.advise(advice).mend(text.span, written(&lines)));
        return lines;
    }
    vec![unescaped_row(row, faults)]
}

/// Whether a character is written as an escape sequence.
fn is_escaped((_, span): &SpannedChar) -> bool {
    span.end - span.start > 1
}

/// A break of the line in the file.
fn is_line_break(character: &SpannedChar) -> bool {
    character.0 == '\n' && !is_escaped(character)
}

/// The same, or `\n`.
fn is_any_break((character, _): &SpannedChar) -> bool {
    *character == '\n'
}

/// `\n` at the end of a row.
fn needless_end(span: TextSpan) -> LevelFault {
    LevelFault::new(FaultKind::WrongType, span, "a row of the map ends where its text ends")
        .advise("take this line break away, in the whole map")
        .mend(span, "")
}

/// The lines of a text that has several.
fn lines_of(text: &Node, is_break: fn(&SpannedChar) -> bool) -> Option<Vec<Vec<SpannedChar>>> {
    let RonValue::Text(characters) = &text.value else { return None };
    characters.iter().find(|character| is_break(character))?;
    let without_return = |line: &[SpannedChar]| line.iter().filter(|(c, _)| *c != '\r').copied().collect();
    let mut lines: Vec<Vec<SpannedChar>> = characters.split(is_break).map(without_return).collect();
    // Those that the quotes stand in.
    if lines.last().is_some_and(|line| line.iter().all(|(c, _)| *c == ' ')) {
        lines.pop();
    }
    if lines.first().is_some_and(Vec::is_empty) {
        lines.remove(0);
    }
    Some(lines)
}

/// Each line as a text.
fn written(lines: &[Vec<SpannedChar>]) -> String {
    let text = |line: &Vec<SpannedChar>| format!("r\"{}\"", text_of(line));
    lines.iter().map(text).collect::<Vec<_>>().join(", ")
}

/// The row without escape sequences.
fn unescaped_row(row: &[SpannedChar], faults: &mut Faults) -> Vec<SpannedChar> {
    row.iter().flat_map(|character| unescaped(*character, faults)).collect()
}

/// A slope before `n`, `r` or `t` is read as another character, and is meant as both.
fn unescaped((character, span): SpannedChar, faults: &mut Faults) -> Vec<SpannedChar> {
    let letter = match character {
        '\n' => "n",
        '\r' => "r",
        '\t' => "t",
        _ => return vec![(character, span)],
    };
    if span.end - span.start != 2 {
        return vec![(character, span)];
    }
    let (slope, behind) = (TextSpan::new(span.start, span.start + 1), TextSpan::new(span.start + 1, span.end));
    faults.push_with(|| bad_escape(letter, slope));
    std::iter::once(('\\', slope)).chain(letter.chars().map(|letter| (letter, behind))).collect()
}
