//! What to measure: zooms, qualities, the size of the frame, and for how long.

use std::num::NonZero;
use std::time::Duration;

use crate::look::{HintValue, Hints, Preset, Redraw};
use crate::raster::{Missing, PainterKind, Rendering};

/// Game time between two frames: a seventh of a step.
pub const FRAME_STEP: Duration = Duration::from_millis(100);

/// Frames of a course that count. Two steps of the world are among them, and their number is odd, so that their median
/// is one of them.
pub const COURSE: u32 = 15;

/// Frames before them: the scene has jumped back, and the ground that the second one sees again is composed for it.
pub const REWOUND: u32 = 2;

/// The number of the last frame of a lap.
pub const LAST_OF_LAP: u32 = REWOUND + COURSE - 1;

/// Laps of a visit whose frames count, in a run that lasts a given time. More of them put more of the time into such
/// frames, since sprites are made once a visit; fewer leave time for more visits, of which an interval needs several.
const LAPS: u32 = 6;

/// The most of them in a run of a given number of frames, which has few visits as it is.
const MAX_LAPS: u32 = 4;

/// The fewest visits that make an interval.
pub const FEWEST_VISITS: u32 = 2;

/// What to measure.
#[derive(Debug, Clone)]
pub struct BenchPlan {
    /// The level's name in reports.
    pub level: String,
    /// Steps of the level before its first measured frame: at its very start there are no rabbits.
    pub lead: u32,
    /// Pixels a tile.
    pub zooms: Vec<u32>,
    /// The base comes first, its A/A control second.
    pub variants: Vec<Variant>,
    /// Width and height of the frame in pixels.
    pub size: (u32, u32),
    pub painter: PainterKind,
    pub threads: NonZero<usize>,
    pub length: Length,
    /// What presents the frames, and on which adapter; none if they are painted only.
    pub presenter: Option<String>,
}

/// A quality to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its name in reports.
    pub name: String,
    pub hints: Hints,
    pub role: VariantRole,
}

/// The index of the base in a plan's variants, and that of its A/A control.
pub const BASE: usize = 0;
pub const CONTROL: usize = 1;

/// What a variant is measured for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VariantRole {
    /// The others are compared with it.
    Base,
    /// The A/A control, with the hints of the base: what differs between the two is noise.
    Control,
    /// A set of hints as a player may choose it.
    Set,
    /// The base with one hint switched from its own value to another.
    Single { from: HintValue, to: HintValue },
}

/// How long to measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    /// At least this many frames of each zoom and variant.
    Frames(u32),
    /// Until every ratio is precise enough, or this time is over; but two visits to each zoom, and what is not compared
    /// frame by frame, are always made.
    Time(Duration),
}

/// Laps of each visit whose frames count, in a run of this length.
pub fn laps(length: Length) -> u32 {
    match length {
        Length::Frames(frames) => frames.div_ceil(FEWEST_VISITS * COURSE).clamp(1, MAX_LAPS),
        Length::Time(_) => LAPS,
    }
}

/// Visits to each zoom in a run of so many frames.
pub fn visits_for(frames: u32) -> u32 {
    frames.div_ceil(laps(Length::Frames(frames)) * COURSE).max(FEWEST_VISITS)
}

impl BenchPlan {
    /// How a variant's frames are painted.
    pub fn rendering(&self, variant: usize, missing: Missing) -> Rendering {
        let hints = self.variants[variant].hints;
        Rendering { painter: self.painter, threads: self.threads, missing, ..Rendering::from(hints) }
    }

    /// The variants that a player may choose, unlike those with a single hint switched: indices.
    pub fn sets(&self) -> impl Iterator<Item = usize> {
        let variants = self.variants.iter().enumerate();
        let sets = variants.filter(|(_, variant)| matches!(variant.role, VariantRole::Base | VariantRole::Set));
        sets.map(|(index, _)| index)
    }

    /// The variants whose frames are measured while the zoom moves: none where there is only one zoom.
    pub fn swept(&self) -> impl Iterator<Item = usize> {
        self.sets().filter(|_| self.zooms.len() > 1)
    }

    /// The name of the variant that the others are compared with; empty if there are no variants.
    pub fn base(&self) -> &str {
        self.variants.first().map_or("", |variant| &variant.name)
    }
}

/// What a preset stands for in a benchmark: every pixel of every frame is painted, unless a list of hints says
/// `redraw=dirty` after it. What is not painted cannot be compared.
///
/// ```
/// use leveret::bench::repainting;
/// use leveret::look::{Hints, Preset, Redraw};
///
/// assert_eq!(Preset::Balanced.hints().redraw, Redraw::Dirty);
/// let hints = Hints::parse("balanced,filter=nearest", repainting).unwrap();
/// assert_eq!(hints.redraw, Redraw::Full);
/// ```
pub fn repainting(preset: Preset) -> Hints {
    preset.hints().with(Redraw::Full.into())
}

/// The three presets, and each single hint switched against `balanced`.
///
/// ```
/// use leveret::bench::{VariantRole, presets_and_singles};
/// use leveret::look::Filter;
///
/// let variants = presets_and_singles();
/// assert_eq!(variants[0].name, "balanced");
/// assert_eq!(variants[1].role, VariantRole::Control);
/// let single = variants.iter().find(|variant| variant.name == "filter=nearest").unwrap();
/// assert_eq!(single.role, VariantRole::Single { from: Filter::Bilinear.into(), to: Filter::Nearest.into() });
/// ```
pub fn presets_and_singles() -> Vec<Variant> {
    let base = repainting(Preset::Balanced);
    let mut variants = presets();
    variants.extend(base.alternatives().map(|to| Variant {
        name: to.to_string(),
        hints: base.with(to),
        role: VariantRole::Single { from: base.get(to.hint()), to },
    }));
    variants
}

/// The three presets, `balanced` first.
pub fn presets() -> Vec<Variant> {
    let named = |preset: Preset| (preset.name().to_owned(), repainting(preset));
    sets([Preset::Balanced, Preset::Speed, Preset::Quality].map(named))
}

/// These named sets of hints. The first is the base, and its control follows it. A set that is named twice is taken
/// once.
pub fn sets(named: impl IntoIterator<Item = (String, Hints)>) -> Vec<Variant> {
    let mut variants = Vec::new();
    for (name, hints) in named {
        if variants.iter().any(|variant: &Variant| variant.name == name) {
            continue;
        }
        if variants.is_empty() {
            let control = format!("{name} (A/A control)");
            variants.push(Variant { name, hints, role: VariantRole::Base });
            variants.push(Variant { name: control, hints, role: VariantRole::Control });
        } else {
            variants.push(Variant { name, hints, role: VariantRole::Set });
        }
    }
    variants
}
