//! Points and rectangles of the frame, in physical pixels. Cells of the world have their own type in `sim`.

/// A point of the frame, in pixels from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

impl Point {
    pub const fn new(x: f32, y: f32) -> Point {
        Point { x, y }
    }
}

/// A rectangle of whole pixels. The right and bottom edges, `x + width` and `y + height`, are outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Rect {
    pub const fn new(x: i32, y: i32, width: i32, height: i32) -> Rect {
        Rect { x, y, width, height }
    }

    pub const fn right(self) -> i32 {
        self.x + self.width
    }

    pub const fn bottom(self) -> i32 {
        self.y + self.height
    }

    pub fn contains(self, point: Point) -> bool {
        point.x >= self.x as f32
            && point.x < self.right() as f32
            && point.y >= self.y as f32
            && point.y < self.bottom() as f32
    }

    /// The smallest rectangle that contains both. An empty rectangle contributes nothing.
    pub fn union(self, other: Rect) -> Rect {
        if self.width <= 0 || self.height <= 0 {
            return other;
        }
        if other.width <= 0 || other.height <= 0 {
            return self;
        }
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The same rectangle with `by` pixels less on every side.
    pub const fn inset(self, by: i32) -> Rect {
        Rect::new(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)
    }
}
