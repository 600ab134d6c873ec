//! When the next frame is due, and how much time a tick tells the game.
//!
//! Deadlines are reckoned from the deadline before, not from when a frame really came: every wake-up is a little late,
//! and lateness that adds up makes fifty frames of sixty. The clock itself is read by the caller.

use std::time::{Duration, Instant};

/// Time that passed while the program hung (a stopped process, a laptop that slept) is not caught up beyond this.
const LONGEST_TICK: Duration = Duration::from_millis(100);

/// The rhythm of frames.
#[derive(Debug, Clone)]
pub struct Pace {
    shortest: Duration,
    due: Instant,
    ticked: Instant,
}

impl Pace {
    /// Frames no closer together than `shortest`; the first one is due at `start`.
    pub fn new(shortest: Duration, start: Instant) -> Pace {
        Pace { shortest, due: start.checked_sub(shortest).unwrap_or(start), ticked: start }
    }

    /// When a frame is due that is wanted `wait` after the last one.
    pub fn due(&self, wait: Duration) -> Instant {
        self.due + wait.max(self.shortest)
    }

    /// Begins the frame that was `due` and returns how far the game's time moves on with it. `wait` is what the game
    /// had asked for; if that was nothing, then nothing moved, and no time passed for it.
    pub fn tick(&mut self, due: Instant, wait: Option<Duration>, now: Instant) -> Duration {
        let late = now.saturating_duration_since(due);
        self.due = if late < self.shortest { due } else { now };
        let passed = now.saturating_duration_since(self.ticked);
        self.ticked = now;
        wait.map_or(Duration::ZERO, |wait| passed.min(wait.max(LONGEST_TICK)))
    }
}
