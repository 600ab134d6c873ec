//! How sure a ratio of two medians is: an interval from the blocks that it was measured in.
//!
//! Frames of one block are alike (the same moment, the same luck with memory), so frames are no independent samples;
//! blocks nearly are. The bootstrap therefore draws whole blocks, with replacement, and always both variants' blocks of
//! the same round together. What slowed the machine for that round slowed both; so all times are first divided by the
//! level of their round, which lies in the middle between its two medians.

use std::time::Duration;

use crate::app::{median, median_by};

/// How often blocks are drawn anew. More would change the third digit of the interval's ends.
const RESAMPLES: usize = 2000;

/// The normal distribution's quantile for a two-sided interval of 95 %.
const Z: f64 = 1.959_964;

/// A ratio of medians, and the interval that holds the true one in 95 of 100 measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
}

/// Frame times of two variants, block by block; blocks of the same place in both lists were measured together.
#[derive(Debug, Clone, Default)]
pub struct Pair {
    pub from: Vec<Vec<Duration>>,
    pub to: Vec<Vec<Duration>>,
}

impl Pair {
    /// The median of `to` over the median of `from`, each time taken as a multiple of its round's level; none if there
    /// is nothing to compare. Equal seeds give equal intervals.
    ///
    /// ```
    /// use std::time::Duration;
    /// use leveret::bench::Pair;
    ///
    /// let blocks = |ms: u64| vec![vec![Duration::from_millis(ms); 8]; 8];
    /// let interval = Pair { from: blocks(10), to: blocks(15) }.interval(1).unwrap();
    /// assert!((interval.ratio - 1.5).abs() < 1e-9);
    /// assert!(interval.high - interval.low < 1e-9, "without noise there is no doubt");
    /// ```
    pub fn interval(&self, seed: u64) -> Option<Interval> {
        let rounds = self.levelled()?;
        let blocks = rounds.len();
        let ratio = ratio_of(&rounds, 0..blocks)?;

        let mut random = SplitMix(seed);
        let mut drawn = vec![0; blocks];
        let mut ratios: Vec<f64> = (0..RESAMPLES)
            .filter_map(|_| {
                drawn.fill_with(|| random.below(blocks));
                ratio_of(&rounds, drawn.iter().copied())
            })
            .collect();
        ratios.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| ratios.get((share * ratios.len() as f64) as usize).copied();
        let wider = expansion(blocks);
        let stretch = |end: f64| ratio * (end / ratio).powf(wider);
        Some(Interval { ratio, low: stretch(at(0.025)?.min(ratio)), high: stretch(at(0.975)?.max(ratio)) })
    }

    /// The times of each round over the round's level; none if a block is empty.
    fn levelled(&self) -> Option<Vec<Round>> {
        let over = |block: &[Duration], level: f64| block.iter().map(|time| time.as_nanos() as f64 / level).collect();
        let rounds = self.from.iter().zip(&self.to);
        rounds
            .map(|(from, to)| {
                let middle =
                    |block: &Vec<Duration>| median(block.iter().copied()).map(|time| time.as_nanos().max(1) as f64);
                let level = (middle(from)? * middle(to)?).sqrt();
                Some(Round { from: over(from, level), to: over(to, level) })
            })
            .collect()
    }
}

/// The times of one round of both variants, over the round's level.
struct Round {
    from: Vec<f64>,
    to: Vec<f64>,
}

/// The ratio of medians over the frames of these rounds.
fn ratio_of(rounds: &[Round], drawn: impl Iterator<Item = usize> + Clone) -> Option<f64> {
    let pooled = |side: fn(&Round) -> &[f64]| -> Option<f64> {
        median_by(drawn.clone().flat_map(|round| side(&rounds[round])).copied(), f64::total_cmp)
    };
    Some(pooled(|round| &round.to)? / pooled(|round| &round.from)?)
}

/// How much wider than the plain one the interval of a few blocks must be. Drawing from n blocks shows only (n - 1) / n
/// of the variance, and quantiles of the normal distribution are too near for few samples; both are made good as for
/// a mean of n values (the "expanded percentile interval" of T. Hesterberg, 2015).
fn expansion(blocks: usize) -> f64 {
    if blocks < 2 {
        return f64::INFINITY;
    }
    let n = blocks as f64;
    (n / (n - 1.0)).sqrt() * student(n - 1.0) / Z
}

/// The quantile of Student's distribution for a two-sided interval of 95 %, by its expansion around the normal one
/// (Abramowitz and Stegun, 26.7.5); too small by a quarter for 1 degree of freedom, by 1 % for 3, good from then on.
fn student(freedom: f64) -> f64 {
    let (z, v) = (Z, freedom);
    let (z3, z5, z7) = (z.powi(3), z.powi(5), z.powi(7));
    z + (z3 + z) / (4.0 * v)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * v * v)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * v.powi(3))
}

/// A small generator of random numbers with a fixed course for each seed (Steele, Lea and Flood's SplitMix64).
#[derive(Debug, Clone, Copy)]
pub struct SplitMix(pub u64);

impl SplitMix {
    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to less than `end`, which must not be 0.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.bits()) * end as u128) >> 64) as usize
    }
}
