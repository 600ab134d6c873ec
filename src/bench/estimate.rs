//! The estimate of a ratio: the geometric mean over visits, with Student's interval.
//!
//! Frames of one visit share the luck of that visit (where memory lies, what else the machine does), so they are no
//! independent samples; visits are. Each visit therefore counts as one value, the logarithm of a ratio.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF as _, StudentsT};

use crate::app::median_number;

/// A ratio and the interval that contains the true ratio in 95 of 100 measurements.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
}

impl Interval {
    /// Half its width, as a logarithm: 0.01 is 1 %.
    pub fn half_width(self) -> f64 {
        (self.high / self.low).ln() / 2.0
    }
}

/// The mean of logarithms of ratios.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub log: f64,
    /// Its standard error.
    pub error: f64,
    /// The degrees of freedom of that.
    pub freedom: f64,
}

/// A standard error is never taken for smaller: times are whole nanoseconds, and equal values are no proof of
/// certainty.
const MIN_ERROR: f64 = 1e-9;

impl Estimate {
    /// The estimate from one logarithm a visit; none of fewer than two.
    ///
    /// ```
    /// use leveret::bench::Estimate;
    ///
    /// let interval = Estimate::of(&[0.1, 0.2, 0.3]).unwrap().interval();
    /// // The quantile for two degrees of freedom is 4.303, and the standard error 0.1 / √3.
    /// assert!((interval.ratio.ln() - 0.2).abs() < 1e-9);
    /// assert!((interval.high.ln() - 0.2 - 4.302_653 * 0.1 / 3f64.sqrt()).abs() < 1e-6);
    /// assert_eq!(Estimate::of(&[0.1]), None);
    /// ```
    pub fn of(logs: &[f64]) -> Option<Estimate> {
        let (log, variance) = moments(logs)?;
        let n = logs.len() as f64;
        Some(Estimate { log, error: (variance / n).sqrt().max(MIN_ERROR), freedom: n - 1.0 })
    }

    /// The difference of two means whose values were measured apart (Welch's degrees of freedom); none of fewer than
    /// two values of either.
    pub fn between(from: &[f64], to: &[f64]) -> Option<Estimate> {
        let ((from_mean, from_variance), (to_mean, to_variance)) = (moments(from)?, moments(to)?);
        let share = |variance: f64, count: usize| variance / count as f64;
        let (a, b) = (share(from_variance, from.len()), share(to_variance, to.len()));
        let sum = (a + b).max(MIN_ERROR * MIN_ERROR);
        let spread = a * a / (from.len() as f64 - 1.0) + b * b / (to.len() as f64 - 1.0);
        let freedom = if spread > 0.0 { sum * sum / spread } else { (from.len() + to.len()) as f64 - 2.0 };
        Some(Estimate { log: to_mean - from_mean, error: sum.sqrt(), freedom })
    }

    /// The ratio with its 95 % interval.
    pub fn interval(self) -> Interval {
        let half = self.half_width();
        Interval { ratio: self.log.exp(), low: (self.log - half).exp(), high: (self.log + half).exp() }
    }

    /// Half the width of the interval, as a logarithm: 0.01 is 1 %.
    pub fn half_width(self) -> f64 {
        self.error * self.student().map_or(f64::INFINITY, |student| student.inverse_cdf(0.975))
    }

    /// The probability of values as far from 1 as these or farther, if the true ratio were within `tolerance` of it.
    pub fn p_value(self, tolerance: f64) -> f64 {
        let beyond = (self.log.abs() - tolerance.ln_1p()).max(0.0) / self.error;
        self.student().map_or(1.0, |student| 2.0 * student.sf(beyond))
    }

    fn student(self) -> Option<StudentsT> {
        StudentsT::new(0.0, 1.0, self.freedom).ok()
    }
}

/// The mean and the variance of a sample of two values or more.
fn moments(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((mean, squares / (n - 1.0)))
}

/// The middle of a sample: the median of the means of all its pairs, a value paired with itself included. It bears wild
/// values nearly as the median does, and scatters less (J. Hodges and E. Lehmann, 1963). None of an empty sample.
///
/// ```
/// use leveret::bench::middle;
///
/// assert_eq!(middle(&[1.0, 2.0, 3.0, 4.0, 900.0]), Some(3.0));
/// assert_eq!(middle(&[1.0, 2.0, 4.0, 5.0]), Some(3.0));
/// assert_eq!(middle(&[]), None);
/// ```
pub fn middle(values: &[f64]) -> Option<f64> {
    let means = |one: usize| values[one..].iter().map(move |other| f64::midpoint(values[one], *other));
    median_number((0..values.len()).flat_map(means))
}

/// Which of several p-values are small enough that, among all that are called so, one is wrong in at most `share` of
/// all runs (S. Holm, 1979).
///
/// ```
/// use leveret::bench::holm;
///
/// // The smallest must be below 0.05 / 3, the next below 0.05 / 2; what comes after a failure fails too.
/// assert_eq!(holm(&[0.04, 0.001, 0.03], 0.05), [false, true, false]);
/// assert_eq!(holm(&[0.02, 0.001, 0.03], 0.05), [true, true, true]);
/// ```
pub fn holm(p_values: &[f64], share: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|one, other| p_values[*one].total_cmp(&p_values[*other]));
    let mut passed = vec![false; p_values.len()];
    let held = |(rank, index): &(usize, usize)| p_values[*index] <= share / (p_values.len() - rank) as f64;
    order.into_iter().enumerate().take_while(held).for_each(|(_, index)| passed[index] = true);
    passed
}
