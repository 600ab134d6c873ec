//! The reference painter: each item the plain way, one after the other. It defines what the picture is.
//!
//! Sprites and shapes are drawn into bitmaps of their own, graph paper right into the frame. Fills and
//! bitmaps are blitted pixel by pixel, blended by a [`BlendMode`]. There are no bands, threads or spans, and nothing is
//! culled.

use tiny_skia::{Paint, PixmapMut, Shader, Transform};

use super::atlas::Atlas;
use super::bitmap::Bitmap;
use super::blend::BlendMode;
use super::paper::{Paper, PaperLine};
use super::pixel::{premultiplied, scaled};
use super::region::{area, from_origin, intersect};
use super::shapes::VectorShape;
use crate::look::Color;
use crate::scene::{Item, Rect, Tiles};

/// The pixels of a frame, and how others are blended with them.
pub struct Canvas<'a> {
    pub width: u32,
    pub height: u32,
    pub pixels: &'a mut [u32],
    pub blend_mode: BlendMode,
}

impl Canvas<'_> {
    /// Draws one item. Returns the number of pixels that it covers.
    pub fn draw(&mut self, item: &Item, atlas: &mut Atlas) -> u64 {
        match item {
            Item::Fill { rect, color } => self.color(*rect, *color),
            Item::Paper { rect, origin, tile, wash } => self.paper(*rect, Paper::new(*origin, *tile, *wash)),
            Item::Sprite { sprite, at, tile, opacity } => {
                let bitmap = atlas.bitmap(*sprite, *tile);
                // Sprites stand on whole pixels, so that a cached bitmap is copied as it is.
                let at = (at.x.round() as i32, at.y.round() as i32);
                self.blit(&bitmap, at, *opacity)
            }
            Item::Tiles { tiles, at, tile } => self.tiles(tiles, *at, *tile, atlas),
            Item::Group(group) => group.items().iter().map(|item| self.draw(item, atlas)).sum(),
            Item::Polygon { .. } | Item::Panel { .. } | Item::Text { .. } => {
                self.shape(VectorShape::of(item, self.bounds()), atlas)
            }
        }
    }

    fn color(&mut self, rect: Rect, color: Color) -> u64 {
        let color = premultiplied(color);
        self.blend(rect, |_, _| color)
    }

    /// A shape at a pixel; nothing if it is outside of the frame, or empty.
    fn shape(&mut self, shape: Option<(VectorShape, (i32, i32))>, atlas: &mut Atlas) -> u64 {
        let Some((shape, at)) = shape else { return 0 };
        let Some(bitmap) = atlas.shape(shape) else { return 0 };
        self.blit(&bitmap, at, 255)
    }

    fn bounds(&self) -> Rect {
        from_origin(self.width, self.height)
    }

    /// The sprite of each tile, row by row.
    fn tiles(&mut self, tiles: &Tiles, (left, top): (i32, i32), tile: u32, atlas: &mut Atlas) -> u64 {
        let mut covered = 0;
        for (row, kinds) in (0..tiles.rows() as i32).zip(tiles.kinds.chunks(tiles.columns.max(1))) {
            for (column, kind) in (0..).zip(kinds) {
                let at = (left + column * tile as i32, top + row * tile as i32);
                if let Some(sprite) = tiles.set.sprite(*kind) {
                    covered += self.blit(&atlas.bitmap(sprite, tile), at, 255);
                }
            }
        }
        covered
    }

    fn blit(&mut self, bitmap: &Bitmap, at: (i32, i32), opacity: u8) -> u64 {
        let rect = bitmap.bounds_at(at);
        self.blend(rect, |x, y| {
            let pixel = bitmap.pixel((x - rect.x) as usize, (y - rect.y) as usize);
            scaled(pixel, u32::from(opacity))
        })
    }

    /// Blends the pixel `src(x, y)` over each pixel of the rectangle.
    fn blend(&mut self, rect: Rect, src: impl Fn(i32, i32) -> u32) -> u64 {
        let Some(clip) = intersect(rect, self.bounds()) else { return 0 };
        for y in clip.y..clip.bottom() {
            for x in clip.x..clip.right() {
                let dst = &mut self.pixels[y as usize * self.width as usize + x as usize];
                *dst = self.blend_mode.pixel(src(x, y), *dst);
            }
        }
        area(clip)
    }

    /// Tone by tone of its wash: fills the rectangle, then draws the lines, minor ones first.
    fn paper(&mut self, rect: Rect, paper: Paper) -> u64 {
        let Some(clip) = intersect(rect, self.bounds()) else { return 0 };
        let rows: Vec<i32> = (clip.y..clip.bottom()).collect();
        for rows in rows.chunk_by(|one, other| paper.tone(*one) == paper.tone(*other)) {
            let (y, height, tone) = (rows[0], rows.len() as i32, paper.tone(rows[0]));
            for line in PaperLine::ALL {
                let color = paper.color(line, tone);
                for x in (clip.x..clip.right()).filter(|x| paper.column(*x) == line) {
                    self.fill(Rect::new(x, y, 1, height), color);
                }
                for y in rows.iter().filter(|y| paper.row(**y) == line && line != PaperLine::None) {
                    self.fill(Rect::new(clip.x, *y, clip.width, 1), color);
                }
            }
        }
        area(clip)
    }

    /// An opaque rectangle of whole pixels.
    fn fill(&mut self, rect: Rect, color: Color) {
        let bytes = bytemuck::cast_slice_mut(self.pixels);
        let pixels = PixmapMut::from_bytes(bytes, self.width, self.height);
        let rect = tiny_skia::Rect::from_xywh(rect.x as f32, rect.y as f32, rect.width as f32, rect.height as f32);
        if let (Some(mut pixels), Some(rect)) = (pixels, rect) {
            let color = tiny_skia::Color::from_rgba8(color.red, color.green, color.blue, 255);
            let paint = Paint { shader: Shader::SolidColor(color), anti_alias: false, ..Paint::default() };
            pixels.fill_rect(rect, &paint, Transform::identity(), None);
        }
    }
}
