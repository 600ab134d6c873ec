//! The confidence interval of a ratio of two medians, by a paired block bootstrap.
//!
//! Frames of one block are correlated (the same moment, the same memory layout), so frames are no independent samples;
//! blocks nearly are. The bootstrap therefore resamples whole blocks, with replacement, and always both variants' blocks
//! of a round together. What slowed the machine in a round slowed both variants, so times are normalised first: divided
//! by the geometric mean of the round's two medians.

use std::time::Duration;

use super::random::SplitMix;
use crate::app::{median, median_by};

/// Bootstrap samples. More would change the third digit of the interval's ends only.
const RESAMPLES: usize = 2000;

/// The quantile of the normal distribution for a two-sided interval of 95 %.
const Z: f64 = 1.959_964;

/// A ratio of medians, and the interval that contains the true ratio in 95 of 100 measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
}

/// Frame times of two variants, block by block. Blocks with the same index in both lists are of the same round.
#[derive(Debug, Clone, Default)]
pub struct Pair {
    pub from: Vec<Vec<Duration>>,
    pub to: Vec<Vec<Duration>>,
}

impl Pair {
    /// The median of `to` over the median of `from`, of normalised times; none if there are no blocks, or an empty one.
    /// Equal seeds give equal intervals.
    ///
    /// ```
    /// use std::time::Duration;
    /// use leveret::bench::Pair;
    ///
    /// let blocks = |ms: u64| vec![vec![Duration::from_millis(ms); 8]; 8];
    /// let interval = Pair { from: blocks(10), to: blocks(15) }.interval(1).unwrap();
    /// assert!((interval.ratio - 1.5).abs() < 1e-9);
    /// assert!(interval.high - interval.low < 1e-9, "without noise the interval is a point");
    /// ```
    pub fn interval(&self, seed: u64) -> Option<Interval> {
        let rounds = self.normalised()?;
        let blocks = rounds.len();
        let ratio = ratio_of(&rounds, 0..blocks)?;

        let mut random = SplitMix(seed);
        let mut sample = vec![0; blocks];
        let mut ratios: Vec<f64> = (0..RESAMPLES)
            .filter_map(|_| {
                sample.fill_with(|| random.below(blocks));
                ratio_of(&rounds, sample.iter().copied())
            })
            .collect();
        ratios.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| ratios.get((share * ratios.len() as f64) as usize).copied();
        let expansion = expansion(blocks);
        let stretch = |end: f64| ratio * (end / ratio).powf(expansion);
        Some(Interval { ratio, low: stretch(at(0.025)?.min(ratio)), high: stretch(at(0.975)?.max(ratio)) })
    }

    /// The times of each round over the geometric mean of its two medians; none if a block is empty.
    fn normalised(&self) -> Option<Vec<Round>> {
        let median_ns = |block: &[Duration]| Some(median(block.iter().copied())?.as_nanos().max(1) as f64);
        let over = |block: &[Duration], mean: f64| block.iter().map(|time| time.as_nanos() as f64 / mean).collect();
        let rounds = self.from.iter().zip(&self.to);
        rounds
            .map(|(from, to)| {
                let mean = (median_ns(from)? * median_ns(to)?).sqrt();
                Some(Round { from: over(from, mean), to: over(to, mean) })
            })
            .collect()
    }
}

/// The normalised times of both variants in one round.
struct Round {
    from: Vec<f64>,
    to: Vec<f64>,
}

/// The ratio of medians over the frames of the sampled rounds.
fn ratio_of(rounds: &[Round], sample: impl Iterator<Item = usize> + Clone) -> Option<f64> {
    let pooled = |side: fn(&Round) -> &[f64]| -> Option<f64> {
        median_by(sample.clone().flat_map(|round| side(&rounds[round])).copied(), f64::total_cmp)
    };
    Some(pooled(|round| &round.to)? / pooled(|round| &round.from)?)
}

/// The factor by which the percentile interval of few blocks is widened. Resampling n blocks shows only (n - 1) / n of
/// the variance, and quantiles of the normal distribution are too narrow for few samples; both are corrected as for a
/// mean of n values (the "expanded percentile interval" of T. Hesterberg, 2015).
fn expansion(blocks: usize) -> f64 {
    if blocks < 2 {
        return f64::INFINITY;
    }
    let n = blocks as f64;
    (n / (n - 1.0)).sqrt() * student(n - 1.0) / Z
}

/// The quantile of Student's t distribution for a two-sided interval of 95 %, by its expansion around the normal one
/// (Abramowitz and Stegun, 26.7.5): too small by a quarter for 1 degree of freedom, by 1 % for 3, exact enough from
/// there on.
fn student(freedom: f64) -> f64 {
    let (z, v) = (Z, freedom);
    let (z3, z5, z7) = (z.powi(3), z.powi(5), z.powi(7));
    z + (z3 + z) / (4.0 * v)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * v * v)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * v.powi(3))
}
