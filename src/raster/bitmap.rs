//! A bitmap: a sprite, a shape or a line of text as pixels, ready to be blitted.
//!
//! The spans of each row are found once, when the bitmap is made, so that blitting never tests the alpha of a pixel:
//! opaque spans are copied, translucent ones blended, and transparent pixels belong to no span.

use std::slice::ChunksExact;

use super::memory::{PixelMemory, reserve};
use super::pixel::LANES;
use super::sampling::Sampling;
use crate::scene::Rect;

/// The pixels that a sprite covers at some size: `left` and `top` are relative to the top left corner of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelBounds {
    pub left: i32,
    pub top: i32,
    pub width: u32,
    pub height: u32,
}

/// Premultiplied pixels, and the spans of each row.
#[derive(PartialEq)]
pub struct Bitmap {
    /// Relative to the position of the item that it shows.
    pub(super) bounds: PixelBounds,
    /// Premultiplied RGBA, four bytes each in memory order. Each row begins with a line of the processor's cache, and
    /// is padded with transparent pixels, so that a translucent span is blended in whole vectors wherever it ends: a
    /// transparent pixel changes nothing.
    pub(super) pixels: PixelMemory,
    /// Pixels from the start of one row to the start of the next.
    pub(super) stride: usize,
    pub(super) spans: Vec<PixelSpan>,
    /// For each row the index of its first span, and last the number of all spans.
    pub(super) rows: Vec<u32>,
    pub(super) opaque_rect: Option<Rect>,
    /// Where its pixels are those of another bitmap. Then it has no rows and spans of its own.
    pub(super) sampling: Option<Sampling>,
}

/// Neighbouring pixels of a row that are drawn the same way: columns `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelSpan {
    pub start: u32,
    pub end: u32,
    pub kind: SpanKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// At least [`LANES`] pixels.
    Opaque,
    /// Translucent pixels, with few opaque or transparent ones between them. The next translucent span of the row
    /// starts at least [`LANES`] columns after the end of this one, and the next uniform one after its last vector.
    Translucent,
    /// Many translucent pixels of one colour, such as water: only one of them is read.
    Uniform,
}

/// So many translucent pixels of one colour are a span of their own: beginning one costs no more than reading them.
pub(super) const MIN_UNIFORM: usize = 4 * LANES;

/// An opaque rectangle with a shorter side, in pixels, is too small to be worth culling for.
pub(super) const MIN_OPAQUE_SIDE: i32 = 8;

impl Bitmap {
    /// A bitmap that takes so much room, and has no pixels: for a sprite that is made before it is blitted.
    pub fn unmade(bounds: PixelBounds) -> Bitmap {
        let (pixels, rows) = (reserve(0), vec![0]);
        Bitmap { bounds, pixels, stride: 0, spans: Vec::new(), rows, opaque_rect: None, sampling: None }
    }

    pub fn bounds(&self) -> PixelBounds {
        self.bounds
    }

    /// The bounds with the item at this position.
    pub fn bounds_at(&self, (x, y): (i32, i32)) -> Rect {
        let PixelBounds { left, top, width, height } = self.bounds;
        Rect::new(x.saturating_add(left), y.saturating_add(top), width as i32, height as i32)
    }

    /// A large rectangle of opaque pixels, relative to the top left corner of the bitmap.
    pub fn opaque_rect(&self) -> Option<Rect> {
        self.opaque_rect
    }

    /// The same where the bitmap is blitted with the item at this position.
    #[inline(always)]
    pub fn opaque_rect_at(&self, position: (i32, i32)) -> Option<Rect> {
        let (opaque, bounds) = (self.opaque_rect?, self.bounds_at(position));
        Some(Rect::new(bounds.x + opaque.x, bounds.y + opaque.y, opaque.width, opaque.height))
    }

    /// Whether every pixel is opaque.
    #[inline(always)]
    pub fn is_opaque(&self) -> bool {
        let PixelBounds { width, height, .. } = self.bounds;
        self.opaque_rect.is_some_and(|rect| (rect.width as u32, rect.height as u32) == (width, height))
    }

    /// Where its pixels come from, if it has none of its own.
    #[inline(always)]
    pub fn sampling(&self) -> Option<&Sampling> {
        self.sampling.as_ref()
    }

    /// The pixel of a column and a row, counted from the top left corner of the bitmap.
    pub fn pixel(&self, column: usize, row: usize) -> u32 {
        match &self.sampling {
            Some(sampling) => sampling.pixel(column, row),
            None => self.row(row)[column],
        }
    }

    /// The pixels of a row, counted from the top of the bitmap.
    pub fn row(&self, row: usize) -> &[u32] {
        let start = row * self.stride;
        &self.pixels[start..start + self.bounds.width as usize]
    }

    /// The rows from `first` on, each with its padding.
    #[inline(always)]
    pub fn rows_from(&self, first: usize) -> ChunksExact<'_, u32> {
        self.pixels[first * self.stride..].chunks_exact(self.stride)
    }

    /// The spans of each row from `first` on.
    #[inline(always)]
    pub fn spans_from(&self, first: usize) -> impl Iterator<Item = &[PixelSpan]> {
        self.rows[first..].windows(2).map(|ends| &self.spans[ends[0] as usize..ends[1] as usize])
    }

    #[inline(always)]
    pub fn spans(&self, row: usize) -> &[PixelSpan] {
        &self.spans[self.rows[row] as usize..self.rows[row + 1] as usize]
    }

    /// Heap memory in bytes.
    pub fn bytes(&self) -> usize {
        let own = size_of_val(&*self.pixels) + size_of_val(&*self.spans) + size_of_val(&*self.rows);
        own + self.sampling.as_ref().map_or(0, Sampling::bytes)
    }

    /// The longest opaque span of the middle row, extended up and down as far as it stays opaque.
    pub(super) fn find_opaque_rect(&self) -> Option<Rect> {
        let opaque = |row: usize| self.spans(row).iter().filter(|span| span.kind == SpanKind::Opaque);
        let rows = self.bounds.height as usize;
        let span = *opaque(rows / 2).max_by_key(|span| span.end - span.start)?;
        let holds = |row: &usize| opaque(*row).any(|other| other.start <= span.start && span.end <= other.end);
        let top = (0..rows / 2).rev().take_while(holds).last().unwrap_or(rows / 2);
        let bottom = (rows / 2..rows).take_while(holds).last()? + 1;
        let rect = Rect::new(span.start as i32, top as i32, (span.end - span.start) as i32, (bottom - top) as i32);
        (rect.width >= MIN_OPAQUE_SIDE && rect.height >= MIN_OPAQUE_SIDE).then_some(rect)
    }
}

impl PixelSpan {
    /// The end of the span when it is blended in whole vectors.
    #[inline(always)]
    pub fn padded_end(self) -> u32 {
        self.start + (self.end - self.start).next_multiple_of(LANES as u32)
    }
}
