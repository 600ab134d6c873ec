//! What will be covered: nothing has to be drawn where an opaque item comes to lie.

use std::ops::Range;

use crate::raster::region::intersect;
use crate::scene::Rect;

/// What none of the rectangles in `over` covers of `rect`: few rectangles, where a grid of blocks covers it.
pub fn uncovered(rect: Rect, over: &[Rect]) -> Vec<Rect> {
    let over = || over.iter().filter_map(|solid| intersect(*solid, rect));
    // Where the rows above and below may differ; a slab of rows ends at each of them, and at the end.
    let mut cuts = vec![false; rect.height as usize + 1];
    for solid in over() {
        cuts[(solid.y - rect.y) as usize] = true;
        cuts[(solid.bottom() - rect.y) as usize] = true;
    }
    let ends = (1..=rect.height).filter(|row| cuts[*row as usize] || *row == rect.height);

    let (mut parts, mut columns, mut start) = (Vec::new(), Columns::new(rect), rect.y);
    for end in ends.map(|row| rect.y + row) {
        columns.clear();
        over().filter(|solid| solid.y <= start && end <= solid.bottom()).for_each(|solid| columns.cover(solid));
        columns.free(|free| parts.push(Rect::new(free.start, start, free.end - free.start, end - start)));
        start = end;
    }
    parts
}

/// Which columns are covered, a bit each.
struct Columns {
    left: i32,
    width: usize,
    bits: Vec<u64>,
}

impl Columns {
    fn new(rect: Rect) -> Columns {
        let width = rect.width as usize;
        // One bit more than there are columns stays free, where the search for the last gap ends.
        Columns { left: rect.x, width, bits: vec![0; width / 64 + 1] }
    }

    fn clear(&mut self) {
        self.bits.fill(0);
    }

    fn cover(&mut self, solid: Rect) {
        let (start, end) = ((solid.x - self.left) as usize, (solid.right() - self.left) as usize);
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

    /// Calls `found` for each range of columns that are not covered.
    fn free(&self, mut found: impl FnMut(Range<i32>)) {
        let mut start = 0;
        while start < self.width {
            let gap = self.next(start, |bits| !bits);
            let end = self.next(gap, |bits| bits);
            if gap < end {
                found(self.left + gap as i32..self.left + end as i32);
            }
            start = end.max(gap + 1);
        }
    }

    /// The first column from `start` on whose bit is set in the words as `seen`, or the width.
    fn next(&self, start: usize, seen: impl Fn(u64) -> u64) -> usize {
        let mut word = start / 64;
        let mut bits = match self.bits.get(word) {
            Some(bits) => seen(*bits) & (!0 << (start % 64)),
            None => return self.width,
        };
        while bits == 0 {
            word += 1;
            match self.bits.get(word) {
                Some(next) => bits = seen(*next),
                None => return self.width,
            }
        }
        (word * 64 + bits.trailing_zeros() as usize).min(self.width)
    }
}
