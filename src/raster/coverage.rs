//! Coverage: how much of a pixel a glyph or a polygon covers. 255 is all of it.

use crate::look::Antialias;

/// A share of a pixel as a byte.
#[inline(always)]
pub fn coverage(share: f32) -> u8 {
    (share * 255.0 + 0.5) as u8
}

/// The coverage that a pixel is drawn with: all or nothing without antialiasing.
#[inline(always)]
pub fn antialiased(covered: u8, antialias: Antialias) -> u8 {
    match antialias {
        Antialias::On => covered,
        Antialias::Off => u8::from(covered >= 128) * 255,
    }
}
