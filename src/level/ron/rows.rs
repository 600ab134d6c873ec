//! The rows of a map, and what becomes of them in texts that hold something else: several lines, or a slope that is read as the
//! beginning of an escape sequence.

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
    if let Some(lines) = lines_of(map) {
        let advice = "write each line as a text of its own: `[r\"…\", …]`";
        let cure = Cure::Rewrite { advice, to: &format!("[{}]", written(&lines)) };
        wrong_type(map, expected, Some(cure), faults);
        return lines;
    }
    list(map, expected, faults).unwrap_or_default().iter().flat_map(|row| rows_of(row, faults)).collect()
}

/// The row of a text, or several.
fn rows_of(text: &Node, faults: &mut Faults) -> Vec<Vec<SpannedChar>> {
    if let Some(lines) = lines_of(text) {
        let fault = LevelFault::new(FaultKind::WrongType, text.span, "a text holds one row of the map");
        let advice = "write each line as a text of its own: `r\"…\",`";
        faults.push(fault.advise(advice).mend(text.span, written(&lines)));
        return lines;
    }
    let row = characters(text, faults).unwrap_or_default();
    vec![row.iter().flat_map(|character| unescaped(*character, faults)).collect()]
}

/// The lines of a text that has several.
fn lines_of(text: &Node) -> Option<Vec<Vec<SpannedChar>>> {
    let RonValue::Text(characters) = &text.value else { return None };
    let is_break = |(character, span): &SpannedChar| *character == '\n' && span.end - span.start == 1;
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
