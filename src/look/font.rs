//! The metrics of text: how wide and high a line is, and where its glyphs stand. Those who lay text out and those who
//! paint it read the same numbers, so a text that was measured to fit does fit.
//!
//! Text is set in the handwritten font of the binary; what reads as in a terminal, in the monospaced one. A character
//! that the font lacks comes from another font, or is shown as a box: no text vanishes.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, GlyphId, OutlinedGlyph, PxScale, ScaleFont as _, point};

use super::substitutes::{self, SubstituteGlyph};

static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../assets/font/patrick-hand.ttf"))
        .expect("the font in the binary is a font")
});

/// A part of DejaVu Sans Mono: Latin, Greek, Cyrillic, lines of tables.
static MONO: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../assets/font/dejavu-sans-mono.ttf"))
        .expect("the font in the binary is a font")
});

/// The fonts that text is set in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Typeface {
    #[default]
    Hand,
    /// All its glyphs have one width.
    Mono,
}

/// The advance of the box for a character that no font has, as a share of the text size.
const BOX_ADVANCE: f32 = 0.5;

/// What is drawn for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GlyphShape {
    /// A glyph of the handwritten font.
    Own(GlyphId),
    /// A glyph of the monospaced font.
    Mono(GlyphId),
    Substitute(SubstituteGlyph),
    /// No font has the character.
    Box,
    /// The character takes no room and leaves no mark.
    Nothing,
}

/// A glyph of a line of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedGlyph {
    pub shape: GlyphShape,
    /// Pixels from the start of the line to the glyph's origin.
    pub x: f32,
}

/// Whether the fonts in the binary have no glyph for a character that should be seen.
///
/// ```
/// use leveret::look::lacks_glyph;
///
/// assert!(lacks_glyph('兎') && lacks_glyph('א'));
/// assert!(!lacks_glyph('ж') && !lacks_glyph('ä') && !lacks_glyph(' ') && !lacks_glyph('\n'));
/// ```
pub fn lacks_glyph(character: char) -> bool {
    [&FONT, &MONO].iter().all(|font| font.glyph_id(character).0 == 0) && !is_invisible(character)
}

/// The glyphs of a line of text at a size in pixels, kerned, from left to right.
pub fn glyphs(text: &str, typeface: Typeface, size: f32) -> impl Iterator<Item = PlacedGlyph> {
    let font = FONT.as_scaled(PxScale::from(size));
    let (mut pen, mut last) = (0.0, None);
    text.chars().map(move |character| {
        let shape = GlyphShape::of(character, typeface);
        if let (Some(GlyphShape::Own(last)), GlyphShape::Own(glyph)) = (last, shape) {
            pen += font.kern(last, glyph);
        }
        let x = pen;
        pen += shape.advance(size);
        last = Some(shape);
        PlacedGlyph { shape, x }
    })
}

/// The width of a handwritten line of text at a size in pixels: from its start to where a glyph after its last one
/// would stand.
pub fn text_width(text: &str, size: f32) -> f32 {
    glyphs(text, Typeface::Hand, size).last().map_or(0.0, |last| last.x + last.shape.advance(size))
}

/// The height of a line of text at a size in pixels: ascent and descent.
pub fn line_height(size: f32) -> f32 {
    FONT.as_scaled(PxScale::from(size)).height()
}

/// The height of a line above its baseline, at a size in pixels.
pub fn ascent(size: f32) -> f32 {
    FONT.as_scaled(PxScale::from(size)).ascent()
}

impl GlyphShape {
    fn of(character: char, typeface: Typeface) -> GlyphShape {
        let hand = Some(FONT.glyph_id(character)).filter(|glyph| glyph.0 != 0).map(GlyphShape::Own);
        let mono = || Some(MONO.glyph_id(character)).filter(|glyph| glyph.0 != 0).map(GlyphShape::Mono);
        let preferred = match typeface {
            Typeface::Hand => hand,
            Typeface::Mono => mono().or(hand),
        };
        match preferred {
            Some(shape) => shape,
            None if character.is_whitespace() && !character.is_control() => GlyphShape::Own(FONT.glyph_id(' ')),
            None if is_invisible(character) => GlyphShape::Nothing,
            // The monospaced font looks out of place among handwriting, but better than a box.
            None => substitutes::find(character).map(GlyphShape::Substitute).or_else(mono).unwrap_or(GlyphShape::Box),
        }
    }

    /// The outline at a size in pixels, with its origin at 0, 0; none if there is none.
    pub fn outline(self, size: f32) -> Option<OutlinedGlyph> {
        let placed = |glyph: GlyphId| glyph.with_scale_and_position(PxScale::from(size), point(0.0, 0.0));
        match self {
            GlyphShape::Own(glyph) => FONT.outline_glyph(placed(glyph)),
            GlyphShape::Mono(glyph) => MONO.outline_glyph(placed(glyph)),
            GlyphShape::Substitute(glyph) => {
                substitutes::with_font(glyph, |font, glyph| font.outline_glyph(placed(glyph)))
            }
            GlyphShape::Box | GlyphShape::Nothing => None,
        }
    }

    /// Pixels from its origin to that of the next glyph.
    pub fn advance(self, size: f32) -> f32 {
        let scale = PxScale::from(size);
        match self {
            GlyphShape::Own(glyph) => FONT.as_scaled(scale).h_advance(glyph),
            GlyphShape::Mono(glyph) => MONO.as_scaled(scale).h_advance(glyph),
            GlyphShape::Substitute(glyph) => {
                substitutes::with_font(glyph, |font, glyph| font.as_scaled(scale).h_advance(glyph))
            }
            GlyphShape::Box => size * BOX_ADVANCE,
            GlyphShape::Nothing => 0.0,
        }
    }
}

/// Whether the character is white space, or only directs how others are set: joiners, marks of direction, selectors of
/// a variant.
fn is_invisible(character: char) -> bool {
    const DIRECTING: [std::ops::RangeInclusive<char>; 8] = [
        '\u{ad}'..='\u{ad}',
        '\u{61c}'..='\u{61c}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{feff}'..='\u{feff}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    character.is_whitespace() || character.is_control() || DIRECTING.iter().any(|range| range.contains(&character))
}
