//! Text that is wider than its room: shortened with an ellipsis, by the widths of the real glyphs.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::font::text_width;

/// Stands for words that are left out.
pub const ELLIPSIS: &str = "…";

/// The text, its end replaced by an ellipsis if it is wider than so many pixels.
pub fn shortened(words: &str, width: f32, size: f32) -> Cow<'_, str> {
    let starts = words.grapheme_indices(true).map(|(end, _)| format!("{}{ELLIPSIS}", words[..end].trim_end()));
    fitting(words, width, size, starts.rev())
}

/// The text, its start replaced by an ellipsis if it is wider than so many pixels. The end of a path says more.
pub fn shortened_start(words: &str, width: f32, size: f32) -> Cow<'_, str> {
    let ends = words.grapheme_indices(true).skip(1).map(|(start, _)| format!("{ELLIPSIS}{}", &words[start..]));
    fitting(words, width, size, ends)
}

/// The text if it fits, or the first of the shorter ones that does; the ellipsis alone where none does.
fn fitting(words: &str, width: f32, size: f32, shorter: impl Iterator<Item = String>) -> Cow<'_, str> {
    let fits = |text: &str| text_width(text, size) <= width;
    if fits(words) {
        return words.into();
    }
    let mut shorter = shorter;
    shorter.find(|text| fits(text)).unwrap_or_else(|| ELLIPSIS.to_owned()).into()
}
