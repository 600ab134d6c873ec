//! A pixel: four bytes in the order of memory, red, green, blue and alpha, as one number. Where not said otherwise it is
//! premultiplied: no colour is stronger than its alpha.

use crate::look::Color;

/// So many pixels are worked on together, as vectors hold them.
pub const TOGETHER: usize = 8;

/// Where a pixel holds its alpha, which is the last byte in memory.
pub const ALPHA_SHIFT: u32 = if cfg!(target_endian = "little") { 24 } else { 0 };

/// Two channels of four: the low byte of each half of a word.
pub const PAIR: u32 = 0x00ff_00ff;

/// How opaque a pixel is, 0 to 255.
#[inline(always)]
pub const fn alpha(pixel: u32) -> u32 {
    pixel >> ALPHA_SHIFT & 255
}

/// All four channels times `factor` / 255, rounded to the nearest.
#[inline(always)]
pub const fn scaled(pixel: u32, factor: u32) -> u32 {
    let even = div_255_pair((pixel & PAIR) * factor);
    let odd = div_255_pair(((pixel >> 8) & PAIR) * factor);
    even | (odd << 8)
}

/// A pixel of this colour, premultiplied.
pub const fn premultiplied(color: Color) -> u32 {
    let opaque = u32::from_ne_bytes([color.red, color.green, color.blue, 255]);
    scaled(opaque, color.alpha as u32)
}

/// Exact for both products of two bytes: a quotient by 255 is one by 256, with the quotient itself added.
#[inline(always)]
const fn div_255_pair(products: u32) -> u32 {
    let rounded = products + 0x0080_0080;
    ((rounded + ((rounded >> 8) & PAIR)) >> 8) & PAIR
}
