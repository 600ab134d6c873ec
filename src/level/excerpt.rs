//! The line of a file that a fault is in, with carets under the fault.
//!
//! annotate-snippets draws the same in five lines a fault, where this takes two: a level may have many faults, and the
//! error panel of the game is small. Only the width of characters is taken from a crate.

use std::fmt;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::plain::visible;
use super::source::{TextSpan, lines};

/// Columns of a longer line that are shown, around the fault.
const SHOWN_COLUMNS: usize = 100;

/// A line of a file and what to mark in it. The text is the line, and below it the carets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    text: String,
    /// Columns of a terminal before the first caret. A character may take two, one or none.
    indent: usize,
    carets: usize,
}

impl Excerpt {
    pub(super) fn of(span: TextSpan, text: &str) -> Excerpt {
        // A fault at the very end of the file belongs to the last line, even if that has been ended.
        let (index, (start, line)) =
            lines(text).enumerate().take_while(|(_, (start, _))| *start <= span.start).last().unwrap_or((0, (0, "")));
        let within = |byte: usize| byte.saturating_sub(start).min(line.len());
        let (before, rest) = line.split_at(within(span.start));
        let (marked, after) = rest.split_at(within(span.end).saturating_sub(before.len()));
        let column = before.chars().count() + 1;

        // No more of a long line is looked at than can be shown.
        let before = printable(last_characters(before));
        let [marked, after] = [marked, after].map(|text| printable(first_characters(text)));
        let whole = format!("{before}{marked}{after}");
        let hidden = before.width().saturating_sub(SHOWN_COLUMNS / 2).min(whole.width().saturating_sub(SHOWN_COLUMNS));
        let (left, shown) = split_at_column(&whole, hidden);
        let (shown, right) = split_at_column(shown, SHOWN_COLUMNS);
        let ellipsis = |cut: &str| if cut.is_empty() { "" } else { "…" };
        let text = format!("{}{shown}{}", ellipsis(left), ellipsis(right));

        let mut indent = before.width() - left.width();
        let carets = marked.width().min(shown.width().saturating_sub(indent)).max(1);
        if !marked.is_empty() && marked.width() == 0 {
            // It is drawn over the character before it.
            indent = indent.saturating_sub(1);
        }
        Excerpt { line: index + 1, column, text, indent: indent + ellipsis(left).width(), carets }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Excerpt { line, text, indent, carets, .. } = self;
        let margin = line.to_string().len();
        write!(out, "  {line} | {text}\n  {:margin$} | {:indent$}{}", "", "", "^".repeat(*carets))
    }
}

/// Splits a text at the first character that starts at this column or after it.
fn split_at_column(text: &str, column: usize) -> (&str, &str) {
    let mut columns = 0;
    let end = text.char_indices().find(|(_, c)| {
        let is_there = columns >= column;
        columns += c.width().unwrap_or(0);
        is_there
    });
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

/// Characters of a line on either side of the fault's start that are looked at. Some take no column.
const LOOKED_AT: usize = 4 * SHOWN_COLUMNS;

fn first_characters(text: &str) -> &str {
    text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| &text[..end])
}

fn last_characters(text: &str) -> &str {
    text.char_indices().nth_back(LOOKED_AT).map_or(text, |(start, _)| &text[start..])
}

/// Shows a tab as one space, and what is not visible as boxes, so that each takes one column.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c == '\t' { ' ' } else { visible(c) }).collect()
}
