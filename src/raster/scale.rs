//! Scaling bitmaps: what the hint `filter` means.
//!
//! All filters are separable. For each row and column of the result the pixels of the master that it draws from and
//! their weights are found once; then all columns are made, then all rows, in whole numbers, so that every machine makes
//! the same picture. Pixels are premultiplied, so transparent ones carry no colour into their neighbours.

use fearless_simd::{Level, Simd, SimdBase, dispatch, i32x8};

use super::bitmap::{Bitmap, PixelBounds};
use super::pixel::LANES;
use super::sums::{ONE, Sums};
use crate::look::Filter;

/// Scales a master, which was drawn at `from_tile` pixels a tile, to cover `to` at `to_tile` pixels a tile.
pub fn scale(master: &Bitmap, from_tile: u32, (to, to_tile): (PixelBounds, u32), filter: Filter) -> Bitmap {
    let from = master.bounds();
    let ratio = f64::from(from_tile) / f64::from(to_tile);
    let across = taps(filter, ratio, (from.left, from.width), (to.left, to.width));
    let down = taps(filter, ratio, (from.top, from.height), (to.top, to.height));

    let pixels = if across.iter().chain(&down).all(Taps::is_one) {
        picked(master, &across, &down)
    } else {
        dispatch!(Level::new(), simd => scaled(simd, master, &across, &down))
    };
    Bitmap::new(to, &pixels)
}

/// Where nothing is mixed: each pixel is one of the master's.
fn picked(master: &Bitmap, across: &[Taps], down: &[Taps]) -> Vec<u32> {
    let mut pixels: Vec<u32> = Vec::with_capacity(across.len() * down.len());
    let mut last = None;
    for Taps { first, .. } in down {
        if last == Some(first) {
            // Where a sprite grows, rows repeat.
            pixels.extend_from_within(pixels.len() - across.len()..);
        } else {
            let source = master.row(*first);
            pixels.extend(across.iter().map(|taps| source[taps.first]));
        }
        last = Some(first);
    }
    pixels
}

/// All columns, then all rows. The processor's instructions come as `simd`: what is inlined here is compiled for them,
/// which closures are not.
#[inline(always)]
fn scaled<S: Simd>(simd: S, master: &Bitmap, across: &[Taps], down: &[Taps]) -> Vec<u32> {
    let (columns, rows) = (across.len(), master.bounds().height as usize);
    let stride = columns.next_multiple_of(LANES);
    let most_taps = across.iter().map(|taps| taps.weights.len()).max().unwrap_or(0);
    let across: Vec<Tap> = (0..most_taps).map(|tap| Tap::of(across, tap, stride)).collect();

    let mut wide = vec![0; stride * rows];
    for (row, wide) in wide.chunks_exact_mut(stride).enumerate() {
        let source = master.row(row);
        let (wide, _) = wide.as_chunks_mut();
        for (place, wide) in wide.iter_mut().enumerate() {
            let mut sums = Sums::new(simd);
            for tap in &across {
                let (first, weights) = tap.together(place);
                let mut pixels = [0; LANES];
                for (pixel, first) in pixels.iter_mut().zip(first) {
                    *pixel = source[*first];
                }
                sums.add(&pixels, i32x8::load_array_ref(simd, weights));
            }
            sums.pixels().store_array(wide);
        }
    }

    let mut pixels = Vec::with_capacity(columns * down.len());
    let mut line = vec![0; stride];
    for taps in down {
        let (together, _) = line.as_chunks_mut();
        for (place, line) in together.iter_mut().enumerate() {
            let mut sums = Sums::new(simd);
            for (row, weight) in wide[taps.first * stride..].chunks_exact(stride).zip(&taps.weights) {
                let (pixels, _) = row.as_chunks();
                sums.add(&pixels[place], i32x8::splat(simd, *weight));
            }
            sums.premultiplied_pixels().store_array(line);
        }
        pixels.extend_from_slice(&line[..columns]);
    }
    pixels
}

/// One of the taps of each column, in vectors: where it lies, and its weight. Columns that have no such tap have one
/// without weight, and so have those that are only there to make the last vector whole.
struct Tap {
    from: Vec<usize>,
    weights: Vec<i32>,
}

impl Tap {
    fn of(columns: &[Taps], tap: usize, stride: usize) -> Tap {
        let mut from: Vec<usize> = Vec::with_capacity(stride);
        let mut weights = Vec::with_capacity(stride);
        for Taps { first, weights: all } in columns {
            let weight = all.get(tap);
            from.push(first + weight.map_or(0, |_| tap));
            weights.push(weight.copied().unwrap_or(0));
        }
        from.resize(stride, 0);
        weights.resize(stride, 0);
        Tap { from, weights }
    }

    #[inline(always)]
    fn together(&self, place: usize) -> (&[usize; LANES], &[i32; LANES]) {
        let ((from, _), (weights, _)) = (self.from.as_chunks(), self.weights.as_chunks());
        (&from[place], &weights[place])
    }
}

/// What one row or column of the result is mixed from: neighbours in the master, from `first` on.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

impl Taps {
    /// Whether it is a single pixel of the master.
    fn is_one(&self) -> bool {
        self.weights.len() == 1
    }
}

/// The taps of each row or column; `from` and `to` are the first pixel and the number of pixels on either side.
fn taps(filter: Filter, ratio: f64, (from_start, from): (i32, u32), (to_start, to): (i32, u32)) -> Vec<Taps> {
    let in_master = |edge: f64| edge * ratio - f64::from(from_start);
    (0..to)
        .map(|place| {
            let place = f64::from(to_start) + f64::from(place);
            // The middle of the result's pixel, in pixels of the master, whose own middles lie at halves.
            let middle = in_master(place + 0.5);
            match filter {
                Filter::Nearest => weigh(from, middle.floor() as i64, &[1.0]),
                Filter::Bilinear => linear(from, middle - 0.5),
                Filter::Sharp => linear(from, sharpened(middle, ratio)),
                Filter::Bicubic => {
                    let left = (middle - 0.5).floor();
                    let weights: [f64; 4] =
                        std::array::from_fn(|tap| catmull_rom(middle - 0.5 - (left + tap as f64 - 1.0)));
                    weigh(from, left as i64 - 1, &weights)
                }
                Filter::Area => {
                    let (start, end) = (in_master(place), in_master(place + 1.0));
                    let first = start.floor();
                    let covered = (first as i64..end.ceil() as i64)
                        .map(|tap| (end.min(tap as f64 + 1.0) - start.max(tap as f64)).max(0.0));
                    weigh(from, first as i64, &covered.collect::<Vec<_>>())
                }
            }
        })
        .collect()
}

/// Two neighbours, by how near they are.
fn linear(from: u32, middle: f64) -> Taps {
    let left = middle.floor();
    weigh(from, left as i64, &[1.0 - (middle - left), middle - left])
}

/// Where bilinear has to look so that only the border between two pixels of the master is mixed, over one pixel of the
/// result. Shrinking leaves no pixel to keep even, and is bilinear.
fn sharpened(middle: f64, ratio: f64) -> f64 {
    let blur = ratio.min(1.0);
    let border = middle.round();
    let across = ((middle - border) / blur).clamp(-0.5, 0.5);
    border + across - 0.5
}

/// The spline of Catmull and Rom (a = -1/2) at this distance.
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

/// Makes the weights whole numbers with the sum [`ONE`]. What lies beyond the edge counts for the pixel on the edge.
fn weigh(from: u32, first: i64, weights: &[f64]) -> Taps {
    let last = i64::from(from) - 1;
    let start = first.clamp(0, last);
    let end = (first + weights.len() as i64 - 1).clamp(0, last);
    let sum: f64 = weights.iter().sum();
    let mut whole = vec![0; (end - start + 1) as usize];
    for (tap, weight) in weights.iter().enumerate() {
        let place = (first + tap as i64).clamp(start, end) - start;
        whole[place as usize] += (weight / sum * f64::from(ONE)).round() as i32;
    }
    // Rounding may have lost a little; the heaviest takes it, so that flat colours stay flat.
    let lost = ONE - whole.iter().sum::<i32>();
    let heaviest = (0..whole.len()).max_by_key(|&tap| whole[tap]).expect("there is a weight");
    whole[heaviest] += lost;
    Taps { first: start as usize, weights: whole }
}
