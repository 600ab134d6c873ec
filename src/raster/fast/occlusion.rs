//! Occlusion culling: what opaque items in front hide is not painted.

use crate::raster::bit_row::{mark, unmarked, words};
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

    let width = rect.width as usize;
    let (mut parts, mut hidden, mut start) = (Vec::new(), vec![0; words(width)], rect.y);
    for end in ends.map(|row| rect.y + row) {
        hidden.fill(0);
        let in_slab = occluders().filter(|occluder| occluder.y <= start && end <= occluder.bottom());
        let columns = |occluder: Rect| (occluder.x - rect.x) as usize..(occluder.right() - rect.x) as usize;
        in_slab.for_each(|occluder| mark(&mut hidden, columns(occluder)));
        unmarked(&hidden, width, |columns| {
            parts.push(Rect::new(rect.x + columns.start as i32, start, columns.len() as i32, end - start));
        });
        start = end;
    }
    parts
}
