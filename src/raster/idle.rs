//! Hints that are left nothing to act on: at some zooms, or beside others. A player and a reader of the benchmark should
//! know, rather than look for a difference that is not there.

use super::hints::{Blend, Hints, Sprites};
use super::sprites::MASTERS;

/// Why a hint changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Idle {
    /// Masters have this size already, and are copied.
    Copied,
    /// Sprites are drawn afresh from their vectors, and not scaled.
    Drawn,
    /// Colours are mixed as light, and that is always rounded exactly.
    Light,
}

impl Hints {
    /// Why the hint of this name changes nothing at so many pixels a tile; none if it does: the picture, or, as `cache`
    /// and `redraw`, only the time.
    pub fn idle(self, hint: &str, tile: u32) -> Option<Idle> {
        match hint {
            "filter" if self.sprites == Sprites::Vector => Some(Idle::Drawn),
            "filter" | "sprites" if MASTERS.contains(&tile) => Some(Idle::Copied),
            "alpha" if self.blend == Blend::Linear => Some(Idle::Light),
            _ => None,
        }
    }
}
