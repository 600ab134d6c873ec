//! Text: glyphs are cached as coverage masks, and a line of them becomes a bitmap.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bitmap::{Bitmap, PixelBounds};
use super::blend::BlendMode;
use super::coverage::{antialiased, coverage};
use super::pixel::{premultiplied, scaled};
use crate::look::{Antialias, Color, GlyphShape, PlacedGlyph, Typeface, ascent, glyphs, line_height};
use crate::scene::Align;

/// The smallest size of text in pixels.
const SMALLEST: f32 = 8.0;

/// The largest size of text in pixels: a bound on memory, beyond any screen.
const LARGEST: f32 = 512.0;

/// How much of each pixel a glyph covers: 255 is all of it.
struct Mask {
    left: i32,
    top: i32,
    width: usize,
    coverage: Vec<u8>,
}

impl Mask {
    fn height(&self) -> usize {
        self.coverage.len() / self.width
    }

    /// Blends a colour over the pixels, with the mask as its alpha; `(x, y)` is the top left corner of the mask in
    /// them.
    fn draw(&self, pixels: &mut [u32], stride: usize, (x, y): (usize, usize), color: Color, antialias: Antialias) {
        let color = premultiplied(color);
        for (row, line) in self.coverage.chunks_exact(self.width).enumerate() {
            let start = (y + row) * stride + x;
            let covered = line.iter().map(|&covered| antialiased(covered, antialias));
            let pixels = pixels[start..start + self.width].iter_mut();
            for (pixel, covered) in pixels.zip(covered) {
                *pixel = BlendMode::Exact.pixel(scaled(color, u32::from(covered)), *pixel);
            }
        }
    }
}

/// The masks of the glyphs drawn so far, by shape and size.
#[derive(Default)]
pub struct GlyphCache {
    masks: FxHashMap<(GlyphShape, u32), Arc<Mask>>,
}

/// Text sizes are rounded down to quarters of a pixel: a smaller change is invisible, and not worth new masks.
const SIZES_PER_PIXEL: f32 = 4.0;

/// Glyphs are few. Only resizing text for hours reaches this number; then all masks are evicted.
const MAX_MASKS: usize = 4096;

impl GlyphCache {
    /// A line of text in a rectangle of this size, which it runs out of if it is wider: a bitmap relative to the top
    /// left corner of the rectangle. None if it has no visible glyph.
    pub fn line(
        &mut self,
        (text, typeface): (&str, Typeface),
        (width, height): (i32, i32),
        size: f32,
        align: Align,
        color: Color,
        antialias: Antialias,
    ) -> Option<Bitmap> {
        let (width, height) = (width as f32, height as f32);
        let size = (size.clamp(SMALLEST, LARGEST) * SIZES_PER_PIXEL).floor() / SIZES_PER_PIXEL;

        let placed: Vec<PlacedGlyph> = glyphs(text, typeface, size).collect();
        let free = width - placed.last().map_or(0.0, |last| last.x + last.shape.advance(size));
        let start = match align {
            Align::Left => 0.0,
            Align::Centre => free / 2.0,
            Align::Right => free,
        };
        let baseline = ((height - line_height(size)) / 2.0 + ascent(size)).round() as i32;

        let glyphs: Vec<_> = placed
            .into_iter()
            .map(|PlacedGlyph { shape, x }| {
                let mask = self.mask(shape, size);
                let corner = ((start + x).round() as i32 + mask.left, baseline + mask.top);
                (mask, corner)
            })
            .filter(|(mask, _)| mask.width > 0)
            .collect();
        compose(&glyphs, color, antialias)
    }

    fn mask(&mut self, shape: GlyphShape, size: f32) -> Arc<Mask> {
        if self.masks.len() > MAX_MASKS {
            self.masks.clear();
        }
        let key = (shape, (size * SIZES_PER_PIXEL) as u32);
        self.masks.entry(key).or_insert_with(|| Arc::new(draw_mask(shape, size))).clone()
    }
}

fn draw_mask(shape: GlyphShape, size: f32) -> Mask {
    if shape == GlyphShape::Box {
        return draw_box(size);
    }
    let Some(outline) = shape.outline(size) else {
        return Mask { left: 0, top: 0, width: 0, coverage: Vec::new() };
    };
    let bounds = outline.px_bounds();
    let (width, height) = (bounds.width() as usize, bounds.height() as usize);
    let mut mask = vec![0; width * height];
    outline.draw(|x, y, covered| {
        let index = y as usize * width + x as usize;
        if let Some(value) = mask.get_mut(index) {
            *value = coverage(covered);
        }
    });
    Mask { left: bounds.min.x as i32, top: bounds.min.y as i32, width, coverage: mask }
}

/// The frame of a box that stands on the baseline, a little narrower than its advance.
fn draw_box(size: f32) -> Mask {
    let (left, line) = ((size / 16.0).max(1.0) as usize, (size / 16.0).max(1.0) as usize);
    let width = (GlyphShape::Box.advance(size) as usize).saturating_sub(2 * left).max(3);
    let height = (ascent(size) * 0.7).max(4.0) as usize;
    let is_frame = |x: usize, y: usize| x < line || x + line >= width || y < line || y + line >= height;
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let coverage = pixels.map(|(x, y)| if is_frame(x, y) { 255 } else { 0 }).collect();
    Mask { left: left as i32, top: -(height as i32), width, coverage }
}

/// Draws masks, each with its top left corner, in one colour into one bitmap.
fn compose(glyphs: &[(Arc<Mask>, (i32, i32))], color: Color, antialias: Antialias) -> Option<Bitmap> {
    let left = glyphs.iter().map(|(_, (x, _))| *x).min()?;
    let top = glyphs.iter().map(|(_, (_, y))| *y).min()?;
    let right = glyphs.iter().map(|(mask, (x, _))| x + mask.width as i32).max()?;
    let bottom = glyphs.iter().map(|(mask, (_, y))| y + mask.height() as i32).max()?;
    let bounds = PixelBounds { left, top, width: (right - left) as u32, height: (bottom - top) as u32 };
    let mut pixels = vec![0; bounds.width as usize * bounds.height as usize];
    for (mask, (x, y)) in glyphs {
        mask.draw(&mut pixels, bounds.width as usize, ((x - left) as usize, (y - top) as usize), color, antialias);
    }
    Some(Bitmap::new(bounds, &pixels))
}
