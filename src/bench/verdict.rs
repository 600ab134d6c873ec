//! What an interval says about a ratio of frame times.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::estimate::Interval;

/// Ratios within 2 % of 1 are irrelevant: nobody notices, and two builds of the same program differ as much.
pub const TOLERANCE: f64 = 0.02;

/// What a ratio of frame times and its interval say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpeedVerdict {
    /// Both are the same work, known without a clock.
    #[serde(rename = "idle")]
    Idle,
    /// The whole interval lies within [`TOLERANCE`] of 1, and 1 in it.
    #[serde(rename = "no difference")]
    NoDifference,
    /// The whole interval lies within [`TOLERANCE`] of 1, but to one side of it: a difference, though an irrelevant
    /// one.
    #[serde(rename = "differs by less than 2 %")]
    Slight,
    /// The whole interval lies above 1 by more than [`TOLERANCE`].
    #[serde(rename = "slower")]
    Slower,
    /// The whole interval lies below 1 by more than [`TOLERANCE`].
    #[serde(rename = "faster")]
    Faster,
    /// The interval is too wide for any of these.
    #[serde(rename = "undecided")]
    Undecided,
}

impl SpeedVerdict {
    /// The verdict for an interval.
    ///
    /// ```
    /// use leveret::bench::{Interval, SpeedVerdict};
    ///
    /// let verdict = |low, ratio, high| SpeedVerdict::of(Interval { ratio, low, high });
    /// assert_eq!(verdict(1.03, 1.05, 1.09), SpeedVerdict::Slower);
    /// assert_eq!(verdict(0.50, 0.55, 0.60), SpeedVerdict::Faster);
    /// assert_eq!(verdict(0.99, 1.00, 1.01), SpeedVerdict::NoDifference);
    /// assert_eq!(verdict(1.001, 1.01, 1.019), SpeedVerdict::Slight);
    /// assert_eq!(verdict(1.001, 1.02, 1.05), SpeedVerdict::Undecided, "certain, but perhaps irrelevant");
    /// ```
    pub fn of(interval: Interval) -> SpeedVerdict {
        let Interval { low, high, .. } = interval;
        let (least, most) = (1.0 / (1.0 + TOLERANCE), 1.0 + TOLERANCE);
        match () {
            () if low > most => SpeedVerdict::Slower,
            () if high < least => SpeedVerdict::Faster,
            () if low < least || high > most => SpeedVerdict::Undecided,
            () if low > 1.0 || high < 1.0 => SpeedVerdict::Slight,
            () => SpeedVerdict::NoDifference,
        }
    }

    /// Whether time was found to differ by more than the tolerance.
    pub const fn is_difference(self) -> bool {
        matches!(self, SpeedVerdict::Slower | SpeedVerdict::Faster)
    }

    /// One character, for narrow tables.
    pub const fn mark(self) -> char {
        match self {
            SpeedVerdict::Slower => '+',
            SpeedVerdict::Faster => '-',
            SpeedVerdict::NoDifference => '=',
            SpeedVerdict::Slight => '~',
            SpeedVerdict::Undecided => '?',
            SpeedVerdict::Idle => '·',
        }
    }

    /// Its words, as `summary.json` has them too.
    pub const fn name(self) -> &'static str {
        match self {
            SpeedVerdict::Idle => "idle",
            SpeedVerdict::NoDifference => "no difference",
            SpeedVerdict::Slight => "differs by less than 2 %",
            SpeedVerdict::Slower => "slower",
            SpeedVerdict::Faster => "faster",
            SpeedVerdict::Undecided => "undecided",
        }
    }
}

impl fmt::Display for SpeedVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
