//! A map of which no row stands in quotes of its own, in whatever brackets and marks other languages have for several
//! lines.

use super::{Lexer, short};
use crate::level::ron::oddities::is_row;
use crate::level::ron::slips;
use crate::level::ron::text_ends::line_length;
use crate::level::ron::token::{Bracket, Escapes, Quotes, TokenKind};
use crate::level::source::TextSpan;

/// What may stand before the first row.
const OPENING: [char; 7] = ['[', '|', '>', '"', '\'', '`', '-'];

/// Marks before the first row, at most.
const MOST_MARKS: usize = 4;

/// Rows of a map without quotes, and what encloses them. Positions are in bytes from its start.
struct BareMap {
    /// Where the first row, or its line, begins.
    opening: usize,
    rows: Vec<TextSpan>,
    /// Behind what closes it.
    end: usize,
}

impl Lexer<'_> {
    /// Reads a map without quotes around its rows, if it starts here.
    pub(super) fn bare_map(&mut self) -> bool {
        let [.., name, colon] = &self.tokens[..] else { return false };
        if colon.kind != TokenKind::Colon || name.text(self.source) != "map" {
            return false;
        }
        let (start, text) = (self.at, self.rest());
        let Some(map) = BareMap::of(text) else { return false };
        let has_comma = text[map.end..].trim_start().starts_with(',');
        let rows = || map.rows.iter().map(|row| &text[row.start..row.end]);
        self.faults.push_with(|| slips::bare_rows(TextSpan::new(start, start + map.end), rows(), has_comma));
        self.push(TokenKind::Open(Bracket::Square), map.opening);
        for row in &map.rows {
            self.at = start + row.start;
            self.push(
                TokenKind::Text(Quotes { escapes: Escapes::Raw, open: short(0), close: short(0) }),
                row.end - row.start,
            );
            self.push(TokenKind::Comma, 0);
        }
        self.push(TokenKind::Close(Bracket::Square), start + map.end - self.at);
        if !has_comma {
            self.push(TokenKind::Comma, 0);
        }
        true
    }
}

impl BareMap {
    /// The map at the start of the text: two rows or more.
    fn of(text: &str) -> Option<BareMap> {
        let blank = |c: char| c.is_ascii_whitespace();
        let marks = &text[..text.find(|c| !OPENING.contains(&c) && !blank(c))?];
        let opening = marks.rfind(OPENING).map_or(0, |last| last + 1);
        let marks: Vec<char> = marks[..opening].chars().filter(|c| !blank(*c)).collect();
        let closing: Vec<char> = marks.iter().filter_map(|mark| closing(*mark)).collect();
        // A single quote begins a text of several lines.
        if marks == ['"'] || marks.len() > MOST_MARKS {
            return None;
        }
        let (mut rows, mut end) = (Vec::new(), opening);
        loop {
            let line = &text[end..end + line_length(&text[end..])];
            let row = line.trim_end_matches([' ', '\t', ',']);
            let bare = row.trim_end_matches(&closing[..]);
            // The bracket of the level is no row.
            let is_over = !rows.is_empty() && matches!(unspaced(bare), "" | ")");
            if is_over || !is_row(unspaced(bare)) {
                break;
            }
            if !unspaced(bare).is_empty() {
                rows.push(TextSpan::new(end, end + bare.len()));
            }
            if bare.len() < row.len() || end + line.len() == text.len() {
                break;
            }
            end += line.len() + if text[end + line.len()..].starts_with("\r\n") { 2 } else { 1 };
        }
        let last = rows.last()?.end;
        let behind = text[last..].trim_start_matches(|c| blank(c) || c == ',');
        let marks = behind.chars().take_while(|c| closing.contains(c) || blank(*c)).collect::<String>();
        let marks = marks.trim_end();
        let is_closed = closing.iter().all(|mark| marks.contains(*mark));
        let is_drawn = rows.iter().any(|row| text[row.start..row.end].contains(['#', 'M']));
        let is_field = || {
            behind.find([':', ')']).is_some_and(|end| behind[..end].chars().all(|c| c.is_alphanumeric() || c == '_'))
        };
        if rows.len() < 2 || !is_drawn || !is_closed || (closing.is_empty() && !is_field()) {
            return None;
        }
        let end = if marks.is_empty() { last } else { text.len() - behind.len() + marks.len() };
        Some(BareMap { opening, rows: unindented(text, rows), end })
    }
}

/// The text without the space at its start.
fn unspaced(text: &str) -> &str {
    text.trim_start_matches([' ', '\t'])
}

/// The mark that closes what another one opened.
const fn closing(mark: char) -> Option<char> {
    match mark {
        '[' => Some(']'),
        '"' | '\'' | '`' => Some(mark),
        _ => None,
    }
}

/// The rows without the space that all of those begin with that have a line of their own.
fn unindented(text: &str, rows: Vec<TextSpan>) -> Vec<TextSpan> {
    let indent = |row: &TextSpan| row.end - row.start - unspaced(&text[row.start..row.end]).len();
    let is_beside = |row: &TextSpan| !text[..row.start].ends_with(['\n', '\r']);
    let common = rows.iter().filter(|row| !is_beside(row)).map(indent).min().unwrap_or(0);
    let start = |row: &TextSpan| row.start + if is_beside(row) { indent(row) } else { common };
    rows.iter().map(|row| TextSpan::new(start(row), row.end)).collect()
}
