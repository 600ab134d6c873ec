//! A voice: one layer that is sounding.

use super::layer::{Fade, SoundLayer, Wave};
use super::tone::{BandPass, Noise, RATE, sine, triangle};

/// How a layer is to sound this time.
#[derive(Debug, Clone, Copy)]
pub struct Strike {
    /// A factor of its amplitude.
    pub gain: f32,
    /// A factor of its frequencies.
    pub pitch: f32,
    /// From −1 (left) to 1 (right).
    pub pan: f32,
    /// Samples until it starts, beside the layer's own delay.
    pub delay: u32,
}

/// A layer in the middle of its course.
#[derive(Debug, Clone)]
pub struct Voice {
    layer: SoundLayer,
    pitch: f32,
    /// The factors of the left and the right channel.
    sides: [f32; 2],
    /// Samples until it starts.
    delay: u32,
    /// Samples since its start, and from start to end.
    age: u32,
    length: u32,
    /// In turns.
    phase: f32,
    modulator: f32,
    noise: Noise,
    filter: BandPass,
}

/// A layer is not moved to one side as a whole: some of it is always heard on the other.
const WIDEST: f32 = 0.8;

impl Voice {
    pub fn new(layer: SoundLayer, strike: Strike) -> Voice {
        let pan = strike.pan.clamp(-1.0, 1.0) * WIDEST;
        Voice {
            layer,
            pitch: strike.pitch,
            // Equal power: the squares add up to 1 wherever it is.
            sides: [1.0 - pan, 1.0 + pan].map(|side| (side / 2.0).sqrt() * strike.gain),
            delay: strike.delay + samples(layer.delay),
            age: 0,
            length: samples(layer.length).max(1),
            phase: 0.0,
            modulator: 0.0,
            noise: Noise::START,
            filter: BandPass::default(),
        }
    }

    pub fn is_over(&self) -> bool {
        self.age >= self.length
    }

    /// Its next sample on both channels.
    pub fn next(&mut self) -> [f32; 2] {
        if self.delay > 0 {
            self.delay -= 1;
            return [0.0; 2];
        }
        let passed = self.age as f32 / self.length as f32;
        let loudness = self.loudness(passed);
        let hertz = (self.layer.from + (self.layer.to - self.layer.from) * passed) * self.pitch;
        let sample = self.wave(hertz, loudness) * loudness * self.layer.level;
        self.age += 1;
        self.sides.map(|side| side * sample)
    }

    /// The envelope, 0 to 1.
    fn loudness(&self, passed: f32) -> f32 {
        let rise = self.layer.attack / self.layer.length;
        let course = if passed < rise {
            // Level at both ends, as a corner in the envelope would click.
            let risen = passed / rise;
            risen * risen * (3.0 - 2.0 * risen)
        } else {
            let rest = (1.0 - passed) / (1.0 - rise);
            match self.layer.fade {
                Fade::Struck => rest * rest * rest,
                Fade::Held => 1.0 - (1.0 - rest) * (1.0 - rest) * (1.0 - rest) * (1.0 - rest),
            }
        };
        // A held layer still falls steeply at its very end.
        let course = course * (8.0 * (1.0 - passed)).min(1.0);
        let swing = self.layer.tremolo * self.age as f32 / RATE as f32;
        if self.layer.tremolo > 0.0 { course * (0.5 - 0.5 * sine(swing + 0.25)) } else { course }
    }

    fn wave(&mut self, hertz: f32, loudness: f32) -> f32 {
        let turn = |phase: &mut f32, hertz: f32| {
            *phase += hertz / RATE as f32;
            *phase -= phase.floor();
        };
        let sample = match self.layer.wave {
            Wave::Sine => sine(self.phase),
            Wave::Triangle => triangle(self.phase),
            Wave::Modulated { ratio, depth } => {
                let sample = sine(self.phase + depth * loudness * sine(self.modulator));
                turn(&mut self.modulator, hertz * ratio);
                sample
            }
            Wave::Noise { width } => self.filter.next(self.noise.next(), hertz, width),
        };
        turn(&mut self.phase, hertz);
        sample
    }
}

/// Milliseconds as samples.
fn samples(milliseconds: f32) -> u32 {
    (milliseconds * (RATE as f32 / 1000.0)) as u32
}
