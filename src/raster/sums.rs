//! Weighted sums of pixels, a vector of pixels at a time: the inner loops of scaling.

use fearless_simd::{Bytes, Simd, SimdBase, i32x8, u32x8};

use super::pixel::{ALPHA_SHIFT, LANES};

/// Weights are fixed-point numbers; this is 1.
pub const ONE: i32 = 1 << ONE_BITS;
const ONE_BITS: u32 = 14;

/// A sum for each channel, the one in the lowest byte first.
pub struct Sums<S: Simd> {
    simd: S,
    channels: [i32x8<S>; 4],
}

impl<S: Simd> Sums<S> {
    /// Starts at one half, so that the truncation at the end rounds to the nearest.
    #[inline(always)]
    pub fn new(simd: S) -> Sums<S> {
        Sums { simd, channels: [i32x8::splat(simd, ONE / 2); 4] }
    }

    /// Adds pixels, each times its own weight.
    #[inline(always)]
    pub fn add(&mut self, pixels: &[u32; LANES], weights: i32x8<S>) {
        let pixels = u32x8::load_array_ref(self.simd, pixels);
        for channel in 0..4 {
            let values: i32x8<S> = (pixels >> (8 * channel as u32) & 255).bitcast();
            self.channels[channel] += values * weights;
        }
    }

    /// The sums as pixels. Weights may be negative, so sums are clamped to 0 to 255.
    #[inline(always)]
    pub fn pixels(self) -> u32x8<S> {
        let mut pixels = u32x8::splat(self.simd, 0);
        for channel in 0..4 {
            pixels |= self.channel(channel) << (8 * channel as u32);
        }
        pixels
    }

    /// The same with each channel clamped to alpha: a spline may overshoot.
    #[inline(always)]
    pub fn premultiplied_pixels(self) -> u32x8<S> {
        let alpha = self.channel(ALPHA_SHIFT as usize / 8);
        let mut pixels = u32x8::splat(self.simd, 0);
        for channel in 0..4 {
            pixels |= self.channel(channel).min(alpha) << (8 * channel as u32);
        }
        pixels
    }

    #[inline(always)]
    fn channel(&self, channel: usize) -> u32x8<S> {
        let (min, max) = (i32x8::splat(self.simd, 0), i32x8::splat(self.simd, 255));
        (self.channels[channel] >> ONE_BITS).max(min).min(max).bitcast()
    }
}
