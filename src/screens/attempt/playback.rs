//! Playback: the clock of a level in play. It turns time into steps, and knows how much of the present step has passed.

use std::time::Duration;

use crate::look::STEP_TIME;
use crate::play::Timeline;

/// The speeds of the game, as multiples of the normal one.
pub const SPEEDS: [(f32, &str); 6] = [(0.25, "¼"), (0.5, "½"), (1.0, "1"), (2.0, "2"), (4.0, "4"), (8.0, "8")];
const NORMAL_SPEED: usize = 2;

/// The longest time that is played at once. The rest is dropped: after the machine slept for hours the game goes on where
/// it was.
const LONGEST_TICK: Duration = Duration::from_secs(60);

/// Whether time passes, and how fast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Playback {
    pub paused: bool,
    /// An index of [`SPEEDS`].
    speed: usize,
    /// The part of the present step that has passed, 0 to 1.
    phase: f32,
}

impl Playback {
    /// The beginning of a step, at normal speed.
    pub fn new() -> Playback {
        Playback { paused: false, speed: NORMAL_SPEED, phase: 0.0 }
    }

    /// The beginning of a step, at the same speed.
    pub fn restarted(self) -> Playback {
        Playback { speed: self.speed, ..Playback::new() }
    }

    /// Time passes, [`LONGEST_TICK`] at most: the steps that are due are made, but none beyond the last one, if one is named.
    pub fn tick(&mut self, time: Duration, last: Option<u32>, timeline: &mut Timeline) {
        self.phase += time.min(LONGEST_TICK).as_secs_f32() / STEP_TIME.as_secs_f32() * SPEEDS[self.speed].0;
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

    pub fn faster(&mut self) {
        self.speed = (self.speed + 1).min(SPEEDS.len() - 1);
    }

    pub fn slower(&mut self) {
        self.speed = self.speed.saturating_sub(1);
    }

    /// The part of the present step that has passed, 0 to 1.
    pub fn phase(&self) -> f32 {
        self.phase
    }

    /// The speed in the words of the bars.
    pub fn speed_name(&self) -> &'static str {
        SPEEDS[self.speed].1
    }
}
