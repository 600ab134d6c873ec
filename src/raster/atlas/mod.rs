//! The atlas: looks up the bitmaps of sprites and shapes, or has them made.
//!
//! The bitmaps that a frame uses are listed once each, and commands refer to them by their index in that list. While a
//! zoom moves, a sprite of another size serves as a placeholder until the worker pool has made the sharp one.

mod ahead;
mod background;
mod frame_jobs;
mod placeholders;
mod polygons;

use std::num::NonZero;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::art::Art;
use super::bitmap::{Bitmap, PixelBounds};
use super::bitmap_cache::{BitmapCache, BitmapIndex, SizedSprites};
use super::crew::Crew;
use super::key::{SpriteKey, SpriteRole};
use super::rendering::{Missing, Rendering};
use super::shapes::VectorShape;
use super::sprite_pool::{self, SpritePool};
use super::sprites::{bounds, make, rasterize};
use super::text::GlyphCache;
use super::worker_pool::WorkerPool;
use crate::look::{Cache, Hints};
use crate::scene::{Rect, Sprite};
use ahead::Ahead;
use frame_jobs::FrameJob;

/// Slots of the table of recent sprites; a prime, so that keys spread over it.
const RECENT: usize = 127;

/// How often a sprite was in the cache, and how often it had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lookups {
    pub hits: u64,
    pub misses: u64,
}

/// The bitmaps of sprites and shapes.
pub struct Atlas {
    art: Arc<Art>,
    glyphs: GlyphCache,
    hints: Hints,
    /// Counts how often the cache was cleared: results for an older generation are dropped.
    generation: u64,
    /// Absent where a frame waits for its sprites.
    pool: Option<SpritePool>,
    /// Absent there too.
    ahead: Option<Ahead>,
    /// The sizes drawn lately, in pixels a tile, the newest last.
    sizes: Vec<u32>,
    cache: BitmapCache,
    /// A direct-mapped table of this frame's sprites: most are drawn many times, and found here without hashing.
    recent: [Option<(SpriteKey, BitmapIndex)>; RECENT],
    /// Sprites that were missing in this frame.
    per_frame: FxHashMap<SpriteKey, BitmapIndex>,
    /// The bitmaps of this frame, each once.
    bitmaps: Vec<Arc<Bitmap>>,
    /// Those of them that are still to be made.
    missing: Vec<(BitmapIndex, FrameJob)>,
    /// Sprites at so many pixels a tile that the pool is to make once the frame is painted.
    wanted: Vec<(Sprite, u32)>,
    crew: Arc<Crew>,
    lookups: Lookups,
    /// Whether no tile of this frame is a placeholder.
    has_sharp_tiles: bool,
    /// How often a sprite was looked up in vain in this frame.
    missing_sprites: usize,
}

impl Atlas {
    /// An empty atlas; the crew makes what a frame waits for.
    pub fn new(art: Art, rendering: Rendering, crew: Arc<Crew>) -> Atlas {
        let art = Arc::new(art);
        let pool = match rendering.missing {
            Missing::Wait => None,
            Missing::Placeholder => Some(sprite_pool::start("sprite", workers(rendering.threads), art.clone())),
        };
        Atlas {
            glyphs: GlyphCache::default(),
            hints: rendering.hints,
            generation: 0,
            ahead: pool.is_some().then(|| Ahead::new(Arc::clone(&art))),
            art,
            pool,
            sizes: Vec::new(),
            cache: BitmapCache::new(rendering.sprite_bytes),
            recent: [None; RECENT],
            per_frame: FxHashMap::default(),
            bitmaps: Vec::new(),
            missing: Vec::new(),
            wanted: Vec::new(),
            crew,
            lookups: Lookups::default(),
            has_sharp_tiles: true,
            missing_sprites: 0,
        }
    }

    /// Uses other hints from the next frame on, and evicts everything.
    pub fn set_hints(&mut self, hints: Hints) {
        self.hints = hints;
        self.clear();
    }

    /// Evicts everything.
    pub fn clear(&mut self) {
        self.generation += 1;
        self.cache.clear();
        self.ahead.iter_mut().for_each(Ahead::cancel);
    }

    /// Evicts the sprites of one size, in pixels a tile. Their mip levels stay, so that only the scaling is to be done
    /// again.
    pub fn evict_size(&mut self, tile: u32) {
        self.cache.evict_size(tile);
    }

    /// Memory of all cached bitmaps.
    pub fn bytes(&self) -> usize {
        self.cache.bytes()
    }

    pub fn lookups(&self) -> Lookups {
        self.lookups
    }

    /// Whether the next frame shows sharp sprites where the last one showed placeholders.
    pub fn has_new_sprites(&self) -> bool {
        self.pool.as_ref().is_some_and(WorkerPool::has_finished)
    }

    /// Whether sprites are being made, or wait for the next frame.
    pub fn has_pending_sprites(&self) -> bool {
        self.pool.as_ref().is_some_and(|pool| pool.has_finished() || pool.is_busy())
    }

    /// Blocks until all pending sprites are made, those ahead too; the next frame shows them.
    pub fn wait_for_sprites(&self) {
        self.pool.iter().for_each(WorkerPool::wait);
        self.ahead.iter().for_each(Ahead::wait);
    }

    /// Starts a frame, with no bitmaps yet.
    pub fn start_frame(&mut self) {
        self.drain_pool();
        self.drain_ahead();
        self.cache.start_frame();
        self.bitmaps.clear();
        self.recent.fill(None);
        self.per_frame.clear();
        self.has_sharp_tiles = true;
        self.missing_sprites = 0;
    }

    /// Whether all tiles that were looked up since the frame started are sharp.
    pub fn has_sharp_tiles(&self) -> bool {
        self.has_sharp_tiles
    }

    /// Hands over the bitmaps of the frame.
    pub fn take_bitmaps(&mut self) -> Vec<Arc<Bitmap>> {
        std::mem::take(&mut self.bitmaps)
    }

    /// The bitmaps that were looked up since the frame started.
    pub fn bitmaps(&self) -> &[Arc<Bitmap>] {
        &self.bitmaps
    }

    /// Looks up or makes a sprite at `tile` pixels a tile: a bitmap relative to the top left corner of its cell.
    pub fn sprite(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        let key = SpriteKey::new(sprite, tile, SpriteRole::Sharp);
        let slot = key.number() as usize % RECENT;
        if let Some((_, index)) = self.recent[slot].filter(|(other, _)| *other == key) {
            self.lookups.hits += 1;
            return index;
        }
        self.note_size(tile);
        if let Some(index) = self.cache.draw_sprite(key, &mut self.bitmaps) {
            self.lookups.hits += 1;
            self.recent[slot] = Some((key, index));
            self.ahead.iter_mut().for_each(|ahead| ahead.note(sprite, tile));
            return index;
        }
        self.missing_sprites += 1;
        if let Some(index) = self.per_frame.get(&key) {
            self.lookups.hits += 1;
            return *index;
        }
        self.lookups.misses += 1;
        match (self.hints.cache, &self.pool) {
            (Cache::On, Some(_)) => self.placeholder(sprite, tile),
            (Cache::On, None) | (Cache::Off, _) => self.request(sprite, tile, FrameJob::Sharp(self.job(sprite, tile))),
        }
    }

    /// This frame draws sharp sprites at these sizes, whose bitmaps it retains from the last one.
    pub fn draw_retained(&mut self, sprites: &SizedSprites) {
        self.lookups.hits += sprites.len() as u64;
        self.cache.retain(sprites);
        for (sprite, tile) in &**sprites {
            self.note_size(*tile);
            self.ahead.iter_mut().for_each(|ahead| ahead.note(*sprite, *tile));
        }
    }

    /// How often a sprite that was looked up since the frame started was not cached, or not sharp.
    pub fn missing_sprites(&self) -> usize {
        self.missing_sprites
    }

    /// The pixels that a sprite covers, relative to the corner of its cell.
    pub fn bounds(&self, sprite: Sprite, tile: u32) -> Rect {
        let PixelBounds { left, top, width, height } = bounds(&self.art, sprite, tile);
        Rect::new(left, top, width as i32, height as i32)
    }

    /// A sprite's bitmap, at once.
    pub fn bitmap(&mut self, sprite: Sprite, tile: u32) -> Arc<Bitmap> {
        let index = self.sprite(sprite, tile);
        self.make_missing();
        self.bitmaps[index as usize].clone()
    }

    /// Looks up or draws a shape: a bitmap relative to the corner of the shape. None if the shape is empty.
    pub fn shape(&mut self, shape: VectorShape) -> Option<Arc<Bitmap>> {
        self.cache.use_shape(&shape).or_else(|| self.draw_shape(shape))
    }

    fn draw_shape(&mut self, shape: VectorShape) -> Option<Arc<Bitmap>> {
        let bitmap = Arc::new(shape.draw(&mut self.glyphs, self.hints.antialias)?);
        self.cache.insert_shape(shape, bitmap.clone());
        Some(bitmap)
    }

    /// Adds these to the bitmaps of the frame. Returns the index of the first.
    pub fn list(&mut self, bitmaps: &[Arc<Bitmap>]) -> BitmapIndex {
        let first = self.bitmaps.len() as BitmapIndex;
        self.bitmaps.extend_from_slice(bitmaps);
        first
    }

    fn make(&mut self, sprite: Sprite, tile: u32) -> Arc<Bitmap> {
        let art = self.art.clone();
        make(&art, sprite, tile, self.hints, |size| self.mip_level(sprite, size))
    }

    fn mip_level(&mut self, sprite: Sprite, size: u32) -> Arc<Bitmap> {
        let key = SpriteKey::new(sprite, size, SpriteRole::MipLevel);
        if let Some(bitmap) = self.cache.use_sprite(key) {
            return bitmap;
        }
        let bitmap = Arc::new(rasterize(&self.art, sprite, size, self.hints));
        self.cache.insert_sprite(key, bitmap.clone());
        bitmap
    }
}

/// The number of workers beside the threads that paint: one core fewer, so that frames are not late.
fn workers(painting: NonZero<usize>) -> NonZero<usize> {
    NonZero::new(painting.get() - 1).unwrap_or(NonZero::<usize>::MIN)
}
