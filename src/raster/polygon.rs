//! Filled polygons. Of each pixel the share that the polygon covers is found exactly, as it is for glyphs. They are
//! drawn while a frame waits: by tiny-skia, which fills paths of any kind, those of water took a millisecond when the
//! zoom moved.

use ab_glyph_rasterizer::{Point as Corner, Rasterizer, point};

use super::bitmap::{Bitmap, PixelBounds};
use super::coverage::{antialiased, coverage};
use super::pixel::{premultiplied, scaled};
use super::region::intersect;
use crate::look::{Antialias, Color};
use crate::scene::{Point, Rect};

/// A filled polygon relative to the whole pixel at its corner. Its sides do not cross each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Polygon {
    /// The bits of `f32` coordinates.
    corners: Vec<[u32; 2]>,
    size: (u32, u32),
    color: Color,
}

impl Polygon {
    /// The polygon, and the pixel at its corner. None outside of `clip`.
    pub fn new(corners: &[Point], color: Color, clip: Rect) -> Option<(Polygon, (i32, i32))> {
        let Rect { x, y, width, height } = intersect(bounds(corners), clip)?;
        let relative = |corner: &Point| [(corner.x - x as f32).to_bits(), (corner.y - y as f32).to_bits()];
        let corners = corners.iter().map(relative).collect();
        Some((Polygon { corners, size: (width as u32, height as u32), color }, (x, y)))
    }

    /// Pixels of its bitmap.
    pub fn pixels(&self) -> usize {
        self.size.0 as usize * self.size.1 as usize
    }

    /// The polygon as a bitmap.
    pub fn draw(&self, antialias: Antialias) -> Bitmap {
        let (width, height) = self.size;
        let bounds = PixelBounds { left: 0, top: 0, width, height };
        let corners = self.corners.iter().map(|[x, y]| point(f32::from_bits(*x), f32::from_bits(*y)));
        let mut mask = PolygonMask::new(width, height);
        corners.clone().zip(corners.cycle().skip(1)).for_each(|(from, to)| mask.draw_side(from, to));
        let color = premultiplied(self.color);
        let shades = std::array::from_fn(|covered| scaled(color, antialiased(covered as u8, antialias).into()));
        Bitmap::new(bounds, &mask.shaded(&shades))
    }
}

/// A coverage mask, below an empty row: what rounding moves beyond the left edge belongs to the end of the row before.
struct PolygonMask {
    rasterizer: Rasterizer,
    width: usize,
}

impl PolygonMask {
    fn new(width: u32, height: u32) -> PolygonMask {
        PolygonMask { rasterizer: Rasterizer::new(width as usize, height as usize + 1), width: width as usize }
    }

    /// A side covers the pixels to its right, or uncovers them: so the parts of it left and right of the mask are drawn
    /// on the mask's edges. The part above does nothing.
    fn draw_side(&mut self, from: Corner, to: Corner) {
        let width = self.width as f32;
        let at = |way: f32| (from.x + (to.x - from.x) * way, from.y + (to.y - from.y) * way);
        // How much of the way to go until an edge is crossed.
        let crossing = |from: f32, to: f32, edge: f32| match from == to {
            true => 0.0,
            false => ((edge - from) / (to - from)).clamp(0.0, 1.0),
        };
        let (left, right) = (crossing(from.x, to.x, 0.0), crossing(from.x, to.x, width));
        let mut cuts = [0.0, left, right, crossing(from.y, to.y, 0.0), 1.0];
        cuts.sort_by(f32::total_cmp);
        let ends = cuts.map(at).map(|(x, y)| point(x.clamp(0.0, width), y.max(0.0) + 1.0));
        ends.windows(2).for_each(|ends| self.rasterizer.draw_line(ends[0], ends[1]));
    }

    /// The shade of each pixel, by its coverage.
    fn shaded(&self, shades: &[u32; 256]) -> Vec<u32> {
        let (width, height) = self.rasterizer.dimensions();
        let mut pixels = Vec::with_capacity(width * height);
        self.rasterizer.for_each_pixel(|_, covered| pixels.push(shades[usize::from(coverage(covered))]));
        pixels.drain(..width);
        pixels
    }
}

/// The pixels that a polygon touches.
fn bounds(corners: &[Point]) -> Rect {
    let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    for corner in corners {
        low = [low[0].min(corner.x), low[1].min(corner.y)];
        high = [high[0].max(corner.x), high[1].max(corner.y)];
    }
    let [left, top] = low.map(|low| low.floor() as i32);
    let [right, bottom] = high.map(|high| high.ceil() as i32);
    Rect::new(left, top, right.saturating_sub(left), bottom.saturating_sub(top))
}
