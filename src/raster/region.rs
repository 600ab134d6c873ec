//! Regions of the frame: what two rectangles share, and sets of rectangles that share nothing.

use crate::scene::Rect;

/// What lies in both; none if nothing does.
#[inline(always)]
pub fn common(one: Rect, other: Rect) -> Option<Rect> {
    let (left, top) = (one.x.max(other.x), one.y.max(other.y));
    let right = one.x.saturating_add(one.width).min(other.x.saturating_add(other.width));
    let bottom = one.y.saturating_add(one.height).min(other.y.saturating_add(other.height));
    (left < right && top < bottom).then(|| Rect::new(left, top, right - left, bottom - top))
}

/// The smallest rectangle around both; an empty one counts for nothing.
pub fn around(one: Rect, other: Rect) -> Rect {
    if one.width <= 0 || one.height <= 0 {
        return other;
    }
    if other.width <= 0 || other.height <= 0 {
        return one;
    }
    let (x, y) = (one.x.min(other.x), one.y.min(other.y));
    Rect::new(x, y, one.right().max(other.right()) - x, one.bottom().max(other.bottom()) - y)
}

pub fn area(rect: Rect) -> u64 {
    rect.width as u64 * rect.height as u64
}

/// Rectangles of which no two overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Region {
    rects: Vec<Rect>,
}

/// Regions are made of blocks of this size in pixels. A few large rectangles that hold somewhat more than they have to
/// are painted sooner than many that fit exactly.
const BLOCK: (i32, i32) = (32, 8);

impl Region {
    /// All of a frame of this size.
    pub fn whole(width: u32, height: u32) -> Region {
        Region { rects: vec![Rect::new(0, 0, width as i32, height as i32)] }
    }

    /// The blocks of a frame of this size that the rectangles touch.
    pub fn touched(rects: impl IntoIterator<Item = Rect>, (width, height): (u32, u32)) -> Region {
        let frame = Rect::new(0, 0, width as i32, height as i32);
        let across = width.div_ceil(BLOCK.0 as u32) as usize;
        let mut touched = vec![false; across * height.div_ceil(BLOCK.1 as u32) as usize];
        for rect in rects.into_iter().filter_map(|rect| common(rect, frame)) {
            let columns = (rect.x / BLOCK.0) as usize..=((rect.right() - 1) / BLOCK.0) as usize;
            for row in rect.y / BLOCK.1..=(rect.bottom() - 1) / BLOCK.1 {
                touched[row as usize * across..][columns.clone()].fill(true);
            }
        }
        let mut region = Region::default();
        for (row, touched) in (0..).zip(touched.chunks_exact(across.max(1))) {
            let mut column = 0;
            for same in touched.chunk_by(|one, next| one == next) {
                let strip = Rect::new(column * BLOCK.0, row * BLOCK.1, same.len() as i32 * BLOCK.0, BLOCK.1);
                column += same.len() as i32;
                if same[0] {
                    region.extend(strip);
                }
            }
        }
        region.rects.iter_mut().for_each(|rect| *rect = common(*rect, frame).unwrap_or_default());
        region
    }

    /// Adds blocks of the next row, to those above them if they are the same columns.
    fn extend(&mut self, strip: Rect) {
        let above = self.rects.iter_mut().rev().take_while(|rect| rect.bottom() >= strip.y);
        let same = |rect: &&mut Rect| (rect.x, rect.width, rect.bottom()) == (strip.x, strip.width, strip.y);
        match { above }.find(same) {
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
