//! Sprites made beside the game: what a thread is asked for, and what it hands back.

use std::num::NonZero;
use std::sync::Arc;

use super::art::Art;
use super::bitmap::Bitmap;
use super::jobs::Jobs;
use super::sprites::{drawn, made};
use crate::look::{Hints, MIP_LEVELS};
use crate::scene::Sprite;

/// A sprite that a frame wanted and had not.
pub struct Request {
    pub sprite: Sprite,
    pub tile: u32,
    pub hints: Hints,
    /// The masters at hand, for each of [`MIP_LEVELS`].
    pub masters: [Option<Arc<Bitmap>>; MIP_LEVELS.len()],
    /// When it was asked for, as the atlas counts.
    pub era: u64,
}

/// A sprite, and its master of some size if that had to be drawn too.
pub struct Made {
    pub sprite: Sprite,
    pub tile: u32,
    pub bitmap: Arc<Bitmap>,
    pub master: Option<(u32, Arc<Bitmap>)>,
    pub era: u64,
}

pub type Makers = Jobs<Request, Made>;

/// Starts threads that make sprites.
pub fn makers(threads: NonZero<usize>, art: Arc<Art>) -> Makers {
    Jobs::new(threads, move |request: &Request| make(&art, request))
}

fn make(art: &Art, request: &Request) -> Made {
    let Request { sprite, tile, hints, ref masters, era } = *request;
    let mut new = None;
    let bitmap = made(art, sprite, tile, hints, |size| {
        let at_hand = MIP_LEVELS.into_iter().zip(masters).find(|(master, _)| *master == size);
        at_hand.and_then(|(_, bitmap)| bitmap.clone()).unwrap_or_else(|| {
            let master = Arc::new(drawn(art, sprite, size, hints));
            new = Some((size, master.clone()));
            master
        })
    });
    Made { sprite, tile, bitmap, master: new, era }
}
