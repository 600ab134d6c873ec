//! The two durations of the animation: of a step of the world, and of a frame.

use std::time::Duration;

/// How long a step of the world is shown at normal speed: Rabbit Escape's ten animation frames of 70 ms.
pub const STEP_TIME: Duration = Duration::from_millis(700);

/// The time between two frames while something moves: 60 frames a second.
pub const FRAME_TIME: Duration = Duration::from_nanos(1_000_000_000 / 60);
