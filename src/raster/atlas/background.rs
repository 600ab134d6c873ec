//! What is made while frames go on: sprites for placeholders, and sprites ahead.

use log::warn;

use super::Atlas;
use super::ahead::Ahead;
use crate::look::{Cache, MIP_LEVELS};
use crate::raster::key::{SpriteKey, SpriteRole};
use crate::raster::sprite_pool::{FinishedSprite, SpriteJob};
use crate::scene::Sprite;

impl Atlas {
    /// Has a sprite made for a placeholder, once the frame is painted: until then all processors belong to the frame.
    pub(super) fn want(&mut self, sprite: Sprite, tile: u32) {
        if self.wanted.is_empty() {
            // What a frame waits for goes before what may be needed.
            self.ahead.iter_mut().for_each(Ahead::cancel);
        }
        self.wanted.push((sprite, tile));
    }

    /// The frame is painted: the pool begins with what placeholders stand for.
    pub fn finish_frame(&mut self) {
        for (sprite, tile) in std::mem::take(&mut self.wanted) {
            let job = self.job(sprite, tile);
            self.pool.iter().for_each(|pool| pool.submit(job.clone()));
        }
    }

    /// The job of making a sprite.
    pub(super) fn job(&self, sprite: Sprite, tile: u32) -> SpriteJob {
        let mip_levels =
            MIP_LEVELS.map(|size| self.cache.sprite(SpriteKey::new(sprite, size, SpriteRole::MipLevel)).cloned());
        SpriteJob { sprite, tile, hints: self.hints, mip_levels, generation: self.generation }
    }

    /// Makes sprites ahead when nothing else is to do and room is left: what the present frame draws at `tile` pixels a
    /// tile, at these sizes.
    pub fn make_ahead(&mut self, tile: u32, sizes: &[u32]) {
        if self.hints.cache == Cache::Off || !self.cache.has_room() || self.has_pending_sprites() {
            return;
        }
        if let Some(mut ahead) = self.ahead.take() {
            let sharp = |sprite, size| self.cache.sprite(SpriteKey::new(sprite, size, SpriteRole::Sharp));
            ahead.ask(tile, sizes, |sprite, size| sharp(sprite, size).is_none(), |sprite, size| self.job(sprite, size));
            self.ahead = Some(ahead);
        }
    }

    /// Inserts what was made ahead, as long as there is room.
    pub(super) fn drain_ahead(&mut self) {
        let made = self.ahead.as_mut().map(Ahead::start_frame);
        for made in made.into_iter().flatten() {
            if made.generation == self.generation && self.cache.has_room() {
                self.insert_finished(made);
            }
        }
    }

    /// Inserts the sprites made since the last frame. Queued jobs whose placeholders were not drawn in that frame are
    /// cancelled, so that the sprites of an earlier zoom do not delay those of this one.
    pub(super) fn drain_pool(&mut self) {
        let Some(pool) = &self.pool else { return };
        let (finished, cancelled) = (pool.drain(), pool.cancel_queued());
        for result in finished {
            match result {
                Ok(made) if made.generation == self.generation => self.insert_finished(made),
                Err(SpriteJob { sprite, tile, generation, .. }) if generation == self.generation => {
                    warn!("could not make sprite `{sprite:?}` on a worker thread; the frame waits for it");
                    let bitmap = self.make(sprite, tile);
                    self.insert_finished(FinishedSprite { sprite, tile, bitmap, mip_level: None, generation });
                }
                // The cache was cleared since the job was submitted.
                Ok(_) | Err(_) => {}
            }
        }
        for job in cancelled {
            let key = SpriteKey::new(job.sprite, job.tile, SpriteRole::Placeholder);
            if self.cache.was_drawn(key) {
                self.want(job.sprite, job.tile);
            } else {
                self.cache.evict(key);
            }
        }
    }

    fn insert_finished(&mut self, made: FinishedSprite) {
        self.cache.evict(SpriteKey::new(made.sprite, made.tile, SpriteRole::Placeholder));
        self.cache.insert_sprite(SpriteKey::new(made.sprite, made.tile, SpriteRole::Sharp), made.bitmap);
        if let Some((size, level)) = made.mip_level {
            self.cache.insert_sprite(SpriteKey::new(made.sprite, size, SpriteRole::MipLevel), level);
        }
    }
}
