//! Bitmaps of another size, without pixels of their own: the nearest pixels are picked from the source as they are
//! blitted.
//!
//! That is what placeholders are. Each is seen for a few frames, and at large sizes once in each: to scale them first
//! would write, and then read, as much memory as the frame itself has.

use std::ops::Range;
use std::sync::Arc;

use super::bitmap::{Bitmap, MIN_OPAQUE_SIDE, PixelBounds, PixelSpan};
use super::scale::nearest;
use crate::scene::Rect;

/// Where the pixels of such a bitmap come from.
#[derive(PartialEq)]
pub struct Sampling {
    source: Arc<Bitmap>,
    columns: Picked,
    rows: Picked,
}

/// Which columns or rows of the source are picked.
#[derive(PartialEq)]
struct Picked {
    /// For each of the result the nearest of the source. They never decrease.
    from: Vec<u32>,
    /// For each of the source the first of the result that it or a later one is picked for, and last the number of all.
    starts: Vec<u32>,
}

impl Picked {
    /// `src` and `dst` are the first pixel and the number of pixels of source and result.
    fn new(ratio: f64, src: (i32, u32), dst: (i32, u32)) -> Picked {
        let from: Vec<u32> = nearest(ratio, src, dst).collect();
        let mut starts = Vec::with_capacity(src.1 as usize + 1);
        for (index, from) in (0..).zip(&from) {
            starts.resize(starts.len().max(*from as usize + 1), index);
        }
        starts.resize(src.1 as usize + 1, dst.1);
        Picked { from, starts }
    }

    /// What is picked from these of the source.
    #[inline(always)]
    fn of(&self, src: Range<usize>) -> Range<usize> {
        self.starts[src.start] as usize..self.starts[src.end] as usize
    }
}

impl Bitmap {
    /// Shows `source`, drawn at `src_tile` pixels a tile, with the bounds `dst` at `dst_tile` pixels a tile: pixel by
    /// pixel what [`scale`](super::scale::scale) makes of it with the nearest filter.
    pub fn sampled(source: Arc<Bitmap>, src_tile: u32, (dst, dst_tile): (PixelBounds, u32)) -> Bitmap {
        let (src, ratio) = (source.bounds(), f64::from(src_tile) / f64::from(dst_tile));
        let columns = Picked::new(ratio, (src.left, src.width), (dst.left, dst.width));
        let rows = Picked::new(ratio, (src.top, src.height), (dst.top, dst.height));
        let opaque_rect = source.opaque_rect().map(|rect| {
            let columns = columns.of(rect.x as usize..rect.right() as usize);
            let rows = rows.of(rect.y as usize..rect.bottom() as usize);
            Rect::new(columns.start as i32, rows.start as i32, columns.len() as i32, rows.len() as i32)
        });
        let opaque_rect = opaque_rect.filter(|rect| rect.width.min(rect.height) >= MIN_OPAQUE_SIDE);
        Bitmap { opaque_rect, sampling: Some(Sampling { source, columns, rows }), ..Bitmap::unmade(dst) }
    }
}

impl Sampling {
    pub fn pixel(&self, column: usize, row: usize) -> u32 {
        self.source.pixel(self.columns.from[column] as usize, self.rows.from[row] as usize)
    }

    /// The rows of the source that the rows from `first` on are picked from.
    #[inline(always)]
    pub fn rows_from(&self, first: usize) -> impl Iterator<Item = usize> {
        self.rows.from[first..].iter().map(|row| *row as usize)
    }

    /// The pixels of a row of the source, and its spans.
    #[inline(always)]
    pub fn source_row(&self, row: usize) -> (&[u32], &[PixelSpan]) {
        (self.source.row(row), self.source.spans(row))
    }

    /// The columns that show a span of the source.
    #[inline(always)]
    pub fn columns_of(&self, span: PixelSpan) -> Range<usize> {
        self.columns.of(span.start as usize..span.end as usize)
    }

    /// Writes the pixels of these columns, picked from a row of the source.
    #[inline(always)]
    pub fn pick(&self, dst: &mut [u32], src: &[u32], columns: Range<usize>) {
        for (pixel, from) in dst.iter_mut().zip(&self.columns.from[columns]) {
            *pixel = src[*from as usize];
        }
    }

    /// Heap memory in bytes, without the source: that is cached on its own.
    pub fn bytes(&self) -> usize {
        [&self.columns, &self.rows].iter().map(|picked| size_of_val(&*picked.from) + size_of_val(&*picked.starts)).sum()
    }
}
