//! What is heard: events of the rules in, samples out. No device is known here; the window has it.
//!
//! The game puts what happens into the [`SoundQueue`]; the [`Mixer`] makes samples of it, on whatever thread wants
//! them. Neither ever waits for the other. Every sound is synthesised: a [`Cue`] is a handful of layers, each a tone or
//! a band of noise with its course in pitch and loudness, and a note of music is one layer too. The same messages at
//! the same samples make the same sound on every machine.
//!
//! ```
//! use leveret::sim::{Cell, Event};
//! use leveret::sound::SoundQueue;
//!
//! let (mut queue, mut mixer) = SoundQueue::with_mixer();
//! queue.hear(&[Event::Dug { index: 1, cell: Cell::new(3, 4) }], 20, 10);
//! let mut samples = [0.0; 2 * 4800];
//! mixer.render(&mut samples);
//! assert!(samples.iter().any(|sample| sample.abs() > 0.01));
//! ```

mod alone;
mod cue;
mod layer;
mod mixer;
mod patches;
mod queue;
mod sequencer;
mod tone;
mod tune;
mod tunes;
mod voice;

pub use alone::{cue_alone, tune_alone};
pub use cue::Cue;
pub use mixer::Mixer;
pub use queue::SoundQueue;
pub use tone::RATE;
