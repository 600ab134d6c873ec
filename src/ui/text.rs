//! Text: a line in its rectangle, and text in several lines. Widths are those of the real glyphs.

use std::borrow::Cow;

use textwrap::WordSeparator;
use textwrap::core::{Fragment, Word};
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::look::{Color, Typeface, shortened, text_width};
use crate::scene::{Align, Item, Rect};

/// Text sizes in logical pixels. The font is small for its size.
pub const BUTTON_TEXT: f32 = 26.0;
pub const SMALL_TEXT: f32 = 19.0;

/// A line of text as an item. One that is wider than its rectangle ends in an ellipsis.
pub fn text(words: impl Into<Cow<'static, str>>, rect: Rect, size: f32, align: Align, color: Color) -> Item {
    let words = words.into();
    let text = match shortened(&words, rect.width as f32, size) {
        Cow::Borrowed(_) => words,
        Cow::Owned(short) => short.into(),
    };
    Item::Text { text, rect, size, align, color, typeface: Typeface::Hand }
}

/// The text size, or the largest one below it at which the words are no wider than so many pixels.
pub fn fitted_size(words: &str, width: i32, size: f32) -> f32 {
    let full = text_width(words, size);
    // A thousandth less: a sum of rounded advances may be a little wider.
    if full <= width as f32 { size } else { size * width as f32 / full * 0.999 }
}

/// Words in the monospaced font, in the middle of their rectangle.
pub fn mono_text(words: String, rect: Rect, size: f32, color: Color) -> Item {
    Item::Text { text: words.into(), rect, size, align: Align::Centre, color, typeface: Typeface::Mono }
}

/// The text in as few lines as there can be of at most so many pixels, broken between words into lines of about the
/// same width, so that no word stands alone. A single word that is wider is shortened.
pub fn wrapped(words: &str, width: f32, size: f32) -> Vec<String> {
    let space = f64::from(text_width(" ", size));
    let words: Vec<MeasuredWord> = WordSeparator::AsciiSpace
        .find_words(words)
        .map(|word| MeasuredWord { width: text_width(word.word, size).into(), space, word })
        .collect();
    let lines = wrap_first_fit(&words, &[balanced_width(&words, width.into())]);
    let line = |line: &[MeasuredWord]| line.iter().map(|word| word.word.word).collect::<Vec<_>>().join(" ");
    lines.into_iter().map(|words| shortened(&line(words), width, size).into_owned()).collect()
}

/// The least width, to a pixel, in which there are as many lines as in this one.
fn balanced_width(words: &[MeasuredWord], width: f64) -> f64 {
    let count = |width: f64| wrap_first_fit(words, &[width]).len();
    let (fewest, mut too_narrow, mut enough) = (count(width), 0.0, width);
    while enough - too_narrow > 1.0 {
        let middle = (enough + too_narrow) / 2.0;
        if count(middle) > fewest { too_narrow = middle } else { enough = middle }
    }
    enough
}

/// A word and its width in pixels.
#[derive(Debug)]
struct MeasuredWord<'a> {
    word: Word<'a>,
    width: f64,
    space: f64,
}

impl Fragment for MeasuredWord<'_> {
    fn width(&self) -> f64 {
        self.width
    }

    fn whitespace_width(&self) -> f64 {
        self.space
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}
