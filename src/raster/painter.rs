//! The painter of the game: items in, a frame out, by whichever method it is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::art::{Art, ArtError};
use super::atlas::{Atlas, Lookups};
use super::bitmap::Bitmap;
use super::blend::BlendMode;
use super::changes::{Picture, changes};
use super::fast::{Fast, Plan, Work};
use super::frame::Frame;
use super::pixel::premultiplied;
use super::reference::Canvas;
use super::region::Region;
use super::rendering::{Method, Rendering};
use crate::look::{Color, Hints, Palette, Redraw};
use crate::scene::{Item, Rect};

/// What a frame shows where no item lies.
pub const BLANK: Color = Color::rgb(0, 0, 0);

/// What painting a frame came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Painted {
    /// Items that were asked for.
    pub items: u64,
    /// Pixels that were written, counted once for each item that wrote them.
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
    rendering: Rendering,
    atlas: Atlas,
    fast: Fast,
    shown: Shown,
}

/// What the fast painter painted last, or is painting.
#[derive(Default)]
struct Shown {
    under: Plan,
    over: Plan,
    bitmaps: Vec<Arc<Bitmap>>,
    /// What of it was painted last.
    region: Region,
    /// The painting that a frame has to be from, so that the rest of it need not be painted again.
    painting: u64,
}

/// Numbers for paintings, so that a painter knows its own last one.
static PAINTINGS: AtomicU64 = AtomicU64::new(1);

impl Painter {
    /// A painter with the shipped art.
    ///
    /// # Errors
    /// When the art is broken.
    pub fn new(rendering: Rendering) -> Result<Painter, ArtError> {
        Ok(Painter::with_art(Art::shipped(rendering.palette)?, rendering))
    }

    /// A painter with art of one's own.
    pub fn with_art(art: Art, rendering: Rendering) -> Painter {
        Painter {
            rendering,
            atlas: Atlas::new(art, rendering),
            fast: Fast::new(rendering.threads, rendering.instructions),
            shown: Shown::default(),
        }
    }

    /// All that it was told.
    pub fn rendering(&self) -> Rendering {
        self.rendering
    }

    pub fn hints(&self) -> Hints {
        self.rendering.hints
    }

    /// From the next frame on, these hints.
    pub fn set_hints(&mut self, hints: Hints) {
        if self.rendering.hints != hints {
            self.rendering.hints = hints;
            self.atlas.set_hints(hints);
            self.shown = Shown::default();
        }
    }

    /// From the next frame on, the shipped art in these colours.
    ///
    /// # Errors
    /// When the art is broken; then nothing changes.
    pub fn set_palette(&mut self, palette: Palette) -> Result<(), ArtError> {
        let rendering = Rendering { palette, ..self.rendering };
        *self = Painter::new(rendering)?;
        Ok(())
    }

    /// Forgets all sprites, as if the zoom had never been seen.
    pub fn forget_sprites(&mut self) {
        self.atlas.clear();
        self.shown = Shown::default();
    }

    /// Bytes that sprites and shapes take now.
    pub fn sprite_bytes(&self) -> usize {
        self.atlas.bytes()
    }

    /// Whether the next frame would show sprites as they should be that the last one could not.
    pub fn has_news(&self) -> bool {
        self.atlas.has_news()
    }

    /// Whether sprites are being made that the last frame could not show.
    pub fn is_waiting(&self) -> bool {
        self.atlas.is_waiting()
    }

    /// Returns when all of them are made; the next frame shows them.
    pub fn settle(&self) {
        self.atlas.settle();
    }

    /// Paints the items, first to last. Where there are none the frame is [`BLANK`].
    pub fn paint(&mut self, items: &[Item], frame: &mut Frame) -> Painted {
        self.paint_under(items, &[], frame).and(self.paint_over(&[], frame))
    }

    /// Paints the items of `under`, where `over` will be painted next: the two halves of [`Painter::paint`], for whoever
    /// measures them apart.
    pub fn paint_under(&mut self, under: &[Item], over: &[Item], frame: &mut Frame) -> Painted {
        let before = self.atlas.lookups();
        let painting = std::mem::take(&mut self.shown.painting);
        let known = painting != 0 && frame.painting() == painting;
        frame.set_painting(0);
        let pixels = match self.rendering.painter {
            Method::Fast => {
                let before = self.plan(under, over, frame);
                self.shown.region = match (self.rendering.hints.redraw, known) {
                    (Redraw::Dirty, true) => self.shown.since(&before, (frame.width(), frame.height())),
                    (Redraw::Dirty, false) | (Redraw::Full, _) => Region::whole(frame.width(), frame.height()),
                };
                let Shown { under: plan, over, bitmaps, region, .. } = &self.shown;
                let work = Work { plan, bitmaps, covers: &over.covers(bitmaps), region, blend_mode: self.blend_mode() };
                self.fast.paint(&work, frame)
            }
            Method::Reference => {
                self.atlas.start_frame();
                frame.pixels_mut().fill(premultiplied(BLANK));
                self.draw(under, frame)
            }
        };
        self.painted(under, pixels, before)
    }

    /// Paints what lies over the rest; then the frame is done.
    pub fn paint_over(&mut self, over: &[Item], frame: &mut Frame) -> Painted {
        let before = self.atlas.lookups();
        let pixels = match self.rendering.painter {
            Method::Fast => {
                let Shown { over: plan, bitmaps, region, .. } = &self.shown;
                self.fast.paint(&Work { plan, bitmaps, covers: &[], region, blend_mode: self.blend_mode() }, frame)
            }
            Method::Reference => self.draw(over, frame),
        };
        self.shown.painting = PAINTINGS.fetch_add(1, Ordering::Relaxed);
        frame.set_painting(self.shown.painting);
        self.painted(over, pixels, before)
    }

    /// Makes the plan of the next frame what is shown, and returns what was.
    fn plan(&mut self, under: &[Item], over: &[Item], frame: &Frame) -> Shown {
        let bounds = Rect::new(0, 0, frame.width() as i32, frame.height() as i32);
        self.atlas.start_frame();
        let blank = Item::Fill { rect: bounds, color: BLANK };
        let under = Plan::new(std::iter::once(&blank).chain(under), bounds, &mut self.atlas);
        let over = Plan::new(over, bounds, &mut self.atlas);
        let bitmaps = self.atlas.take_bitmaps();
        std::mem::replace(&mut self.shown, Shown { under, over, bitmaps, ..Shown::default() })
    }

    /// The plain way.
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

impl Shown {
    /// Where this differs from what was shown before.
    fn since(&self, before: &Shown, size: (u32, u32)) -> Region {
        let pair =
            |old, new| (Picture { plan: old, bitmaps: &before.bitmaps }, Picture { plan: new, bitmaps: &self.bitmaps });
        changes([pair(&before.under, &self.under), pair(&before.over, &self.over)], size)
    }
}
