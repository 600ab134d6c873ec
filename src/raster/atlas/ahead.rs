//! Sprites made ahead: those of the board as they will be needed one notch of the wheel farther. A thread of their own
//! makes them while nothing else is to do; they evict nothing. Poses are left out: new ones come with every step, and
//! most of them would be made in vain.

use std::num::NonZero;
use std::sync::Arc;

use log::warn;

use crate::raster::art::Art;
use crate::raster::sprite_pool::{self, FinishedSprite, SpriteJob, SpritePool};
use crate::scene::{PictureKind, Sprite};

/// The thread, and what is known of the present frame.
pub struct Ahead {
    /// None once a job has failed: it would fail again.
    pool: Option<SpritePool>,
    /// The sprites without poses that the present frame draws, and their sizes in pixels a tile.
    drawn: Vec<(Sprite, u32)>,
    /// The size for which all of them were asked for, and the sizes, unless others have come since.
    asked: Option<(u32, Vec<u32>)>,
}

impl Ahead {
    pub fn new(art: Arc<Art>) -> Ahead {
        Ahead { pool: Some(sprite_pool::start("ahead", NonZero::<usize>::MIN, art)), drawn: Vec::new(), asked: None }
    }

    /// Starts a frame. Returns what was made since the last one.
    pub fn start_frame(&mut self) -> Vec<FinishedSprite> {
        self.drawn.clear();
        let results = self.pool.iter().flat_map(SpritePool::drain);
        let (made, failed): (Vec<_>, Vec<_>) = results.partition(Result::is_ok);
        if !failed.is_empty() {
            warn!("could not make a sprite ahead; from now on each is made when it is needed");
            self.pool = None;
        }
        made.into_iter().filter_map(Result::ok).collect()
    }

    /// The present frame draws this sprite.
    pub fn note(&mut self, sprite: Sprite, tile: u32) {
        match sprite.picture.kind() {
            PictureKind::Still | PictureKind::Tile => self.drawn.push((sprite, tile)),
            PictureKind::Moving => {}
        }
    }

    /// Begins with those sprites of the present frame at `tile` pixels a tile that are missing at these sizes, if it
    /// was not asked for them before.
    pub fn ask(
        &mut self,
        tile: u32,
        sizes: &[u32],
        is_missing: impl Fn(Sprite, u32) -> bool,
        job: impl Fn(Sprite, u32) -> SpriteJob,
    ) {
        let Some(pool) = self.pool.as_ref().filter(|pool| !pool.is_busy()) else { return };
        if self.asked.as_ref().is_some_and(|(other, others)| *other == tile && others == sizes) {
            return;
        }
        let drawn = self.drawn.iter().filter(|(_, size)| *size == tile);
        let all = drawn.flat_map(|(sprite, _)| sizes.iter().map(move |size| (*sprite, *size)));
        let missing = all.filter(|(sprite, size)| is_missing(*sprite, *size));
        missing.for_each(|(sprite, size)| pool.submit(job(sprite, size)));
        self.asked = Some((tile, sizes.to_vec()));
    }

    /// Others than it was asked for may be missing now: it forgets the jobs that have not begun.
    pub fn cancel(&mut self) {
        self.asked = None;
        self.pool.iter().for_each(|pool| drop(pool.cancel_queued()));
    }

    /// Blocks until all jobs are done.
    pub fn wait(&self) {
        self.pool.iter().for_each(SpritePool::wait);
    }
}
