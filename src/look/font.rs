//! The metrics of the one font: how wide and high a line of text is, and where its glyphs stand. Those who lay text out
//! and those who paint it read the same numbers, so a text that was measured to fit does fit.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, GlyphId, PxScale, ScaleFont as _};

static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../assets/font/patrick-hand.ttf"))
        .expect("the font in the binary is a font")
});

/// A glyph of a line of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedGlyph {
    pub glyph: GlyphId,
    /// Pixels from the start of the line to the glyph's origin.
    pub x: f32,
}

/// The font in the binary.
pub fn font() -> &'static FontRef<'static> {
    &FONT
}

/// The glyphs of a line of text at a size in pixels, kerned, from left to right.
pub fn glyphs(text: &str, size: f32) -> impl Iterator<Item = PlacedGlyph> {
    let font = FONT.as_scaled(PxScale::from(size));
    let (mut pen, mut last) = (0.0, None);
    text.chars().map(move |character| {
        let glyph = font.glyph_id(character);
        if let Some(last) = last {
            pen += font.kern(last, glyph);
        }
        let x = pen;
        pen += font.h_advance(glyph);
        last = Some(glyph);
        PlacedGlyph { glyph, x }
    })
}

/// The width of a line of text at a size in pixels: from its start to where a glyph after its last one would stand.
pub fn text_width(text: &str, size: f32) -> f32 {
    let font = FONT.as_scaled(PxScale::from(size));
    glyphs(text, size).last().map_or(0.0, |last| last.x + font.h_advance(last.glyph))
}

/// The height of a line of text at a size in pixels: ascent and descent.
pub fn line_height(size: f32) -> f32 {
    FONT.as_scaled(PxScale::from(size)).height()
}
