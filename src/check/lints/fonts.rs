//! Characters that the game's own fonts lack. A font of the system shows them, where it has them.

use super::Warning;
use crate::level::{LevelFile, Spot, TextSpan};
use crate::look::lacks_glyph;

/// Characters that are named.
const NAMED: usize = 10;

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    let level = &file.level;
    let fields = [("name", &level.name), ("about", &level.about), ("author", &level.author)];
    let fields = fields.into_iter().map(|(name, text)| (Spot::Field(name), text));
    let hints = (0..).zip(&level.hints).map(|(index, hint)| (Spot::Hint(index), hint));
    fields.chain(hints).filter_map(|(spot, text)| warning(file, spot, text)).collect()
}

fn warning(file: &LevelFile, spot: Spot, text: &str) -> Option<Warning> {
    let mut lacking: Vec<char> = text.chars().filter(|c| is_lacking(*c)).collect();
    lacking.sort_unstable();
    lacking.dedup();
    if lacking.is_empty() {
        return None;
    }
    let named: Vec<String> = lacking.iter().take(NAMED).map(|c| format!("`{c}`")).collect();
    let more = if lacking.len() > NAMED { " and more" } else { "" };
    let words = format!(
        "the game's fonts lack {}{more}: a font of the system shows them, or a box where there is none",
        named.join(", ")
    );
    let span = file.span(spot);
    Some((first_in(file, span).unwrap_or(span), words))
}

/// Characters that a level may not show were taken out when it was read.
fn is_lacking(c: char) -> bool {
    c != char::REPLACEMENT_CHARACTER && lacks_glyph(c)
}

/// The first such character in a part of the file. Escaped and scrambled ones are not found.
fn first_in(file: &LevelFile, span: TextSpan) -> Option<TextSpan> {
    let (at, c) = file.written(span).char_indices().find(|(_, c)| is_lacking(*c))?;
    Some(TextSpan::new(span.start + at, span.start + at + c.len_utf8()))
}
