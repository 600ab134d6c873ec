//! The quality hints: what a player or a benchmark may ask of the painter, in one place.

use std::fmt;
use std::str::FromStr;

/// Declares all hints at once: the type of each hint's values, [`Hint`] to name a hint, [`HintValue`] for a hint with a
/// value, and [`Hints`] with one value of each. The documentation of each value ends with a picture: the same small
/// piece of a board at 45 pixels a tile, where sprites are scaled down, and at 200, where they are scaled up, each
/// pixel drawn large. A test makes these pictures, and compares them with what the game paints.
macro_rules! hints {
    ($(
        $(#[$doc:meta])*
        $hint:ident $field:ident $word:literal { $($(#[$about:meta])* $value:ident $name:literal,)* }
    )*) => {
        $(
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

            impl From<$hint> for HintValue {
                fn from(value: $hint) -> HintValue {
                    HintValue::$hint(value)
                }
            }
        )*

        /// A hint, whatever its value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Hint { $($hint,)* }

        /// A hint with a value. It is displayed as people type it: `filter=nearest`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum HintValue { $($hint($hint),)* }

        /// A value for each hint. The default is the preset `balanced`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct Hints { $(pub $field: $hint,)* }

        impl Hint {
            /// All hints, in the order in which they are shown and written.
            pub const ALL: &'static [Hint] = &[$(Hint::$hint,)*];

            /// The word for the hint.
            pub const fn name(self) -> &'static str {
                match self { $(Hint::$hint => $word,)* }
            }

            /// All values of the hint.
            pub const fn values(self) -> &'static [HintValue] {
                match self { $(Hint::$hint => &[$(HintValue::$hint($hint::$value),)*],)* }
            }
        }

        impl HintValue {
            /// The hint that this is a value of.
            pub const fn hint(self) -> Hint {
                match self { $(HintValue::$hint(_) => Hint::$hint,)* }
            }

            /// The word for the value.
            pub const fn name(self) -> &'static str {
                match self { $(HintValue::$hint(value) => value.name(),)* }
            }
        }

        impl Hints {
            /// The value of a hint.
            pub const fn get(self, hint: Hint) -> HintValue {
                match hint { $(Hint::$hint => HintValue::$hint(self.$field),)* }
            }

            /// Sets the hint that this is a value of.
            pub const fn set(&mut self, value: HintValue) {
                match value { $(HintValue::$hint(value) => self.$field = value,)* }
            }
        }
    };
}

hints! {
    /// How a sprite is scaled from a mip level to the size on screen. Mip levels are drawn at 32, 64 and 128 pixels a
    /// tile, and a sprite is scaled from the smallest that is not smaller than itself. At these zooms the mip level is
    /// copied, and the filter is idle; so it is with [`Sprites::Vector`].
    Filter filter "filter" {
        /// Each pixel takes the nearest one of the mip level: hard, uneven steps; the cheapest.
        Nearest "nearest",
        /// Each pixel interpolates the four around it: soft, and unsteady where a sprite shrinks by more than half.
        Bilinear "bilinear",
        /// Where sprites grow, the pixels of the mip level stay evenly large and crisp: only their borders blur, by one
        /// pixel of the screen. Where they shrink there is no pixel to keep even, and it is bilinear.
        Sharp "sharp",
        /// Each pixel interpolates sixteen (Catmull and Rom's spline): crisper than bilinear, with slight halos.
        Bicubic "bicubic",
        /// Each pixel is the mean of the area that it covers: calm where sprites shrink, whatever the zoom, since no
        /// light is lost or made up. Where they grow it is sharp.
        Area "area",
    }

    /// Whether the edges of vector shapes and text are smooth.
    Antialias antialias "antialias" {
        /// A pixel is in or out: stairs.
        Off "off",
        /// A pixel on the edge is blended by its coverage.
        On "on",
    }

    /// How source-over rounds where it blends in sRGB. With [`Blend::Linear`] it is idle: linear light is rounded once,
    /// and always to the nearest.
    Alpha alpha "alpha" {
        /// Divides by 256 after adding 255, where 255 would be right. Of the 65,536 products of two bytes 17,284 come
        /// out one brighter than exact and 1,476 one darker; 0 and 255 are always right. It cannot be seen.
        Fast "fast",
        /// Rounds the quotient by 255 to the nearest.
        Exact "exact",
    }

    /// The colour space in which translucent pixels are blended.
    Blend blend "blend" {
        /// The bytes of the frame are blended as they are, as nearly all programs do: soft edges come out a little
        /// dark. White that covers half of black is 128.
        Srgb "srgb",
        /// Bytes are converted to linear light and back: right for the eye, and several times the cost. White that
        /// covers half of black is 188.
        Linear "linear",
    }

    /// What a sprite of a new size is made from. Where a mip level has the size, both values are the same picture.
    Sprites sprites "sprites" {
        /// Scaled from a mip level by the filter.
        Raster "raster",
        /// Drawn from its vectors: always sharp, expensive at each change of zoom; the filter is idle.
        Vector "vector",
    }

    /// Whether sprite bitmaps are cached. It shows in the time only: the picture is the same.
    Cache cache "cache" {
        /// A sprite is made once for a size, and copied from then on.
        On "on",
        /// A sprite is made again in each frame, once however often it is drawn there.
        Off "off",
    }

    /// How much of a frame is painted. It shows in the time only: the picture is the same byte for byte.
    Redraw redraw "redraw" {
        /// Every pixel, in every frame: the time hardly depends on what moves.
        Full "full",
        /// Only where the items are others than in the frame before; everything once that is much of the frame.
        Dirty "dirty",
    }
}

/// A named set of hints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// The cheapest value of each hint.
    ///
    #[doc = include_str!("../../assets/hints/speed.html")]
    Speed,
    /// Soft edges and calm sprites at a cost that is hardly noticed.
    ///
    #[doc = include_str!("../../assets/hints/balanced.html")]
    Balanced,
    /// Sprites drawn from their vectors, colours blended in linear light.
    ///
    #[doc = include_str!("../../assets/hints/quality.html")]
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
                redraw: Redraw::Dirty,
            },
            Preset::Quality => Hints {
                filter: Filter::Bicubic,
                antialias: Antialias::On,
                alpha: Alpha::Exact,
                blend: Blend::Linear,
                sprites: Sprites::Vector,
                cache: Cache::On,
                redraw: Redraw::Dirty,
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
    /// Reads a list as [`from_str`](Hints::from_str) does, where presets stand for these hints.
    ///
    /// # Errors
    /// When a word is neither a preset nor a hint with one of its values.
    pub fn parse(list: &str, preset_hints: impl Fn(Preset) -> Hints) -> Result<Hints, HintError> {
        let mut hints = preset_hints(Preset::Balanced);
        for word in list.split(',').map(str::trim) {
            match Preset::ALL.into_iter().find(|preset| preset.name() == word) {
                Some(preset) => hints = preset_hints(preset),
                None if word.is_empty() => return Err(HintError::NoHint),
                None => hints.set(word.parse()?),
            }
        }
        Ok(hints)
    }

    /// The same hints but for this one.
    pub const fn with(mut self, value: HintValue) -> Hints {
        self.set(value);
        self
    }

    /// The same hints, but the next or the previous value of one of them. After the last value comes the first.
    pub fn cycle(self, hint: Hint, way: Cycle) -> Hints {
        let (values, now) = (hint.values(), self.get(hint));
        let index = values.iter().position(|value| *value == now).unwrap_or(0);
        let step = match way {
            Cycle::Next => 1,
            Cycle::Previous => values.len() - 1,
        };
        self.with(values[(index + step) % values.len()])
    }

    /// Every value that is not this set's own: each of them alone is what a benchmark compares with the set itself.
    ///
    /// ```
    /// use leveret::look::{Filter, HintValue, Hints};
    ///
    /// let base = Hints::default();
    /// assert_eq!(base.alternatives().next(), Some(HintValue::Filter(Filter::Nearest)));
    /// assert!(base.alternatives().all(|value| base.with(value) != base));
    /// ```
    pub fn alternatives(self) -> impl Iterator<Item = HintValue> {
        let values = Hint::ALL.iter().flat_map(|hint| hint.values());
        values.copied().filter(move |value| self.get(value.hint()) != *value)
    }

    /// The preset that these hints differ least from, and the hints in which they differ.
    ///
    /// ```
    /// use leveret::look::{Filter, HintValue, Hints, Preset};
    ///
    /// let hints: Hints = "quality,filter=nearest".parse().unwrap();
    /// assert_eq!(hints.nearest_preset(), (Preset::Quality, vec![HintValue::Filter(Filter::Nearest)]));
    /// ```
    pub fn nearest_preset(self) -> (Preset, Vec<HintValue>) {
        let differing = |preset: Preset| {
            let values = Hint::ALL.iter().map(|hint| self.get(*hint));
            (preset, values.filter(|value| preset.hints().get(value.hint()) != *value).collect::<Vec<_>>())
        };
        let nearest = Preset::ALL.map(differing).into_iter().min_by_key(|(_, values)| values.len());
        nearest.expect("there are presets")
    }

    /// The preset that these hints are exactly, if they are one.
    pub fn preset(self) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.hints() == self)
    }
}

/// A way through the values of a hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cycle {
    Next,
    Previous,
}

impl fmt::Display for HintValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.hint().name(), self.name())
    }
}

/// Writes all hints in the form that [`Hints::from_str`] reads.
///
/// ```
/// use leveret::look::Hints;
///
/// let hints: Hints = "quality,filter=nearest".parse().unwrap();
/// assert_eq!(
///     hints.to_string(),
///     "filter=nearest,antialias=on,alpha=exact,blend=linear,sprites=vector,cache=on,redraw=dirty"
/// );
/// assert_eq!(hints.to_string().parse(), Ok(hints));
/// ```
impl fmt::Display for Hints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, hint) in Hint::ALL.iter().enumerate() {
            write!(f, "{}{}", if index > 0 { "," } else { "" }, self.get(*hint))?;
        }
        Ok(())
    }
}

/// Why a list of hints was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HintError {
    /// The list is empty, or there is nothing between two commas or at an end.
    NoHint,
    /// The word is neither a preset nor a hint.
    UnknownHint(String),
    /// A hint without a value.
    NoValue(Hint),
    UnknownValue {
        hint: Hint,
        value: String,
    },
}

impl fmt::Display for HintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |names: Vec<&str>| names.join(", ");
        let values = |hint: Hint| list(hint.values().iter().map(|known| known.name()).collect());
        let known = || {
            let presets = list(Preset::ALL.map(Preset::name).to_vec());
            format!("presets are {presets}; hints are {}", list(Hint::ALL.iter().map(|hint| hint.name()).collect()))
        };
        match self {
            HintError::NoHint => write!(f, "a hint is missing: {}", known()),
            HintError::UnknownHint(word) => write!(f, "unknown hint `{word}`: {}", known()),
            HintError::NoValue(hint) => {
                let (name, known) = (hint.name(), values(*hint));
                write!(f, "the hint `{name}` needs a value: write `{name}=` and one of {known}")
            }
            HintError::UnknownValue { hint, value } => {
                write!(f, "unknown value `{value}` of hint `{}`: known are {}", hint.name(), values(*hint))
            }
        }
    }
}

impl std::error::Error for HintError {}

/// Reads `filter=nearest`.
impl FromStr for HintValue {
    type Err = HintError;

    fn from_str(word: &str) -> Result<HintValue, HintError> {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        let (name, value) = (name.trim(), value.trim());
        let hint = Hint::ALL.iter().find(|hint| hint.name() == name);
        let hint = hint.ok_or_else(|| HintError::UnknownHint(name.to_owned()))?;
        if value.is_empty() {
            return Err(HintError::NoValue(*hint));
        }
        let known = hint.values().iter().find(|known| known.name() == value);
        known.copied().ok_or_else(|| HintError::UnknownValue { hint: *hint, value: value.to_owned() })
    }
}

/// Reads presets and single hints, separated by commas; later ones win. A hint that is not named is as in `balanced`.
impl FromStr for Hints {
    type Err = HintError;

    fn from_str(list: &str) -> Result<Hints, HintError> {
        Hints::parse(list, Preset::hints)
    }
}
