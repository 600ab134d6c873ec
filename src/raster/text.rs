//! Text: one handwritten font, its glyphs kept as masks of coverage; a line of them becomes a bitmap.

use std::collections::HashMap;
use std::sync::Arc;

use ab_glyph::{Font as _, GlyphId, PxScale, ScaleFont as _, point};

use super::bitmap::Bitmap;
use super::bitmap::PixelBounds;
use super::blend::BlendMode;
use super::pixel::{premultiplied, scaled};
use crate::look::{Antialias, Color, PlacedGlyph, font, glyphs, text_width};
use crate::scene::Align;

/// Text is never made smaller than this, in pixels, to fit its place; it is cut off instead.
const SMALLEST: f32 = 8.0;

/// Text is never made larger than this, in pixels: a size beyond any screen would ask for memory beyond any machine.
const LARGEST: f32 = 512.0;

/// How much of each pixel a glyph covers, 255 for all of it.
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

    /// Lays a colour over the pixels wherever the mask covers them.
    fn ink(&self, pixels: &mut [u32], stride: usize, (x, y): (usize, usize), color: Color, antialias: Antialias) {
        let ink = premultiplied(color);
        for (row, line) in self.coverage.chunks_exact(self.width).enumerate() {
            let start = (y + row) * stride + x;
            let covered = line.iter().map(|&covered| match antialias {
                Antialias::On => covered,
                Antialias::Off => u8::from(covered >= 128) * 255,
            });
            let pixels = pixels[start..start + self.width].iter_mut();
            for (pixel, covered) in pixels.zip(covered) {
                *pixel = BlendMode::Exact.pixel(scaled(ink, u32::from(covered)), *pixel);
            }
        }
    }
}

/// The glyphs that were drawn so far.
#[derive(Default)]
pub struct Lettering {
    masks: HashMap<(GlyphId, u32), Arc<Mask>>,
}

/// A change of text size that is too small to see is not worth another set of glyphs: sizes are quarters of a pixel.
const SIZES_A_PIXEL: f32 = 4.0;

/// Glyphs are few; should somebody resize text for hours, the masks are forgotten and made again.
const MOST_MASKS: usize = 4096;

impl Lettering {
    /// A line of text in a rectangle of this size, smaller if it would not fit: a bitmap relative to the rectangle's
    /// corner; none where there is no ink.
    pub fn bitmap(
        &mut self,
        text: &str,
        (width, height): (i32, i32),
        size: f32,
        align: Align,
        color: Color,
        antialias: Antialias,
    ) -> Option<Bitmap> {
        let (width, height) = (width as f32, height as f32);
        let wanted = text_width(text, size);
        let fitting = if wanted > width { size * width / wanted } else { size };
        let size = (fitting.clamp(SMALLEST, LARGEST) * SIZES_A_PIXEL).floor() / SIZES_A_PIXEL;

        let free = width - text_width(text, size);
        let start = match align {
            Align::Left => 0.0,
            Align::Centre => free / 2.0,
            Align::Right => free,
        };
        let scaled = font().as_scaled(PxScale::from(size));
        let baseline = ((height - scaled.height()) / 2.0 + scaled.ascent()).round() as i32;

        let glyphs: Vec<_> = glyphs(text, size)
            .map(|PlacedGlyph { glyph, x }| {
                let mask = self.mask(glyph, size);
                let corner = ((start + x).round() as i32 + mask.left, baseline + mask.top);
                (mask, corner)
            })
            .filter(|(mask, _)| mask.width > 0)
            .collect();
        inked(&glyphs, color, antialias)
    }

    fn mask(&mut self, glyph: GlyphId, size: f32) -> Arc<Mask> {
        if self.masks.len() > MOST_MASKS {
            self.masks.clear();
        }
        let key = (glyph, (size * SIZES_A_PIXEL) as u32);
        self.masks.entry(key).or_insert_with(|| Arc::new(draw_mask(glyph, size))).clone()
    }
}

fn draw_mask(glyph: GlyphId, size: f32) -> Mask {
    let placed = glyph.with_scale_and_position(PxScale::from(size), point(0.0, 0.0));
    let Some(outline) = font().outline_glyph(placed) else {
        return Mask { left: 0, top: 0, width: 0, coverage: Vec::new() };
    };
    let bounds = outline.px_bounds();
    let (width, height) = (bounds.width() as usize, bounds.height() as usize);
    let mut coverage = vec![0; width * height];
    outline.draw(|x, y, covered| {
        let place = y as usize * width + x as usize;
        if let Some(value) = coverage.get_mut(place) {
            *value = (covered.clamp(0.0, 1.0) * 255.0).round() as u8;
        }
    });
    Mask { left: bounds.min.x as i32, top: bounds.min.y as i32, width, coverage }
}

/// Glyphs, each with its top left corner, in one colour on one bitmap.
fn inked(glyphs: &[(Arc<Mask>, (i32, i32))], color: Color, antialias: Antialias) -> Option<Bitmap> {
    let left = glyphs.iter().map(|(_, (x, _))| *x).min()?;
    let top = glyphs.iter().map(|(_, (_, y))| *y).min()?;
    let right = glyphs.iter().map(|(mask, (x, _))| x + mask.width as i32).max()?;
    let bottom = glyphs.iter().map(|(mask, (_, y))| y + mask.height() as i32).max()?;
    let bounds = PixelBounds { left, top, width: (right - left) as u32, height: (bottom - top) as u32 };
    let mut pixels = vec![0; bounds.width as usize * bounds.height as usize];
    for (mask, (x, y)) in glyphs {
        mask.ink(&mut pixels, bounds.width as usize, ((x - left) as usize, (y - top) as usize), color, antialias);
    }
    Some(Bitmap::new(bounds, &pixels))
}
