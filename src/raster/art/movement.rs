//! Movements: keyframes of parts, and the pose between them: the files in `movements/`.
//!
//! A track holds the keys of one part: where it is at one moment of the movement. Poses are on the spot, with the feet
//! at the middle of the cell's lower edge; the scene moves the sprite. Movements that follow one another start and end
//! in the standing pose, or in one that both share (falling, gliding, clinging to a wall).

use std::collections::BTreeMap;

use serde::Deserialize;
use tiny_skia::Transform;

use super::ArtError;
use super::figure::{Figure, Shown, read};

/// How the parts move while a picture plays once, from phase 0 to phase 1.
pub struct Movement {
    bounds: [f32; 4],
    /// One for each part of the figure.
    tracks: Vec<Track>,
}

/// Where a part is, relative to its place in its drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placing {
    shift: (f32, f32),
    turn: f32,
    size: (f32, f32),
    /// How much of it is seen, from 0 to 1.
    pub fade: f32,
}

enum Track {
    /// The part is not there.
    Absent,
    /// The part stays where it is drawn.
    Resting,
    Keys(Vec<Key>),
}

/// A picture's entry in a file of movements.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Left, top, width and height, as in a view box.
    bounds: (f32, f32, f32, f32),
    tracks: BTreeMap<String, Vec<Key>>,
}

/// Where a part is at one moment. What is not said is as drawn.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    /// From 0 to 1.
    at: f32,
    /// To the right and down, in hundredths of a cell.
    #[serde(default)]
    shift: (f32, f32),
    /// Clockwise about the pivot, in degrees.
    #[serde(default)]
    turn: f32,
    /// Wider and higher about the pivot; negative turns it over.
    #[serde(default = "whole")]
    size: (f32, f32),
    #[serde(default = "seen")]
    fade: f32,
    /// How the part goes on from here to the next key.
    #[serde(default)]
    pace: Pace,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
enum Pace {
    /// Starts and ends gently.
    #[default]
    Eased,
    /// As fast all the way: for what spins or flows on through the key.
    Steady,
    /// Fast at first, as what is thrown up.
    Slowing,
    /// Slow at first, as what falls.
    Gaining,
    /// Not at all: the next key comes as a jump.
    Still,
}

/// Reads the file of movements at `path`: the name of each picture with its movement.
pub fn parse(path: &str, ron: &str, figure: &Figure) -> Result<BTreeMap<String, Movement>, ArtError> {
    let entries: BTreeMap<String, Entry> = read(path, ron)?;
    let movements = entries.into_iter().map(|(picture, Entry { bounds, mut tracks })| {
        for (part, keys) in &tracks {
            let rising = keys.windows(2).all(|pair| pair[0].at < pair[1].at);
            if !rising || keys.is_empty() || keys.iter().any(|key| !(0.0..=1.0).contains(&key.at)) {
                return Err(ArtError::KeysUnordered(picture, part.clone()));
            }
        }
        let tracks_of_joints = figure.joints().iter().map(|joint| match (tracks.remove(&joint.name), joint.shown) {
            (Some(keys), _) => Track::Keys(keys),
            (None, Shown::Always) => Track::Resting,
            (None, Shown::WhenMoved) => Track::Absent,
        });
        let movement =
            Movement { bounds: [bounds.0, bounds.1, bounds.2, bounds.3], tracks: tracks_of_joints.collect() };
        match tracks.into_keys().next() {
            Some(part) => Err(ArtError::PartUnknown(picture, part)),
            None => Ok((picture, movement)),
        }
    });
    movements.collect()
}

impl Movement {
    /// Left, top, width and height in hundredths of a cell.
    pub fn bounds(&self) -> [f32; 4] {
        self.bounds
    }

    /// Where each part of the figure is at `phase`, from 0 to 1; none for those that are not there.
    pub fn pose(&self, phase: f32) -> Vec<Option<Placing>> {
        let placings = self.tracks.iter().map(|track| match track {
            Track::Absent => None,
            Track::Resting => Some(Placing::AS_DRAWN),
            Track::Keys(keys) => Some(between(keys, phase)),
        });
        placings.collect()
    }
}

impl Placing {
    const AS_DRAWN: Placing = Placing { shift: (0.0, 0.0), turn: 0.0, size: (1.0, 1.0), fade: 1.0 };

    /// From the place in the drawing to the place in the pose.
    pub fn about(&self, pivot: (f32, f32)) -> Transform {
        Transform::from_translate(pivot.0 + self.shift.0, pivot.1 + self.shift.1)
            .pre_rotate(self.turn)
            .pre_scale(self.size.0, self.size.1)
            .pre_translate(-pivot.0, -pivot.1)
    }

    fn mix(self, other: Placing, share: f32) -> Placing {
        let mix = |a: f32, b: f32| a + (b - a) * share;
        Placing {
            shift: (mix(self.shift.0, other.shift.0), mix(self.shift.1, other.shift.1)),
            turn: mix(self.turn, other.turn),
            size: (mix(self.size.0, other.size.0), mix(self.size.1, other.size.1)),
            fade: mix(self.fade, other.fade),
        }
    }
}

impl From<Key> for Placing {
    fn from(Key { at: _, shift, turn, size, fade, pace: _ }: Key) -> Placing {
        Placing { shift, turn, size, fade }
    }
}

impl Pace {
    /// How much of the way is done after this share of the time.
    fn share(self, time: f32) -> f32 {
        match self {
            Pace::Eased => time * time * (3.0 - 2.0 * time),
            Pace::Steady => time,
            Pace::Slowing => time * (2.0 - time),
            Pace::Gaining => time * time,
            Pace::Still => 0.0,
        }
    }
}

/// The first key holds before it, the last one after it.
fn between(keys: &[Key], phase: f32) -> Placing {
    let next = keys.partition_point(|key| key.at <= phase);
    match (next.checked_sub(1).map(|last| keys[last]), keys.get(next).copied()) {
        (Some(last), Some(next)) => {
            let share = last.pace.share((phase - last.at) / (next.at - last.at));
            Placing::from(last).mix(next.into(), share)
        }
        (Some(only), None) | (None, Some(only)) => only.into(),
        (None, None) => Placing::AS_DRAWN,
    }
}

fn whole() -> (f32, f32) {
    (1.0, 1.0)
}

fn seen() -> f32 {
    1.0
}
