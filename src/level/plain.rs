//! Text from files, and names of files, made safe to show.
//!
//! A level may come from a stranger. What it says reaches titles, terminals and logs only through here: as one line of
//! visible characters, bounded in length. Texts of a level itself are cleaned when it is read.

use std::borrow::Cow;
use std::path::Path;

/// Characters of a line that are shown. A longer one loses its middle, so that a sentence keeps its end and a file name
/// its extension.
const LINE: usize = 200;

/// Characters of a paragraph that are kept.
const PARAGRAPH: usize = 10_000;

/// The text as one line: controls and invisible characters that deceive are shown as `U+FFFD`, and of a text longer
/// than 200 characters the middle is left out.
///
/// ```
/// assert_eq!(leveret::level::plain("red \u{1b}[31m\nblue"), "red \u{fffd}[31m\u{fffd}blue");
/// assert_eq!(leveret::level::plain(&"x".repeat(300)).chars().count(), 200);
/// ```
pub fn plain(text: &str) -> String {
    without_middle(text).chars().map(visible).collect()
}

/// The path as one line, cleaned like any other text.
pub fn plain_path(path: &Path) -> String {
    plain(&path.to_string_lossy())
}

/// The text cleaned like a line, except that line breaks and tabs stay, and cut off after 10,000 characters.
pub(super) fn plain_paragraph(text: &str) -> String {
    let shown = |c| if matches!(c, '\n' | '\t') { c } else { visible(c) };
    text.chars().take(PARAGRAPH).map(shown).collect()
}

/// The character, or `U+FFFD` for one that a terminal would obey or nobody would see: controls, marks and overrides of
/// the direction of text, invisible spaces, and tags.
pub fn visible(c: char) -> char {
    match c {
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {
            char::REPLACEMENT_CHARACTER
        }
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// The first 120 characters, an ellipsis and the last 79 of a text that is longer than that.
fn without_middle(text: &str) -> Cow<'_, str> {
    const HEAD: usize = 120;
    const TAIL: usize = LINE - HEAD - 1;
    if text.chars().nth(LINE).is_none() {
        return text.into();
    }
    let head = text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at);
    let tail = text.char_indices().rev().nth(TAIL - 1).map_or(0, |(at, _)| at);
    format!("{}…{}", &text[..head], &text[tail..]).into()
}

/// A character for a sentence about it: itself, if it can be seen, its code point otherwise, and for those that deceive
/// their names.
pub(super) fn describe(c: char) -> String {
    let code = u32::from(c);
    let name = match c {
        '\t' => "a tab",
        '\u{a0}' => "a no-break space",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' | '\u{200d}' => "a zero-width joiner",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "a mark of direction",
        '\u{2028}' | '\u{2029}' => "a line separator",
        '\u{202f}' => "a narrow no-break space",
        '\u{3000}' => "an ideographic space",
        '\u{feff}' => "a byte order mark",
        '\0' => "a null character",
        c if c.is_whitespace() && c != ' ' => "another kind of space",
        c if c.is_control() => "a control character",
        c if visible(c) != c => "an invisible character",
        c if c.is_ascii() => return format!("`{c}`"),
        c => return format!("`{c}` (U+{code:04X})"),
    };
    format!("{name} (U+{code:04X})")
}

/// Whether a character is a space or invisible.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || visible(c) != c || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// A word of a file, cut to 40 characters, for a sentence about it.
pub(super) fn cut(word: &str) -> Cow<'_, str> {
    const LONGEST: usize = 40;
    match word.char_indices().nth(LONGEST) {
        None => word.into(),
        Some((end, _)) => format!("{}…", &word[..end]).into(),
    }
}
