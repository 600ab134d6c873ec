//! Filled polygons. Of each pixel the share that the polygon covers is found exactly, as it is for glyphs. They are drawn while a
//! frame waits, and so must be quick: for a path of any kind tiny-skia takes ten times as long.

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

    pub fn draw(&self, antialias: Antialias) -> Bitmap {
        let (width, height) = self.size;
        let bounds = PixelBounds { left: 0, top: 0, width, height };
        let mut rasterizer = Rasterizer::new(width as usize, height as usize);
        let corners = self.corners.iter().map(|[x, y]| point(f32::from_bits(*x), f32::from_bits(*y)));
        for (from, to) in corners.clone().zip(corners.cycle().skip(1)) {
            draw_side(&mut rasterizer, from, to, width as f32);
        }
        let color = premultiplied(self.color);
        let shade = |covered: usize| scaled(color, antialiased(covered as u8, antialias).into());
        let shades: [u32; 256] = std::array::from_fn(shade);
        let mut pixels = vec![0; self.pixels()];
        rasterizer.for_each_pixel(|index, covered| pixels[index] = shades[usize::from(coverage(covered))]);
        Bitmap::new(bounds, &pixels)
    }
}

/// Draws a side into a mask of this width. What lies beside the mask is drawn on its edge, for the side bounds the pixels to
/// its right wherever it is.
fn draw_side(mask: &mut Rasterizer, from: Corner, to: Corner, width: f32) {
    // Where the side crosses an edge: 0 and 1 are its ends.
    let crossing = |x: f32| ((x - from.x) / (to.x - from.x)).clamp(0.0, 1.0);
    let cuts = match [from, to].iter().all(|end| (0.0..=width).contains(&end.x)) {
        true => [0.0, 0.0, 1.0, 1.0],
        false if from.x <= to.x => [0.0, crossing(0.0), crossing(width), 1.0],
        false => [0.0, crossing(width), crossing(0.0), 1.0],
    };
    let at = |cut: f32| {
        let (x, y) = (from.x + (to.x - from.x) * cut, from.y + (to.y - from.y) * cut);
        point(x.clamp(0.0, width), y)
    };
    for piece in cuts.windows(2).filter(|piece| piece[0] < piece[1]) {
        mask.draw_line(at(piece[0]), at(piece[1]));
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
