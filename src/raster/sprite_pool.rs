//! The worker pool that makes sprite bitmaps while frames go on: its jobs and their results.

use std::num::NonZero;
use std::sync::Arc;

use super::art::Art;
use super::bitmap::Bitmap;
use super::sprites::{make, rasterize};
use super::worker_pool::WorkerPool;
use crate::look::{Hints, MIP_LEVELS};
use crate::scene::Sprite;

pub type SpritePool = WorkerPool<SpriteJob, FinishedSprite>;

/// A sprite that a frame needed and did not have.
#[derive(Clone)]
pub struct SpriteJob {
    pub sprite: Sprite,
    pub tile: u32,
    pub hints: Hints,
    /// The sprite's mip levels that are cached, for each of [`MIP_LEVELS`].
    pub mip_levels: [Option<Arc<Bitmap>>; MIP_LEVELS.len()],
    /// The atlas's generation when the job was submitted.
    pub generation: u64,
}

/// A sprite bitmap, and its mip level of some size if that had to be rasterized too.
pub struct FinishedSprite {
    pub sprite: Sprite,
    pub tile: u32,
    pub bitmap: Arc<Bitmap>,
    pub mip_level: Option<(u32, Arc<Bitmap>)>,
    pub generation: u64,
}

/// Starts the threads.
pub fn start(name: &'static str, threads: NonZero<usize>, art: Arc<Art>) -> SpritePool {
    WorkerPool::new(name, threads, move |job: &SpriteJob| work(&art, job))
}

/// Does a job.
pub fn work(art: &Art, job: &SpriteJob) -> FinishedSprite {
    let SpriteJob { sprite, tile, hints, ref mip_levels, generation } = *job;
    let mut new = None;
    let bitmap = make(art, sprite, tile, hints, |size| {
        let cached = MIP_LEVELS.into_iter().zip(mip_levels).find(|(level, _)| *level == size);
        cached.and_then(|(_, bitmap)| bitmap.clone()).unwrap_or_else(|| {
            let level = Arc::new(rasterize(art, sprite, size, hints));
            new = Some((size, level.clone()));
            level
        })
    });
    FinishedSprite { sprite, tile, bitmap, mip_level: new, generation }
}
