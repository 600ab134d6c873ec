//! The parts that move, and how they hang together: `parts.ron`.

use std::collections::BTreeMap;

use serde::Deserialize;
use tiny_skia::{Pixmap, PixmapPaint, Transform};

use super::drawing::Drawing;
use super::movement::Placing;
use super::{Antialias, ArtError};
use crate::scene::Skin;

/// All parts of all figures, back to front.
pub struct Figure {
    joints: Vec<Joint>,
    drawings: BTreeMap<String, Drawing>,
}

/// A part and what it hangs on.
pub struct Joint {
    pub name: String,
    pub shown: Shown,
    pivot: (f32, f32),
    /// Where in the list is the part that carries this one along.
    on: Option<usize>,
    /// The path of the drawing and the id of the group in it; none for a part that only carries others.
    drawn: Option<(String, String)>,
}

/// When a part is seen, provided that the part that it hangs on is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Shown {
    #[default]
    Always,
    /// Only in movements that name it: what a rabbit holds, and whole figures.
    WhenMoved,
}

/// An entry of `parts.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    /// `file:id` is the group `id` of `parts/file.svg`. A part that only carries others draws nothing.
    #[serde(default)]
    draws: Option<String>,
    #[serde(default)]
    on: Option<String>,
    /// What it turns and grows about, in hundredths of a cell.
    #[serde(default)]
    pivot: (f32, f32),
    #[serde(default)]
    shown: Shown,
}

impl Figure {
    /// Reads `parts.ron`, and by `text` the drawings that it names.
    pub fn parse<'a>(ron: &str, text: impl Fn(&str) -> Result<&'a str, ArtError>) -> Result<Figure, ArtError> {
        let parts: Vec<Part> = read("parts.ron", ron)?;
        let mut drawings = BTreeMap::new();
        let mut joints = Vec::new();
        for part in &parts {
            let drawn = part.draws.as_ref().map(|draws| {
                let (file, id) = draws.split_once(':').unwrap_or((draws, ""));
                (format!("parts/{file}.svg"), id.to_string())
            });
            if let Some((path, id)) = &drawn {
                if !drawings.contains_key(path) {
                    drawings.insert(path.clone(), Drawing::parse(path, text(path)?)?);
                }
                if !drawings[path].has(id) {
                    return Err(ArtError::PartMissing(path.clone(), id.clone()));
                }
            }
            let on = match &part.on {
                None => None,
                Some(on) => {
                    let place = parts.iter().position(|other| other.name == *on);
                    Some(place.ok_or_else(|| ArtError::PartLoose(part.name.clone(), on.clone()))?)
                }
            };
            joints.push(Joint { name: part.name.clone(), shown: part.shown, pivot: part.pivot, on, drawn });
        }
        for (joint, part) in parts.iter().enumerate() {
            if carriers(&joints, joint).count() > joints.len() {
                return Err(ArtError::PartLoose(part.name.clone(), part.on.clone().unwrap_or_default()));
            }
        }
        Ok(Figure { joints, drawings })
    }

    pub fn joints(&self) -> &[Joint] {
        &self.joints
    }

    /// Draws the parts back to front; `pose` has a placing for each part, none for one that is not there.
    pub fn draw(
        &self,
        pose: &[Option<Placing>],
        skin: Skin,
        antialias: Antialias,
        transform: Transform,
        onto: &mut Pixmap,
    ) {
        let draw = |joint: usize, place: Transform, onto: &mut Pixmap| {
            if let Some((path, id)) = &self.joints[joint].drawn {
                self.drawings[path].draw_part(id, skin, antialias, transform.pre_concat(place), &mut onto.as_mut());
            }
        };
        let all: Vec<usize> = (0..self.joints.len()).collect();
        // A figure fades as a whole, so that no part shines through another: all parts on one root at once.
        for figure in all.chunk_by(|&a, &b| self.root(a) == self.root(b)) {
            let Some(root) = pose[self.root(figure[0])] else { continue };
            if root.fade <= 0.0 {
                continue;
            }
            faded(root.fade, onto, |onto| {
                for &joint in figure {
                    let Some(placing) = pose[joint] else { continue };
                    let Some(place) = self.place(joint, pose) else { continue };
                    let fade = if self.joints[joint].on.is_some() { placing.fade } else { 1.0 };
                    faded(fade, onto, |onto| draw(joint, place, onto));
                }
            });
        }
    }

    fn root(&self, joint: usize) -> usize {
        carriers(&self.joints, joint).last().unwrap_or(joint)
    }

    /// Where a part is with all that carry it; none if one of them is not there.
    fn place(&self, joint: usize, pose: &[Option<Placing>]) -> Option<Transform> {
        let own = pose[joint]?.about(self.joints[joint].pivot);
        carriers(&self.joints, joint)
            .try_fold(own, |place, carrier| Some(pose[carrier]?.about(self.joints[carrier].pivot).pre_concat(place)))
    }
}

/// Draws something that is seen to a share only; whole things need no layer of their own.
fn faded(fade: f32, onto: &mut Pixmap, draw: impl Fn(&mut Pixmap)) {
    if fade >= 1.0 {
        draw(onto);
    } else if fade > 0.0 {
        let mut layer = Pixmap::new(onto.width(), onto.height()).expect("a canvas is never empty");
        draw(&mut layer);
        let paint = PixmapPaint { opacity: fade, ..PixmapPaint::default() };
        onto.draw_pixmap(0, 0, layer.as_ref(), &paint, Transform::identity(), None);
    }
}

/// What carries a part, and what carries that, and so on. One step more than there are parts if it is a circle.
fn carriers(joints: &[Joint], joint: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(joints[joint].on, |&carrier| joints[carrier].on).take(joints.len() + 1)
}

/// Reads a RON file of ours; `path` is named in the error, with line and column.
pub fn read<'a, T: Deserialize<'a>>(path: &str, ron: &'a str) -> Result<T, ArtError> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(ron).map_err(|error| ArtError::FileBroken(path.into(), error.to_string()))
}
