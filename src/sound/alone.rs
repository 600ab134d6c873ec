//! Single sounds by themselves: to listen to, to look at, and to measure.

use super::cue::Cue;
use super::mixer::Mixer;
use super::queue::SoundQueue;
use super::tone::RATE;
use super::tunes::tune;
use crate::look::{Sounding, Theme, Volume, Volumes};

/// Samples of both channels that are made at a time: 10 ms.
const BLOCK: usize = 2 * RATE as usize / 100;

/// A cue in the middle of the board, from its start until it is silent: pairs of a left and a right sample.
pub fn cue_alone(cue: Cue) -> Vec<f32> {
    let (mut queue, mut mixer) = warm();
    queue.strike(cue);
    let mut samples = block(&mut mixer);
    while !mixer.is_silent() {
        samples.extend(block(&mut mixer));
    }
    samples
}

/// A piece of music at its full volume, so many times from its beginning to its end, and until its last notes have died
/// away.
pub fn tune_alone(theme: Theme, rounds: u32) -> Vec<f32> {
    let (mut queue, mut mixer) = warm();
    queue.play(Some(theme));
    let tune = tune(theme);
    let length = f64::from(tune.length() * rounds) * f64::from(tune.eighth) / 1000.0;
    let blocks = (length * f64::from(RATE) * 2.0 / BLOCK as f64) as usize;
    let mut samples: Vec<f32> = (0..blocks).flat_map(|_| block(&mut mixer)).collect();
    queue.play(None);
    samples.extend(block(&mut mixer));
    while !mixer.is_silent() {
        samples.extend(block(&mut mixer));
    }
    samples
}

/// A queue, and a mixer whose faders are up.
fn warm() -> (SoundQueue, Mixer) {
    let (mut queue, mut mixer) = SoundQueue::with_mixer();
    queue.set_volumes(Volumes { sounding: Sounding::On, effects: Volume::FULL, music: Volume::FULL });
    (0..5).for_each(|_| drop(block(&mut mixer)));
    (queue, mixer)
}

fn block(mixer: &mut Mixer) -> Vec<f32> {
    let mut samples = vec![0.0; BLOCK];
    mixer.render(&mut samples);
    samples
}
