//! Rectangles of the frame: intersection, and regions of rectangles that do not overlap.

use super::bit_row::{mark, marked, words};
use crate::scene::Rect;

/// The pixels in both rectangles; none if there are none.
#[inline(always)]
pub fn intersect(a: Rect, b: Rect) -> Option<Rect> {
    let (left, top) = (a.x.max(b.x), a.y.max(b.y));
    let right = a.x.saturating_add(a.width).min(b.x.saturating_add(b.width));
    let bottom = a.y.saturating_add(a.height).min(b.y.saturating_add(b.height));
    (left < right && top < bottom).then(|| Rect::new(left, top, right - left, bottom - top))
}

/// Pixels in a rectangle.
#[inline(always)]
pub fn area(rect: Rect) -> u64 {
    rect.width as u64 * rect.height as u64
}

/// The rectangle at the origin with this width and height: all of a frame.
pub fn from_origin(width: u32, height: u32) -> Rect {
    Rect::new(0, 0, width as i32, height as i32)
}

/// A set of pixels, as rectangles that do not overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Region {
    rects: Vec<Rect>,
}

/// Regions consist of blocks of this width and height in pixels. A few large rectangles with some pixels too many are
/// painted faster than many exact ones.
const BLOCK: (i32, i32) = (32, 8);

/// Rectangles that do not overlap.
impl FromIterator<Rect> for Region {
    fn from_iter<T: IntoIterator<Item = Rect>>(rects: T) -> Region {
        Region { rects: rects.into_iter().collect() }
    }
}

impl Region {
    /// All of a frame of this size.
    pub fn whole(width: u32, height: u32) -> Region {
        Region { rects: vec![from_origin(width, height)] }
    }

    /// The blocks that the rectangles touch, in a frame of this size.
    pub fn touched(rects: impl IntoIterator<Item = Rect>, (width, height): (u32, u32)) -> Region {
        let frame = from_origin(width, height);
        let (across, down) = (width.div_ceil(BLOCK.0 as u32) as usize, height.div_ceil(BLOCK.1 as u32) as usize);
        let words = words(across);
        let mut touched = vec![0; words * down];
        for rect in rects.into_iter().filter_map(|rect| intersect(rect, frame)) {
            let columns = (rect.x / BLOCK.0) as usize..((rect.right() - 1) / BLOCK.0) as usize + 1;
            for row in rect.y / BLOCK.1..=(rect.bottom() - 1) / BLOCK.1 {
                mark(&mut touched[row as usize * words..][..words], columns.clone());
            }
        }
        let mut region = Region::default();
        for (row, touched) in (0..).zip(touched.chunks_exact(words)) {
            marked(touched, across, |columns| {
                let (x, width) = (columns.start as i32 * BLOCK.0, columns.len() as i32 * BLOCK.0);
                region.push(Rect::new(x, row * BLOCK.1, width, BLOCK.1));
            });
        }
        region.rects.iter_mut().for_each(|rect| *rect = intersect(*rect, frame).unwrap_or_default());
        region
    }

    /// Adds a strip of blocks of the next row: to the rectangle above it if that has the same columns.
    fn push(&mut self, strip: Rect) {
        let mut above = self.rects.iter_mut().rev().take_while(|rect| rect.bottom() >= strip.y);
        let same = |rect: &&mut Rect| (rect.x, rect.width, rect.bottom()) == (strip.x, strip.width, strip.y);
        match above.find(same) {
            Some(rect) => rect.height += strip.height,
            None => self.rects.push(strip),
        }
    }

    pub fn rects(&self) -> &[Rect] {
        &self.rects
    }

    /// Pixels in it.
    pub fn area(&self) -> u64 {
        self.rects.iter().map(|rect| area(*rect)).sum()
    }
}
