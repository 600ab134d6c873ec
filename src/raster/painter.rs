//! The painter of the game: items in, a frame out, by the painter that [`Rendering`] names.

use std::sync::Arc;

use super::art::{Art, ArtError};
use super::atlas::{Atlas, Lookups};
use super::bitmap::Bitmap;
use super::blend::BlendMode;
use super::damage::{ResolvedList, damage};
use super::fast::{DisplayList, FastPainter, RenderPass};
use super::frame::{Frame, PaintingId};
use super::pixel::premultiplied;
use super::reference::Canvas;
use super::region::Region;
use super::rendering::{PainterKind, Rendering};
use crate::look::{Color, Hints, Palette, Redraw};
use crate::scene::Item;

/// The colour of a frame where there is no item.
pub const BLANK: Color = Color::rgb(0, 0, 0);

/// The cost of painting a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Painted {
    /// Items in the lists.
    pub items: u64,
    /// Pixels written, counted once for each item that wrote them.
    pub pixels: u64,
    /// Sprites that were cached, and sprites that had to be made.
    pub lookups: Lookups,
}

impl Painted {
    /// The sum of both.
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
    rendering: Rendering,
    atlas: Atlas,
    fast: FastPainter,
    retained: Retained,
}

/// What the fast painter retains of a painting, to find the damage of the next one.
#[derive(Default)]
struct Retained {
    back: DisplayList,
    front: DisplayList,
    bitmaps: Vec<Arc<Bitmap>>,
    /// What of it was repainted, and the painting that had the rest of the pixels already.
    damage: Region,
    before: Option<PaintingId>,
    /// Only a frame of this painting has the pixels that need not be repainted.
    painting: Option<PaintingId>,
}

impl Painter {
    /// A painter with the shipped art.
    ///
    /// # Errors
    /// When the art is broken.
    pub fn new(rendering: Rendering) -> Result<Painter, ArtError> {
        Ok(Painter::with_art(Art::shipped(rendering.palette)?, rendering))
    }

    /// A painter with other art.
    pub fn with_art(art: Art, rendering: Rendering) -> Painter {
        Painter {
            rendering,
            atlas: Atlas::new(art, rendering),
            fast: FastPainter::new(rendering.threads, rendering.instructions),
            retained: Retained::default(),
        }
    }

    pub fn rendering(&self) -> Rendering {
        self.rendering
    }

    pub fn hints(&self) -> Hints {
        self.rendering.hints
    }

    /// Uses other hints from the next frame on.
    pub fn set_hints(&mut self, hints: Hints) {
        if self.rendering.hints != hints {
            self.rendering.hints = hints;
            self.atlas.set_hints(hints);
            self.retained = Retained::default();
        }
    }

    /// Uses the shipped art in other colours from the next frame on.
    ///
    /// # Errors
    /// When the art is broken; then nothing changes.
    pub fn set_palette(&mut self, palette: Palette) -> Result<(), ArtError> {
        let rendering = Rendering { palette, ..self.rendering };
        *self = Painter::new(rendering)?;
        Ok(())
    }

    /// Evicts all sprites and shapes from the cache.
    pub fn evict_sprites(&mut self) {
        self.atlas.clear();
        self.retained = Retained::default();
    }

    /// Evicts the sprites of one size, in pixels a tile, as if it had not been drawn before; their mip levels stay.
    pub fn evict_size(&mut self, tile: u32) {
        self.atlas.evict_size(tile);
        self.retained = Retained::default();
    }

    /// Whether the last painting was the same work as that of the other painter: the same commands with the same bitmaps,
    /// blended, cached and repainted alike. The reference painter keeps no account of its work.
    pub fn worked_as(&self, other: &Painter) -> bool {
        let settings = |painter: &Painter| {
            let Hints { cache, redraw, .. } = painter.hints();
            (painter.rendering.painter, painter.rendering.threads, painter.blend_mode(), cache, redraw)
        };
        self.rendering.painter == PainterKind::Fast
            && settings(self) == settings(other)
            && self.retained.lists_as(&other.retained)
    }

    /// Memory of all cached sprites and shapes, in bytes.
    pub fn sprite_bytes(&self) -> usize {
        self.atlas.bytes()
    }

    /// Whether the next frame would show sharp sprites where the last one showed placeholders.
    pub fn has_new_sprites(&self) -> bool {
        self.atlas.has_new_sprites()
    }

    /// Whether sprites are being made for placeholders, or wait for the next frame.
    pub fn has_pending_sprites(&self) -> bool {
        self.atlas.has_pending_sprites()
    }

    /// Blocks until all pending sprites are made; the next frame shows them.
    pub fn wait_for_sprites(&self) {
        self.atlas.wait_for_sprites();
    }

    /// Paints the items, back to front, on [`BLANK`].
    pub fn paint(&mut self, items: &[Item], frame: &mut Frame) -> Painted {
        self.paint_back(items, &[], frame).and(self.paint_front(&[], frame))
    }

    /// Paints the items of `back`; call [`Painter::paint_front`] with `front` next. Together they paint what
    /// [`Painter::paint`] paints, in two halves that can be timed apart.
    pub fn paint_back(&mut self, back: &[Item], front: &[Item], frame: &mut Frame) -> Painted {
        let before = self.atlas.lookups();
        let retained = self.retained.painting.take().filter(|painting| frame.painting() == Some(*painting));
        frame.start_painting();
        let pixels = match self.rendering.painter {
            PainterKind::Fast => {
                let last = self.retain(back, front, frame);
                self.retained.damage = match (self.rendering.hints.redraw, retained) {
                    (Redraw::Dirty, Some(_)) => self.retained.damage_since(&last, frame),
                    (Redraw::Dirty, None) | (Redraw::Full, _) => Region::whole(frame.width(), frame.height()),
                };
                self.retained.before = retained;
                let Retained { back, front, bitmaps, damage, .. } = &self.retained;
                let (occluders, blend_mode) = (&front.occluders(bitmaps), self.blend_mode());
                self.fast.paint(&RenderPass { list: back, bitmaps, occluders, region: damage, blend_mode }, frame)
            }
            PainterKind::Reference => {
                self.atlas.start_frame();
                frame.pixels_mut().fill(premultiplied(BLANK));
                self.draw(back, frame)
            }
        };
        self.painted(back, pixels, before)
    }

    /// Paints the items in front of those of [`Painter::paint_back`], and completes the frame.
    pub fn paint_front(&mut self, front: &[Item], frame: &mut Frame) -> Painted {
        let before = self.atlas.lookups();
        let pixels = match self.rendering.painter {
            PainterKind::Fast => {
                let Retained { front, bitmaps, damage, .. } = &self.retained;
                let blend_mode = self.blend_mode();
                self.fast.paint(&RenderPass { list: front, bitmaps, occluders: &[], region: damage, blend_mode }, frame)
            }
            PainterKind::Reference => self.draw(front, frame),
        };
        let (id, damage) = (PaintingId::new(), std::mem::take(&mut self.retained.damage));
        frame.finish_painting(id, self.retained.before.take(), damage);
        self.retained.painting = Some(id);
        self.painted(front, pixels, before)
    }

    /// Retains the display lists of the next frame, and returns those of the last one.
    fn retain(&mut self, back: &[Item], front: &[Item], frame: &Frame) -> Retained {
        let bounds = frame.bounds();
        self.atlas.start_frame();
        let blank = Item::Fill { rect: bounds, color: BLANK };
        let Retained { back: last_back, front: last_front, .. } = &self.retained;
        let back = DisplayList::new(std::iter::once(&blank).chain(back), last_back, bounds, &mut self.atlas);
        let front = DisplayList::new(front, last_front, bounds, &mut self.atlas);
        let bitmaps = self.atlas.take_bitmaps();
        std::mem::replace(&mut self.retained, Retained { back, front, bitmaps, ..Retained::default() })
    }

    /// Draws items by the reference painter. Returns the number of pixels written.
    fn draw(&mut self, items: &[Item], frame: &mut Frame) -> u64 {
        let (width, height, blend_mode) = (frame.width(), frame.height(), self.blend_mode());
        let mut canvas = Canvas { width, height, pixels: frame.pixels_mut(), blend_mode };
        items.iter().map(|item| canvas.draw(item, &mut self.atlas)).sum()
    }

    fn blend_mode(&self) -> BlendMode {
        BlendMode::new(self.rendering.hints.alpha, self.rendering.hints.blend)
    }

    fn painted(&self, items: &[Item], pixels: u64, before: Lookups) -> Painted {
        let after = self.atlas.lookups();
        let lookups = Lookups { hits: after.hits - before.hits, misses: after.misses - before.misses };
        Painted { items: items.len() as u64, pixels, lookups }
    }
}

impl Retained {
    fn lists_as(&self, other: &Retained) -> bool {
        self.back == other.back && self.front == other.front && self.bitmaps == other.bitmaps
    }

    /// Where this painting differs from the last one.
    fn damage_since(&self, last: &Retained, frame: &Frame) -> Region {
        let pair = |before, after| {
            let (before, after) = ((before, &last.bitmaps), (after, &self.bitmaps));
            let [before, after] = [before, after].map(|(list, bitmaps)| ResolvedList { list, bitmaps });
            (before, after)
        };
        damage([pair(&last.back, &self.back), pair(&last.front, &self.front)], (frame.width(), frame.height()))
    }
}
