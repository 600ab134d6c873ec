//! The sequencer: plays a tune, eighth by eighth.

use super::layer::SoundLayer;
use super::tone::{RATE, ratio};
use super::tune::Tune;
use super::tunes::tune;
use super::voice::Strike;
use crate::look::Theme;

/// Before a piece begins there is a rest of so many samples, in which the one before dies away: half a second.
const REST_BEFORE: u64 = RATE as u64 / 2;

/// The piece that plays, and how far it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sequencer {
    theme: Option<Theme>,
    /// Eighths played so far.
    eighths: u32,
    /// Samples until the next one.
    wait: u64,
    /// The root of the piece that plays, or played last: semitones from the middle C.
    root: i32,
}

impl Sequencer {
    pub fn theme(&self) -> Option<Theme> {
        self.theme
    }

    pub fn root(&self) -> i32 {
        self.root
    }

    /// Begins a piece, unless it plays already; without one, no more notes begin.
    pub fn play(&mut self, theme: Option<Theme>) {
        if theme != self.theme {
            let root = theme.map_or(self.root, |theme| tune(theme).root);
            *self = Sequencer { theme, eighths: 0, wait: REST_BEFORE, root };
        }
    }

    /// A sample passes. If an eighth of the piece begins with it, returns which one, counted from the piece's
    /// beginning.
    pub fn next_eighth(&mut self) -> Option<u32> {
        let tune = tune(self.theme?);
        if self.wait > 0 {
            self.wait -= 1;
            return None;
        }
        let eighth = self.eighths % tune.length();
        self.eighths = eighth + 1;
        self.wait = u64::from(samples(tune)) - 1;
        Some(eighth)
    }

    /// The notes that begin with an eighth of the piece.
    pub fn notes(&self, eighth: u32) -> impl Iterator<Item = (SoundLayer, Strike)> + use<> {
        let tune = self.theme.map(tune);
        tune.into_iter().flat_map(move |tune| {
            let gain = if eighth.is_multiple_of(tune.bar) { 1.0 } else { 0.85 };
            tune.notes_at(eighth).map(move |(layer, semitones)| {
                (layer, Strike { gain, pitch: ratio(tune.root + semitones), pan: 0.0, delay: 0 })
            })
        })
    }
}

/// Samples of an eighth.
fn samples(tune: &Tune) -> u32 {
    (tune.eighth * (RATE as f32 / 1000.0)) as u32
}
