//! The inner loops: rows of pixels, copied or mixed.

use fearless_simd::Simd;

use super::plan::Sheet;
use crate::raster::bitmap::{Bitmap, Span, SpanKind};
use crate::raster::blend::Mixing;
use crate::raster::pixel::{TOGETHER, alpha};
use crate::scene::Rect;

/// Some rows of the frame.
pub struct Rows<'a, S> {
    /// The instructions of the processor.
    pub simd: S,
    pub pixels: &'a mut [u32],
    /// Which part of the frame they are: all of its width.
    pub bounds: Rect,
    pub mixing: Mixing,
}

impl<S: Simd> Rows<'_, S> {
    /// Lays the part of a bitmap over these rows that lies in `seen`; the bitmap's own corner is at `corner`. Says how many
    /// pixels that were.
    #[inline(always)]
    pub fn bitmap(&mut self, bitmap: &Bitmap, (left, top): (i32, i32), seen: Rect, opacity: u8) -> u64 {
        let Rows { simd, mixing, .. } = *self;
        let (width, first, mut written) = (bitmap.bounds().width as i32, (seen.y - top) as usize, 0);
        let is_whole = left == seen.x && width == seen.width;
        let has_room = left.saturating_add(width) <= self.bounds.width - TOGETHER as i32;
        if opacity == 255 && bitmap.is_opaque() {
            // Blocks: nothing but copying.
            let columns = (seen.x - left) as usize..(seen.right() - left) as usize;
            copy_rows(self.rows(seen, 0), bitmap.rows_from(first).map(|row| &row[columns.clone()]), columns.len());
            written += seen.width as u64 * seen.height as u64;
        } else if opacity == 255 && is_whole && has_room {
            // Nearly all others: no span has to be cut.
            let over = bitmap.rows_from(first).zip(bitmap.spans_from(first));
            for (under, (over, spans)) in self.rows(seen, TOGETHER - 1).zip(over) {
                for span in spans {
                    blit_span(simd, mixing, under, over, *span);
                    written += u64::from(span.end - span.start);
                }
            }
        } else {
            // At an edge, or on its way to be seen.
            let over = bitmap.rows_from(first).zip(bitmap.spans_from(first));
            for (under, (over, spans)) in self.rows(seen, 0).zip(over) {
                for span in spans {
                    let start = (span.start as i32).max(seen.x - left);
                    let end = (span.end as i32).min(seen.right() - left);
                    if start >= end {
                        continue;
                    }
                    written += (end - start) as u64;
                    let over = &over[start as usize..end as usize];
                    let under = &mut under[(start + left - seen.x) as usize..(end + left - seen.x) as usize];
                    match (span.kind, opacity) {
                        (SpanKind::Opaque, 255) => under.copy_from_slice(over),
                        (SpanKind::Translucent, 255) => mixing.row(simd, under, over),
                        (SpanKind::Opaque | SpanKind::Translucent, opacity) => {
                            mixing.faded_row(under, over, opacity.into())
                        }
                    }
                }
            }
        }
        written
    }

    /// Lays one colour over a rectangle.
    #[inline(always)]
    pub fn color(&mut self, rect: Rect, color: u32) -> u64 {
        let Rows { simd, mixing, .. } = *self;
        match alpha(color) {
            0 => return 0,
            255 => {
                for under in self.rows(rect, 0) {
                    under.fill(color);
                }
            }
            _ => {
                for under in self.rows(rect, 0) {
                    mixing.color(simd, under, color);
                }
            }
        }
        rect.width as u64 * rect.height as u64
    }

    /// Copies a rectangle of paper.
    #[inline(always)]
    pub fn paper(&mut self, rect: Rect, sheet: &Sheet) -> u64 {
        for (y, under) in (rect.y..).zip(self.rows(rect, 0)) {
            under.copy_from_slice(sheet.row(y, rect.x, rect.right()));
        }
        rect.width as u64 * rect.height as u64
    }

    /// The rows of a rectangle, each with so many pixels more at its end.
    #[inline(always)]
    fn rows(&mut self, rect: Rect, more: usize) -> impl Iterator<Item = &mut [u32]> {
        let width = self.bounds.width as usize;
        let start = (rect.y - self.bounds.y) as usize * width;
        let columns = rect.x as usize..rect.right() as usize + more;
        self.pixels[start..start + rect.height as usize * width]
            .chunks_exact_mut(width)
            .map(move |row| &mut row[columns.clone()])
    }
}

/// All of a span. A translucent one is mixed in whole vectors: what lies behind it is empty, or opaque and will be copied.
#[inline(always)]
fn blit_span<S: Simd>(simd: S, mixing: Mixing, under: &mut [u32], over: &[u32], span: Span) {
    match span.kind {
        SpanKind::Opaque => {
            let columns = span.start as usize..span.end as usize;
            copy(&mut under[columns.clone()], &over[columns]);
        }
        SpanKind::Translucent => {
            let columns = span.start as usize..span.padded_end() as usize;
            mixing.row(simd, &mut under[columns.clone()], &over[columns]);
        }
    }
}

/// Copies rows of this width. The choice how is made once for all of them.
#[inline(always)]
fn copy_rows<'a>(under: impl Iterator<Item = &'a mut [u32]>, over: impl Iterator<Item = &'a [u32]>, width: usize) {
    let rows = under.zip(over);
    match width {
        8..=16 => {
            for (under, over) in rows {
                copy_ends::<8>(under, over);
            }
        }
        17..=32 => {
            for (under, over) in rows {
                copy_ends::<16>(under, over);
            }
        }
        33..=64 => {
            for (under, over) in rows {
                copy_ends::<32>(under, over);
            }
        }
        _ => {
            for (under, over) in rows {
                under.copy_from_slice(over);
            }
        }
    }
}

/// Copies pixels. Most spans are so short that calling the library would take longer than copying: they are two blocks
/// of a fixed length, which may overlap.
#[inline(always)]
fn copy(under: &mut [u32], over: &[u32]) {
    match under.len() {
        8..=16 => copy_ends::<8>(under, over),
        17..=32 => copy_ends::<16>(under, over),
        33..=64 => copy_ends::<32>(under, over),
        _ => under.copy_from_slice(over),
    }
}

/// Copies the first and the last `N` pixels.
#[inline(always)]
fn copy_ends<const N: usize>(under: &mut [u32], over: &[u32]) {
    if let (Some(under), Some(over)) = (under.first_chunk_mut::<N>(), over.first_chunk::<N>()) {
        *under = *over;
    }
    if let (Some(under), Some(over)) = (under.last_chunk_mut::<N>(), over.last_chunk::<N>()) {
        *under = *over;
    }
}
