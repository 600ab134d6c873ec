//! The inner loops: rows of pixels, copied or mixed.

use super::plan::Sheet;
use crate::raster::blend::{Mixing, alpha};
use crate::raster::layer::{Kind, Layer, TOGETHER};
use crate::scene::Rect;

/// Some rows of the frame.
pub struct Rows<'a> {
    pub pixels: &'a mut [u32],
    /// Which part of the frame they are: all of its width.
    pub bounds: Rect,
    pub mixing: Mixing,
}

impl Rows<'_> {
    /// Lays the part of a layer over these rows that lies in `seen`; the layer's own corner is at `corner`. Says how many
    /// pixels that were.
    #[inline(always)]
    pub fn layer(&mut self, layer: &Layer, (left, top): (i32, i32), seen: Rect, opacity: u8) -> u64 {
        let width = layer.bounds().width as i32;
        let has_room = left.saturating_add(width) <= self.bounds.width - TOGETHER as i32;
        let is_whole = left == seen.x && width == seen.width && has_room && opacity == 255;
        let mut written = 0;
        for y in seen.y..seen.bottom() {
            let row = (y - top) as usize;
            if is_whole {
                written += self.whole_row(layer, row, left, y);
            } else {
                written += self.part_of_row(layer, row, left, y, seen, opacity);
            }
        }
        written
    }

    /// All of a row of a layer. There is room in the frame to mix its last pixels in a whole vector.
    #[inline(always)]
    fn whole_row(&mut self, layer: &Layer, row: usize, left: i32, y: i32) -> u64 {
        let (mixing, mut written) = (self.mixing, 0);
        let over = layer.padded_row(row);
        let under = &mut self.row(y)[left as usize..][..over.len()];
        for run in layer.runs(row) {
            written += u64::from(run.end - run.start);
            match run.kind {
                Kind::Opaque => {
                    let columns = run.start as usize..run.end as usize;
                    copy(&mut under[columns.clone()], &over[columns]);
                }
                Kind::Translucent => {
                    let columns = run.start as usize..run.padded_end() as usize;
                    mixing.row(&mut under[columns.clone()], &over[columns]);
                }
            }
        }
        written
    }

    #[inline(always)]
    fn part_of_row(&mut self, layer: &Layer, row: usize, left: i32, y: i32, seen: Rect, opacity: u8) -> u64 {
        let (mixing, mut written) = (self.mixing, 0);
        let (over, under) = (layer.row(row), self.row(y));
        for run in layer.runs(row) {
            let (start, end) = ((run.start as i32 + left).max(seen.x), (run.end as i32 + left).min(seen.right()));
            if start >= end {
                continue;
            }
            written += (end - start) as u64;
            let over = &over[(start - left) as usize..(end - left) as usize];
            let under = &mut under[start as usize..end as usize];
            match (run.kind, opacity) {
                (Kind::Opaque, 255) => copy(under, over),
                (Kind::Translucent, 255) => mixing.row(under, over),
                (Kind::Opaque | Kind::Translucent, opacity) => mixing.faded_row(under, over, opacity.into()),
            }
        }
        written
    }

    /// Lays one colour over a rectangle.
    #[inline(always)]
    pub fn color(&mut self, rect: Rect, color: u32) -> u64 {
        let mixing = self.mixing;
        for y in rect.y..rect.bottom() {
            let under = &mut self.row(y)[rect.x as usize..rect.right() as usize];
            match alpha(color) {
                0 => return 0,
                255 => under.fill(color),
                _ => mixing.color(under, color),
            }
        }
        rect.width as u64 * rect.height as u64
    }

    /// Copies a rectangle of paper.
    #[inline(always)]
    pub fn paper(&mut self, rect: Rect, sheet: &Sheet) -> u64 {
        for y in rect.y..rect.bottom() {
            let over = sheet.row(y, rect.x, rect.right());
            copy(&mut self.row(y)[rect.x as usize..rect.right() as usize], over);
        }
        rect.width as u64 * rect.height as u64
    }

    /// A row of the frame.
    #[inline(always)]
    fn row(&mut self, y: i32) -> &mut [u32] {
        let width = self.bounds.width as usize;
        let start = (y - self.bounds.y) as usize * width;
        &mut self.pixels[start..start + width]
    }
}

/// Copies pixels. Most runs are so short that calling the library would take longer than copying: they are two blocks
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
