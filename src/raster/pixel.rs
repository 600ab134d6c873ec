//! A pixel: red, green, blue and alpha, a byte each in memory order, as one number. Premultiplied where not said
//! otherwise: no channel exceeds alpha.

use crate::look::Color;

/// Pixels in a vector.
pub const LANES: usize = 8;

/// The bits below alpha, which is the last byte in memory.
pub const ALPHA_SHIFT: u32 = if cfg!(target_endian = "little") { 24 } else { 0 };

/// Masks two channels of four: the low byte of each half of a word.
pub const PAIR: u32 = 0x00ff_00ff;

/// 0 is transparent, 255 opaque.
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

/// A colour as a pixel.
pub const fn premultiplied(color: Color) -> u32 {
    let opaque = u32::from_ne_bytes([color.red, color.green, color.blue, 255]);
    scaled(opaque, color.alpha as u32)
}

/// Divides two products of bytes by 255, rounded to the nearest: with x = product + 128, (x + x / 256) / 256 is exact.
#[inline(always)]
const fn div_255_pair(products: u32) -> u32 {
    let rounded = products + 0x0080_0080;
    ((rounded + ((rounded >> 8) & PAIR)) >> 8) & PAIR
}
