//! Placeholders: what is drawn for a sprite while the worker pool makes the sharp one.

use std::sync::Arc;

use super::Atlas;
use super::frame_jobs::FrameJob;
use crate::look::{Filter, Hints, MIP_LEVELS};
use crate::raster::art::Art;
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::raster::key::{SpriteKey, SpriteRole};
use crate::raster::scale::scale;
use crate::raster::sprite_pool::FinishedSprite;
use crate::raster::sprites::{bounds, mip_size, rasterize};
use crate::scene::{PictureKind, Sprite};

/// How many of the sizes drawn last are searched for a placeholder.
const MAX_SIZES: usize = 12;

/// Placeholders of a frame that may be made from a good mip level. More of them are missing only when the zoom has changed:
/// then the frame must not be late, and each is made from the smallest.
const FEW_PLACEHOLDERS: u64 = 12;

/// A placeholder that a frame waits for.
pub struct PlaceholderJob {
    sprite: Sprite,
    tile: u32,
    hints: Hints,
    generation: u64,
    source: PlaceholderSource,
}

/// What a placeholder is scaled from.
enum PlaceholderSource {
    /// The sprite at this size, in pixels a tile.
    Cached(Arc<Bitmap>, u32),
    /// A mip level of this size, which is not made yet.
    MipLevel(u32),
}

impl PlaceholderJob {
    /// Scales by the fastest filter.
    pub fn work(&self, art: &Art) -> FinishedSprite {
        let PlaceholderJob { sprite, tile, hints, generation, ref source } = *self;
        let (source, size, mip_level) = match source {
            PlaceholderSource::Cached(bitmap, size) => (Arc::clone(bitmap), *size, None),
            PlaceholderSource::MipLevel(size) => {
                let level = Arc::new(rasterize(art, sprite, *size, hints));
                (Arc::clone(&level), *size, Some((*size, level)))
            }
        };
        let bitmap = Arc::new(scale(&source, size, (bounds(art, sprite, tile), tile), Filter::Nearest));
        FinishedSprite { sprite, tile, bitmap, mip_level, generation }
    }
}

impl Atlas {
    /// For a sprite that is not made yet: another size of it, until the pool has made it.
    pub(super) fn placeholder(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        let key = SpriteKey::new(sprite, tile, SpriteRole::Placeholder);
        if let Some(index) = self.cache.draw_sprite(key, &mut self.bitmaps) {
            return index;
        }
        self.placeholders += 1;
        self.want(sprite, tile);
        let (hints, generation, source) = (self.hints, self.generation, self.source(sprite, tile));
        self.request(sprite, tile, FrameJob::Placeholder(PlaceholderJob { sprite, tile, hints, generation, source }))
    }

    /// The cached bitmap of the sprite whose size is nearest by ratio. If none is cached, as of a pose that was not seen
    /// before, it is a new mip level.
    fn source(&self, sprite: Sprite, tile: u32) -> PlaceholderSource {
        let ratio = |size: u32| f64::from(size.max(tile)) / f64::from(size.min(tile).max(1));
        let mut sizes: Vec<u32> = self.sizes.iter().copied().chain(MIP_LEVELS).collect();
        sizes.sort_by(|one, other| ratio(*one).total_cmp(&ratio(*other)));
        let nearest = sizes.into_iter().find_map(|size| {
            let cached = [SpriteRole::Sharp, SpriteRole::MipLevel]
                .map(|role| self.cache.sprite(SpriteKey::new(sprite, size, role)));
            cached.into_iter().flatten().next().map(|bitmap| PlaceholderSource::Cached(bitmap.clone(), size))
        });
        nearest.unwrap_or_else(|| PlaceholderSource::MipLevel(self.placeholder_size(sprite, tile)))
    }

    /// The mip level that becomes a placeholder where no size is cached. A pose does not appear at a lower resolution while
    /// the zoom rests. But a zoom brings dozens of new looks into view at once: the smallest takes a tenth of the time of the
    /// largest.
    fn placeholder_size(&self, sprite: Sprite, tile: u32) -> u32 {
        match sprite.picture.kind() {
            PictureKind::Still | PictureKind::Moving if self.placeholders <= FEW_PLACEHOLDERS => mip_size(tile),
            PictureKind::Still | PictureKind::Moving | PictureKind::Tile => MIP_LEVELS[0],
        }
    }

    /// Notes that sprites of this size are drawn.
    pub(super) fn note_size(&mut self, tile: u32) {
        if self.sizes.last() != Some(&tile) {
            self.sizes.retain(|size| *size != tile);
            self.sizes.push(tile);
            if self.sizes.len() > MAX_SIZES {
                self.sizes.remove(0);
            }
        }
    }
}
