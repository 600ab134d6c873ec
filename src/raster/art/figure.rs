//! The figures: parts that move, each hanging on another: `parts.ron`.

use std::collections::BTreeMap;

use serde::Deserialize;
use tiny_skia::{Pixmap, PixmapPaint, Transform};

use super::drawing::SvgDrawing;
use super::pose::PartPose;
use super::ron_file::read;
use super::{Antialias, ArtError};
use crate::look::Palette;
use crate::scene::Skin;

/// All parts of all figures, back to front.
pub struct Figure {
    joints: Vec<Joint>,
    drawings: BTreeMap<String, SvgDrawing>,
}

/// A part and its parent.
pub struct Joint {
    pub name: String,
    pub visibility: Visibility,
    pivot: (f32, f32),
    /// The index of the part that carries this one along.
    parent: Option<usize>,
    /// The path of the drawing and the id of the group in it; none for a part that only carries others.
    drawn: Option<(String, String)>,
}

/// When a part is visible, provided that its parent is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Visibility {
    #[default]
    Always,
    /// Only in movements that name it: what a rabbit holds, and whole figures.
    WhenMoved,
}

/// An entry of `parts.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEntry {
    name: String,
    /// `file:id` is the group `id` of `parts/file.svg`. A part that only carries others draws nothing.
    #[serde(default)]
    draws: Option<String>,
    /// The name of the parent.
    #[serde(default)]
    on: Option<String>,
    /// The point that it turns and scales about, in hundredths of a cell.
    #[serde(default)]
    pivot: (f32, f32),
    #[serde(default)]
    shown: Visibility,
}

impl Figure {
    /// Reads `parts.ron`, and with `text` the drawings that it names by their paths.
    pub fn parse<'a>(
        ron: &str,
        text: impl Fn(&str) -> Result<&'a str, ArtError>,
        palette: Palette,
    ) -> Result<Figure, ArtError> {
        let parts: Vec<PartEntry> = read("parts.ron", ron)?;
        let mut drawings = BTreeMap::new();
        let mut joints = Vec::new();
        for part in &parts {
            let drawn = part.draws.as_ref().map(|draws| {
                let (file, id) = draws.split_once(':').unwrap_or((draws, ""));
                (format!("parts/{file}.svg"), id.to_string())
            });
            if let Some((path, id)) = &drawn {
                if !drawings.contains_key(path) {
                    drawings.insert(path.clone(), SvgDrawing::parse(path, text(path)?, palette)?);
                }
                if !drawings[path].has(id) {
                    return Err(ArtError::PartMissing(path.clone(), id.clone()));
                }
            }
            let parent = match &part.on {
                None => None,
                Some(on) => {
                    let parent = parts.iter().position(|other| other.name == *on);
                    Some(parent.ok_or_else(|| ArtError::PartLoose(part.name.clone(), on.clone()))?)
                }
            };
            joints.push(Joint { name: part.name.clone(), visibility: part.shown, pivot: part.pivot, parent, drawn });
        }
        for (joint, part) in parts.iter().enumerate() {
            if ancestors(&joints, joint).count() > joints.len() {
                return Err(ArtError::PartLoose(part.name.clone(), part.on.clone().unwrap_or_default()));
            }
        }
        Ok(Figure { joints, drawings })
    }

    pub fn joints(&self) -> &[Joint] {
        &self.joints
    }

    /// The drawings of all parts.
    pub fn drawings(&self) -> impl Iterator<Item = &SvgDrawing> {
        self.drawings.values()
    }

    /// Draws the parts back to front, each where `pose` has it.
    pub fn draw(
        &self,
        pose: &[Option<PartPose>],
        skin: Skin,
        antialias: Antialias,
        transform: Transform,
        onto: &mut Pixmap,
    ) {
        let draw = |joint: usize, own: Transform, onto: &mut Pixmap| {
            if let Some((path, id)) = &self.joints[joint].drawn {
                self.drawings[path].draw_part(id, skin, antialias, transform.pre_concat(own), &mut onto.as_mut());
            }
        };
        let all: Vec<usize> = (0..self.joints.len()).collect();
        // All parts with the same root are a figure, and it fades as a whole, so that no part shines through another.
        for figure in all.chunk_by(|&a, &b| self.root(a) == self.root(b)) {
            let Some(root) = pose[self.root(figure[0])] else { continue };
            if root.fade <= 0.0 {
                continue;
            }
            faded(root.fade, onto, |onto| {
                for &joint in figure {
                    let Some(part) = pose[joint] else { continue };
                    let Some(own) = self.transform(joint, pose) else { continue };
                    let fade = if self.joints[joint].parent.is_some() { part.fade } else { 1.0 };
                    faded(fade, onto, |onto| draw(joint, own, onto));
                }
            });
        }
    }

    fn root(&self, joint: usize) -> usize {
        ancestors(&self.joints, joint).last().unwrap_or(joint)
    }

    /// From where a part is drawn to where it is, carried along by its ancestors; none if one of them is absent.
    fn transform(&self, joint: usize, pose: &[Option<PartPose>]) -> Option<Transform> {
        let own = |joint: usize| Some(pose[joint]?.transform(self.joints[joint].pivot));
        ancestors(&self.joints, joint)
            .try_fold(own(joint)?, |transform, ancestor| Some(own(ancestor)?.pre_concat(transform)))
    }
}

/// Draws with an opacity, by way of a layer if it is less than 1.
fn faded(opacity: f32, onto: &mut Pixmap, draw: impl Fn(&mut Pixmap)) {
    if opacity >= 1.0 {
        draw(onto);
    } else if opacity > 0.0 {
        let mut layer = Pixmap::new(onto.width(), onto.height()).expect("a canvas is never empty");
        draw(&mut layer);
        let paint = PixmapPaint { opacity, ..PixmapPaint::default() };
        onto.draw_pixmap(0, 0, layer.as_ref(), &paint, Transform::identity(), None);
    }
}

/// The parent of a part, its parent, and so on. One more than there are parts if they form a cycle.
fn ancestors(joints: &[Joint], joint: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(joints[joint].parent, |&ancestor| joints[ancestor].parent).take(joints.len() + 1)
}
