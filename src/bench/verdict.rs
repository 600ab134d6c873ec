//! What an interval says: slower, faster, no difference, or that one cannot tell yet.

use std::fmt;

use serde::{Serialize, Serializer};

use super::bootstrap::Interval;

/// Ratios within 2 % of 1 count as no difference: nobody sees it, and another build of the same program differs as much.
pub const TOLERANCE: f64 = 0.02;

/// What can be said of a ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// The whole interval lies above 1.
    Slower,
    /// The whole interval lies below 1.
    Faster,
    /// The whole interval lies within [`TOLERANCE`] of 1.
    NoDifference,
    /// The interval is too wide. A run so many times as long can be expected to narrow it enough.
    CannotTell { longer: f64 },
}

impl Verdict {
    /// ```
    /// use leveret::bench::{Interval, Verdict};
    ///
    /// let verdict = |low, ratio, high| Verdict::of(Interval { ratio, low, high });
    /// assert_eq!(verdict(1.01, 1.05, 1.09), Verdict::Slower);
    /// assert_eq!(verdict(0.50, 0.55, 0.60), Verdict::Faster);
    /// assert_eq!(verdict(0.99, 1.00, 1.01), Verdict::NoDifference);
    /// assert_eq!(verdict(1.001, 1.01, 1.019), Verdict::NoDifference, "there is one, but nobody would notice");
    /// assert!(matches!(verdict(0.9, 1.0, 1.1), Verdict::CannotTell { .. }));
    /// ```
    pub fn of(interval: Interval) -> Verdict {
        let Interval { low, high, .. } = interval;
        if low >= 1.0 - TOLERANCE && high <= 1.0 + TOLERANCE {
            Verdict::NoDifference
        } else if low > 1.0 {
            Verdict::Slower
        } else if high < 1.0 {
            Verdict::Faster
        } else {
            Verdict::CannotTell { longer: times_longer(interval) }
        }
    }

    /// One character for narrow tables.
    pub const fn mark(self) -> char {
        match self {
            Verdict::Slower => '+',
            Verdict::Faster => '-',
            Verdict::NoDifference => '=',
            Verdict::CannotTell { .. } => '?',
        }
    }

    /// The verdict in one word or two, as `summary.json` has it.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Slower => "slower",
            Verdict::Faster => "faster",
            Verdict::NoDifference => "no difference",
            Verdict::CannotTell { .. } => "cannot tell",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::CannotTell { longer } => write!(f, "cannot tell: run {} times as long", longer.ceil()),
            Verdict::Slower | Verdict::Faster | Verdict::NoDifference => f.write_str(self.name()),
        }
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// An interval narrows with the square root of what it was measured from. It has to get narrow enough either to leave
/// 1 outside or to lie within the tolerance, whichever is sooner.
fn times_longer(interval: Interval) -> f64 {
    let away = interval.ratio.ln().abs();
    let tolerance = TOLERANCE.ln_1p();
    let wanted = away.max(tolerance - away);
    let width = (interval.ratio / interval.low).ln().max((interval.high / interval.ratio).ln());
    (width / wanted).powi(2).clamp(1.0, 1e6)
}
