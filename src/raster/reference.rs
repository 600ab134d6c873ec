//! The reference painter: each item the plain way, one after the other. It defines what the picture is.
//!
//! Sprites and shapes are drawn by tiny-skia on bitmaps of their own, paper right on the frame; fills and bitmaps are laid
//! over it pixel by pixel, mixed as [`BlendMode`] says. There are no bands, no threads, no runs, and nothing is left out.

use tiny_skia::{Paint, PixmapMut, Shader, Transform};

use super::atlas::Atlas;
use super::bitmap::Bitmap;
use super::blend::BlendMode;
use super::paper::{Line, Paper};
use super::pixel::{premultiplied, scaled};
use super::region::common;
use super::shapes::Shape;
use crate::look::Color;
use crate::scene::{Item, Rect, Tiles};

/// Pixels of a frame, and how they mix with what is laid over them.
pub struct Canvas<'a> {
    pub width: u32,
    pub height: u32,
    pub pixels: &'a mut [u32],
    pub blend_mode: BlendMode,
}

impl Canvas<'_> {
    /// Draws one item and says how many pixels it covers.
    pub fn draw(&mut self, item: &Item, atlas: &mut Atlas) -> u64 {
        match item {
            Item::Fill { rect, color } => {
                let color = premultiplied(*color);
                self.lay(*rect, |_, _| color)
            }
            Item::Paper { rect, origin, tile } => self.paper(*rect, Paper::new(*origin, *tile)),
            Item::Sprite { sprite, at, tile, opacity } => {
                let index = atlas.sprite(*sprite, *tile);
                // Sprites stand on whole pixels, so that a kept bitmap is copied as it is.
                let at = (at.x.round() as i32, at.y.round() as i32);
                self.bitmap(&atlas.bitmaps()[index as usize], at, *opacity)
            }
            Item::Tiles { tiles, at, tile } => self.tiles(tiles, *at, *tile, atlas),
            Item::Polygon { .. } | Item::Panel { .. } | Item::Text { .. } => {
                let Some((shape, at)) = Shape::of(item, self.bounds()) else { return 0 };
                let Some(index) = atlas.shape(shape) else { return 0 };
                self.bitmap(&atlas.bitmaps()[index as usize], at, 255)
            }
        }
    }

    fn bounds(&self) -> Rect {
        Rect::new(0, 0, self.width as i32, self.height as i32)
    }

    /// Each sprite of each tile, row by row.
    fn tiles(&mut self, tiles: &Tiles, (left, top): (i32, i32), tile: u32, atlas: &mut Atlas) -> u64 {
        let mut covered = 0;
        for (row, kinds) in (0..tiles.rows() as i32).zip(tiles.kinds.chunks(tiles.columns.max(1))) {
            for (column, kind) in (0..).zip(kinds) {
                let at = (left + column * tile as i32, top + row * tile as i32);
                for sprite in tiles.set.sprites(*kind) {
                    let index = atlas.sprite(sprite, tile);
                    covered += self.bitmap(&atlas.bitmaps()[index as usize], at, 255);
                }
            }
        }
        covered
    }

    fn bitmap(&mut self, bitmap: &Bitmap, at: (i32, i32), opacity: u8) -> u64 {
        let rect = bitmap.bounds_at(at);
        self.lay(rect, |x, y| {
            let pixel = bitmap.row((y - rect.y) as usize)[(x - rect.x) as usize];
            scaled(pixel, u32::from(opacity))
        })
    }

    /// Lays a pixel over each pixel of the rectangle.
    fn lay(&mut self, rect: Rect, over: impl Fn(i32, i32) -> u32) -> u64 {
        let Some(seen) = common(rect, self.bounds()) else { return 0 };
        for y in seen.y..seen.bottom() {
            for x in seen.x..seen.right() {
                let pixel = &mut self.pixels[y as usize * self.width as usize + x as usize];
                *pixel = self.blend_mode.pixel(over(x, y), *pixel);
            }
        }
        seen.width as u64 * seen.height as u64
    }

    /// Fills the rectangle, then draws the lines, minor ones first.
    fn paper(&mut self, rect: Rect, paper: Paper) -> u64 {
        let Some(seen) = common(rect, self.bounds()) else { return 0 };
        for line in Line::ALL {
            for x in (seen.x..seen.right()).filter(|x| paper.column(*x) == line) {
                self.fill(Rect::new(x, seen.y, 1, seen.height), line.color());
            }
            for y in (seen.y..seen.bottom()).filter(|y| paper.row(*y) == line && line != Line::None) {
                self.fill(Rect::new(seen.x, y, seen.width, 1), line.color());
            }
        }
        seen.width as u64 * seen.height as u64
    }

    /// An opaque rectangle of whole pixels.
    fn fill(&mut self, rect: Rect, color: Color) {
        let bytes = bytemuck::cast_slice_mut(self.pixels);
        let pixels = PixmapMut::from_bytes(bytes, self.width, self.height);
        let area = tiny_skia::Rect::from_xywh(rect.x as f32, rect.y as f32, rect.width as f32, rect.height as f32);
        if let (Some(mut pixels), Some(area)) = (pixels, area) {
            let color = tiny_skia::Color::from_rgba8(color.red, color.green, color.blue, 255);
            let paint = Paint { shader: Shader::SolidColor(color), anti_alias: false, ..Paint::default() };
            pixels.fill_rect(area, &paint, Transform::identity(), None);
        }
    }
}
