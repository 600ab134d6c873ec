//! The inner loops: rows of pixels, copied or mixed.

use std::ops::Range;

use super::plan::Sheet;
use crate::raster::blend::{Mixing, alpha};
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
                    (Kind::Translucent, 255) => mixing.row(under, over),
                    (Kind::Opaque | Kind::Translucent, opacity) => mixing.faded_row(under, over, opacity.into()),
                }
            }
        }
        written
    }

    /// Lays one colour over the columns of a row.
    #[inline(always)]
    pub fn color(&mut self, y: i32, columns: Range<i32>, color: u32) -> u64 {
        let mixing = self.mixing;
        let under = self.row(y, columns);
        match alpha(color) {
            255 => under.fill(color),
            _ => mixing.color(under, color),
        }
        under.len() as u64
    }

    /// Copies the columns of a row of paper.
    #[inline(always)]
    pub fn copy(&mut self, y: i32, columns: Range<i32>, sheet: &Sheet) -> u64 {
        let over = sheet.row(y, columns.start, columns.end);
        self.row(y, columns).copy_from_slice(over);
        over.len() as u64
    }

    /// Columns of a row of the frame.
    #[inline(always)]
    fn row(&mut self, y: i32, columns: Range<i32>) -> &mut [u32] {
        let start = (y - self.bounds.y) as usize * self.bounds.width as usize;
        &mut self.pixels[start + columns.start as usize..start + columns.end as usize]
    }
}
