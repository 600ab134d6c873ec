//! Occlusion culling: what opaque items in front hide is not painted.

use std::ops::Range;

use crate::raster::region::{Region, intersect};
use crate::scene::Rect;

/// Below this area, in pixels, finding the occluders costs more than painting what they hide.
pub const MIN_CULLED_AREA: u64 = 16 << 10;

/// Painting what narrower occluders hide, in pixels, is faster than painting many small parts around them.
pub const MIN_OCCLUDER_WIDTH: i32 = 64;

/// The region without what the occluders hide.
pub fn visible_region(region: &Region, occluders: &[Rect]) -> Region {
    region.rects().iter().flat_map(|rect| visible_parts(*rect, occluders)).collect()
}

/// The parts of `rect` that none of the occluders hides. Few rectangles where a grid of blocks hides it.
pub fn visible_parts(rect: Rect, occluders: &[Rect]) -> Vec<Rect> {
    if occluders.iter().all(|occluder| intersect(*occluder, rect).is_none()) {
        return vec![rect];
    }
    let occluders = || occluders.iter().filter_map(|occluder| intersect(*occluder, rect));
    // Rows are taken in slabs: within one, every occluder covers all rows or none. A slab ends at each cut, and at the
    // end.
    let mut cuts = vec![false; rect.height as usize + 1];
    for occluder in occluders() {
        cuts[(occluder.y - rect.y) as usize] = true;
        cuts[(occluder.bottom() - rect.y) as usize] = true;
    }
    let ends = (1..=rect.height).filter(|row| cuts[*row as usize] || *row == rect.height);

    let (mut parts, mut mask, mut start) = (Vec::new(), ColumnMask::new(rect), rect.y);
    for end in ends.map(|row| rect.y + row) {
        mask.clear();
        let in_slab = occluders().filter(|occluder| occluder.y <= start && end <= occluder.bottom());
        in_slab.for_each(|occluder| mask.hide(occluder));
        mask.visible(|columns| {
            parts.push(Rect::new(columns.start, start, columns.end - columns.start, end - start));
        });
        start = end;
    }
    parts
}

/// Which columns of a rectangle are hidden, a bit each.
struct ColumnMask {
    left: i32,
    width: usize,
    bits: Vec<u64>,
}

impl ColumnMask {
    fn new(rect: Rect) -> ColumnMask {
        let width = rect.width as usize;
        // At least one bit after the last column stays 0: there the search for the last visible column ends.
        ColumnMask { left: rect.x, width, bits: vec![0; width / 64 + 1] }
    }

    fn clear(&mut self) {
        self.bits.fill(0);
    }

    fn hide(&mut self, occluder: Rect) {
        let (start, end) = ((occluder.x - self.left) as usize, (occluder.right() - self.left) as usize);
        let (first, last) = (start / 64, (end - 1) / 64);
        let (from_start, to_end) = (!0 << (start % 64), !0 >> (63 - (end - 1) % 64));
        if first == last {
            self.bits[first] |= from_start & to_end;
        } else {
            self.bits[first] |= from_start;
            self.bits[first + 1..last].fill(!0);
            self.bits[last] |= to_end;
        }
    }

    /// Calls `found` with each range of visible columns.
    fn visible(&self, mut found: impl FnMut(Range<i32>)) {
        let mut start = 0;
        while start < self.width {
            let visible = self.next(start, |bits| !bits);
            let end = self.next(visible, |bits| bits);
            if visible < end {
                found(self.left + visible as i32..self.left + end as i32);
            }
            start = end.max(visible + 1);
        }
    }

    /// The first column from `start` on whose bit is 1 in `map(word)`, or the width.
    fn next(&self, start: usize, map: impl Fn(u64) -> u64) -> usize {
        let mut word = start / 64;
        let mut bits = match self.bits.get(word) {
            Some(bits) => map(*bits) & (!0 << (start % 64)),
            None => return self.width,
        };
        while bits == 0 {
            word += 1;
            match self.bits.get(word) {
                Some(next) => bits = map(*next),
                None => return self.width,
            }
        }
        (word * 64 + bits.trailing_zeros() as usize).min(self.width)
    }
}
