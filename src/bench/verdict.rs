//! What a confidence interval says: slower, faster, no difference, or that one cannot tell yet.

use std::fmt;

use serde::{Serialize, Serializer};

use super::bootstrap::Interval;

/// Ratios within 2 % of 1 count as no difference: it is invisible, and two builds of the same program differ as much.
pub const TOLERANCE: f64 = 0.02;

/// What a ratio of frame times and its interval say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SpeedVerdict {
    /// The whole interval lies above 1.
    Slower,
    /// The whole interval lies below 1.
    Faster,
    /// The whole interval lies within [`TOLERANCE`] of 1.
    NoDifference,
    /// The interval is too wide. A run that is `longer` times as long is expected to narrow it enough.
    CannotTell { longer: f64 },
}

impl SpeedVerdict {
    /// The verdict for an interval.
    ///
    /// ```
    /// use leveret::bench::{Interval, SpeedVerdict};
    ///
    /// let verdict = |low, ratio, high| SpeedVerdict::of(Interval { ratio, low, high });
    /// assert_eq!(verdict(1.01, 1.05, 1.09), SpeedVerdict::Slower);
    /// assert_eq!(verdict(0.50, 0.55, 0.60), SpeedVerdict::Faster);
    /// assert_eq!(verdict(0.99, 1.00, 1.01), SpeedVerdict::NoDifference);
    /// assert_eq!(verdict(1.001, 1.01, 1.019), SpeedVerdict::NoDifference, "a difference, but an invisible one");
    /// assert!(matches!(verdict(0.9, 1.0, 1.1), SpeedVerdict::CannotTell { .. }));
    /// ```
    pub fn of(interval: Interval) -> SpeedVerdict {
        let Interval { low, high, .. } = interval;
        if low >= 1.0 - TOLERANCE && high <= 1.0 + TOLERANCE {
            SpeedVerdict::NoDifference
        } else if low > 1.0 {
            SpeedVerdict::Slower
        } else if high < 1.0 {
            SpeedVerdict::Faster
        } else {
            SpeedVerdict::CannotTell { longer: times_longer(interval) }
        }
    }

    /// One character, for narrow tables.
    pub const fn mark(self) -> char {
        match self {
            SpeedVerdict::Slower => '+',
            SpeedVerdict::Faster => '-',
            SpeedVerdict::NoDifference => '=',
            SpeedVerdict::CannotTell { .. } => '?',
        }
    }

    /// Its name in `summary.json`.
    pub const fn name(self) -> &'static str {
        match self {
            SpeedVerdict::Slower => "slower",
            SpeedVerdict::Faster => "faster",
            SpeedVerdict::NoDifference => "no difference",
            SpeedVerdict::CannotTell { .. } => "cannot tell",
        }
    }
}

impl fmt::Display for SpeedVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpeedVerdict::CannotTell { longer } => write!(f, "cannot tell: run {} times as long", longer.ceil()),
            SpeedVerdict::Slower | SpeedVerdict::Faster | SpeedVerdict::NoDifference => f.write_str(self.name()),
        }
    }
}

impl Serialize for SpeedVerdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// How many times as long a run has to be. The width of an interval falls with the square root of the number of blocks;
/// it has to become narrow enough to exclude 1 or to lie within the tolerance, whichever comes first.
fn times_longer(interval: Interval) -> f64 {
    let away = interval.ratio.ln().abs();
    let tolerance = TOLERANCE.ln_1p();
    let wanted = away.max(tolerance - away);
    let width = (interval.ratio / interval.low).ln().max((interval.high / interval.ratio).ln());
    (width / wanted).powi(2).clamp(1.0, 1e6)
}
