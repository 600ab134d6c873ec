//! Movements: keyframes of parts, and the poses between them: the files in `movements/`.
//!
//! A track holds the keyframes of one part. Figures move on the spot, with their feet at the middle of the cell's lower
//! edge; the scene moves the sprite. Movements that follow one another start and end in the standing pose, or in one
//! that they share: falling, gliding, clinging to a wall.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::ArtError;
use super::figure::{Figure, Visibility};
use super::pose::{PartPose, Pose};
use super::ron_file::read;

/// The bounds on numbers, in either direction. A figure is one cell high, and reaches into the cells beside it.
const MOST_LENGTH: f32 = 1000.0;
const MOST_DEGREES: f32 = 3600.0;
const MOST_SIZE: f32 = 100.0;

/// How the parts of a figure move while a picture plays once, from phase 0 to phase 1.
pub struct Movement {
    bounds: [f32; 4],
    /// One for each part of the figure.
    tracks: Vec<Track>,
}

enum Track {
    /// The part is not there.
    Absent,
    /// The part stays where it is drawn.
    Resting,
    Keyframes(Vec<Keyframe>),
}

/// A picture's entry in a file of movements.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MovementEntry {
    /// Left, top, width and height, as in a view box.
    bounds: (f32, f32, f32, f32),
    tracks: BTreeMap<String, Vec<Keyframe>>,
}

/// The pose of a part at one moment. Fields that are not given are as drawn.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Keyframe {
    /// The phase, from 0 to 1.
    at: f32,
    /// To the right and down, in hundredths of a cell.
    #[serde(default)]
    shift: (f32, f32),
    /// Clockwise about the pivot, in degrees.
    #[serde(default)]
    turn: f32,
    /// Wider and higher about the pivot; negative mirrors.
    #[serde(default = "full_size")]
    size: (f32, f32),
    /// Opacity, from 0 to 1.
    #[serde(default = "opaque")]
    fade: f32,
    /// How the part moves from here to the next keyframe.
    #[serde(default)]
    easing: Easing,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
enum Easing {
    /// Starts and ends gently.
    #[default]
    EaseInOut,
    /// At constant speed: for what spins, or moves on through the keyframe.
    Linear,
    /// Fast at first, as what is thrown up.
    EaseOut,
    /// Slow at first, as what falls.
    EaseIn,
    /// Not at all: jumps at the next keyframe.
    Hold,
}

/// Reads the file of movements at `path`: each picture's name and movement.
pub fn parse(path: &str, ron: &str, figure: &Figure) -> Result<BTreeMap<String, Movement>, ArtError> {
    let entries: BTreeMap<String, MovementEntry> = read(path, ron)?;
    let movements = entries.into_iter().map(|(picture, MovementEntry { bounds, mut tracks })| {
        let bounds = [bounds.0, bounds.1, bounds.2, bounds.3];
        if !are_within(MOST_LENGTH, bounds) {
            return Err(ArtError::OutOfRange(picture, "bounds".to_owned()));
        }
        for (part, keyframes) in &tracks {
            let is_ascending = keyframes.windows(2).all(|pair| pair[0].at < pair[1].at);
            let is_in_range = |keyframe: &Keyframe| (0.0..=1.0).contains(&keyframe.at);
            if keyframes.is_empty() || !is_ascending || !keyframes.iter().all(is_in_range) {
                return Err(ArtError::KeysUnordered(picture, part.clone()));
            }
            if !keyframes.iter().all(Keyframe::is_drawable) {
                return Err(ArtError::OutOfRange(picture, part.clone()));
            }
        }
        let tracks_of_joints =
            figure.joints().iter().map(|joint| match (tracks.remove(&joint.name), joint.visibility) {
                (Some(keyframes), _) => Track::Keyframes(keyframes),
                (None, Visibility::Always) => Track::Resting,
                (None, Visibility::WhenMoved) => Track::Absent,
            });
        let movement = Movement { bounds, tracks: tracks_of_joints.collect() };
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

    /// The pose of the figure at `phase`, from 0 to 1.
    pub fn pose(&self, phase: f32) -> Pose {
        let parts = self.tracks.iter().map(|track| match track {
            Track::Absent => None,
            Track::Resting => Some(PartPose::AS_DRAWN),
            Track::Keyframes(keyframes) => Some(interpolate(keyframes, phase)),
        });
        parts.collect()
    }
}

impl Keyframe {
    /// Whether all numbers are in their ranges, with those between two such keyframes.
    fn is_drawable(&self) -> bool {
        let Keyframe { at: _, shift, turn, size, fade, easing: _ } = *self;
        are_within(MOST_LENGTH, [shift.0, shift.1])
            && are_within(MOST_DEGREES, [turn])
            && are_within(MOST_SIZE, [size.0, size.1])
            && (0.0..=1.0).contains(&fade)
    }
}

fn are_within<const N: usize>(most: f32, numbers: [f32; N]) -> bool {
    numbers.iter().all(|number| number.abs() <= most)
}

impl From<Keyframe> for PartPose {
    fn from(Keyframe { at: _, shift, turn, size, fade, easing: _ }: Keyframe) -> PartPose {
        PartPose { shift, turn, size, fade }
    }
}

impl Easing {
    /// The progress from one keyframe to the next after a share of the time, both from 0 to 1.
    fn progress(self, time: f32) -> f32 {
        match self {
            Easing::EaseInOut => time * time * (3.0 - 2.0 * time),
            Easing::Linear => time,
            Easing::EaseOut => time * (2.0 - time),
            Easing::EaseIn => time * time,
            Easing::Hold => 0.0,
        }
    }
}

/// The pose at `phase`. Before the first keyframe it is the first one's, after the last the last one's.
fn interpolate(keyframes: &[Keyframe], phase: f32) -> PartPose {
    let next = keyframes.partition_point(|keyframe| keyframe.at <= phase);
    match (next.checked_sub(1).map(|last| keyframes[last]), keyframes.get(next).copied()) {
        (Some(last), Some(next)) => {
            let progress = last.easing.progress((phase - last.at) / (next.at - last.at));
            PartPose::from(last).lerp(next.into(), progress)
        }
        (Some(only), None) | (None, Some(only)) => only.into(),
        (None, None) => PartPose::AS_DRAWN,
    }
}

fn full_size() -> (f32, f32) {
    PartPose::AS_DRAWN.size
}

fn opaque() -> f32 {
    PartPose::AS_DRAWN.fade
}
