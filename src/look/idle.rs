//! Idle hints: those that change nothing, at some zooms or beside others. A player and a reader of the benchmark should
//! know, rather than look for a difference that is not there.

use super::hints::{Blend, Hint, Hints, Sprites};

/// The sizes of a sprite's mip levels, in pixels a tile. A sprite is scaled from the smallest level that
/// is not smaller than itself, so none shrinks by more than half; beyond the largest, sprites grow.
pub const MIP_LEVELS: [u32; 3] = [32, 64, 128];

/// Why a hint changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Idle {
    /// A mip level has this size already, and is copied.
    Copied,
    /// Sprites are drawn from their vectors, and not scaled.
    Drawn,
    /// Blending in linear light is always rounded exactly.
    Linear,
}

impl Hints {
    /// Why the hint changes nothing at `tile` pixels a tile. None if it changes the picture, or, as `cache` and
    /// `redraw` do, only the time.
    pub fn idle(self, hint: Hint, tile: u32) -> Option<Idle> {
        match hint {
            Hint::Filter if self.sprites == Sprites::Vector => Some(Idle::Drawn),
            Hint::Filter | Hint::Sprites if MIP_LEVELS.contains(&tile) => Some(Idle::Copied),
            Hint::Alpha if self.blend == Blend::Linear => Some(Idle::Linear),
            Hint::Filter | Hint::Antialias | Hint::Alpha | Hint::Blend | Hint::Sprites | Hint::Cache | Hint::Redraw => {
                None
            }
        }
    }
}
