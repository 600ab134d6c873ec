//! Frame pacing: when the next frame is due, and by how much a tick advances game time.
//!
//! A deadline is computed from the one before, not from when the frame was really made: every wake-up is a little late,
//! and if the delays added up, there would be 50 frames a second instead of 60. The caller reads the clock.

use std::time::{Duration, Instant};

/// The most that a tick advances the game after a gap: a stopped process, a laptop that slept.
const LONGEST_TICK: Duration = Duration::from_millis(100);

/// The deadlines of frames.
#[derive(Debug, Clone)]
pub struct FramePacing {
    /// The least time between two frames.
    shortest: Duration,
    /// When the last frame was due.
    due: Instant,
    /// When the last tick was.
    ticked: Instant,
}

impl FramePacing {
    /// Frames at least `shortest` apart; the first one is due at `start`.
    pub fn new(shortest: Duration, start: Instant) -> FramePacing {
        FramePacing { shortest, due: start.checked_sub(shortest).unwrap_or(start), ticked: start }
    }

    /// When the next frame is due, if the game wants it `wait` after the last one.
    pub fn due(&self, wait: Duration) -> Instant {
        self.due + wait.max(self.shortest)
    }

    /// Begins the frame that was `due`, and returns by how much it advances the game's time. `wait` is what the game
    /// asked for; if it asked for no frame, nothing was moving, and no time passes for it.
    pub fn tick(&mut self, due: Instant, wait: Option<Duration>, now: Instant) -> Duration {
        let late = now.saturating_duration_since(due);
        self.due = if late < self.shortest { due } else { now };
        let passed = now.saturating_duration_since(self.ticked);
        self.ticked = now;
        wait.map_or(Duration::ZERO, |wait| passed.min(wait.max(LONGEST_TICK)))
    }
}
