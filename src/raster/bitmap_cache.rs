//! The bitmaps that the atlas keeps from frame to frame, bounded in memory.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bitmap::Bitmap;
use super::key::{SpriteKey, SpriteRole};
use super::shapes::VectorShape;
use crate::scene::Sprite;

/// The index of a bitmap in the list of those that a frame uses, valid for that frame.
pub type BitmapIndex = u32;

/// Sprites, each at so many pixels a tile.
pub type SizedSprites = Arc<[(Sprite, u32)]>;

/// What two frames draw may take so many times the bound.
const MOST_BOUNDS: usize = 2;

/// Sprites and shapes. Beyond the bound the least recently drawn are evicted.
pub struct BitmapCache {
    sprites: FxHashMap<SpriteKey, CachedBitmap>,
    shapes: FxHashMap<VectorShape, CachedBitmap>,
    /// Memory of all of them.
    bytes: usize,
    /// The bound on `bytes`.
    max_bytes: usize,
    /// The number of the current frame.
    now: u64,
    /// Sharp sprites at so many pixels a tile that this frame draws without looking them up, and those of the last one.
    retained: [Vec<SizedSprites>; 2],
}

struct CachedBitmap {
    bitmap: Arc<Bitmap>,
    /// The frame in which it was last drawn, and its index there.
    last_drawn: u64,
    index: BitmapIndex,
}

impl BitmapCache {
    pub fn new(max_bytes: usize) -> BitmapCache {
        BitmapCache {
            sprites: FxHashMap::default(),
            shapes: FxHashMap::default(),
            bytes: 0,
            max_bytes,
            now: 0,
            retained: Default::default(),
        }
    }

    /// Memory of all bitmaps.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    pub fn clear(&mut self) {
        self.sprites.clear();
        self.shapes.clear();
        self.bytes = 0;
    }

    pub fn start_frame(&mut self) {
        self.now += 1;
        let [this_frame, last_frame] = &mut self.retained;
        std::mem::swap(this_frame, last_frame);
        this_frame.clear();
    }

    /// This frame draws these sharp sprites, whose bitmaps it retains from the last one.
    pub fn retain(&mut self, sprites: &SizedSprites) {
        self.retained[0].push(Arc::clone(sprites));
    }

    pub fn sprite(&self, key: SpriteKey) -> Option<&Arc<Bitmap>> {
        self.sprites.get(&key).map(|cached| &cached.bitmap)
    }

    /// Whether the sprite was drawn in this frame.
    pub fn was_drawn(&self, key: SpriteKey) -> bool {
        self.sprites.get(&key).is_some_and(|cached| cached.last_drawn == self.now)
    }

    /// The index of a sprite among the bitmaps of this frame, which are `bitmaps`.
    pub fn draw_sprite(&mut self, key: SpriteKey, bitmaps: &mut Vec<Arc<Bitmap>>) -> Option<BitmapIndex> {
        Some(self.sprites.get_mut(&key)?.draw(self.now, bitmaps))
    }

    /// A sprite for another use than drawing it.
    pub fn use_sprite(&mut self, key: SpriteKey) -> Option<Arc<Bitmap>> {
        Some(self.sprites.get_mut(&key)?.use_now(self.now))
    }

    /// A shape, for display lists that hold it.
    pub fn use_shape(&mut self, shape: &VectorShape) -> Option<Arc<Bitmap>> {
        Some(self.shapes.get_mut(shape)?.use_now(self.now))
    }

    pub fn insert_sprite(&mut self, key: SpriteKey, bitmap: Arc<Bitmap>) {
        self.evict(key);
        self.reserve(&bitmap);
        self.sprites.insert(key, CachedBitmap::new(bitmap, self.now));
    }

    /// The same for a sprite that has this index in the present frame.
    pub fn insert_drawn(&mut self, key: SpriteKey, bitmap: Arc<Bitmap>, index: BitmapIndex) {
        self.evict(key);
        self.reserve(&bitmap);
        self.sprites.insert(key, CachedBitmap { bitmap, last_drawn: self.now, index });
    }

    /// Inserts a shape that is not there yet.
    pub fn insert_shape(&mut self, shape: VectorShape, bitmap: Arc<Bitmap>) {
        self.reserve(&bitmap);
        self.shapes.insert(shape, CachedBitmap::new(bitmap, self.now));
    }

    pub fn evict(&mut self, key: SpriteKey) {
        if let Some(evicted) = self.sprites.remove(&key) {
            self.bytes -= evicted.bitmap.bytes();
        }
    }

    /// Evicts the sprites of one size, in pixels a tile, but no mip levels.
    pub fn evict_size(&mut self, tile: u32) {
        let keys: Vec<SpriteKey> = self.sprites.keys().filter(|key| key.is_sharp(tile)).copied().collect();
        keys.into_iter().for_each(|key| self.evict(key));
    }

    /// Whether one more bitmap fits in without evicting others now or soon.
    pub fn has_room(&self) -> bool {
        self.bytes <= self.max_bytes / 4 * 3
    }

    /// Counts the memory of one more bitmap, and evicts others for it if need be: the least recently drawn first, until
    /// a quarter of the bound is free, so that evicting is rare. What this frame or the last one has drawn stays, or a
    /// frame that needs more than the bound would make its sprites in vain, again and again; but not beyond
    /// [`MOST_BOUNDS`].
    fn reserve(&mut self, bitmap: &Bitmap) {
        self.bytes += bitmap.bytes();
        if self.bytes <= self.max_bytes {
            return;
        }
        self.date_retained();
        let shapes = self.shapes.values().filter(|cached| !cached.is_retained());
        let idle = self.sprites.values().chain(shapes).filter(|cached| cached.last_drawn + 1 < self.now);
        let mut ages: Vec<(u64, usize)> = idle.map(|cached| (cached.last_drawn, cached.bitmap.bytes())).collect();
        ages.sort_unstable();
        let (mut bytes, mut limit) = (self.bytes, None);
        for (last_drawn, freed) in ages {
            // All that were drawn in one frame go together.
            if bytes <= self.max_bytes / 4 * 3 && limit != Some(last_drawn) {
                break;
            }
            bytes -= freed;
            limit = Some(last_drawn);
        }
        if let Some(limit) = limit {
            self.evict_drawn_until(limit);
        }
        for frame in [self.now.saturating_sub(1), self.now] {
            if self.bytes > self.max_bytes.saturating_mul(MOST_BOUNDS) {
                self.evict_drawn_until(frame);
            }
        }
    }

    /// Notes that retained sprites were drawn. Only what is evicted depends on that.
    fn date_retained(&mut self) {
        for (sprite, tile) in self.retained.iter().flatten().flat_map(|sprites| sprites.iter()) {
            let key = SpriteKey::new(*sprite, *tile, SpriteRole::Sharp);
            self.sprites.get_mut(&key).into_iter().for_each(|cached| cached.date(self.now));
        }
    }

    /// Evicts what was last drawn in this frame or in an earlier one, but no shapes that display lists hold: that would
    /// free no memory.
    fn evict_drawn_until(&mut self, frame: u64) {
        let mut freed = 0;
        let mut keep_if = |stays: bool, cached: &CachedBitmap| {
            freed += if stays { 0 } else { cached.bitmap.bytes() };
            stays
        };
        self.sprites.retain(|_, cached| keep_if(cached.last_drawn > frame, cached));
        self.shapes.retain(|_, cached| keep_if(cached.last_drawn > frame || cached.is_retained(), cached));
        self.bytes -= freed;
    }
}

impl CachedBitmap {
    /// As if drawn in the last frame: recently, but without an index in this one.
    fn new(bitmap: Arc<Bitmap>, now: u64) -> CachedBitmap {
        CachedBitmap { bitmap, last_drawn: now.saturating_sub(1), index: 0 }
    }

    /// Whether others hold the bitmap too.
    fn is_retained(&self) -> bool {
        Arc::strong_count(&self.bitmap) > 1
    }

    fn draw(&mut self, now: u64, bitmaps: &mut Vec<Arc<Bitmap>>) -> BitmapIndex {
        if self.last_drawn != now {
            self.last_drawn = now;
            self.index = bitmaps.len() as BitmapIndex;
            bitmaps.push(self.bitmap.clone());
        }
        self.index
    }

    fn use_now(&mut self, now: u64) -> Arc<Bitmap> {
        self.date(now);
        self.bitmap.clone()
    }

    /// It is in use, without an index in this frame.
    fn date(&mut self, now: u64) {
        self.last_drawn = self.last_drawn.max(now.saturating_sub(1));
    }
}
