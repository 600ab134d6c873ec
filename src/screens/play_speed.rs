//! The speed of the game: a few fixed ones, chosen by the player for all levels.

/// The speeds as multiples of the normal one, and how they are written.
const SPEEDS: [(f32, &str); 6] = [(0.25, "1/4"), (0.5, "1/2"), (1.0, "1"), (2.0, "2"), (4.0, "4"), (8.0, "8")];

/// How fast time passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaySpeed {
    /// An index of [`SPEEDS`].
    index: usize,
}

/// The normal speed.
impl Default for PlaySpeed {
    fn default() -> PlaySpeed {
        PlaySpeed { index: 2 }
    }
}

impl PlaySpeed {
    /// How many times as fast as normal.
    pub fn factor(self) -> f32 {
        SPEEDS[self.index].0
    }

    pub fn name(self) -> &'static str {
        SPEEDS[self.index].1
    }

    /// The next faster speed; the fastest has none.
    #[must_use]
    pub fn faster(self) -> PlaySpeed {
        PlaySpeed { index: (self.index + 1).min(SPEEDS.len() - 1) }
    }

    /// The next slower speed; the slowest has none.
    #[must_use]
    pub fn slower(self) -> PlaySpeed {
        PlaySpeed { index: self.index.saturating_sub(1) }
    }
}
