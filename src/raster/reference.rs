//! The reference painter: each item the plain way, one after the other, by tiny-skia. It defines what an item looks
//! like under each hint.

use std::rc::Rc;

use tiny_skia::{
    BlendMode, FillRule, FilterQuality, LineCap, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Shader, Stroke,
    Transform,
};

use super::art::{Art, ArtError};
use super::atlas::{Atlas, Lookups};
use super::frame::Frame;
use super::hints::{Antialias, Hints};
use super::text::Lettering;
use crate::scene::{Color, Item, Point, Rect, palette};

/// Below this size of a tile the minor lines of graph paper would be nothing but a grey veil.
const SMALLEST_WITH_MINOR_LINES: u32 = 24;

/// What painting a frame came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Painted {
    /// Items that were drawn.
    pub items: u64,
    /// Pixels that were written, counted once for each item that covers them.
    pub pixels: u64,
    /// Sprites that were at hand, and such that had to be made.
    pub lookups: Lookups,
}

impl Painted {
    /// Both together.
    pub fn and(self, other: Painted) -> Painted {
        let lookups = Lookups {
            hits: self.lookups.hits + other.lookups.hits,
            misses: self.lookups.misses + other.lookups.misses,
        };
        Painted { items: self.items + other.items, pixels: self.pixels + other.pixels, lookups }
    }
}

/// Turns items into pixels.
pub struct Painter {
    art: Art,
    lettering: Lettering,
    atlas: Atlas,
    hints: Hints,
}

impl Painter {
    /// A painter with the shipped art.
    ///
    /// # Errors
    /// When the art is broken.
    pub fn new(hints: Hints) -> Result<Painter, ArtError> {
        Ok(Painter { art: Art::shipped()?, lettering: Lettering::shipped(), atlas: Atlas::default(), hints })
    }

    pub fn hints(&self) -> Hints {
        self.hints
    }

    /// From the next frame on, these hints.
    pub fn set_hints(&mut self, hints: Hints) {
        if self.hints != hints {
            self.hints = hints;
            self.atlas.clear();
        }
    }

    /// Forgets all sprites, as if the zoom had never been seen.
    pub fn forget_sprites(&mut self) {
        self.atlas.clear();
    }

    /// Bytes that the sprites take now.
    pub fn sprite_bytes(&self) -> usize {
        self.atlas.bytes()
    }

    /// Draws the items over what the frame holds, first to last.
    pub fn paint(&mut self, items: &[Item], frame: &mut Frame) -> Painted {
        let before = self.atlas.lookups();
        let target = frame.pixels_mut();
        let mut pixels = 0;
        for item in items {
            pixels += self.draw(item, target);
        }
        let after = self.atlas.lookups();
        let lookups = Lookups { hits: after.hits - before.hits, misses: after.misses - before.misses };
        Painted { items: items.len() as u64, pixels, lookups }
    }

    /// Draws one item and says how many pixels it covers.
    fn draw(&mut self, item: &Item, target: &mut Pixmap) -> u64 {
        let antialias = self.hints.antialias;
        match item {
            Item::Fill { rect, color } => {
                fill(target, *rect, *color);
                covered(target, *rect)
            }
            Item::Paper { rect, origin, tile } => {
                paper(target, *rect, *origin, *tile);
                covered(target, *rect)
            }
            Item::Sprite { sprite, at, tile, opacity } => {
                let bitmap = self.atlas.bitmap(&self.art, *sprite, *tile, self.hints);
                // Sprites stand on whole pixels, so that a kept bitmap is copied as it is.
                let x = at.x.round() as i32 + bitmap.bounds.left;
                let y = at.y.round() as i32 + bitmap.bounds.top;
                let paint = PixmapPaint {
                    opacity: f32::from(*opacity) / 255.0,
                    blend_mode: BlendMode::SourceOver,
                    quality: FilterQuality::Nearest,
                };
                let bitmap = Rc::clone(&bitmap);
                target.draw_pixmap(x, y, bitmap.pixels.as_ref(), &paint, Transform::identity(), None);
                let (width, height) = (bitmap.bounds.width as i32, bitmap.bounds.height as i32);
                covered(target, Rect::new(x, y, width, height))
            }
            Item::Polygon { corners, color } => {
                let Some(path) = polygon(corners) else { return 0 };
                target.fill_path(&path, &paint(*color, antialias), FillRule::Winding, Transform::identity(), None);
                let bounds = path.bounds();
                (bounds.width() * bounds.height()) as u64
            }
            Item::Panel { rect, radius, fill, border, line } => {
                if let Some(path) = rounded(*rect, *radius, *line / 2.0) {
                    target.fill_path(&path, &paint(*fill, antialias), FillRule::Winding, Transform::identity(), None);
                    let stroke = Stroke { width: *line, line_cap: LineCap::Round, ..Stroke::default() };
                    target.stroke_path(&path, &paint(*border, antialias), &stroke, Transform::identity(), None);
                }
                covered(target, *rect)
            }
            Item::Text { text, rect, size, align, color } => {
                self.lettering.draw(target, text, *rect, *size, *align, *color, antialias);
                covered(target, *rect)
            }
        }
    }
}

/// How many pixels of the target lie in the rectangle.
fn covered(target: &Pixmap, rect: Rect) -> u64 {
    let clip = |start: i32, end: i32, size: u32| (end.min(size as i32) - start.max(0)).max(0) as u64;
    clip(rect.x, rect.right(), target.width()) * clip(rect.y, rect.bottom(), target.height())
}

fn paint(color: Color, antialias: Antialias) -> Paint<'static> {
    let color = tiny_skia::Color::from_rgba8(color.red, color.green, color.blue, color.alpha);
    Paint { shader: Shader::SolidColor(color), anti_alias: antialias == Antialias::On, ..Paint::default() }
}

/// Whole pixels have no edges to smooth.
fn fill(target: &mut Pixmap, rect: Rect, color: Color) {
    let area = tiny_skia::Rect::from_xywh(rect.x as f32, rect.y as f32, rect.width as f32, rect.height as f32);
    if let Some(area) = area {
        target.fill_rect(area, &paint(color, Antialias::Off), Transform::identity(), None);
    }
}

fn paper(target: &mut Pixmap, rect: Rect, origin: (i32, i32), tile: u32) {
    fill(target, rect, palette::PAPER);
    let tile = tile.max(1) as i32;
    if tile >= SMALLEST_WITH_MINOR_LINES as i32 {
        for quarter in 1..4 {
            lines(
                target,
                rect,
                (origin.0 + tile * quarter / 4, origin.1 + tile * quarter / 4),
                tile,
                palette::MINOR_LINE,
            );
        }
    }
    lines(target, rect, origin, tile, palette::MAJOR_LINE);
}

/// Lines of one pixel through `through` and every `pitch` pixels from there.
fn lines(target: &mut Pixmap, rect: Rect, through: (i32, i32), pitch: i32, color: Color) {
    let first = |start: i32, through: i32| start + (through - start).rem_euclid(pitch);
    let mut x = first(rect.x, through.0);
    while x < rect.right() {
        fill(target, Rect::new(x, rect.y, 1, rect.height), color);
        x += pitch;
    }
    let mut y = first(rect.y, through.1);
    while y < rect.bottom() {
        fill(target, Rect::new(rect.x, y, rect.width, 1), color);
        y += pitch;
    }
}

fn polygon(corners: &[Point]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = corners.split_first()?;
    path.move_to(first.x, first.y);
    for corner in rest {
        path.line_to(corner.x, corner.y);
    }
    path.close();
    path.finish()
}

/// The outline of a rectangle with round corners, drawn in from its edges by `inset`.
fn rounded(rect: Rect, radius: f32, inset: f32) -> Option<Path> {
    let (left, top) = (rect.x as f32 + inset, rect.y as f32 + inset);
    let (right, bottom) = (rect.right() as f32 - inset, rect.bottom() as f32 - inset);
    if right <= left || bottom <= top {
        return None;
    }
    let r = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.quad_to(right, top, right, top + r);
    path.line_to(right, bottom - r);
    path.quad_to(right, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.quad_to(left, bottom, left, bottom - r);
    path.line_to(left, top + r);
    path.quad_to(left, top, left + r, top);
    path.close();
    path.finish()
}
