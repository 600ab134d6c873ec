//! Writing a bitmap row by row, and finding the spans of each row as it is written.

use tiny_skia::Pixmap;

use super::bitmap::{Bitmap, MIN_UNIFORM, PixelBounds, PixelSpan, SpanKind};
use super::memory::{CACHE_LINE, reserve};
use super::pixel::{LANES, alpha};

/// A bitmap that is written row by row, from the top.
pub struct BitmapWriter(Bitmap);

impl Bitmap {
    /// The pixels that tiny-skia has drawn.
    pub fn from_pixmap(bounds: PixelBounds, pixmap: &Pixmap) -> Bitmap {
        Bitmap::new(bounds, bytemuck::cast_slice(pixmap.pixels()))
    }

    /// Premultiplied pixels, row by row without padding.
    pub fn new(bounds: PixelBounds, pixels: &[u32]) -> Bitmap {
        let is_opaque = alpha(pixels.iter().fold(u32::MAX, |all, pixel| all & pixel)) == 255;
        let mut writer = if is_opaque { BitmapWriter::opaque(bounds) } else { BitmapWriter::new(bounds) };
        for row in pixels.chunks_exact(bounds.width as usize) {
            writer.row(|pixels| pixels.copy_from_slice(row));
        }
        writer.finish()
    }
}

impl BitmapWriter {
    pub fn new(bounds: PixelBounds) -> BitmapWriter {
        BitmapWriter::with_padding(bounds, LANES - 1)
    }

    /// For pixels that are all opaque: no vector reaches beyond a row of them.
    pub fn opaque(bounds: PixelBounds) -> BitmapWriter {
        BitmapWriter::with_padding(bounds, 0)
    }

    fn with_padding(bounds: PixelBounds, padding: usize) -> BitmapWriter {
        let stride = (bounds.width as usize + padding).next_multiple_of(CACHE_LINE / size_of::<u32>());
        let pixels = reserve(stride * bounds.height as usize);
        BitmapWriter(Bitmap { pixels, stride, ..Bitmap::unmade(bounds) })
    }

    /// The next row: `write` gets its pixels, which are transparent.
    pub fn row(&mut self, write: impl FnOnce(&mut [u32])) {
        let Bitmap { bounds, pixels, stride, spans, rows, .. } = &mut self.0;
        let start = pixels.len();
        pixels.resize(start + *stride, 0);
        let row = &mut pixels[start..start + bounds.width as usize];
        write(row);
        spans_of(row, spans);
        rows.push(spans.len() as u32);
    }

    /// The next row, the same as the one before.
    ///
    /// # Panics
    /// When there is none before.
    pub fn repeat_row(&mut self) {
        let Bitmap { pixels, stride, spans, rows, .. } = &mut self.0;
        let start = pixels.len();
        pixels.resize(start + *stride, 0);
        pixels.copy_within(start - *stride..start, start);
        let [.., first, end] = rows[..] else { unreachable!("a row has a start and an end") };
        spans.extend_from_within(first as usize..end as usize);
        rows.push(spans.len() as u32);
    }

    /// The bitmap, once all its rows are written.
    pub fn finish(self) -> Bitmap {
        let BitmapWriter(mut bitmap) = self;
        bitmap.opaque_rect = bitmap.find_opaque_rect();
        bitmap
    }
}

/// Appends the spans of a row.
fn spans_of(row: &[u32], spans: &mut Vec<PixelSpan>) {
    let first = spans.len();
    let mut start = 0;
    while start < row.len() {
        let (kind, length) = run(&row[start..]);
        if let Some(kind) = kind {
            append(spans, first, PixelSpan { start: start as u32, end: (start + length) as u32, kind });
        }
        start += length;
    }
}

/// The kind of the pixels at the start of a row that is not empty, none for transparent ones, and how many they are.
fn run(row: &[u32]) -> (Option<SpanKind>, usize) {
    match alpha(row[0]) {
        0 => (None, with_alpha(row, 0)),
        255 => (Some(SpanKind::Opaque), with_alpha(row, 255)),
        _ => {
            let is_uniform = |run: &[u32]| run.len() >= MIN_UNIFORM;
            let mut runs = row.chunk_by(|one, next| one == next).peekable();
            let uniform = runs.peek().filter(|run| is_uniform(run)).map(|run| (Some(SpanKind::Uniform), run.len()));
            let mixed = runs.take_while(|run| !matches!(alpha(run[0]), 0 | 255) && !is_uniform(run));
            uniform.unwrap_or_else(|| (Some(SpanKind::Translucent), mixed.map(<[u32]>::len).sum()))
        }
    }
}

/// The number of pixels with this alpha at the start of a row. Most rows are opaque or transparent for long stretches,
/// which are tested a vector at a time.
fn with_alpha(row: &[u32], wanted: u32) -> usize {
    let (together, _) = row.as_chunks::<LANES>();
    let all = |pixels: &&[u32; LANES]| pixels.iter().fold(true, |all, pixel| all & (alpha(*pixel) == wanted));
    let sure = together.iter().take_while(all).count() * LANES;
    sure + row[sure..].iter().take_while(|pixel| alpha(**pixel) == wanted).count()
}

/// Appends a span of the row whose spans begin at `first`. Short opaque spans and short gaps are merged into
/// translucent spans: blending them gives the same pixels, and costs less than one more span. A uniform span leaves
/// what belongs to the last vector of a translucent one to that.
fn append(spans: &mut Vec<PixelSpan>, first: usize, mut span: PixelSpan) {
    let short = LANES as u32;
    if span.kind == SpanKind::Opaque && span.end - span.start < short {
        span.kind = SpanKind::Translucent;
    }
    if let Some(before) = spans[first..].last_mut().filter(|before| before.kind == SpanKind::Translucent) {
        match span.kind {
            SpanKind::Translucent if span.start - before.end < short => {
                before.end = span.end;
                return;
            }
            SpanKind::Uniform if before.padded_end() > span.start => {
                before.end = before.padded_end();
                span.start = before.end;
            }
            SpanKind::Opaque | SpanKind::Translucent | SpanKind::Uniform => {}
        }
    }
    spans.push(span);
}
