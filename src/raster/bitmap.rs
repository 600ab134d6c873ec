//! A bitmap: a sprite, a shape or a line of text as pixels, ready to be blitted.
//!
//! The spans of each row are found once, when the bitmap is made, so that blitting never tests the alpha of a pixel:
//! opaque spans are copied, translucent ones blended, and transparent pixels belong to no span.

use std::slice::ChunksExact;

use tiny_skia::Pixmap;

use super::memory::{CACHE_LINE, PixelMemory, reserve};
use super::pixel::{LANES, alpha};
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
    bounds: PixelBounds,
    /// Premultiplied RGBA, four bytes each in memory order. Each row begins with a line of the processor's cache, and is
    /// padded with transparent pixels, so that a translucent span is blended in whole vectors wherever it ends: a
    /// transparent pixel changes nothing.
    pixels: PixelMemory,
    /// Pixels from the start of one row to the start of the next.
    stride: usize,
    spans: Vec<PixelSpan>,
    /// For each row the index of its first span, and last the number of all spans.
    rows: Vec<u32>,
    opaque_rect: Option<Rect>,
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
    /// starts at least [`LANES`] columns after the end of this one.
    Translucent,
}

/// An opaque rectangle with a shorter side, in pixels, is too small to be worth culling for.
const MIN_OPAQUE_SIDE: i32 = 8;

impl Bitmap {
    /// The pixels that tiny-skia has drawn.
    pub fn from_pixmap(bounds: PixelBounds, pixmap: &Pixmap) -> Bitmap {
        Bitmap::new(bounds, &bytemuck::pod_collect_to_vec(pixmap.data()))
    }

    /// Premultiplied pixels, row by row without padding.
    pub fn new(bounds: PixelBounds, pixels: &[u32]) -> Bitmap {
        let stride = stride(bounds.width as usize, pixels);
        let memory = reserve(stride * bounds.height as usize);
        let mut bitmap = Bitmap { bounds, pixels: memory, stride, spans: Vec::new(), rows: vec![0], opaque_rect: None };
        for (number, row) in (1..).zip(pixels.chunks_exact(bounds.width as usize)) {
            bitmap.pixels.extend_from_slice(row);
            bitmap.pixels.resize(number * stride, 0);
            spans_of(row, &mut bitmap.spans);
            bitmap.rows.push(bitmap.spans.len() as u32);
        }
        bitmap.opaque_rect = bitmap.find_opaque_rect();
        bitmap
    }

    /// A bitmap that takes so much room, and has no pixels: for a sprite that is made before it is blitted.
    pub fn unmade(bounds: PixelBounds) -> Bitmap {
        let (pixels, rows) = (reserve(0), vec![0]);
        Bitmap { bounds, pixels, stride: 0, spans: Vec::new(), rows, opaque_rect: None }
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

    /// Whether every pixel is opaque.
    #[inline(always)]
    pub fn is_opaque(&self) -> bool {
        let PixelBounds { width, height, .. } = self.bounds;
        self.opaque_rect.is_some_and(|rect| (rect.width as u32, rect.height as u32) == (width, height))
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

    fn spans(&self, row: usize) -> &[PixelSpan] {
        &self.spans[self.rows[row] as usize..self.rows[row + 1] as usize]
    }

    /// Heap memory in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.pixels) + size_of_val(&*self.spans) + size_of_val(&*self.rows)
    }

    /// The longest opaque span of the middle row, extended up and down as far as it stays opaque.
    fn find_opaque_rect(&self) -> Option<Rect> {
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

/// Pixels of a row with its padding, in whole lines of the cache. Where all pixels are opaque, no vector reaches beyond a row.
fn stride(width: usize, pixels: &[u32]) -> usize {
    let is_opaque = alpha(pixels.iter().fold(u32::MAX, |all, pixel| all & pixel)) == 255;
    let padding = if is_opaque { 0 } else { LANES - 1 };
    (width + padding).next_multiple_of(CACHE_LINE / size_of::<u32>())
}

/// Appends the spans of a row.
fn spans_of(row: &[u32], spans: &mut Vec<PixelSpan>) {
    let first = spans.len();
    let mut start = 0;
    while let Some(pixel) = row.get(start) {
        let (kind, same) = (kind(*pixel), same_kind(&row[start..]));
        if let Some(kind) = kind {
            append(spans, first, PixelSpan { start: start as u32, end: (start + same) as u32, kind });
        }
        start += same;
    }
}

/// The number of pixels of the same kind at the start of a row that is not empty. Most rows are opaque or transparent
/// for long stretches, which are tested a vector at a time.
fn same_kind(row: &[u32]) -> usize {
    let first = kind(row[0]);
    let (together, _) = row.as_chunks::<LANES>();
    let all = |pixels: &&[u32; LANES]| match first {
        None => alpha(pixels.iter().fold(0, |all, pixel| all | pixel)) == 0,
        Some(SpanKind::Opaque) => alpha(pixels.iter().fold(u32::MAX, |all, pixel| all & pixel)) == 255,
        Some(SpanKind::Translucent) => false,
    };
    let sure = together.iter().take_while(all).count() * LANES;
    sure + row[sure..].iter().take_while(|pixel| kind(**pixel) == first).count()
}

/// Appends a span of the row whose spans begin at `first`. Short opaque spans and short gaps are merged into
/// translucent spans: blending them gives the same pixels, and costs less than one more span.
fn append(spans: &mut Vec<PixelSpan>, first: usize, mut span: PixelSpan) {
    let short = LANES as u32;
    if span.kind == SpanKind::Opaque && span.end - span.start < short {
        span.kind = SpanKind::Translucent;
    }
    match spans[first..].last() {
        Some(before)
            if before.kind == SpanKind::Translucent
                && span.kind == SpanKind::Translucent
                && span.start - before.end < short =>
        {
            let start = before.start;
            spans.pop();
            spans.push(PixelSpan { start, ..span });
        }
        _ => spans.push(span),
    }
}

/// None for a transparent pixel.
fn kind(pixel: u32) -> Option<SpanKind> {
    match alpha(pixel) {
        0 => None,
        255 => Some(SpanKind::Opaque),
        _ => Some(SpanKind::Translucent),
    }
}
