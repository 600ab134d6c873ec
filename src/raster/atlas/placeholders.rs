//! Placeholders: what is drawn for a sprite while the worker pool makes the sharp one.
//!
//! Best is another size of it, next a pose close to it, and last the sprite itself at a lower resolution.

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
use crate::scene::{FRAMES, PictureKind, Sprite};

/// How many of the sizes drawn last are searched for a placeholder.
const MAX_SIZES: usize = 12;

/// Placeholders of a frame that may be made from a good mip level. More of them are missing only when the zoom has changed:
/// then the frame must not be late, and each is made from the smallest.
const FEW_PLACEHOLDERS: usize = 12;

/// A pose is close to another that is so many frames of the animation away, or fewer: a quarter of the movement.
const NEAR: u8 = FRAMES / 4;

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
    /// The sprite, or a pose close to it, at this size in pixels a tile.
    Cached(Arc<Bitmap>, u32),
    /// A mip level, which is not made yet.
    MipLevel,
}

impl PlaceholderJob {
    /// Scales by the fastest filter, in a frame that has so many placeholders.
    pub fn work(&self, art: &Art, placeholders: usize) -> FinishedSprite {
        let PlaceholderJob { sprite, tile, hints, generation, ref source } = *self;
        let (source, size, mip_level) = match source {
            PlaceholderSource::Cached(bitmap, size) => (Arc::clone(bitmap), *size, None),
            PlaceholderSource::MipLevel => {
                let size = self.mip_size(placeholders);
                let level = Arc::new(rasterize(art, sprite, size, hints));
                (Arc::clone(&level), size, Some((size, level)))
            }
        };
        let bitmap = Arc::new(scale(&source, size, (bounds(art, sprite, tile), tile), Filter::Nearest));
        FinishedSprite { sprite, tile, bitmap, mip_level, generation }
    }

    /// The mip level that becomes the placeholder where no size is cached. A pose does not appear at a lower resolution while
    /// the zoom rests. But a zoom brings dozens of new looks into view at once: the smallest takes a tenth of the time of the
    /// largest.
    fn mip_size(&self, placeholders: usize) -> u32 {
        match self.sprite.picture.kind() {
            PictureKind::Still | PictureKind::Moving if placeholders <= FEW_PLACEHOLDERS => mip_size(self.tile),
            PictureKind::Still | PictureKind::Moving | PictureKind::Tile => MIP_LEVELS[0],
        }
    }
}

impl Atlas {
    /// What stands for a sprite until the pool has made it.
    pub(super) fn placeholder(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        self.has_sharp_tiles &= sprite.picture.kind() != PictureKind::Tile;
        let key = SpriteKey::new(sprite, tile, SpriteRole::Placeholder);
        if let Some(index) = self.cache.draw_sprite(key, &mut self.bitmaps) {
            return index;
        }
        self.want(sprite, tile);
        let (hints, generation, source) = (self.hints, self.generation, self.source(sprite, tile));
        self.request(sprite, tile, FrameJob::Placeholder(PlaceholderJob { sprite, tile, hints, generation, source }))
    }

    /// A cached bitmap of the sprite, or else of a pose close to it: that is right a moment earlier or later, and drawing the
    /// pose itself takes longer than all else in a frame. If none is cached, as of a movement that was not seen before, it is
    /// a new mip level.
    fn source(&self, sprite: Sprite, tile: u32) -> PlaceholderSource {
        let ratio = |size: u32| f64::from(size.max(tile)) / f64::from(size.min(tile).max(1));
        let mut sizes: Vec<u32> = self.sizes.iter().copied().chain(MIP_LEVELS).collect();
        sizes.sort_by(|one, other| ratio(*one).total_cmp(&ratio(*other)));
        // The bitmap whose size is nearest by ratio.
        let cached = |sprite: Sprite| {
            sizes.iter().find_map(|size| {
                let roles = [SpriteRole::Sharp, SpriteRole::MipLevel];
                let bitmap =
                    roles.into_iter().find_map(|role| self.cache.sprite(SpriteKey::new(sprite, *size, role)))?;
                Some(PlaceholderSource::Cached(Arc::clone(bitmap), *size))
            })
        };
        let moments = [sprite].into_iter().chain(neighbours(sprite));
        moments.into_iter().find_map(cached).unwrap_or(PlaceholderSource::MipLevel)
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

/// The poses of a movement that are close to this one, the closest first, and of two of them the earlier.
fn neighbours(sprite: Sprite) -> impl Iterator<Item = Sprite> {
    let farthest = if sprite.picture.kind() == PictureKind::Moving { NEAR } else { 0 };
    let steps = (1..=farthest).flat_map(|step| [FRAMES - step, step]);
    steps.map(move |step| Sprite { frame: (sprite.frame + step) % FRAMES, ..sprite })
}
