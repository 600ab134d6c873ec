//! Text in columns of one width, as in a terminal: long lines are wrapped, and quoted lines that have a caret below
//! them are shortened around it.

use textwrap::{Options, wrap};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Between the number of a quoted line and its text.
const BAR: &str = "| ";

/// The lines of a message in so many columns.
pub fn in_columns(message: &str, columns: usize) -> Vec<String> {
    let mut lines = message.lines().peekable();
    let mut fitted = Vec::new();
    while let Some(line) = lines.next() {
        match lines.next_if(|below| marks(below)) {
            Some(marks) => fitted.extend(shortened_quote(line, marks, columns)),
            None => fitted.extend(wrapped_line(line, columns)),
        }
    }
    fitted
}

/// Whether a line has carets under the line before it.
fn marks(line: &str) -> bool {
    line.trim_start().strip_prefix(BAR).is_some_and(|marks| marks.trim_start().starts_with('^'))
}

/// Wrapped between words if it is too wide, with the indent of its beginning.
fn wrapped_line(line: &str, columns: usize) -> Vec<String> {
    if line.width() <= columns {
        return vec![line.to_owned()];
    }
    let indent = " ".repeat((line.len() - line.trim_start().len()).min(columns / 2));
    let options = Options::new(columns).initial_indent(&indent).subsequent_indent(&indent);
    wrap(line.trim_start(), options).into_iter().map(|line| line.into_owned()).collect()
}

/// A quoted line and what is below it, both moved so far to the left that all of the latter is seen.
fn shortened_quote(quote: &str, marks: &str, columns: usize) -> [String; 2] {
    let gutter = marks.find(BAR).map_or(0, |bar| bar + BAR.len());
    let (number, text) = quote.split_at_checked(gutter).unwrap_or(("", quote));
    let (blank, marks) = marks.split_at(gutter);
    let room = columns.saturating_sub(gutter);
    if text.width().max(marks.width()) <= room {
        return [format!("{number}{text}"), format!("{blank}{marks}")];
    }
    let indent = marks.len() - marks.trim_start().len();
    let hidden = marks.width().saturating_sub(room).max(indent.saturating_sub(room / 2));
    // The caret and a character before it are seen.
    let hidden = hidden.min(indent.saturating_sub(2));
    [format!("{number}{}", cut(text, hidden, room)), format!("{blank}{}", columns_of(marks, hidden, room))]
}

/// So many columns of a text, after those that are hidden; an ellipsis stands for what is cut off.
fn cut(text: &str, hidden: usize, room: usize) -> String {
    let before = usize::from(hidden > 0);
    let after = usize::from(text.width() > hidden + room);
    let shown = columns_of(text, hidden + before, room.saturating_sub(before + after));
    format!("{}{shown}{}", "…".repeat(before), "…".repeat(after))
}

/// The characters of a text that lie in these columns; one that lies there in part is a space.
fn columns_of(text: &str, start: usize, count: usize) -> String {
    let mut column = 0;
    let mut shown = String::new();
    for character in text.graphemes(true) {
        let (from, to) = (column, column + character.width());
        column = to;
        if from >= start && to <= start + count {
            shown.push_str(character);
        } else {
            shown.extend((from.max(start)..to.min(start + count)).map(|_| ' '));
        }
    }
    shown
}
