//! How a pixel is laid over another: what the hints `alpha` and `blend` mean, exactly.
//!
//! What is laid over is premultiplied, so no colour is stronger than its alpha; then no sum below exceeds 255. All is
//! reckoned in whole numbers, and each step fits into 16 bits: two channels at a time in the halves of a word, or all
//! channels of many pixels in the lanes of a vector, to the same result.

use std::sync::LazyLock;

use fearless_simd::{Bytes, Simd, SimdBase, u16x16, u32x8};

use super::pixel::{ALPHA_SHIFT, PAIR, TOGETHER, alpha, scaled};
use crate::look::{Alpha, Blend};

/// How translucent pixels mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mixing {
    /// In sRGB, quotients by 255 rounded to the nearest.
    Exact,
    /// In sRGB, divided by 256 after adding 255: never too small by more than the rounding, and right for 0 and 255.
    Fast,
    /// As amounts of light; there is only one rounding, of the byte at the end, so that it cannot be made faster.
    Linear,
}

impl Mixing {
    pub const fn of(alpha: Alpha, blend: Blend) -> Mixing {
        match (blend, alpha) {
            (Blend::Linear, Alpha::Fast | Alpha::Exact) => Mixing::Linear,
            (Blend::Srgb, Alpha::Fast) => Mixing::Fast,
            (Blend::Srgb, Alpha::Exact) => Mixing::Exact,
        }
    }

    /// One pixel over another, opaque one.
    #[inline(always)]
    pub fn pixel(self, over: u32, under: u32) -> u32 {
        match self {
            Mixing::Exact => over + scaled(under, 255 - alpha(over)),
            Mixing::Fast => over + scaled_roughly(under, 255 - alpha(over)),
            Mixing::Linear => Light::of(over).over(under),
        }
    }

    /// A row of pixels over another of the same length: whole vectors, then the pixels that are left.
    #[inline(always)]
    pub fn row<S: Simd>(self, simd: S, under: &mut [u32], over: &[u32]) {
        let (under, last_under) = under.as_chunks_mut();
        let (over, last_over) = over.as_chunks();
        for (under, over) in under.iter_mut().zip(over) {
            self.together(simd, under, over);
        }
        for (under, over) in last_under.iter_mut().zip(last_over) {
            *under = self.pixel(*over, *under);
        }
    }

    /// A row of pixels that are `opacity` / 255 as opaque as they are drawn.
    #[inline(always)]
    pub fn faded_row(self, under: &mut [u32], over: &[u32], opacity: u32) {
        for (under, over) in under.iter_mut().zip(over) {
            *under = self.pixel(scaled(*over, opacity), *under);
        }
    }

    /// One premultiplied colour over a row.
    #[inline(always)]
    pub fn color<S: Simd>(self, simd: S, under: &mut [u32], color: u32) {
        if self == Mixing::Linear {
            let light = Light::of(color);
            under.iter_mut().for_each(|under| *under = light.over(*under));
            return;
        }
        let over = [color; TOGETHER];
        let (under, rest) = under.as_chunks_mut::<TOGETHER>();
        for under in under {
            self.together(simd, under, &over);
        }
        for under in rest {
            *under = self.pixel(color, *under);
        }
    }

    /// A vector of pixels over another. Closures would do for the choice, but they are not compiled for the processor.
    #[inline(always)]
    fn together<S: Simd>(self, simd: S, under: &mut [u32; TOGETHER], over: &[u32; TOGETHER]) {
        match self {
            Mixing::Exact => exactly(simd, under, over),
            Mixing::Fast => roughly(simd, under, over),
            Mixing::Linear => {
                for (under, over) in under.iter_mut().zip(over) {
                    *under = Light::of(*over).over(*under);
                }
            }
        }
    }
}

/// [`Mixing::Exact`], in the lanes of a vector. Every step fits into 16 bits, as it does in [`scaled`].
#[inline(always)]
fn exactly<S: Simd>(simd: S, under: &mut [u32; TOGETHER], over: &[u32; TOGETHER]) {
    let (even, odd, over) = products(simd, under, over);
    let (even, odd) = (even + 128, odd + 128);
    let (even, odd) = (even + (even >> 8), odd + (odd >> 8));
    store(over + ((even >> 8) | (odd & 0xff00)), under);
}

/// [`Mixing::Fast`], in the lanes of a vector.
#[inline(always)]
fn roughly<S: Simd>(simd: S, under: &mut [u32; TOGETHER], over: &[u32; TOGETHER]) {
    let (even, odd, over) = products(simd, under, over);
    let (even, odd) = (even + 255, odd + 255);
    store(over + ((even >> 8) | (odd & 0xff00)), under);
}

/// Each channel of `under` times what `over` lets through: the even ones, the odd ones, and `over` itself.
#[inline(always)]
fn products<S: Simd>(simd: S, under: &[u32; TOGETHER], over: &[u32; TOGETHER]) -> (u16x16<S>, u16x16<S>, u16x16<S>) {
    let over = u32x8::load_array_ref(simd, over);
    let through = (u32x8::splat(simd, u32::MAX) - over) >> ALPHA_SHIFT & 255;
    let through: u16x16<S> = (through | (through << 16)).bitcast();
    let under: u16x16<S> = u32x8::load_array_ref(simd, under).bitcast();
    ((under & 255) * through, (under >> 8) * through, over.bitcast())
}

#[inline(always)]
fn store<S: Simd>(pixels: u16x16<S>, under: &mut [u32; TOGETHER]) {
    let pixels: u32x8<S> = pixels.bitcast();
    pixels.store_array(under);
}

#[inline(always)]
const fn scaled_roughly(pixel: u32, factor: u32) -> u32 {
    let even = (((pixel & PAIR) * factor + PAIR) >> 8) & PAIR;
    let odd = (((pixel >> 8) & PAIR) * factor + PAIR) & !PAIR;
    even | odd
}

/// Full light. Fine enough that no two bytes mean the same light, and small enough for a table of the way back.
const FULL: usize = 4095;

struct Tables {
    /// How much light a byte of sRGB means.
    of_byte: [u16; 256],
    /// The byte that comes nearest to this light.
    to_byte: [u8; FULL + 1],
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let of_byte = std::array::from_fn(|byte| {
        let value = byte as f64 / 255.0;
        let light = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        (light * FULL as f64).round() as u16
    });
    let nearest = |light: usize| {
        let distance = |byte: &usize| usize::from(of_byte[*byte]).abs_diff(light);
        (0..256).min_by_key(distance).expect("there are bytes") as u8
    };
    Tables { of_byte, to_byte: std::array::from_fn(nearest) }
});

/// A pixel as amounts of light.
#[derive(Clone, Copy)]
struct Light {
    pixel: u32,
    /// Of red, green and blue, in 255ths of the light that the tables know.
    amounts: [u32; 3],
    tables: &'static Tables,
}

impl Light {
    fn of(pixel: u32) -> Light {
        let (tables, share) = (&*TABLES, alpha(pixel));
        let [red, green, blue, _] = pixel.to_ne_bytes();
        let amount = |channel: u8| {
            // The colour as it was before it was premultiplied.
            let straight = (u32::from(channel) * 255 + share / 2).checked_div(share).unwrap_or(0).min(255);
            u32::from(tables.of_byte[straight as usize]) * share
        };
        Light { pixel, amounts: [red, green, blue].map(amount), tables }
    }

    /// Over an opaque pixel.
    fn over(self, under: u32) -> u32 {
        let share = alpha(self.pixel);
        match share {
            0 => return under,
            255 => return self.pixel,
            _ => {}
        }
        let [red, green, blue, _] = under.to_ne_bytes();
        let mix = |amount: u32, below: u8| {
            let sum = amount + u32::from(self.tables.of_byte[usize::from(below)]) * (255 - share);
            self.tables.to_byte[((sum + 127) / 255) as usize]
        };
        let [r, g, b] = self.amounts;
        u32::from_ne_bytes([mix(r, red), mix(g, green), mix(b, blue), 255])
    }
}
