//! Fonts that stand in where ours has no glyph for a character.
//!
//! No file is read here: [`take_missing`] lists the characters that could not be shown, and [`add_font`] adds a font
//! that has some of them. Until then, and where no font has the character, it is shown as a box.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use ab_glyph::{Font as _, FontArc, GlyphId};

static SUBSTITUTES: RwLock<Substitutes> = RwLock::new(Substitutes {
    fonts: Vec::new(),
    found: BTreeMap::new(),
    missing: BTreeSet::new(),
    asked: BTreeSet::new(),
});

/// A glyph of a font that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SubstituteGlyph {
    font: usize,
    glyph: GlyphId,
}

struct Substitutes {
    fonts: Vec<FontArc>,
    found: BTreeMap<char, SubstituteGlyph>,
    /// Characters that were to be shown and are not asked for yet.
    missing: BTreeSet<char>,
    /// Characters that were asked for, with or without success.
    asked: BTreeSet<char>,
}

/// The characters that were to be shown since the last call, and that no font so far has. Each is returned once.
pub fn take_missing() -> Vec<char> {
    if read().missing.is_empty() {
        return Vec::new();
    }
    let mut substitutes = write();
    let missing = std::mem::take(&mut substitutes.missing);
    substitutes.asked.extend(&missing);
    missing.into_iter().collect()
}

/// Shows these characters by the glyphs that a font has for them. Lines of text may have other widths then.
pub fn add_font(font: FontArc, characters: &[char]) {
    let mut substitutes = write();
    let index = substitutes.fonts.len();
    let glyphs = characters.iter().map(|character| (*character, font.glyph_id(*character)));
    let found = glyphs.filter(|(_, glyph)| glyph.0 != 0);
    substitutes.found.extend(found.map(|(character, glyph)| (character, SubstituteGlyph { font: index, glyph })));
    substitutes.fonts.push(font);
}

/// The glyph of a character that our font lacks; a character without one is noted as missing.
pub fn find(character: char) -> Option<SubstituteGlyph> {
    let substitutes = read();
    let found = substitutes.found.get(&character).copied();
    let is_news =
        found.is_none() && !substitutes.missing.contains(&character) && !substitutes.asked.contains(&character);
    drop(substitutes);
    if is_news {
        write().missing.insert(character);
    }
    found
}

/// What `read` finds in the font of a glyph.
pub fn with_font<T>(glyph: SubstituteGlyph, read_font: impl FnOnce(&FontArc, GlyphId) -> T) -> T {
    // Fonts are never removed.
    read_font(&read().fonts[glyph.font], glyph.glyph)
}

fn read() -> RwLockReadGuard<'static, Substitutes> {
    SUBSTITUTES.read().unwrap_or_else(PoisonError::into_inner)
}

fn write() -> RwLockWriteGuard<'static, Substitutes> {
    SUBSTITUTES.write().unwrap_or_else(PoisonError::into_inner)
}
