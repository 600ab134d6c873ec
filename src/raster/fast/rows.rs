//! The inner loops: rows of pixels, copied or blended.

use std::ops::Range;

use fearless_simd::Simd;

use super::display_list::Sheet;
use super::mosaic::Mosaic;
use crate::raster::bitmap::{Bitmap, PixelSpan, SpanKind};
use crate::raster::blend::BlendMode;
use crate::raster::pixel::{LANES, alpha};
use crate::raster::region::{area, intersect};
use crate::raster::sampling::Sampling;
use crate::scene::Rect;

/// Some rows of the frame.
pub struct Rows<'a, S> {
    /// The processor's instructions.
    pub simd: S,
    pub pixels: &'a mut [u32],
    /// The part of the frame that these rows are, of full width.
    pub bounds: Rect,
    pub blend_mode: BlendMode,
}

impl<S: Simd> Rows<'_, S> {
    /// Blits the part of a bitmap that lies in `clip`, which lies in both the rows and the bitmap; the top left corner
    /// of the bitmap is at `(left, top)`. Returns the number of pixels written.
    #[inline(always)]
    pub fn blit(&mut self, bitmap: &Bitmap, (left, top): (i32, i32), clip: Rect, opacity: u8) -> u64 {
        if let Some(sampling) = bitmap.sampling() {
            return self.blit_sampled(sampling, (left, top), clip, opacity);
        }
        let Rows { simd, blend_mode, .. } = *self;
        let (width, first, mut written) = (bitmap.bounds().width as i32, (clip.y - top) as usize, 0);
        let is_unclipped = left == clip.x && width == clip.width;
        let has_padding = left.saturating_add(width) <= self.bounds.width - LANES as i32;
        if opacity == 255 && bitmap.is_opaque() {
            // Blocks: nothing but copying.
            let columns = (clip.x - left) as usize..(clip.right() - left) as usize;
            copy_rows(self.rows(clip, 0), bitmap.rows_from(first).map(|row| &row[columns.clone()]), columns.len());
            written += area(clip);
        } else if opacity == 255 && is_unclipped && has_padding {
            // Nearly all other sprites: no span has to be clipped.
            let src = bitmap.rows_from(first).zip(bitmap.spans_from(first));
            for (dst, (src, spans)) in self.rows(clip, LANES - 1).zip(src) {
                for span in spans {
                    blit_span(simd, blend_mode, dst, src, *span);
                    written += u64::from(span.end - span.start);
                }
            }
        } else {
            // Cut by an edge, or faded.
            let src = bitmap.rows_from(first).zip(bitmap.spans_from(first));
            for (dst, (src, spans)) in self.rows(clip, 0).zip(src) {
                for span in spans {
                    let start = (span.start as i32).max(clip.x - left);
                    let end = (span.end as i32).min(clip.right() - left);
                    if start >= end {
                        continue;
                    }
                    written += (end - start) as u64;
                    let src = &src[start as usize..end as usize];
                    let dst = &mut dst[(start + left - clip.x) as usize..(end + left - clip.x) as usize];
                    blit_part(simd, blend_mode, dst, src, span.kind, opacity);
                }
            }
        }
        written
    }

    /// The same for a bitmap without pixels of its own.
    #[inline(always)]
    fn blit_sampled(&mut self, sampling: &Sampling, (left, top): (i32, i32), clip: Rect, opacity: u8) -> u64 {
        let Rows { simd, blend_mode, .. } = *self;
        let (shown, mut written) = ((clip.x - left) as usize..(clip.right() - left) as usize, 0);
        let (mut picked, mut last) = (vec![0; shown.len()], None);
        for (dst, row) in self.rows(clip, 0).zip(sampling.rows_from((clip.y - top) as usize)) {
            let (src, spans) = sampling.source_row(row);
            // Where a sprite is magnified, rows repeat.
            let is_picked = last.replace(row) == Some(row);
            for span in spans {
                let Range { start, end } = sampling.columns_of(*span);
                let (start, end) = (start.max(shown.start), end.min(shown.end));
                if start >= end {
                    continue;
                }
                written += (end - start) as u64;
                let columns = start - shown.start..end - shown.start;
                if !is_picked {
                    sampling.pick(&mut picked[columns.clone()], src, start..end);
                }
                blit_part(simd, blend_mode, &mut dst[columns.clone()], &picked[columns], span.kind, opacity);
            }
        }
        written
    }

    /// Fills a rectangle with one premultiplied colour. Returns the number of pixels written.
    #[inline(always)]
    pub fn fill(&mut self, rect: Rect, color: u32) -> u64 {
        let Rows { simd, blend_mode, .. } = *self;
        match alpha(color) {
            0 => return 0,
            255 => {
                for dst in self.rows(rect, 0) {
                    dst.fill(color);
                }
            }
            _ => {
                let color = blend_mode.color(color, area(rect));
                for dst in self.rows(rect, 0) {
                    color.row(simd, dst);
                }
            }
        }
        area(rect)
    }

    /// Copies a rectangle of graph paper. Returns the number of pixels written.
    #[inline(always)]
    pub fn paper(&mut self, rect: Rect, sheet: &Sheet) -> u64 {
        for (y, dst) in (rect.y..).zip(self.rows(rect, 0)) {
            dst.copy_from_slice(sheet.row(y, rect.x, rect.right()));
        }
        area(rect)
    }

    /// Copies the part of a mosaic that lies in `clip`, which lies in its bounds. Returns the number of pixels written.
    /// Cell by cell, so that pictures are read forward: together they are larger than the cache.
    #[inline(always)]
    pub fn mosaic(&mut self, mosaic: &Mosaic, clip: Rect) -> u64 {
        match mosaic.tile() {
            16 => self.cells::<16, 4>(mosaic, clip),
            32 => self.cells::<32, 2>(mosaic, clip),
            _ => self.cells::<0, 1>(mosaic, clip),
        }
    }

    /// As [`Rows::mosaic`], for cells of this width, or of any if it is 0. Of small cells there are thousands, and so
    /// many are copied together: then each row of the frame gets a longer piece at a time.
    #[inline(always)]
    fn cells<const WIDTH: usize, const TOGETHER: usize>(&mut self, mosaic: &Mosaic, clip: Rect) -> u64 {
        let (mut written, tile) = (0, mosaic.tile());
        let (before, rows) = mosaic.touching(clip);
        for (top, cells) in rows {
            let mut left = clip.x - before;
            for cells in cells.chunks(TOGETHER) {
                let all = Rect::new(left, top, cells.len() as i32 * tile, tile);
                left = all.right();
                let Some(part) = intersect(all, clip) else { continue };
                let pictures = std::array::from_fn(|index| mosaic.picture(*cells.get(index)?, part.y - top));
                if part.width as usize == WIDTH * TOGETHER && pictures.iter().all(Option::is_some) {
                    self.copy_cells::<WIDTH, TOGETHER>(part, pictures.map(Option::unwrap_or_default));
                    written += area(part);
                    continue;
                }
                for (left, picture) in (all.x..).step_by(tile as usize).zip(pictures) {
                    let Some(part) = intersect(Rect::new(left, top, tile, tile), part) else { continue };
                    let Some(picture) = picture else { continue };
                    let columns = (part.x - left) as usize..(part.right() - left) as usize;
                    let src = picture.chunks_exact(tile as usize).map(|row| &row[columns.clone()]);
                    copy_rows(self.rows(part, 0), src, columns.len());
                    written += area(part);
                }
            }
        }
        written
    }

    /// Copies rows of neighbouring cells of this width.
    #[inline(always)]
    fn copy_cells<const WIDTH: usize, const COUNT: usize>(&mut self, part: Rect, pictures: [&[u32]; COUNT]) {
        let frame_width = self.bounds.width as usize;
        let mut start = (part.y - self.bounds.y) as usize * frame_width + part.x as usize;
        for row in 0..part.height as usize {
            let dst = &mut self.pixels[start..start + WIDTH * COUNT];
            for (dst, picture) in dst.chunks_exact_mut(WIDTH).zip(pictures) {
                dst.copy_from_slice(&picture[row * WIDTH..(row + 1) * WIDTH]);
            }
            start += frame_width;
        }
    }

    /// The rows of a rectangle, each with `padding` pixels more at its end.
    #[inline(always)]
    fn rows(&mut self, rect: Rect, padding: usize) -> impl Iterator<Item = &mut [u32]> {
        let width = self.bounds.width as usize;
        let start = (rect.y - self.bounds.y) as usize * width;
        let columns = rect.x as usize..rect.right() as usize + padding;
        self.pixels[start..start + rect.height as usize * width]
            .chunks_exact_mut(width)
            .map(move |row| &mut row[columns.clone()])
    }
}

/// All of a span. A translucent one is blended in whole vectors: the pixels after it are transparent, or opaque and
/// copied next.
#[inline(always)]
fn blit_span<S: Simd>(simd: S, blend_mode: BlendMode, dst: &mut [u32], src: &[u32], span: PixelSpan) {
    match span.kind {
        SpanKind::Opaque => {
            let columns = span.start as usize..span.end as usize;
            copy(&mut dst[columns.clone()], &src[columns]);
        }
        SpanKind::Translucent => {
            let columns = span.start as usize..span.padded_end() as usize;
            blend_mode.row(simd, &mut dst[columns.clone()], &src[columns]);
        }
        SpanKind::Uniform => {
            let (color, pixels) = (src[span.start as usize], span.end - span.start);
            let columns = span.start as usize..span.end as usize;
            blend_mode.color(color, pixels.into()).row(simd, &mut dst[columns]);
        }
    }
}

/// A part of a span, perhaps faded.
#[inline(always)]
fn blit_part<S: Simd>(simd: S, blend_mode: BlendMode, dst: &mut [u32], src: &[u32], kind: SpanKind, opacity: u8) {
    match (kind, opacity) {
        (SpanKind::Opaque, 255) => dst.copy_from_slice(src),
        (SpanKind::Translucent, 255) => blend_mode.row(simd, dst, src),
        (SpanKind::Uniform, 255) => blend_mode.color(src[0], src.len() as u64).row(simd, dst),
        (SpanKind::Opaque | SpanKind::Translucent | SpanKind::Uniform, opacity) => {
            blend_mode.faded_row(dst, src, opacity.into())
        }
    }
}

/// Copies rows of this width. How is decided once for all of them.
#[inline(always)]
fn copy_rows<'a>(dst: impl Iterator<Item = &'a mut [u32]>, src: impl Iterator<Item = &'a [u32]>, width: usize) {
    let rows = dst.zip(src);
    match width {
        8..=16 => copy_all_ends::<8, 8>(rows),
        17..=24 => copy_all_ends::<16, 8>(rows),
        25..=32 => copy_all_ends::<16, 16>(rows),
        33..=48 => copy_all_ends::<32, 16>(rows),
        49..=64 => copy_all_ends::<32, 32>(rows),
        _ => {
            for (dst, src) in rows {
                dst.copy_from_slice(src);
            }
        }
    }
}

/// Copies the first `A` pixels and the last `B` of each row.
#[inline(always)]
fn copy_all_ends<'a, const A: usize, const B: usize>(rows: impl Iterator<Item = (&'a mut [u32], &'a [u32])>) {
    for (dst, src) in rows {
        copy_ends::<A, B>(dst, src);
    }
}

/// Copies pixels. Most spans are so short that a call of `memcpy` would take longer than the copy: they are copied as
/// two blocks of a fixed length, which may overlap.
#[inline(always)]
fn copy(dst: &mut [u32], src: &[u32]) {
    match dst.len() {
        8..=16 => copy_ends::<8, 8>(dst, src),
        17..=32 => copy_ends::<16, 16>(dst, src),
        33..=64 => copy_ends::<32, 32>(dst, src),
        _ => dst.copy_from_slice(src),
    }
}

/// Copies the first `A` pixels and the last `B`.
#[inline(always)]
fn copy_ends<const A: usize, const B: usize>(dst: &mut [u32], src: &[u32]) {
    if let (Some(dst), Some(src)) = (dst.first_chunk_mut::<A>(), src.first_chunk::<A>()) {
        *dst = *src;
    }
    if let (Some(dst), Some(src)) = (dst.last_chunk_mut::<B>(), src.last_chunk::<B>()) {
        *dst = *src;
    }
}
