//! Placeholders: what is drawn for a sprite while the worker pool makes the sharp one.

use std::sync::Arc;

use super::Atlas;
use crate::look::{Filter, MIP_LEVELS};
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::raster::key::{SpriteKey, SpriteRole};
use crate::raster::scale::scale;
use crate::raster::sprites::{bounds, mip_size};
use crate::scene::{PictureKind, Sprite};

/// How many of the sizes drawn last are searched for a placeholder.
const MAX_SIZES: usize = 12;

/// Placeholders of a frame that may be made from a good mip level. More of them are missing only when the zoom has changed:
/// then the frame must not be late, and each is made from the smallest.
const FEW_PLACEHOLDERS: u64 = 12;

impl Atlas {
    /// For a sprite that is not made yet: submits a job for it, and scales the nearest cached size by the fastest
    /// filter.
    pub(super) fn placeholder(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        let key = SpriteKey::new(sprite, tile, SpriteRole::Placeholder);
        if self.cache.sprite(key).is_none() {
            self.placeholders += 1;
            let (source, size) = self.nearest_size(sprite, tile);
            let bounds = bounds(&self.art, sprite, tile);
            self.cache.insert_sprite(key, Arc::new(scale(&source, size, (bounds, tile), Filter::Nearest)));
            self.submit(sprite, tile);
        }
        self.cache.draw_sprite(key, &mut self.bitmaps).expect("it was inserted just now")
    }

    /// The cached bitmap of the sprite whose size is nearest by ratio, and that size. If none is cached, as of a pose that
    /// was not seen before, it is a new mip level.
    fn nearest_size(&mut self, sprite: Sprite, tile: u32) -> (Arc<Bitmap>, u32) {
        let ratio = |size: u32| f64::from(size.max(tile)) / f64::from(size.min(tile).max(1));
        let mut sizes: Vec<u32> = self.sizes.iter().copied().chain(MIP_LEVELS).collect();
        sizes.sort_by(|one, other| ratio(*one).total_cmp(&ratio(*other)));
        let nearest = sizes.into_iter().find_map(|size| {
            let cached = [SpriteRole::Sharp, SpriteRole::MipLevel]
                .map(|role| self.cache.sprite(SpriteKey::new(sprite, size, role)));
            cached.into_iter().flatten().next().map(|bitmap| (bitmap.clone(), size))
        });
        nearest.unwrap_or_else(|| {
            let size = self.placeholder_size(sprite, tile);
            (self.mip_level(sprite, size), size)
        })
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
