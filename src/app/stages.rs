//! The stages of a frame, and the times that they take.

use std::time::{Duration, Instant};

/// The time of each stage of a frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stages {
    /// The game's turn: inputs, and steps of the world.
    pub step: Duration,
    /// Listing the items.
    pub scene: Duration,
    /// Painting the board.
    pub paint: Duration,
    /// Painting what lies over it.
    pub hud: Duration,
    /// Handing the frame over: presenting it, or a copy of it by all threads that paint where there is no window.
    pub copy: Duration,
}

impl Stages {
    /// The names of the stages, in the order in which they come.
    pub const NAMES: [&str; 5] = ["step", "scene", "paint", "hud", "copy"];

    /// The stages in the order of their names.
    pub fn all(&self) -> [Duration; 5] {
        [self.step, self.scene, self.paint, self.hud, self.copy]
    }

    /// The frame as it was made, without handing it over.
    pub fn made(&self) -> Duration {
        self.step + self.scene + self.paint + self.hud
    }

    /// The frame until it was handed over.
    pub fn total(&self) -> Duration {
        self.made() + self.copy
    }
}

/// Measures laps, by a clock that the caller reads.
///
/// ```
/// use std::time::{Duration, Instant};
/// use leveret::app::Stopwatch;
///
/// let start = Instant::now();
/// let mut watch = Stopwatch::start(start);
/// assert_eq!(watch.lap(start + Duration::from_millis(5)), Duration::from_millis(5));
/// assert_eq!(watch.lap(start + Duration::from_millis(7)), Duration::from_millis(2));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch {
    last: Instant,
}

impl Stopwatch {
    pub fn start(now: Instant) -> Stopwatch {
        Stopwatch { last: now }
    }

    /// The time since the lap before, or since the start.
    pub fn lap(&mut self, now: Instant) -> Duration {
        now.saturating_duration_since(std::mem::replace(&mut self.last, now))
    }
}
