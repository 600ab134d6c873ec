//! How a game wants to be painted: by which painter, by which hints, on how many threads.

use std::num::NonZero;
use std::thread::available_parallelism;

use crate::look::{Hints, Palette};

/// Who paints. Both make the same picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Method {
    /// The painter of the game.
    #[default]
    Fast,
    /// Each item the plain way, one after the other, on one thread: the definition of the picture, and the measure of
    /// what the other one gains.
    Reference,
}

impl Method {
    pub const ALL: [Method; 2] = [Method::Fast, Method::Reference];

    pub const fn name(self) -> &'static str {
        match self {
            Method::Fast => "fast",
            Method::Reference => "reference",
        }
    }
}

/// For which processors the loops over pixels are compiled. The picture is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Instructions {
    /// For the one that it runs on, as far as that is known.
    #[default]
    Best,
    /// For every processor of its kind.
    Baseline,
    /// For any processor, vectors or not.
    Portable,
}

impl Instructions {
    pub const ALL: [Instructions; 3] = [Instructions::Best, Instructions::Baseline, Instructions::Portable];
}

/// What a frame does about a sprite that is not made yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Missing {
    /// Makes it, however long that takes: the same items are always the same picture.
    #[default]
    Wait,
    /// Scales another size of it for the time being, while other threads make it: a zoom never stops the game.
    StandIn,
}

/// Bytes that sprites and shapes may take, unless it is told: some zooms of a full frame, and little for a machine.
pub const MOST_BYTES: usize = 256 << 20;

/// All that a painter has to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rendering {
    pub painter: Method,
    pub hints: Hints,
    /// Threads that paint a frame together. The picture does not depend on them.
    pub threads: NonZero<usize>,
    pub instructions: Instructions,
    pub missing: Missing,
    /// Bytes that sprites and shapes may take together, masters too; then those that were not drawn for longest go.
    pub sprite_bytes: usize,
    /// The colours of the drawings; items bring their own.
    pub palette: Palette,
}

/// The fast painter by the default hints, on all cores.
impl Default for Rendering {
    fn default() -> Rendering {
        let threads = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Rendering {
            painter: Method::default(),
            hints: Hints::default(),
            threads,
            instructions: Instructions::default(),
            missing: Missing::default(),
            sprite_bytes: MOST_BYTES,
            palette: Palette::default(),
        }
    }
}

/// The default with other hints.
impl From<Hints> for Rendering {
    fn from(hints: Hints) -> Rendering {
        Rendering { hints, ..Rendering::default() }
    }
}
