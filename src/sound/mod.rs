//! What is heard: events of the rules in, samples out. No device is known here; the window has it.
//!
//! The game says at the [`Desk`] what happens; the [`Mixer`] makes samples of it, on whatever thread wants them. Between
//! them lies a ring, so that neither ever waits for the other. Every sound is synthesised: a [`Cue`] is a handful of layers,
//! each a tone or a band of noise with its course in pitch and loudness, and a note of music is one layer too. The same
//! messages at the same samples make the same sound on every machine.
//!
//! ```
//! use leveret::sim::{Cell, Event};
//! use leveret::sound::Desk;
//!
//! let (mut desk, mut mixer) = Desk::with_mixer();
//! desk.hear(&[Event::Dug { index: 1, cell: Cell::new(3, 4) }], 20, 10);
//! let mut samples = [0.0; 2 * 4800];
//! mixer.render(&mut samples);
//! assert!(samples.iter().any(|sample| sample.abs() > 0.01));
//! ```

mod alone;

mod cue;
mod desk;
mod layer;
mod mixer;
mod patches;
mod sequencer;
mod tone;
mod tune;
mod tunes;
mod voice;

pub use alone::{cue_alone, tune_alone};
pub use cue::Cue;
pub use desk::Desk;
pub use mixer::Mixer;
pub use tone::RATE;
