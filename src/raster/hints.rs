//! The quality hints: what a player or a benchmark may ask of the painter, in one place.

use std::fmt;
use std::str::FromStr;

/// Declares the values of one hint, with the words by which people name them. The documentation of each value ends with
/// a picture: the same small piece of a board at 45 pixels a tile, where sprites are scaled down, and at 200, where they
/// are scaled up, each pixel drawn large. A test makes these pictures, and holds them to what the game paints.
macro_rules! hint {
    ($(#[$doc:meta])* $hint:ident $word:literal { $($(#[$about:meta])* $value:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $hint {
            $(
                $(#[$about])*
                ///
                #[doc = include_str!(concat!("../../assets/hints/", $word, "-", $name, ".html"))]
                $value,
            )*
        }

        impl $hint {
            /// All values.
            pub const ALL: &'static [$hint] = &[$($hint::$value,)*];

            /// The word for the value.
            pub const fn name(self) -> &'static str {
                match self { $($hint::$value => $name,)* }
            }
        }
    };
}

hint! {
    /// How a sprite is brought from its master bitmap to the size on screen. Masters are drawn at 32, 64 and 128 pixels
    /// a tile, and a sprite is made from the smallest that is not smaller than itself. At these zooms the master is
    /// copied as it is, and no filter is left anything to do; nor is one with [`Sprites::Vector`].
    Filter "filter" {
        /// Each pixel takes the nearest one of the master: hard, uneven steps; the cheapest.
        Nearest "nearest",
        /// Each pixel mixes the four around it: soft, and unsteady where a sprite shrinks by more than half.
        Bilinear "bilinear",
        /// Where sprites grow, the master's pixels stay evenly large and crisp: only their borders blur, by one pixel of
        /// the screen. Where they shrink there is no pixel to keep even, and it is bilinear.
        Sharp "sharp",
        /// Each pixel mixes sixteen (Catmull and Rom's spline): crisper than bilinear, with slight halos.
        Bicubic "bicubic",
        /// Each pixel is the mean of the area that it covers: calm where sprites shrink, whatever the zoom, since no
        /// light is lost or made up. Where they grow it is sharp.
        Area "area",
    }
}

hint! {
    /// Whether the edges of vector shapes and text are smooth.
    Antialias "antialias" {
        /// A pixel is in or out: stairs.
        Off "off",
        /// A pixel on the edge is mixed by how much of it lies inside.
        On "on",
    }
}

hint! {
    /// How exactly translucent pixels are mixed, where they are mixed in sRGB. With [`Blend::Linear`] it is idle: light
    /// is rounded once, and always exactly.
    Alpha "alpha" {
        /// Divides by 256 where 255 would be right: a channel may be off by one in each layer, which nobody sees.
        Fast "fast",
        /// Rounds the quotient by 255 to the nearest.
        Exact "exact",
    }
}

hint! {
    /// The space in which the colours of translucent pixels are mixed.
    Blend "blend" {
        /// The bytes of the frame are mixed as they are, as nearly all programs do: soft edges come out a little dark.
        /// White that covers half of black is 128.
        Srgb "srgb",
        /// Bytes are turned into amounts of light and back: right for the eye, and some times as dear. White that covers
        /// half of black is 188.
        Linear "linear",
    }
}

hint! {
    /// What a sprite of a new size is made from. Where a master has the size, both are the same drawing.
    Sprites "sprites" {
        /// Scaled from a master bitmap by the filter.
        Raster "raster",
        /// Drawn afresh from its vectors: always sharp, dear at each change of zoom; the filter is idle.
        Vector "vector",
    }
}

hint! {
    /// Whether sprites of a size are kept. It shows in the time only: the picture is the same.
    Cache "cache" {
        /// A sprite is made once for a size, and copied from then on.
        On "on",
        /// A sprite is made again in each frame, once however often it is drawn there.
        Off "off",
    }
}

hint! {
    /// How much of a frame is painted. It shows in the time only: the picture is the same byte for byte.
    Redraw "redraw" {
        /// Every pixel, in every frame: the time hardly depends on what moves.
        Full "full",
        /// Only where the items are others than in the frame before; everything once that is much of the frame.
        Dirty "dirty",
    }
}

/// All hints. The default is the preset `balanced`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hints {
    pub filter: Filter,
    pub antialias: Antialias,
    pub alpha: Alpha,
    pub blend: Blend,
    pub sprites: Sprites,
    pub cache: Cache,
    pub redraw: Redraw,
}

/// A named set of hints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// Whatever costs least; every hint that shows, shows.
    ///
    #[doc = include_str!("../../assets/hints/speed.html")]
    Speed,
    /// Soft edges and calm sprites at a price that is not noticed.
    ///
    #[doc = include_str!("../../assets/hints/balanced.html")]
    Balanced,
    /// Sprites afresh from their vectors, colours mixed as light.
    ///
    #[doc = include_str!("../../assets/hints/quality.html")]
    Quality,
}

/// One hint set apart from a base, for whoever measures what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Single {
    /// Name of the hint.
    pub hint: &'static str,
    /// Its value, different from the base's.
    pub value: &'static str,
    /// The base with this one value.
    pub hints: Hints,
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
            Preset::Speed => Hints {
                filter: Filter::Nearest,
                antialias: Antialias::Off,
                alpha: Alpha::Fast,
                blend: Blend::Srgb,
                sprites: Sprites::Raster,
                cache: Cache::On,
                redraw: Redraw::Dirty,
            },
            Preset::Balanced => Hints {
                filter: Filter::Bilinear,
                antialias: Antialias::On,
                alpha: Alpha::Exact,
                blend: Blend::Srgb,
                sprites: Sprites::Raster,
                cache: Cache::On,
                redraw: Redraw::Full,
            },
            Preset::Quality => Hints {
                filter: Filter::Bicubic,
                antialias: Antialias::On,
                alpha: Alpha::Exact,
                blend: Blend::Linear,
                sprites: Sprites::Vector,
                cache: Cache::On,
                redraw: Redraw::Full,
            },
        }
    }
}

impl Default for Hints {
    fn default() -> Hints {
        Preset::Balanced.hints()
    }
}

impl Hints {
    /// Every value that is not this set's own, switched alone: what a benchmark compares with the set itself.
    ///
    /// ```
    /// use leveret::raster::Hints;
    ///
    /// let base = Hints::default();
    /// let singles = base.singles();
    /// assert_eq!((singles[0].hint, singles[0].value), ("filter", "nearest"));
    /// assert!(singles.iter().all(|single| single.hints != base));
    /// ```
    pub fn singles(self) -> Vec<Single> {
        let mut singles = Vec::new();
        let mut list = |hint, value, hints| {
            if hints != self {
                singles.push(Single { hint, value, hints });
            }
        };
        Filter::ALL.iter().for_each(|&filter| list("filter", filter.name(), Hints { filter, ..self }));
        Antialias::ALL.iter().for_each(|&antialias| list("antialias", antialias.name(), Hints { antialias, ..self }));
        Alpha::ALL.iter().for_each(|&alpha| list("alpha", alpha.name(), Hints { alpha, ..self }));
        Blend::ALL.iter().for_each(|&blend| list("blend", blend.name(), Hints { blend, ..self }));
        Sprites::ALL.iter().for_each(|&sprites| list("sprites", sprites.name(), Hints { sprites, ..self }));
        Cache::ALL.iter().for_each(|&cache| list("cache", cache.name(), Hints { cache, ..self }));
        Redraw::ALL.iter().for_each(|&redraw| list("redraw", redraw.name(), Hints { redraw, ..self }));
        singles
    }
}

/// Writes all hints in the form that [`Hints::from_str`] reads.
///
/// ```
/// use leveret::raster::Hints;
///
/// let hints: Hints = "quality,filter=nearest".parse().unwrap();
/// assert_eq!(
///     hints.to_string(),
///     "filter=nearest,antialias=on,alpha=exact,blend=linear,sprites=vector,cache=on,redraw=full"
/// );
/// assert_eq!(hints.to_string().parse(), Ok(hints));
/// ```
impl fmt::Display for Hints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Hints { filter, antialias, alpha, blend, sprites, cache, redraw } = self;
        write!(f, "filter={},antialias={},", filter.name(), antialias.name())?;
        write!(f, "alpha={},blend={},", alpha.name(), blend.name())?;
        write!(f, "sprites={},cache={},redraw={}", sprites.name(), cache.name(), redraw.name())
    }
}

/// Why a list of hints was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HintError {
    UnknownHint(String),
    UnknownValue { hint: &'static str, value: String, known: String },
}

impl fmt::Display for HintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HintError::UnknownHint(word) => write!(
                f,
                "unknown hint `{word}`: presets are speed, balanced, quality; \
                 hints are filter, antialias, alpha, blend, sprites, cache, redraw"
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
        match hint {
            "filter" => self.filter = named("filter", value, Filter::ALL, Filter::name)?,
            "antialias" => self.antialias = named("antialias", value, Antialias::ALL, Antialias::name)?,
            "alpha" => self.alpha = named("alpha", value, Alpha::ALL, Alpha::name)?,
            "blend" => self.blend = named("blend", value, Blend::ALL, Blend::name)?,
            "sprites" => self.sprites = named("sprites", value, Sprites::ALL, Sprites::name)?,
            "cache" => self.cache = named("cache", value, Cache::ALL, Cache::name)?,
            "redraw" => self.redraw = named("redraw", value, Redraw::ALL, Redraw::name)?,
            _ => return Err(HintError::UnknownHint(hint.to_owned())),
        }
        Ok(())
    }
}

/// The value with this name.
fn named<T: Copy>(hint: &'static str, value: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, HintError> {
    all.iter().copied().find(|&known| name(known) == value).ok_or_else(|| HintError::UnknownValue {
        hint,
        value: value.to_owned(),
        known: all.iter().map(|&known| name(known)).collect::<Vec<_>>().join(", "),
    })
}
