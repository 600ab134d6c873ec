//! What to measure: zooms, qualities, the size of the frame, and for how long.

use std::num::NonZero;
use std::time::Duration;

use crate::look::{Hints, Preset};
use crate::raster::PainterKind;

/// What to measure.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the level is called in reports.
    pub level: String,
    /// Steps that the level makes before its frames are measured: at its very start nobody is about.
    pub lead: u32,
    /// Pixels a tile.
    pub zooms: Vec<u32>,
    /// The first is the one that others are compared with, the second is the same again.
    pub variants: Vec<Variant>,
    /// Size of the frame in pixels.
    pub size: (u32, u32),
    pub painter: PainterKind,
    pub threads: NonZero<usize>,
    pub length: Length,
}

/// A quality to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// What reports call it.
    pub name: String,
    pub hints: Hints,
    pub role: Role,
}

/// What a variant is there for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The others are compared with it.
    Base,
    /// The same as the base: how much the two differ is the noise of the machine.
    Again,
    /// A set of hints that somebody chose.
    Set,
    /// The base with one hint switched, from one value to another.
    Single { hint: String, from: String, to: String },
}

/// How long to measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    /// At least so many frames of each zoom and variant.
    Frames(u32),
    /// As many frames as fit into this time. How many that is, is settled before measuring starts.
    Time(Duration),
}

/// The three presets, and each single hint switched against the middle one.
///
/// ```
/// use leveret::bench::{Role, presets_and_singles};
///
/// let variants = presets_and_singles();
/// assert_eq!(variants[0].name, "balanced");
/// assert_eq!(variants[1].role, Role::Again);
/// let single = variants.iter().find(|variant| variant.name == "filter=nearest").unwrap();
/// let (from, to) = ("bilinear".to_owned(), "nearest".to_owned());
/// assert_eq!(single.role, Role::Single { hint: "filter".to_owned(), from, to });
/// ```
pub fn presets_and_singles() -> Vec<Variant> {
    let base = Preset::Balanced;
    let presets = [Preset::Speed, Preset::Quality].map(|preset| (preset.name().to_owned(), preset.hints()));
    let mut variants = sets(vec![(base.name().to_owned(), base.hints())].into_iter().chain(presets).collect());
    let base = base.hints();
    variants.extend(base.alternatives().map(|value| Variant {
        name: value.to_string(),
        hints: base.with(value),
        role: Role::Single {
            hint: value.hint().name().to_owned(),
            from: base.get(value.hint()).name().to_owned(),
            to: value.name().to_owned(),
        },
    }));
    variants
}

/// These sets of hints, the first of them twice: the others are compared with it, and it with itself.
pub fn sets(named: Vec<(String, Hints)>) -> Vec<Variant> {
    let mut variants = Vec::new();
    for (place, (name, hints)) in named.into_iter().enumerate() {
        if place == 0 {
            variants.push(Variant { name: name.clone(), hints, role: Role::Base });
            variants.push(Variant { name: format!("{name} again"), hints, role: Role::Again });
        } else {
            variants.push(Variant { name, hints, role: Role::Set });
        }
    }
    variants
}
