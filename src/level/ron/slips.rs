//! What is wrong where a token does not fit, in words, and how to mend it.

use super::numeral;
use super::quoted::quoted;
use super::token::{Bracket, RonToken};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::plain::{cut, describe};
use crate::level::source::{SpannedChar, TextSpan, text_of};

fn fault(span: TextSpan, cause: impl Into<String>) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, span, cause)
}

pub(super) fn no_value(span: TextSpan, found: Option<&str>, expected: &str) -> LevelFault {
    match found {
        None => fault(span, format!("the file ends where {expected} should be")),
        Some(found) => fault(span, format!("`{found}` where {expected} should be")),
    }
}

pub(super) fn second_value(extra: RonToken, rest: TextSpan, source: &str) -> LevelFault {
    let cause = format!("`{}` where the end of the file should be", cut(extra.text(source)));
    fault(extra.span, cause).advise("a file holds one level: take the rest away").mend(rest, "\n")
}

pub(super) fn before_level(span: TextSpan) -> LevelFault {
    fault(span, "this stands before the level").advise("take it away").mend(span, "")
}

/// Digits and signs that are none to RON.
pub(super) fn look_alike(span: TextSpan, written: &str, meant: i64) -> LevelFault {
    let foreign = written.chars().find(|c| !c.is_ascii()).map_or_else(String::new, describe);
    fault(span, format!("{foreign} is no part of a number"))
        .advise(format!("write `{meant}`"))
        .mend(span, meant.to_string())
}

/// `~3`.
pub(super) fn not_only_number(span: TextSpan, written: &str, number: i64) -> LevelFault {
    let cause = format!("`{}` is no number", cut(written));
    fault(span, cause).advise(format!("write `{number}`")).mend(span, number.to_string())
}

/// An order without its brackets.
pub(super) fn bare_order(span: TextSpan, meant: &str) -> LevelFault {
    // Its tokens may be RON.
    LevelFault::new(FaultKind::WrongType, span, "an order has brackets")
        .advise(format!("write `{meant}`"))
        .mend(span, meant)
}

/// A solution without its brackets; `first` is where its first field starts.
pub(super) fn bare_solution(span: TextSpan, first: usize) -> LevelFault {
    fault(span, "a solution has brackets")
        .advise("write `Solution(…)`")
        .mend(TextSpan::new(span.start, first), "Solution(")
        .mend(TextSpan::new(span.end, span.end), ")")
}

/// Rows of a map that are no list of texts.
pub(super) fn bare_rows<'a>(span: TextSpan, rows: impl Iterator<Item = &'a str>, has_comma: bool) -> LevelFault {
    let rows: String = rows.map(|row| format!("        r\"{row}\",\n")).collect();
    let comma = if has_comma { "" } else { "," };
    fault(span, "the rows of a map are a list of texts")
        .advise("write `map: [r\"…\", r\"…\"]`, a text for each row")
        .mend(span, format!("[\n{rows}    ]{comma}"))
}

/// The fields of a level without its name and its brackets.
pub(super) fn bare_level(span: TextSpan) -> LevelFault {
    let (start, end) = (TextSpan::new(span.start, span.start), TextSpan::new(span.end, span.end));
    fault(start, "`Level(` is missing before this")
        .advise("write `Level(…)` around the fields")
        .mend(start, "Level(\n")
        .mend(end, "\n)")
}

/// A pair of brackets around what has brackets of its own.
pub(super) fn nested(open: TextSpan, close: TextSpan, cause: String) -> LevelFault {
    fault(open, cause).advise("take it away, and what closes it").mend(open, "").mend(close, "")
}

/// `At(1, dig, 4, 1)`, `{ 4, 1: 512 }`.
pub(super) fn bare_cell(span: TextSpan) -> LevelFault {
    let (start, end) = (TextSpan::new(span.start, span.start), TextSpan::new(span.end, span.end));
    LevelFault::new(FaultKind::WrongType, span, "a cell stands in brackets")
        .advise("write `(column, row)`")
        .mend(start, "(")
        .mend(end, ")")
}

/// A text without its quotes.
pub(super) fn bare_words(span: TextSpan, words: &str) -> LevelFault {
    let (start, end) = (TextSpan::new(span.start, span.start), TextSpan::new(span.end, span.end));
    fault(span, format!("`{}` stands without quotes", cut(words)))
        .advise("write `\"…\"`, or take it away")
        .mend(start, "\"")
        .mend(end, "\"")
}

/// A field of the level within the list of another one, with its comma; `level` is where the first field may stand.
pub(super) fn misplaced_field(field: TextSpan, level: usize, source: &str) -> LevelFault {
    let written = &source[field.start..field.end];
    fault(field, "a field of the level stands within the list of another one")
        .advise("move it out of the list")
        .mend(field, "")
        .mend(TextSpan::new(level, level), format!("\n{written}"))
}

/// The value of a field without its quotes.
pub(super) fn bare_text(span: TextSpan, words: &str) -> LevelFault {
    let (start, end) = (TextSpan::new(span.start, span.start), TextSpan::new(span.end, span.end));
    let advice = format!("write `\"{}\"`", cut(words));
    fault(span, "a text stands in quotes").advise(advice).mend(start, "\"").mend(end, "\"")
}

/// `1,000`.
pub(super) fn thousands(span: TextSpan, written: &str, digits: &str) -> LevelFault {
    let cause = format!("a comma ends a value, so that `{}` is no number", cut(written));
    fault(span, cause).advise(format!("write `{digits}`")).mend(span, digits)
}

/// The space in `- 1`.
pub(super) fn parted_minus(space: TextSpan) -> LevelFault {
    fault(space, "a space parts this `-` from its number").advise("take it away").mend(space, "")
}

pub(super) fn no_number(span: TextSpan, written: &str) -> LevelFault {
    let fault = fault(span, format!("`{}` is no number", cut(written)));
    let digits = || written[..written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len())].to_owned();
    match numeral::misread(written).unwrap_or_else(digits).as_str() {
        "" => fault,
        meant => fault.advise(format!("write `{}`", cut(meant))).mend(span, meant),
    }
}

/// A comma or a colon is missing at a position.
pub(super) fn missing(sign: &str, at: usize, after: &str) -> LevelFault {
    let span = TextSpan::new(at, at);
    let fault = match sign {
        ":" => fault(span, format!("a `:` is missing after `{}`", cut(after))),
        _ => fault(span, "a comma is missing"),
    };
    fault.advise(format!("put a `{sign}` here")).mend(span, sign)
}

pub(super) fn no_comma(span: TextSpan, found: &str) -> LevelFault {
    fault(span, format!("`{}` where a comma should be", cut(found))).advise("write `,`").mend(span, ",")
}

/// `,"` at the end of a text.
pub(super) fn comma_inside(span: TextSpan) -> LevelFault {
    fault(span, "the comma stands inside the quotes").advise("write `\",`").mend(span, "\",")
}

pub(super) fn no_colon(span: TextSpan, found: &str) -> LevelFault {
    fault(span, format!("`{}` where a colon should be", cut(found))).advise("write `name: value`").mend(span, ":")
}

/// A comma or a colon with nothing before it.
pub(super) fn stray(span: TextSpan, found: &str) -> LevelFault {
    fault(span, format!("nothing stands before this `{found}`")).advise("take it away").mend(span, "")
}

pub(super) fn junk(span: TextSpan, found: &str) -> LevelFault {
    fault(span, format!("`{}` means nothing here", cut(found))).advise("take it away").mend(span, "")
}

pub(super) fn quoted_name(span: TextSpan, name: &str) -> LevelFault {
    fault(span, "the name of a field stands without quotes").advise(format!("write `{}:`", cut(name))).mend(span, name)
}

/// Texts with a `+` between them.
pub(super) fn joined_texts(span: TextSpan, characters: &[SpannedChar]) -> LevelFault {
    let text = text_of(characters);
    fault(span, "texts are not joined by `+`").advise("write one text").mend(span, quoted(&text))
}

/// `{ 1: dig }`.
pub(super) fn turned_entry(key: TextSpan, value: TextSpan, source: &str) -> LevelFault {
    let (number, counted) = (&source[key.start..key.end], &source[value.start..value.end]);
    fault(key.to(value), "a key stands before its number")
        .advise(format!("write `{}: {}`", cut(counted), cut(number)))
        .mend(key, counted)
        .mend(value, number)
}

/// An item that stands behind the `]` of its list.
pub(super) fn late_item(span: TextSpan) -> LevelFault {
    fault(span, "this stands behind the list that it belongs to").advise("put it before the `]`")
}

pub(super) fn second_list(span: TextSpan, field: &str) -> LevelFault {
    fault(span, format!("a second list stands behind that of `{field}`")).advise("put it into the first one")
}

/// Something in a group of fields that is none.
pub(super) fn no_field(span: TextSpan, found: &str) -> LevelFault {
    fault(span, format!("`{}` where a field should be", cut(found))).advise("give it a name: `name: value`")
}

/// Words in a group of fields; they are taken away with the comma behind them.
pub(super) fn no_words(span: TextSpan, comma: Option<RonToken>, source: &str) -> LevelFault {
    let words = source[span.start..span.end].lines().next().unwrap_or_default();
    let whole = TextSpan::new(span.start, comma.map_or(span.end, |comma| comma.span.end));
    fault(span, format!("`{}` is no field", cut(words))).advise("take it away, or write `name: value`").mend(whole, "")
}

/// A value of which the name is clear.
pub(super) fn no_name(at: usize, name: &str) -> LevelFault {
    let here = TextSpan::new(at, at);
    fault(here, format!("`{name}:` is missing before this"))
        .advise(format!("put `{name}:` here"))
        .mend(here, format!("{name}: "))
}

pub(super) fn no_field_value(span: TextSpan, name: &str) -> LevelFault {
    fault(span, format!("`{}` has no value", cut(name))).advise("give one, or take the field away")
}

pub(super) fn key_alone(key: TextSpan) -> LevelFault {
    let end = TextSpan::new(key.end, key.end);
    fault(key, "this key has no value").advise("write `key: value`").mend(end, ": 1")
}

/// A list or a map without its brackets.
pub(super) fn bare(span: TextSpan, source: &str, bracket: Bracket, rule: &str) -> LevelFault {
    let (open, close) = (bracket.open(), bracket.close());
    let advice = match source[span.start..span.end].rsplit_once('\n') {
        Some((_, last)) => format!("put a `{open}` before this, and a `{close}` behind `{}`", cut(last.trim())),
        None => format!("write `{open}…{close}`"),
    };
    fault(span, format!("brackets are missing: {rule}"))
        .advise(advice)
        .mend(TextSpan::new(span.start, span.start), open)
        .mend(TextSpan::new(span.end, span.end), close)
}

/// Brackets of the wrong kind around a group.
pub(super) fn wrong_bracket(open: TextSpan, close: TextSpan, written: &str, wanted: Bracket, rule: &str) -> LevelFault {
    fault(open, format!("`{written}` where `{}` should be: {rule}", wanted.open()))
        .advise(format!("write `{}…{}`", wanted.open(), wanted.close()))
        .mend(open, wanted.open())
        .mend(close, wanted.close())
}
