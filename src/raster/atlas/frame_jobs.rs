//! What a frame waits for: made by all threads that paint, before they paint.

use std::sync::Arc;

use super::Atlas;
use super::placeholders::PlaceholderJob;
use crate::look::Cache;
use crate::raster::art::Art;
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::raster::key::{SpriteKey, SpriteRole};
use crate::raster::sprite_pool::{FinishedSprite, SpriteJob, work};
use crate::raster::sprites::bounds;
use crate::scene::{PictureKind, Sprite};

/// A sprite that a frame waits for.
pub enum FrameJob {
    Sharp(SpriteJob),
    Placeholder(PlaceholderJob),
}

impl FrameJob {
    fn role(&self) -> SpriteRole {
        match self {
            FrameJob::Sharp(_) => SpriteRole::Sharp,
            FrameJob::Placeholder(_) => SpriteRole::Placeholder,
        }
    }

    fn work(&self, art: &Art, placeholders: usize) -> FinishedSprite {
        match self {
            FrameJob::Sharp(job) => work(art, job),
            FrameJob::Placeholder(job) => job.work(art, placeholders),
        }
    }
}

impl Atlas {
    /// Lists a sprite that [`make_missing`](Atlas::make_missing) makes. Until then it has bounds only.
    pub(super) fn request(&mut self, sprite: Sprite, tile: u32, job: FrameJob) -> BitmapIndex {
        let index = self.bitmaps.len() as BitmapIndex;
        self.bitmaps.push(Arc::new(Bitmap::unmade(bounds(&self.art, sprite, tile))));
        self.per_frame.insert(SpriteKey::new(sprite, tile, SpriteRole::Sharp), index);
        self.missing.push((index, job));
        index
    }

    /// What stands for a sprite until the pool has made it.
    pub(super) fn placeholder(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        self.has_sharp_tiles &= sprite.picture.kind() != PictureKind::Tile;
        let key = SpriteKey::new(sprite, tile, SpriteRole::Placeholder);
        if let Some(index) = self.cache.draw_sprite(key, &mut self.bitmaps) {
            return index;
        }
        self.want(sprite, tile);
        let job = self.placeholder_job(sprite, tile);
        self.request(sprite, tile, FrameJob::Placeholder(job))
    }

    /// Makes the sprites that were looked up since the last call and are missing, on all threads.
    pub fn make_missing(&mut self) {
        let art = &*self.art;
        let placeholders = self.missing.iter().filter(|(_, job)| matches!(job, FrameJob::Placeholder(_))).count();
        let make = |(index, job): (BitmapIndex, FrameJob)| (index, job.role(), job.work(art, placeholders));
        let mut made = self.crew.map(std::mem::take(&mut self.missing), make);
        // What is evicted for them must not depend on which was made first.
        made.sort_unstable_by_key(|(index, ..)| *index);
        for (index, role, made) in made {
            self.bitmaps[index as usize] = made.bitmap.clone();
            if let Some((size, level)) = made.mip_level {
                self.cache.insert_sprite(SpriteKey::new(made.sprite, size, SpriteRole::MipLevel), level);
            }
            if self.hints.cache == Cache::On {
                self.cache.insert_drawn(SpriteKey::new(made.sprite, made.tile, role), made.bitmap, index);
            }
        }
    }
}
