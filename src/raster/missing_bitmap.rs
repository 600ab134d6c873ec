//! A bitmap that a frame lists before it is made: it waits for all of them together, and all threads make them.

use std::sync::Arc;

use super::art::Art;
use super::bitmap::{Bitmap, PixelBounds};
use super::key::SpriteKey;
use super::scale::scale;
use super::sprite_pool::{FinishedSprite, SpriteJob, work};
use crate::look::Filter;

/// How it is made.
pub enum MissingBitmap {
    Sharp(SpriteJob),
    /// A bitmap of some size, scaled to these bounds by the fastest filter, until a sharp one is there.
    Placeholder {
        key: SpriteKey,
        source: (Arc<Bitmap>, u32),
        target: (PixelBounds, u32),
    },
}

/// The same once it is made.
pub enum MadeBitmap {
    Sharp(FinishedSprite),
    Placeholder(SpriteKey, Arc<Bitmap>),
}

impl MissingBitmap {
    /// Makes it.
    pub fn make(self, art: &Art) -> MadeBitmap {
        match self {
            MissingBitmap::Sharp(job) => MadeBitmap::Sharp(work(art, &job)),
            MissingBitmap::Placeholder { key, source: (source, size), target } => {
                MadeBitmap::Placeholder(key, Arc::new(scale(&source, size, target, Filter::Nearest)))
            }
        }
    }
}
