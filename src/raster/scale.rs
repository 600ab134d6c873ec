//! Resampling bitmaps: what the hint `filter` means.
//!
//! All filters are separable. For each column and row of the result its taps are found once: the source pixels that it
//! is a weighted sum of. Then all columns are resampled, then all rows, in fixed point, so that every machine makes the
//! same picture. Pixels are premultiplied, so that transparent ones bleed no colour into their neighbours.

use fearless_simd::{Level, Simd, SimdBase, dispatch, i32x8};

use super::bitmap::{Bitmap, PixelBounds};
use super::bitmap_writer::BitmapWriter;
use super::pixel::LANES;
use super::sums::{ONE, Sums};
use crate::look::Filter;

/// Scales `src`, drawn at `src_tile` pixels a tile, to the bounds `dst` at `dst_tile` pixels a tile.
pub fn scale(src: &Bitmap, src_tile: u32, (dst, dst_tile): (PixelBounds, u32), filter: Filter) -> Bitmap {
    let bounds = src.bounds();
    let ratio = f64::from(src_tile) / f64::from(dst_tile);
    let columns = taps(filter, ratio, (bounds.left, bounds.width), (dst.left, dst.width));
    let rows = taps(filter, ratio, (bounds.top, bounds.height), (dst.top, dst.height));

    // Averages of opaque pixels are opaque.
    let mut writer = if src.is_opaque() { BitmapWriter::opaque(dst) } else { BitmapWriter::new(dst) };
    if columns.iter().chain(&rows).all(Taps::is_single) {
        pick(src, &columns, &rows, &mut writer);
    } else {
        dispatch!(Level::new(), simd => resample(simd, src, &columns, &rows, &mut writer));
    }
    writer.finish()
}

/// Copies single source pixels: every column and row has one tap.
fn pick(src: &Bitmap, columns: &[Taps], rows: &[Taps], writer: &mut BitmapWriter) {
    let columns: Vec<u32> = columns.iter().map(|taps| taps.first as u32).collect();
    let mut last = None;
    for Taps { first, .. } in rows {
        if last == Some(first) {
            // Where a sprite is magnified, rows repeat.
            writer.repeat_row();
        } else {
            let src = src.row(*first);
            writer.row(|pixels| pixels.iter_mut().zip(&columns).for_each(|(pixel, from)| *pixel = src[*from as usize]));
        }
        last = Some(first);
    }
}

/// All columns, then all rows. Inlined into a function that is compiled for the processor that `simd` stands for, which
/// closures are not.
#[inline(always)]
fn resample<S: Simd>(simd: S, src: &Bitmap, columns: &[Taps], rows: &[Taps], writer: &mut BitmapWriter) {
    let (width, height) = (columns.len(), src.bounds().height as usize);
    let stride = width.next_multiple_of(LANES);
    let most_taps = columns.iter().map(|taps| taps.weights.len()).max().unwrap_or(0);
    let columns: Vec<ColumnTap> = (0..most_taps).map(|tap| ColumnTap::new(columns, tap, stride)).collect();

    // As wide as the result, as high as the source.
    let mut resampled = vec![0; stride * height];
    for (row, dst) in resampled.chunks_exact_mut(stride).enumerate() {
        let src = src.row(row);
        let (vectors, _) = dst.as_chunks_mut();
        for (vector, dst) in vectors.iter_mut().enumerate() {
            let mut sums = Sums::new(simd);
            for tap in &columns {
                let (from, weights) = tap.vector(vector);
                let mut pixels = [0; LANES];
                for (pixel, from) in pixels.iter_mut().zip(from) {
                    *pixel = src[*from];
                }
                sums.add(&pixels, i32x8::load_array_ref(simd, weights));
            }
            sums.pixels().store_array(dst);
        }
    }

    let mut line = vec![0; stride];
    for taps in rows {
        let (vectors, _) = line.as_chunks_mut();
        for (vector, dst) in vectors.iter_mut().enumerate() {
            let mut sums = Sums::new(simd);
            for (row, weight) in resampled[taps.first * stride..].chunks_exact(stride).zip(&taps.weights) {
                let (pixels, _) = row.as_chunks();
                sums.add(&pixels[vector], i32x8::splat(simd, *weight));
            }
            sums.premultiplied_pixels().store_array(dst);
        }
        writer.row(|pixels| pixels.copy_from_slice(&line[..width]));
    }
}

/// One tap of every column, for vectors: its source column and its weight. Columns with fewer taps have one of weight 0
/// here, and so have those that only fill up the last vector.
struct ColumnTap {
    from: Vec<usize>,
    weights: Vec<i32>,
}

impl ColumnTap {
    fn new(columns: &[Taps], tap: usize, stride: usize) -> ColumnTap {
        let mut from: Vec<usize> = Vec::with_capacity(stride);
        let mut weights = Vec::with_capacity(stride);
        for Taps { first, weights: all } in columns {
            let weight = all.get(tap);
            from.push(first + weight.map_or(0, |_| tap));
            weights.push(weight.copied().unwrap_or(0));
        }
        from.resize(stride, 0);
        weights.resize(stride, 0);
        ColumnTap { from, weights }
    }

    /// The columns `index * LANES` and following.
    #[inline(always)]
    fn vector(&self, index: usize) -> (&[usize; LANES], &[i32; LANES]) {
        let ((from, _), (weights, _)) = (self.from.as_chunks(), self.weights.as_chunks());
        (&from[index], &weights[index])
    }
}

/// What one row or column of the result is the weighted sum of: neighbouring source pixels, from `first` on.
struct Taps {
    first: usize,
    /// None for a single pixel as it is.
    weights: Vec<i32>,
}

impl Taps {
    fn single(pixel: u32) -> Taps {
        Taps { first: pixel as usize, weights: Vec::new() }
    }

    fn is_single(&self) -> bool {
        self.weights.is_empty()
    }
}

/// The taps of each row or column; `src` and `dst` are the first pixel and the number of pixels of source and result.
fn taps(filter: Filter, ratio: f64, (src_start, src): (i32, u32), (dst_start, dst): (i32, u32)) -> Vec<Taps> {
    let in_src = |edge: f64| to_src(edge, ratio, src_start);
    (0..dst)
        .map(|index| {
            let start = f64::from(dst_start) + f64::from(index);
            // The centre of the result's pixel in source pixels, whose own centres lie at halves.
            let centre = in_src(start + 0.5);
            match filter {
                Filter::Nearest => Taps::single(pixel_at(centre, src)),
                Filter::Bilinear => linear(src, centre - 0.5),
                Filter::Sharp => linear(src, sharpened(centre, ratio)),
                Filter::Bicubic => {
                    let left = (centre - 0.5).floor();
                    let weights: [f64; 4] =
                        std::array::from_fn(|tap| catmull_rom(centre - 0.5 - (left + tap as f64 - 1.0)));
                    weigh(src, left as i64 - 1, &weights)
                }
                Filter::Area => {
                    let (start, end) = (in_src(start), in_src(start + 1.0));
                    let first = start.floor();
                    let covered = (first as i64..end.ceil() as i64)
                        .map(|tap| (end.min(tap as f64 + 1.0) - start.max(tap as f64)).max(0.0));
                    weigh(src, first as i64, &covered.collect::<Vec<_>>())
                }
            }
        })
        .collect()
}

/// For each row or column of the result the nearest one of the source.
pub fn nearest(ratio: f64, (src_start, src): (i32, u32), (dst_start, dst): (i32, u32)) -> impl Iterator<Item = u32> {
    let start = f64::from(dst_start);
    (0..dst).map(move |index| pixel_at(to_src(start + f64::from(index) + 0.5, ratio, src_start), src))
}

/// A position in the result, in source pixels.
fn to_src(position: f64, ratio: f64, src_start: i32) -> f64 {
    position * ratio - f64::from(src_start)
}

/// The source pixel at a position, of so many; beyond an edge the one at the edge.
fn pixel_at(position: f64, src: u32) -> u32 {
    (position.floor() as i64).clamp(0, i64::from(src) - 1) as u32
}

/// Two neighbours, weighted by distance.
fn linear(src: u32, centre: f64) -> Taps {
    let left = centre.floor();
    weigh(src, left as i64, &[1.0 - (centre - left), centre - left])
}

/// Where to sample bilinearly so that only the border between two source pixels is blurred, over one pixel of the
/// result. When minifying this is plain bilinear.
fn sharpened(centre: f64, ratio: f64) -> f64 {
    let blur = ratio.min(1.0);
    let border = centre.round();
    let across = ((centre - border) / blur).clamp(-0.5, 0.5);
    border + across - 0.5
}

/// The Catmull-Rom spline (a = -1/2) at this distance.
fn catmull_rom(distance: f64) -> f64 {
    let x = distance.abs();
    if x < 1.0 {
        1.5 * x.powi(3) - 2.5 * x.powi(2) + 1.0
    } else if x < 2.0 {
        -0.5 * x.powi(3) + 2.5 * x.powi(2) - 4.0 * x + 2.0
    } else {
        0.0
    }
}

/// Normalises the weights to fixed point with the sum [`ONE`]. Taps beyond an edge are clamped to the pixel at the
/// edge.
fn weigh(src: u32, first: i64, weights: &[f64]) -> Taps {
    let last = i64::from(src) - 1;
    let start = first.clamp(0, last);
    let end = (first + weights.len() as i64 - 1).clamp(0, last);
    let sum: f64 = weights.iter().sum();
    let mut fixed = vec![0; (end - start + 1) as usize];
    for (tap, weight) in weights.iter().enumerate() {
        let index = (first + tap as i64).clamp(start, end) - start;
        fixed[index as usize] += (weight / sum * f64::from(ONE)).round() as i32;
    }
    // The heaviest tap takes the error of rounding, so that flat colours stay flat.
    let error = ONE - fixed.iter().sum::<i32>();
    let heaviest = (0..fixed.len()).max_by_key(|&tap| fixed[tap]).expect("there is a weight");
    fixed[heaviest] += error;
    Taps { first: start as usize, weights: fixed }
}
