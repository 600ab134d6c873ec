//! A layer: a sprite, a shape or a line of text, drawn and ready to be laid over the frame.
//!
//! Each row knows its runs, which are found once, so that painting asks no pixel how opaque it is: opaque runs are copied,
//! translucent ones mixed, and what is empty is no run at all.

use std::slice::ChunksExact;

use tiny_skia::Pixmap;

use super::pixel::{TOGETHER, alpha};
use crate::scene::Rect;

/// The pixels that a sprite covers at some size: `left` and `top` are relative to the top left corner of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelBounds {
    pub left: i32,
    pub top: i32,
    pub width: u32,
    pub height: u32,
}

/// Pixels with the runs of each row.
pub struct Layer {
    /// Relative to the place of what it shows.
    bounds: PixelBounds,
    /// Premultiplied, four bytes each in the order of memory. Each row is followed by empty ones, so that a translucent
    /// run can be mixed in whole vectors wherever it ends: an empty pixel changes nothing.
    pixels: Vec<u32>,
    runs: Vec<Run>,
    /// For each row the number of runs before it, and last the number of all.
    rows: Vec<u32>,
    solid: Option<Rect>,
}

/// Neighbours in a row that are painted the same way, from column `start` to before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// At least [`TOGETHER`] pixels.
    Opaque,
    /// Translucent pixels, and few opaque or empty ones between them. At least [`TOGETHER`] columns lie before the next
    /// translucent run of the row.
    Translucent,
}

/// A solid part smaller than this on any side saves nothing below it.
const LEAST_SOLID: i32 = 8;

impl Layer {
    /// What tiny-skia has drawn.
    pub fn drawn(bounds: PixelBounds, drawn: &Pixmap) -> Layer {
        Layer::new(bounds, &bytemuck::pod_collect_to_vec(drawn.data()))
    }

    /// Premultiplied pixels, row by row.
    pub fn new(bounds: PixelBounds, tight: &[u32]) -> Layer {
        let mut layer = Layer { bounds, pixels: Vec::new(), runs: Vec::new(), rows: vec![0], solid: None };
        for (number, row) in (1..).zip(tight.chunks_exact(bounds.width as usize)) {
            layer.pixels.extend_from_slice(row);
            layer.pixels.resize(number * layer.stride(), 0);
            runs_of(row, &mut layer.runs);
            layer.rows.push(layer.runs.len() as u32);
        }
        layer.solid = layer.find_solid();
        layer
    }

    pub fn bounds(&self) -> PixelBounds {
        self.bounds
    }

    /// The bounds when the layer is laid at this place.
    pub fn bounds_at(&self, (x, y): (i32, i32)) -> Rect {
        let PixelBounds { left, top, width, height } = self.bounds;
        Rect::new(x.saturating_add(left), y.saturating_add(top), width as i32, height as i32)
    }

    /// A rectangle in which every pixel is opaque, relative to the layer's own corner.
    pub fn solid(&self) -> Option<Rect> {
        self.solid
    }

    /// Whether every pixel is.
    #[inline(always)]
    pub fn is_opaque(&self) -> bool {
        let PixelBounds { width, height, .. } = self.bounds;
        self.solid.is_some_and(|solid| (solid.width as u32, solid.height as u32) == (width, height))
    }

    /// The pixels of a row, counted from the top of the layer.
    pub fn row(&self, row: usize) -> &[u32] {
        let start = row * self.stride();
        &self.pixels[start..start + self.bounds.width as usize]
    }

    /// The pixels of each row from `first` on, with the empty ones behind them.
    #[inline(always)]
    pub fn rows_from(&self, first: usize) -> ChunksExact<'_, u32> {
        self.pixels[first * self.stride()..].chunks_exact(self.stride())
    }

    /// The runs of each row from `first` on.
    #[inline(always)]
    pub fn runs_from(&self, first: usize) -> impl Iterator<Item = &[Run]> {
        self.rows[first..].windows(2).map(|ends| &self.runs[ends[0] as usize..ends[1] as usize])
    }

    /// From one row to the next.
    #[inline(always)]
    pub fn stride(&self) -> usize {
        self.bounds.width as usize + TOGETHER - 1
    }

    fn runs(&self, row: usize) -> &[Run] {
        &self.runs[self.rows[row] as usize..self.rows[row + 1] as usize]
    }

    /// Memory that it takes.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.pixels) + size_of_val(&*self.runs) + size_of_val(&*self.rows)
    }

    /// The longest opaque run of the middle row, as far up and down as it is opaque.
    fn find_solid(&self) -> Option<Rect> {
        let opaque = |row: usize| self.runs(row).iter().filter(|run| run.kind == Kind::Opaque);
        let rows = self.bounds.height as usize;
        let run = *opaque(rows / 2).max_by_key(|run| run.end - run.start)?;
        let holds = |row: &usize| opaque(*row).any(|other| other.start <= run.start && run.end <= other.end);
        let top = (0..rows / 2).rev().take_while(holds).last().unwrap_or(rows / 2);
        let bottom = (rows / 2..rows).take_while(holds).last()? + 1;
        let solid = Rect::new(run.start as i32, top as i32, (run.end - run.start) as i32, (bottom - top) as i32);
        (solid.width >= LEAST_SOLID && solid.height >= LEAST_SOLID).then_some(solid)
    }
}

impl Run {
    /// Where it ends when it is painted in whole vectors.
    #[inline(always)]
    pub fn padded_end(self) -> u32 {
        self.start + (self.end - self.start).next_multiple_of(TOGETHER as u32)
    }
}

/// Appends the runs of a row.
fn runs_of(row: &[u32], runs: &mut Vec<Run>) {
    let first = runs.len();
    let mut start = 0;
    while let Some(pixel) = row.get(start) {
        let (kind, same) = (kind(*pixel), same_kind(&row[start..]));
        if let Some(kind) = kind {
            append(runs, first, Run { start: start as u32, end: (start + same) as u32, kind });
        }
        start += same;
    }
}

/// How many pixels at the start of a row, which has some, are of the same kind. Most rows are opaque or empty for long
/// stretches, which are seen as such many pixels at once.
fn same_kind(row: &[u32]) -> usize {
    let first = kind(row[0]);
    let (together, _) = row.as_chunks::<TOGETHER>();
    let all = |pixels: &&[u32; TOGETHER]| match first {
        None => alpha(pixels.iter().fold(0, |all, pixel| all | pixel)) == 0,
        Some(Kind::Opaque) => alpha(pixels.iter().fold(u32::MAX, |all, pixel| all & pixel)) == 255,
        Some(Kind::Translucent) => false,
    };
    let sure = together.iter().take_while(all).count() * TOGETHER;
    sure + row[sure..].iter().take_while(|pixel| kind(**pixel) == first).count()
}

/// Appends a run of the row whose runs begin at `first`. Short opaque runs and gaps are mixed like translucent ones, to
/// the same result: another run would cost more.
fn append(runs: &mut Vec<Run>, first: usize, mut run: Run) {
    let short = TOGETHER as u32;
    if run.kind == Kind::Opaque && run.end - run.start < short {
        run.kind = Kind::Translucent;
    }
    match runs[first..].last() {
        Some(before)
            if before.kind == Kind::Translucent && run.kind == Kind::Translucent && run.start - before.end < short =>
        {
            let start = before.start;
            runs.pop();
            runs.push(Run { start, ..run });
        }
        _ => runs.push(run),
    }
}

/// None for an empty pixel.
fn kind(pixel: u32) -> Option<Kind> {
    match alpha(pixel) {
        0 => None,
        255 => Some(Kind::Opaque),
        _ => Some(Kind::Translucent),
    }
}
