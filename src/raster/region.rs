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

impl Region {
    /// All of a frame of this size.
    pub fn whole(width: u32, height: u32) -> Region {
        Region { rects: vec![Rect::new(0, 0, width as i32, height as i32)] }
    }

    /// Adds a rectangle: of it, what is not in the region yet.
    pub fn add(&mut self, rect: Rect) {
        let before = self.rects.len();
        self.rects.push(rect);
        for other in 0..before {
            let other = self.rects[other];
            if common(other, rect).is_some() {
                let parts = self.rects.split_off(before);
                self.rects.extend(parts.into_iter().flat_map(|part| without(part, other)));
            }
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

/// What is left of a rectangle outside of a hole: above it, below it, and on either side.
fn without(rect: Rect, hole: Rect) -> impl Iterator<Item = Rect> {
    let sides = match common(rect, hole) {
        None => [Some(rect), None, None, None],
        Some(hole) => [
            Rect::new(rect.x, rect.y, rect.width, hole.y - rect.y),
            Rect::new(rect.x, hole.bottom(), rect.width, rect.bottom() - hole.bottom()),
            Rect::new(rect.x, hole.y, hole.x - rect.x, hole.height),
            Rect::new(hole.right(), hole.y, rect.right() - hole.right(), hole.height),
        ]
        .map(|side| (side.width > 0 && side.height > 0).then_some(side)),
    };
    sides.into_iter().flatten()
}
