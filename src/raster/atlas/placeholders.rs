//! Placeholders: what is drawn for a sprite while the worker pool makes the sharp one.
//!
//! Best is another size of it, next a pose close to it, and last the sprite itself at a lower resolution.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::Atlas;
use crate::look::{Hints, MIP_LEVELS};
use crate::raster::art::Art;
use crate::raster::bitmap::Bitmap;
use crate::raster::key::{SpriteKey, SpriteRole};
use crate::raster::sprite_pool::FinishedSprite;
use crate::raster::sprites::{bounds, mip_size, rasterize};
use crate::scene::{FRAMES, PictureKind, Sprite};

/// How many of the sizes drawn last are searched for a placeholder.
const MAX_SIZES: usize = 12;

/// Placeholders of a frame that may be made from a good mip level. More of them are missing only when the zoom has
/// changed: then the frame must not be late, and each is made from the smallest.
const FEW_PLACEHOLDERS: usize = 12;

/// A pose is close to another that is so many frames of the animation away, or fewer: a quarter of the movement.
const NEAR: u8 = FRAMES / 4;

/// A bitmap, and its size in pixels a tile.
type SizedBitmap = (Arc<Bitmap>, u32);

/// A placeholder that a frame waits for.
pub struct PlaceholderJob {
    sprite: Sprite,
    tile: u32,
    hints: Hints,
    generation: u64,
    source: PlaceholderSource,
}

/// What a placeholder shows at another size.
enum PlaceholderSource {
    /// The sprite, or a pose close to it.
    Cached(SizedBitmap),
    /// A mip level, which is not made yet; in a frame that must not be late another pose of the movement, if there is
    /// one.
    MipLevel { other_pose: Option<SizedBitmap> },
}

impl PlaceholderJob {
    /// Shows the source at the size of the sprite, in a frame that has so many placeholders.
    pub fn work(&self, art: &Art, placeholders: usize) -> FinishedSprite {
        let PlaceholderJob { sprite, tile, hints, generation, ref source } = *self;
        let is_few = placeholders <= FEW_PLACEHOLDERS;
        let (source, size, mip_level) = match source {
            PlaceholderSource::MipLevel { other_pose: Some((bitmap, size)) } if !is_few => {
                (bitmap.clone(), *size, None)
            }
            PlaceholderSource::Cached((bitmap, size)) => (bitmap.clone(), *size, None),
            PlaceholderSource::MipLevel { .. } => {
                let size = self.mip_size(is_few);
                let level = Arc::new(rasterize(art, sprite, size, hints));
                (level.clone(), size, Some((size, level)))
            }
        };
        let bitmap = Arc::new(Bitmap::sampled(source, size, (bounds(art, sprite, tile), tile)));
        FinishedSprite { sprite, tile, bitmap, mip_level, generation }
    }

    /// The mip level that becomes the placeholder where no size is cached. A pose does not appear at a lower resolution
    /// while the zoom rests. But a zoom brings dozens of new looks into view at once: the smallest takes a tenth of the
    /// time of the largest.
    fn mip_size(&self, is_few: bool) -> u32 {
        match self.sprite.picture.kind() {
            PictureKind::Still | PictureKind::Moving if is_few => mip_size(self.tile),
            PictureKind::Still | PictureKind::Moving | PictureKind::Tile => MIP_LEVELS[0],
        }
    }
}

impl Atlas {
    /// How a placeholder of the sprite is made.
    pub(super) fn placeholder_job(&self, sprite: Sprite, tile: u32) -> PlaceholderJob {
        let (hints, generation, source) = (self.hints, self.generation, self.source(sprite, tile));
        PlaceholderJob { sprite, tile, hints, generation, source }
    }

    /// A cached bitmap of the sprite, or else of a pose close to it: that is right a moment earlier or later, and
    /// drawing the pose itself takes longer than all else in a frame. If none is cached, as of a movement that was not
    /// seen before, it is a new mip level.
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
                Some((Arc::clone(bitmap), *size))
            })
        };
        let close = std::iter::once(sprite).chain(poses(sprite, 1..=NEAR)).find_map(cached);
        close.map_or_else(
            || PlaceholderSource::MipLevel { other_pose: poses(sprite, NEAR + 1..=FRAMES / 2).find_map(cached) },
            PlaceholderSource::Cached,
        )
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

/// The poses of a movement that are so many frames away from this one, the closest first, and of two of them the
/// earlier.
fn poses(sprite: Sprite, away: RangeInclusive<u8>) -> impl Iterator<Item = Sprite> {
    let steps =
        away.filter(move |_| sprite.picture.kind() == PictureKind::Moving).flat_map(|step| [FRAMES - step, step]);
    steps.map(move |step| Sprite { frame: (sprite.frame + step) % FRAMES, ..sprite })
}
