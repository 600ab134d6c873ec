//! Source-over blending: what the hints `alpha` and `blend` mean, exactly.
//!
//! A source pixel is premultiplied and a destination pixel is opaque, so that no sum below exceeds 255. Everything is
//! computed in whole numbers, and in sRGB each step fits into 16 bits: two channels at a time in the halves of a word,
//! or all channels of [`LANES`] pixels in a vector, with the same result.

use std::sync::LazyLock;

use fearless_simd::{Bytes, Simd, SimdBase, u16x16, u32x8};

use super::pixel::{ALPHA_SHIFT, LANES, PAIR, alpha, scaled};
use crate::look::{Alpha, Blend};

/// How a translucent source pixel is blended with the destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlendMode {
    /// In sRGB, products of two bytes divided by 255 and rounded to the nearest.
    Exact,
    /// In sRGB, `(product + 255) / 256` where `product / 255` would be exact. Of the 65,536 products of two bytes
    /// 17,284 come out one brighter than exact and 1,476 one darker. Products with 0 and 255 are exact, so that
    /// transparent and opaque pixels are.
    Fast,
    /// In linear light, rounded once, to the nearest byte; there is nothing to gain by rounding in another way.
    Linear,
}

impl BlendMode {
    /// The blend mode that two hints ask for.
    pub const fn new(alpha: Alpha, blend: Blend) -> BlendMode {
        match (blend, alpha) {
            (Blend::Linear, Alpha::Fast | Alpha::Exact) => BlendMode::Linear,
            (Blend::Srgb, Alpha::Fast) => BlendMode::Fast,
            (Blend::Srgb, Alpha::Exact) => BlendMode::Exact,
        }
    }

    /// One pixel over an opaque one.
    #[inline(always)]
    pub fn pixel(self, src: u32, dst: u32) -> u32 {
        match self {
            BlendMode::Exact => src + scaled(dst, 255 - alpha(src)),
            BlendMode::Fast => src + scaled_fast(dst, 255 - alpha(src)),
            BlendMode::Linear => LinearPixel::new(src, &TABLES).over(dst),
        }
    }

    /// A row of pixels over another of the same length. In sRGB whole vectors, then the pixels that are left.
    #[inline(always)]
    pub fn row<S: Simd>(self, simd: S, dst: &mut [u32], src: &[u32]) {
        if self == BlendMode::Linear {
            return linear_row(dst, src);
        }
        let (dst, dst_rest) = dst.as_chunks_mut();
        let (src, src_rest) = src.as_chunks();
        for (dst, src) in dst.iter_mut().zip(src) {
            self.vector(simd, dst, src);
        }
        for (dst, src) in dst_rest.iter_mut().zip(src_rest) {
            *dst = self.pixel(*src, *dst);
        }
    }

    /// A row of pixels, each with its alpha scaled by `opacity` / 255.
    #[inline(always)]
    pub fn faded_row(self, dst: &mut [u32], src: &[u32], opacity: u32) {
        for (dst, src) in dst.iter_mut().zip(src) {
            *dst = self.pixel(scaled(*src, opacity), *dst);
        }
    }

    /// One premultiplied colour over so many pixels.
    #[inline(always)]
    pub fn color(self, color: u32, pixels: u64) -> ColorFill {
        match self {
            BlendMode::Exact | BlendMode::Fast => ColorFill::Vectors(self, color),
            BlendMode::Linear if pixels < MIN_TABLED => ColorFill::Pixels(LinearPixel::new(color, &TABLES)),
            BlendMode::Linear => ColorFill::Tables(Box::new(LinearPixel::new(color, &TABLES).over_bytes())),
        }
    }

    /// A vector of pixels over another. The choice is no closure: closures are not compiled for the processor that
    /// `simd` stands for.
    #[inline(always)]
    fn vector<S: Simd>(self, simd: S, dst: &mut [u32; LANES], src: &[u32; LANES]) {
        match self {
            BlendMode::Exact => exact(simd, dst, src),
            BlendMode::Fast => fast(simd, dst, src),
            BlendMode::Linear => linear_row(dst, src),
        }
    }
}

/// A row of pixels over another in linear light. Neighbours are often equal, above and below: what is known of a pixel
/// is not computed again.
fn linear_row(dst: &mut [u32], src: &[u32]) {
    let tables = &*TABLES;
    let (mut above, mut below) = (LinearPixel::new(0, tables), 0);
    let mut blended = above.over(below);
    for (dst, src) in dst.iter_mut().zip(src) {
        if (*src, *dst) != (above.pixel, below) {
            if *src != above.pixel {
                above = LinearPixel::new(*src, tables);
            }
            below = *dst;
            blended = above.over(below);
        }
        *dst = blended;
    }
}

/// One colour that is blended over many pixels, in the way that is the fastest for it.
pub enum ColorFill {
    /// In sRGB, a vector at a time.
    Vectors(BlendMode, u32),
    /// In linear light, a pixel at a time.
    Pixels(LinearPixel),
    /// In linear light: what becomes of each byte of red, green and blue.
    Tables(Box<[[u8; 256]; 3]>),
}

/// Tables are made for more pixels only: making them takes as long as blending so many.
const MIN_TABLED: u64 = 1 << 10;

impl ColorFill {
    /// The colour over a row.
    #[inline(always)]
    pub fn row<S: Simd>(&self, simd: S, dst: &mut [u32]) {
        match self {
            ColorFill::Vectors(mode, color) => {
                let src = [*color; LANES];
                let (dst, rest) = dst.as_chunks_mut::<LANES>();
                for dst in dst {
                    mode.vector(simd, dst, &src);
                }
                for dst in rest {
                    *dst = mode.pixel(*color, *dst);
                }
            }
            ColorFill::Pixels(color) => {
                // Neighbours are often equal.
                let (mut below, mut blended) = (0, color.over(0));
                for dst in dst {
                    if *dst != below {
                        below = *dst;
                        blended = color.over(below);
                    }
                    *dst = blended;
                }
            }
            ColorFill::Tables(tables) => {
                for dst in dst {
                    let [red, green, blue, alpha] = dst.to_ne_bytes();
                    let [r, g, b] = [red, green, blue].map(usize::from);
                    *dst = u32::from_ne_bytes([tables[0][r], tables[1][g], tables[2][b], alpha]);
                }
            }
        }
    }
}

/// [`BlendMode::Exact`] in the lanes of a vector. Every step fits into 16 bits, as it does in [`scaled`].
#[inline(always)]
fn exact<S: Simd>(simd: S, dst: &mut [u32; LANES], src: &[u32; LANES]) {
    let (even, odd, src) = products(simd, dst, src);
    let (even, odd) = (even + 128, odd + 128);
    let (even, odd) = (even + (even >> 8), odd + (odd >> 8));
    store(src + ((even >> 8) | (odd & 0xff00)), dst);
}

/// [`BlendMode::Fast`] in the lanes of a vector.
#[inline(always)]
fn fast<S: Simd>(simd: S, dst: &mut [u32; LANES], src: &[u32; LANES]) {
    let (even, odd, src) = products(simd, dst, src);
    let (even, odd) = (even + 255, odd + 255);
    store(src + ((even >> 8) | (odd & 0xff00)), dst);
}

/// Each channel of `dst` times 255 - the alpha of `src`: the even channels, the odd ones, and `src` itself.
#[inline(always)]
fn products<S: Simd>(simd: S, dst: &[u32; LANES], src: &[u32; LANES]) -> (u16x16<S>, u16x16<S>, u16x16<S>) {
    let src = u32x8::load_array_ref(simd, src);
    let inverse = (u32x8::splat(simd, u32::MAX) - src) >> ALPHA_SHIFT & 255;
    let inverse: u16x16<S> = (inverse | (inverse << 16)).bitcast();
    let dst: u16x16<S> = u32x8::load_array_ref(simd, dst).bitcast();
    ((dst & 255) * inverse, (dst >> 8) * inverse, src.bitcast())
}

#[inline(always)]
fn store<S: Simd>(pixels: u16x16<S>, dst: &mut [u32; LANES]) {
    let pixels: u32x8<S> = pixels.bitcast();
    pixels.store_array(dst);
}

/// All four channels times `factor` / 255, rounded as [`BlendMode::Fast`] does.
#[inline(always)]
const fn scaled_fast(pixel: u32, factor: u32) -> u32 {
    let even = (((pixel & PAIR) * factor + PAIR) >> 8) & PAIR;
    let odd = (((pixel >> 8) & PAIR) * factor + PAIR) & !PAIR;
    even | odd
}

/// Full intensity of linear light. Fine enough that all 256 bytes of sRGB differ, small enough for a table of the way
/// back.
const FULL: usize = 4095;

struct Tables {
    /// The linear intensity of an sRGB byte, 0 to [`FULL`].
    to_linear: [u16; 256],
    /// The nearest sRGB byte to a linear intensity.
    to_srgb: [u8; FULL + 1],
    /// Dividing by a byte is multiplying by this and shifting to the right by [`DIVISION_SHIFT`]: 0 for 0, else rounded
    /// up. Exact for dividends below 2¹⁶.
    reciprocals: [u64; 256],
}

const DIVISION_SHIFT: u32 = 24;

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let to_linear = std::array::from_fn(|byte| {
        let value = byte as f64 / 255.0;
        let linear = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        (linear * FULL as f64).round() as u16
    });
    let nearest = |linear: usize| {
        let distance = |byte: &usize| usize::from(to_linear[*byte]).abs_diff(linear);
        (0..256).min_by_key(distance).expect("there are bytes") as u8
    };
    let reciprocal = |byte: usize| (1u64 << DIVISION_SHIFT).div_ceil(byte.max(1) as u64) * u64::from(byte > 0);
    Tables { to_linear, to_srgb: std::array::from_fn(nearest), reciprocals: std::array::from_fn(reciprocal) }
});

/// A source pixel in linear light.
#[derive(Clone, Copy)]
pub struct LinearPixel {
    pixel: u32,
    /// Red, green and blue, premultiplied: 0 to 255 × [`FULL`].
    linear: [u32; 3],
    tables: &'static Tables,
}

impl LinearPixel {
    fn new(pixel: u32, tables: &'static Tables) -> LinearPixel {
        let alpha = alpha(pixel);
        let reciprocal = tables.reciprocals[alpha as usize];
        let [red, green, blue, _] = pixel.to_ne_bytes();
        let linear = |channel: u8| {
            // The curve of sRGB is defined for colours that are not premultiplied.
            let straight = (u64::from(u32::from(channel) * 255 + alpha / 2) * reciprocal) >> DIVISION_SHIFT;
            u32::from(tables.to_linear[straight.min(255) as usize]) * alpha
        };
        LinearPixel { pixel, linear: [red, green, blue].map(linear), tables }
    }

    /// Source-over an opaque pixel.
    fn over(self, dst: u32) -> u32 {
        let alpha = alpha(self.pixel);
        match alpha {
            0 => return dst,
            255 => return self.pixel,
            _ => {}
        }
        let [red, green, blue, _] = dst.to_ne_bytes();
        let [red, green, blue] =
            [(0, red), (1, green), (2, blue)].map(|(channel, dst)| self.channel_over(channel, dst));
        u32::from_ne_bytes([red, green, blue, 255])
    }

    /// Source-over one channel of an opaque pixel, where the source is translucent.
    fn channel_over(self, channel: usize, dst: u8) -> u8 {
        let sum = self.linear[channel] + u32::from(self.tables.to_linear[usize::from(dst)]) * (255 - alpha(self.pixel));
        self.tables.to_srgb[((sum + 127) / 255) as usize]
    }

    /// Source-over each byte of each channel.
    fn over_bytes(self) -> [[u8; 256]; 3] {
        [0, 1, 2].map(|channel| std::array::from_fn(|dst| self.channel_over(channel, dst as u8)))
    }
}
