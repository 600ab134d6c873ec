//! The quality hints: what a player or a benchmark may ask of the painter, in one place.

use std::fmt;
use std::str::FromStr;

/// How a sprite is brought from its master bitmap to the size on screen. A master that already has this size is
/// copied, and then no filter is left anything to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Each pixel takes the nearest one of the master: hard, uneven steps; the cheapest.
    Nearest,
    /// Each pixel mixes the four around it: soft, and unsteady where a sprite shrinks by more than half.
    Bilinear,
    /// Where sprites grow, the master's pixels stay evenly large and crisp: only their borders blur, by one pixel of the
    /// screen. Where they shrink there is no pixel to keep even, and it is bilinear.
    Sharp,
    /// Each pixel mixes sixteen (Catmull and Rom's spline): crisper than bilinear, with slight halos.
    Bicubic,
    /// Each pixel is the mean of the area that it covers: calm where sprites shrink. Where they grow it is sharp.
    Area,
}

/// Whether the edges of vector shapes and text are smooth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Antialias {
    /// A pixel is in or out: stairs.
    Off,
    /// A pixel on the edge is mixed by how much of it lies inside.
    On,
}

/// What a sprite of a new size is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sprites {
    /// Scaled from a master bitmap by the filter.
    Raster,
    /// Drawn afresh from its vectors: always sharp, dear at each change of zoom; the filter is idle.
    Vector,
}

/// Whether sprites of a size are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cache {
    /// A sprite is made once for a size, and copied from then on.
    On,
    /// A sprite is made again in each frame. The picture is the same.
    Off,
}

/// All hints. The default is the preset `balanced`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hints {
    pub filter: Filter,
    pub antialias: Antialias,
    pub sprites: Sprites,
    pub cache: Cache,
}

/// A named set of hints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    Speed,
    Balanced,
    Quality,
}

impl Preset {
    pub const ALL: [Preset; 3] = [Preset::Speed, Preset::Balanced, Preset::Quality];

    pub const fn name(self) -> &'static str {
        match self {
            Preset::Speed => "speed",
            Preset::Balanced => "balanced",
            Preset::Quality => "quality",
        }
    }

    pub const fn hints(self) -> Hints {
        match self {
            Preset::Speed => {
                Hints { filter: Filter::Nearest, antialias: Antialias::Off, sprites: Sprites::Raster, cache: Cache::On }
            }
            Preset::Balanced => {
                Hints { filter: Filter::Bilinear, antialias: Antialias::On, sprites: Sprites::Raster, cache: Cache::On }
            }
            Preset::Quality => {
                Hints { filter: Filter::Bicubic, antialias: Antialias::On, sprites: Sprites::Vector, cache: Cache::On }
            }
        }
    }
}

impl Default for Hints {
    fn default() -> Hints {
        Preset::Balanced.hints()
    }
}

/// Writes all hints in the form that [`Hints::from_str`] reads.
///
/// ```
/// use leveret::raster::Hints;
///
/// let hints: Hints = "quality,filter=nearest".parse().unwrap();
/// assert_eq!(hints.to_string(), "filter=nearest,antialias=on,sprites=vector,cache=on");
/// assert_eq!(hints.to_string().parse(), Ok(hints));
/// ```
impl fmt::Display for Hints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filter = match self.filter {
            Filter::Nearest => "nearest",
            Filter::Bilinear => "bilinear",
            Filter::Sharp => "sharp",
            Filter::Bicubic => "bicubic",
            Filter::Area => "area",
        };
        let antialias = match self.antialias {
            Antialias::Off => "off",
            Antialias::On => "on",
        };
        let sprites = match self.sprites {
            Sprites::Raster => "raster",
            Sprites::Vector => "vector",
        };
        let cache = match self.cache {
            Cache::On => "on",
            Cache::Off => "off",
        };
        write!(f, "filter={filter},antialias={antialias},sprites={sprites},cache={cache}")
    }
}

/// Why a list of hints was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HintError {
    UnknownHint(String),
    UnknownValue { hint: &'static str, value: String, known: &'static str },
}

impl fmt::Display for HintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HintError::UnknownHint(word) => write!(
                f,
                "unknown hint `{word}`: presets are speed, balanced, quality; hints are filter, antialias, sprites, cache"
            ),
            HintError::UnknownValue { hint, value, known } => {
                write!(f, "unknown value `{value}` of hint `{hint}`: known are {known}")
            }
        }
    }
}

impl std::error::Error for HintError {}

/// Reads presets and single hints, separated by commas; later ones win. What is not named is as in `balanced`.
impl FromStr for Hints {
    type Err = HintError;

    fn from_str(list: &str) -> Result<Hints, HintError> {
        let mut hints = Hints::default();
        for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            if let Some(preset) = Preset::ALL.into_iter().find(|preset| preset.name() == word) {
                hints = preset.hints();
                continue;
            }
            match word.split_once('=') {
                Some((hint, value)) => hints.set(hint.trim(), value.trim())?,
                None => return Err(HintError::UnknownHint(word.to_owned())),
            }
        }
        Ok(hints)
    }
}

impl Hints {
    fn set(&mut self, hint: &str, value: &str) -> Result<(), HintError> {
        let unknown = |hint, known| HintError::UnknownValue { hint, value: value.to_owned(), known };
        match hint {
            "filter" => {
                self.filter = match value {
                    "nearest" => Filter::Nearest,
                    "bilinear" => Filter::Bilinear,
                    "sharp" => Filter::Sharp,
                    "bicubic" => Filter::Bicubic,
                    "area" => Filter::Area,
                    _ => return Err(unknown("filter", "nearest, bilinear, sharp, bicubic, area")),
                }
            }
            "antialias" => {
                self.antialias = match value {
                    "off" => Antialias::Off,
                    "on" => Antialias::On,
                    _ => return Err(unknown("antialias", "off, on")),
                }
            }
            "sprites" => {
                self.sprites = match value {
                    "raster" => Sprites::Raster,
                    "vector" => Sprites::Vector,
                    _ => return Err(unknown("sprites", "raster, vector")),
                }
            }
            "cache" => {
                self.cache = match value {
                    "on" => Cache::On,
                    "off" => Cache::Off,
                    _ => return Err(unknown("cache", "on, off")),
                }
            }
            _ => return Err(HintError::UnknownHint(hint.to_owned())),
        }
        Ok(())
    }
}
