//! The inner loops: rows of pixels, copied or mixed.

use std::ops::Range;

use crate::raster::blend::{Mixing, alpha, scaled};
use crate::raster::layer::{Kind, Layer};
use crate::scene::Rect;

/// Some rows of the frame.
pub struct Rows<'a> {
    pub pixels: &'a mut [u32],
    /// Which part of the frame they are: all of its width.
    pub bounds: Rect,
    pub mixing: Mixing,
}

impl Rows<'_> {
    /// Lays the part of a layer over these rows that lies in `seen`; the layer's own corner is at `corner`.
    #[inline(always)]
    pub fn layer(&mut self, layer: &Layer, (left, top): (i32, i32), seen: Rect, opacity: u8) -> u64 {
        let (mixing, mut written) = (self.mixing, 0);
        for y in seen.y..seen.bottom() {
            let row = (y - top) as usize;
            let over = layer.row(row);
            for run in layer.runs(row) {
                let start = (run.start as i32 + left).max(seen.x);
                let end = (run.end as i32 + left).min(seen.right());
                if start >= end {
                    continue;
                }
                written += (end - start) as u64;
                let over = &over[(start - left) as usize..(end - left) as usize];
                let under = self.row(y, start..end);
                match (run.kind, opacity) {
                    (Kind::Opaque, 255) => under.copy_from_slice(over),
                    (Kind::Translucent, 255) => mixing.row(under, over.iter().copied()),
                    (_, opacity) => mixing.row(under, over.iter().map(|pixel| scaled(*pixel, opacity.into()))),
                }
            }
        }
        written
    }

    /// Lays one colour over the columns of a row.
    #[inline(always)]
    pub fn color(&mut self, y: i32, columns: Range<i32>, color: u32) {
        let mixing = self.mixing;
        let under = self.row(y, columns);
        match alpha(color) {
            255 => under.fill(color),
            _ => mixing.row(under, std::iter::repeat_n(color, under.len())),
        }
    }

    /// Copies pixels to a row, from column `start` on.
    #[inline(always)]
    pub fn copy(&mut self, y: i32, start: i32, pixels: &[u32]) {
        self.row(y, start..start + pixels.len() as i32).copy_from_slice(pixels);
    }

    /// Columns of a row of the frame.
    #[inline(always)]
    fn row(&mut self, y: i32, columns: Range<i32>) -> &mut [u32] {
        let start = (y - self.bounds.y) as usize * self.bounds.width as usize;
        &mut self.pixels[start + columns.start as usize..start + columns.end as usize]
    }
}
