//! Playback: the clock of a level in play. It turns time into steps, and knows how much of the present step has passed.

use std::time::Duration;

use crate::look::STEP_TIME;
use crate::play::Timeline;
use crate::screens::play_speed::PlaySpeed;

/// The longest time that is played at once. The rest is dropped: after the machine slept for hours the game goes on
/// where it was.
const LONGEST_TICK: Duration = Duration::from_secs(60);

/// Whether time passes, and how much of the present step has passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Playback {
    pub paused: bool,
    /// The part of the present step that has passed, 0 to 1.
    phase: f32,
}

impl Playback {
    /// The beginning of a step.
    pub fn new() -> Playback {
        Playback { paused: false, phase: 0.0 }
    }

    /// Time passes, [`LONGEST_TICK`] at most: the steps that are due are made, but none beyond the last one, if one is
    /// named.
    pub fn tick(&mut self, time: Duration, speed: PlaySpeed, last: Option<u32>, timeline: &mut Timeline) {
        self.phase += time.min(LONGEST_TICK).as_secs_f32() / STEP_TIME.as_secs_f32() * speed.factor();
        let is_due = |timeline: &Timeline| last.is_none_or(|last| timeline.step() < last);
        while self.phase >= 1.0 && timeline.player().is_running() && is_due(timeline) {
            self.phase -= 1.0;
            timeline.advance();
        }
        if !timeline.player().is_running() {
            self.phase = 0.0;
        }
    }

    /// Makes one whole step, and pauses.
    pub fn step(&mut self, timeline: &mut Timeline) {
        self.paused = true;
        self.phase = 0.0;
        timeline.advance();
    }

    /// Pauses at the beginning of the step.
    pub fn stop(&mut self) {
        self.paused = true;
        self.phase = 0.0;
    }

    /// The part of the present step that has passed, 0 to 1.
    pub fn phase(&self) -> f32 {
        self.phase
    }
}
