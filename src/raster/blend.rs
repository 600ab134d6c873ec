//! How a pixel is laid over another: what the hints `alpha` and `blend` mean, exactly.
//!
//! A pixel is four bytes in the order of memory: red, green, blue, alpha. What is laid over is premultiplied, so no colour
//! is stronger than its alpha; then no sum below exceeds 255. All is reckoned in whole numbers, two channels at a time
//! in the halves of a word: each step fits into 16 bits, and a compiler turns a row of pixels into vectors.

use std::sync::LazyLock;

use super::hints::{Alpha, Blend};
use crate::scene::Color;

/// Two channels of four: the low byte of each half of a word.
const PAIR: u32 = 0x00ff_00ff;

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
            Mixing::Linear => over_in_light(over, under),
        }
    }

    /// A row of pixels over another of the same length.
    #[inline(always)]
    pub fn row(self, under: &mut [u32], over: &[u32]) {
        // The choice is made once a row, so that each loop is a plain one.
        match self {
            Mixing::Exact => each(under, over, |over, under| Mixing::Exact.pixel(over, under)),
            Mixing::Fast => each(under, over, |over, under| Mixing::Fast.pixel(over, under)),
            Mixing::Linear => each(under, over, |over, under| Mixing::Linear.pixel(over, under)),
        }
    }

    /// A row of pixels that are `opacity` / 255 as opaque as they are drawn.
    #[inline(always)]
    pub fn faded_row(self, under: &mut [u32], over: &[u32], opacity: u32) {
        match self {
            Mixing::Exact => each(under, over, |over, under| Mixing::Exact.pixel(scaled(over, opacity), under)),
            Mixing::Fast => each(under, over, |over, under| Mixing::Fast.pixel(scaled(over, opacity), under)),
            Mixing::Linear => each(under, over, |over, under| Mixing::Linear.pixel(scaled(over, opacity), under)),
        }
    }

    /// One premultiplied colour over a row.
    #[inline(always)]
    pub fn color(self, under: &mut [u32], color: u32) {
        let over = [color; TOGETHER];
        under.chunks_mut(TOGETHER).for_each(|under| self.row(under, &over[..under.len()]));
    }
}

/// Runs are short where sprites are small. Loops of this fixed length become a few instructions without a loop, which
/// serve them as well as long ones.
const TOGETHER: usize = 8;

#[inline(always)]
fn each(under: &mut [u32], over: &[u32], mix: impl Fn(u32, u32) -> u32) {
    let (under, last_under) = under.as_chunks_mut::<TOGETHER>();
    let (over, last_over) = over.as_chunks::<TOGETHER>();
    for (under, over) in under.iter_mut().zip(over) {
        for (under, over) in under.iter_mut().zip(over) {
            *under = mix(*over, *under);
        }
    }
    for (under, over) in last_under.iter_mut().zip(last_over) {
        *under = mix(*over, *under);
    }
}

/// How opaque a pixel is, 0 to 255.
#[inline(always)]
pub const fn alpha(pixel: u32) -> u32 {
    pixel.to_ne_bytes()[3] as u32
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

#[inline(always)]
const fn scaled_roughly(pixel: u32, factor: u32) -> u32 {
    let even = (((pixel & PAIR) * factor + PAIR) >> 8) & PAIR;
    let odd = (((pixel >> 8) & PAIR) * factor + PAIR) & !PAIR;
    even | odd
}

/// Full light. Fine enough that no two bytes mean the same light, and small enough for a table of the way back.
const LIGHT: usize = 4095;

struct Light {
    /// How much light a byte of sRGB means.
    of_byte: [u16; 256],
    /// The byte that comes nearest to this light.
    to_byte: [u8; LIGHT + 1],
}

static TABLES: LazyLock<Light> = LazyLock::new(|| {
    let of_byte = std::array::from_fn(|byte| {
        let value = byte as f64 / 255.0;
        let light = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        (light * LIGHT as f64).round() as u16
    });
    let nearest = |light: usize| {
        let distance = |byte: &usize| usize::from(of_byte[*byte]).abs_diff(light);
        (0..256).min_by_key(distance).expect("there are bytes") as u8
    };
    Light { of_byte, to_byte: std::array::from_fn(nearest) }
});

fn over_in_light(over: u32, under: u32) -> u32 {
    let share = alpha(over);
    match share {
        0 => return under,
        255 => return over,
        _ => {}
    }
    let light = &*TABLES;
    let ([r, g, b, _], [below_r, below_g, below_b, _]) = (over.to_ne_bytes(), under.to_ne_bytes());
    let mix = |channel: u8, below: u8| {
        // The colour as it was before it was premultiplied.
        let straight = ((u32::from(channel) * 255 + share / 2) / share).min(255);
        let sum = u32::from(light.of_byte[straight as usize]) * share
            + u32::from(light.of_byte[usize::from(below)]) * (255 - share);
        light.to_byte[((sum + 127) / 255) as usize]
    };
    u32::from_ne_bytes([mix(r, below_r), mix(g, below_g), mix(b, below_b), 255])
}
