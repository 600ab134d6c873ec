//! The painter of the game: items in, a frame out, by the painter that [`Rendering`] names.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::art::{Art, ArtError};
use super::atlas::{Atlas, Lookups};
use super::bitmap::Bitmap;
use super::blend::BlendMode;
use super::crew::{Crew, Wake};
use super::damage::{ResolvedList, changes, damage, is_same_list};
use super::fast::{CopiedPanels, DisplayList, FastPainter, LAYERS, LayerCosts, PanelPictures, RenderPass};
use super::frame::{Frame, PaintingId};
use super::pixel::premultiplied;
use super::reference::Canvas;
use super::region::Region;
use super::rendering::{PainterKind, Rendering};
use crate::look::{Color, Hints, Palette, Redraw};
use crate::scene::{Item, Rect};

/// The colour of a frame where there is no item.
pub const BLANK: Color = Color::rgb(0, 0, 0);

/// The cost of painting a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Painted {
    /// Items in the lists; a group is one.
    pub items: u64,
    /// Pixels written, counted once for each item that wrote them.
    pub pixels: u64,
    /// Sprites that were cached, and sprites that had to be made.
    pub lookups: Lookups,
}

/// The cost of painting a frame in two layers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LayersPainted {
    /// The cost of both layers.
    pub painted: Painted,
    /// The front layer's share of the time, 0 to 1.
    pub front_share: f64,
}

/// Turns items into pixels.
pub struct Painter {
    rendering: Rendering,
    crew: Arc<Crew>,
    atlas: Atlas,
    fast: FastPainter,
    retained: Retained,
}

/// What the fast painter retains of a painting, to find the damage of the next one.
#[derive(Default)]
struct Retained {
    lists: [DisplayList; LAYERS],
    bitmaps: Vec<Arc<Bitmap>>,
    /// The front list's panels, once a second painting shows them.
    panels: Option<PanelPictures>,
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
        let crew = Arc::new(Crew::new(rendering.threads));
        Painter {
            rendering,
            atlas: Atlas::new(art, rendering, Arc::clone(&crew)),
            fast: FastPainter::new(Arc::clone(&crew), rendering.instructions),
            crew,
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

    /// Whether the last painting was the same work as that of the other painter: the same commands with the same
    /// bitmaps, blended, cached and repainted alike. The reference painter keeps no account of its work.
    pub fn did_same_work_as(&self, other: &Painter) -> bool {
        let settings = |painter: &Painter| {
            let Hints { cache, redraw, .. } = painter.hints();
            (painter.rendering.painter, painter.rendering.threads, painter.blend_mode(), cache, redraw)
        };
        self.rendering.painter == PainterKind::Fast
            && settings(self) == settings(other)
            && self.retained.has_lists_of(&other.retained)
    }

    /// How long the threads that paint take to fill a frame with one shade of grey, once all of them are awake.
    pub fn time_fill(&self, frame: &mut Frame, grey: u8) -> Duration {
        frame.start_painting();
        self.crew.time_fill(frame.pixels_mut(), u32::from_ne_bytes([grey, grey, grey, 255]))
    }

    /// Makes a frame a copy of another one of the same size, by all threads that paint; while sprites are being made by
    /// this one alone, as a window presents it, for the others share their cores with the workers.
    ///
    /// # Panics
    /// When the sizes differ.
    pub fn copy(&self, from: &Frame, to: &mut Frame) {
        if self.has_pending_sprites() {
            to.pixels_mut().copy_from_slice(from.pixels());
        } else {
            self.crew.copy(from.pixels(), to.pixels_mut());
        }
        to.painted_as(from);
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

    /// Makes sprites ahead when nothing else is to do: those of the last frame that it drew at `tile` pixels a tile, at
    /// these sizes too. They take room only that is left.
    pub fn make_ahead(&mut self, tile: u32, sizes: &[u32]) {
        self.atlas.make_ahead(tile, sizes);
    }

    /// Paints the items, back to front, on [`BLANK`].
    pub fn paint(&mut self, items: &[Item], frame: &mut Frame) -> Painted {
        self.paint_layers(items, &[], frame).painted
    }

    /// Paints the items of `back`, and those of `front` over them, in one pass.
    pub fn paint_layers(&mut self, back: &[Item], front: &[Item], frame: &mut Frame) -> LayersPainted {
        let before = self.atlas.lookups();
        let retained = self.retained.painting.take().filter(|painting| frame.painting() == Some(*painting));
        frame.start_painting();
        self.atlas.start_frame();
        let (costs, changed) = match self.rendering.painter {
            PainterKind::Fast => self.paint_fast([back, front], retained, frame),
            PainterKind::Reference => {
                (self.draw_all([back, front], frame), Region::whole(frame.width(), frame.height()))
            }
        };
        self.atlas.finish_frame();
        let id = PaintingId::new();
        frame.finish_painting(id, retained, changed);
        self.retained.painting = Some(id);
        let after = self.atlas.lookups();
        let lookups = Lookups { hits: after.hits - before.hits, misses: after.misses - before.misses };
        let painted = Painted { items: (back.len() + front.len()) as u64, pixels: costs.pixels(), lookups };
        LayersPainted { painted, front_share: costs.front_share() }
    }

    /// Paints what differs from the painting that the frame retains, if it does. Returns the region that was painted.
    fn paint_fast(
        &mut self,
        items: [&[Item]; LAYERS],
        retained: Option<PaintingId>,
        frame: &mut Frame,
    ) -> (LayerCosts, Region) {
        let (size, bounds, blend_mode) = ((frame.width(), frame.height()), frame.bounds(), self.blend_mode());
        let mut last = std::mem::take(&mut self.retained);
        let panels = last.panels.take();
        let is_partial = self.rendering.hints.redraw == Redraw::Dirty && retained.is_some();
        let atlas = &mut self.atlas;
        let plan = || {
            let blank = Item::Fill { rect: bounds, color: BLANK };
            let [back, front] = items;
            let [last_back, last_front] = &last.lists;
            let back = DisplayList::new(std::iter::once(&blank).chain(back), last_back, bounds, atlas);
            let front = DisplayList::new(front, last_front, bounds, atlas);
            atlas.make_missing();
            let (mut lists, bitmaps) = ([back, front], atlas.take_bitmaps());
            lists.iter_mut().for_each(|list| list.settle(&bitmaps));
            let region = if is_partial {
                damage(resolved(&last.lists, &last.bitmaps), resolved(&lists, &bitmaps), size)
            } else {
                Region::whole(size.0, size.1)
            };
            let panels = panels.and_then(|pictures| {
                let changed = last.front_changes(&lists, &bitmaps)?;
                CopiedPanels::new(pictures, &lists[1], &bitmaps, changed)
            });
            RenderPass::new(lists, bitmaps, region, panels, blend_mode, atlas.has_sharp_tiles())
        };
        let wake = if is_partial { Wake::Late } else { Wake::Early };
        let (RenderPass { layers, region, panels, bitmaps, .. }, costs) = self.fast.paint(wake, plan, frame);
        let lists = layers.map(|layer| layer.list);
        // Where only changes are repainted, panels that stay are hardly ever among them.
        let panels = match panels {
            Some(copied) => Some(copied.update(frame)),
            None if is_partial => None,
            None => last.has_front(&lists, &bitmaps).then(|| PanelPictures::new(&lists[1], &bitmaps, frame)),
        };
        self.retained = Retained { lists, bitmaps, panels, painting: None };
        (costs, region)
    }

    /// Draws all items by the reference painter.
    fn draw_all(&mut self, items: [&[Item]; LAYERS], frame: &mut Frame) -> LayerCosts {
        frame.pixels_mut().fill(premultiplied(BLANK));
        let mut costs = LayerCosts::default();
        for (items, cost) in items.into_iter().zip(&mut costs.layers) {
            let start = Instant::now();
            cost.pixels = self.draw(items, frame);
            cost.time = start.elapsed();
        }
        costs
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
}

impl Retained {
    /// Whether the front one of these lists paints the same.
    fn has_front(&self, lists: &[DisplayList; LAYERS], bitmaps: &[Arc<Bitmap>]) -> bool {
        let ([_, before], [_, after]) = (resolved(&self.lists, &self.bitmaps), resolved(lists, bitmaps));
        is_same_list(before, after)
    }

    /// Where the front one of these lists paints something else; none if that is too much to be listed.
    fn front_changes(&self, lists: &[DisplayList; LAYERS], bitmaps: &[Arc<Bitmap>]) -> Option<Vec<Rect>> {
        let ([_, before], [_, after]) = (resolved(&self.lists, &self.bitmaps), resolved(lists, bitmaps));
        changes(before, after)
    }

    fn has_lists_of(&self, other: &Retained) -> bool {
        self.lists == other.lists && self.bitmaps == other.bitmaps
    }
}

fn resolved<'a>(lists: &'a [DisplayList; LAYERS], bitmaps: &'a [Arc<Bitmap>]) -> [ResolvedList<'a>; LAYERS] {
    lists.each_ref().map(|list| ResolvedList { list, bitmaps })
}
