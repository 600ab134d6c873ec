//! How frames are painted: by which painter, with which hints, on how many threads.

use std::num::NonZero;
use std::thread::available_parallelism;

use fearless_simd::Level;

use crate::look::{Hints, Palette};

/// The painter. Both make the same picture, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PainterKind {
    /// The painter of the game.
    #[default]
    Fast,
    /// Each item the plain way, one after the other, on one thread: the definition of the picture, and the baseline
    /// that the fast painter is measured against.
    Reference,
}

impl PainterKind {
    pub const ALL: [PainterKind; 2] = [PainterKind::Fast, PainterKind::Reference];

    pub const fn name(self) -> &'static str {
        match self {
            PainterKind::Fast => "fast",
            PainterKind::Reference => "reference",
        }
    }
}

/// The instruction set that the loops over pixels use. The picture does not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Instructions {
    /// The best that this processor has.
    #[default]
    Best,
    /// What every processor of this architecture has.
    Baseline,
    /// No vector instructions.
    Portable,
}

impl Instructions {
    pub const ALL: [Instructions; 3] = [Instructions::Best, Instructions::Baseline, Instructions::Portable];

    /// What this is on this processor.
    pub(super) fn level(self) -> Level {
        match self {
            Instructions::Best => Level::new(),
            Instructions::Baseline => Level::baseline(),
            Instructions::Portable => Level::fallback(),
        }
    }

    /// The name of the instruction set that this is on this processor, such as `Avx2`.
    pub fn name(self) -> String {
        let name = format!("{:?}", self.level());
        name.split('(').next().unwrap_or_default().to_owned()
    }
}

/// What a frame shows in place of a sprite that is not made yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Missing {
    /// The sprite itself: the frame waits for it, so that equal items are always the same picture.
    #[default]
    Wait,
    /// Another size of it, scaled, until a worker thread has made the sprite: a zoom never stops the game.
    Placeholder,
}

/// The default bound on the memory of sprites and shapes, in bytes: enough for a full frame at several zooms.
pub const DEFAULT_SPRITE_BYTES: usize = 40 << 20;

/// The settings of a painter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rendering {
    pub painter: PainterKind,
    pub hints: Hints,
    /// Threads that paint a frame together. The picture does not depend on them.
    pub threads: NonZero<usize>,
    pub instructions: Instructions,
    pub missing: Missing,
    /// The bound on the memory of sprites and shapes, mip levels included, in bytes. Beyond it the least recently drawn
    /// are evicted, but for those of the frame and the one before it, which may take twice as much.
    pub sprite_bytes: usize,
    /// The colours of the drawings. Items have colours of their own.
    pub palette: Palette,
}

/// The fast painter with the default hints, on all cores.
impl Default for Rendering {
    fn default() -> Rendering {
        let threads = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Rendering {
            painter: PainterKind::default(),
            hints: Hints::default(),
            threads,
            instructions: Instructions::default(),
            missing: Missing::default(),
            sprite_bytes: DEFAULT_SPRITE_BYTES,
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
