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

pub fn area(rect: Rect) -> u64 {
    rect.width as u64 * rect.height as u64
}

/// Rectangles of which no two overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Region {
    rects: Vec<Rect>,
}

impl Region {
    /// All of a frame of this size.
    pub fn whole(width: u32, height: u32) -> Region {
        Region { rects: vec![Rect::new(0, 0, width as i32, height as i32)] }
    }

    /// Adds a rectangle. It is joined with those that it overlaps to one around them all, so that a region stays a short
    /// list; a little more is painted then than has to be.
    pub fn add(&mut self, mut rect: Rect) {
        while let Some(place) = self.rects.iter().position(|other| common(*other, rect).is_some()) {
            rect = around(rect, self.rects.swap_remove(place));
        }
        self.rects.push(rect);
    }

    pub fn rects(&self) -> &[Rect] {
        &self.rects
    }

    /// Pixels in it.
    pub fn area(&self) -> u64 {
        self.rects.iter().map(|rect| area(*rect)).sum()
    }
}

/// The smallest rectangle around both.
fn around(one: Rect, other: Rect) -> Rect {
    let (left, top) = (one.x.min(other.x), one.y.min(other.y));
    let (right, bottom) = (one.right().max(other.right()), one.bottom().max(other.bottom()));
    Rect::new(left, top, right - left, bottom - top)
}
