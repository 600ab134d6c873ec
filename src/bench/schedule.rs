//! The schedule: short interleaved blocks in ABBA order, so that a machine whose speed drifts (heat, clock frequency,
//! other programs) affects all zooms and variants alike.

use std::time::Duration;

/// Blocks of each zoom and variant for an interval to be trusted, and the fewest that make an interval at all.
const ENOUGH_BLOCKS: u32 = 16;
const MIN_BLOCKS: u32 = 4;

/// Steady frames of a block: few enough that the machine's speed hardly changes within it, enough to be worth the
/// switch.
const MAX_FRAMES: u32 = 12;
const MIN_FRAMES: u32 = 2;

/// How much is measured of each zoom and variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// An even number, so that each forward round has its backward one.
    pub blocks: u32,
    /// Steady frames of a block.
    pub frames: u32,
}

/// What frames cost, roughly, with all overhead: the sum over all zooms and variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// The first frame, with an empty sprite cache, and the baseline.
    pub first: Duration,
    /// A frame after it, in which some sprites are made.
    pub settling: Duration,
    /// A frame that finds all its sprites in the cache.
    pub steady: Duration,
}

impl Schedule {
    /// At least `frames` steady frames of each zoom and variant.
    ///
    /// ```
    /// use leveret::bench::Schedule;
    ///
    /// assert_eq!(Schedule::of_frames(192), Schedule { blocks: 16, frames: 12 });
    /// assert_eq!(Schedule::of_frames(60), Schedule { blocks: 16, frames: 4 });
    /// assert_eq!(Schedule::of_frames(4), Schedule { blocks: 2, frames: 2 });
    /// ```
    pub fn of_frames(frames: u32) -> Schedule {
        let in_block = frames.div_ceil(ENOUGH_BLOCKS).clamp(MIN_FRAMES, MAX_FRAMES);
        Schedule { blocks: frames.div_ceil(in_block).next_multiple_of(2), frames: in_block }
    }

    /// As much as fits into `time`: enough blocks first, then longer blocks, then more blocks. A time too short for
    /// the smallest useful schedule is exceeded.
    ///
    /// ```
    /// use std::time::Duration;
    /// use leveret::bench::{Cost, Schedule};
    ///
    /// let ms = Duration::from_millis;
    /// let cost = Cost { first: ms(150), settling: ms(10), steady: ms(10) };
    /// let within = |seconds| Schedule::within(Duration::from_secs(seconds), cost);
    /// assert_eq!(within(1), Schedule { blocks: 4, frames: 2 });
    /// assert_eq!(within(4), Schedule { blocks: 16, frames: 4 });
    /// assert_eq!(within(20), Schedule { blocks: 50, frames: 12 });
    /// ```
    pub fn within(time: Duration, cost: Cost) -> Schedule {
        let fitting = |frames: u32| {
            let block = Schedule { blocks: 1, frames }.duration(cost);
            let blocks = (time.as_secs_f64() / block.as_secs_f64().max(1e-9)) as u32 / 2 * 2;
            Schedule { blocks, frames }
        };
        let longest = (MIN_FRAMES..=MAX_FRAMES).rev().map(fitting).find(|schedule| schedule.blocks >= ENOUGH_BLOCKS);
        let schedule = longest.unwrap_or_else(|| fitting(MIN_FRAMES));
        Schedule { blocks: schedule.blocks.max(MIN_BLOCKS), ..schedule }
    }

    /// Frames of one pass. A block makes two: one with a cold sprite cache, then the same frames with a warm one. The
    /// first frame of a pass does not count.
    pub fn frames_per_pass(self) -> u32 {
        self.frames + 1
    }

    /// How long all blocks take at this cost.
    pub fn duration(self, cost: Cost) -> Duration {
        (cost.first + cost.settling * self.frames + cost.steady * self.frames_per_pass()) * self.blocks
    }
}

/// The order of the items within a round: forwards in even rounds, backwards in odd ones.
///
/// ```
/// use leveret::bench::abba_order;
///
/// let rounds: Vec<Vec<_>> = (0..2).map(|round| abba_order(&['a', 'b'], round).collect()).collect();
/// assert_eq!(rounds.concat(), [&'a', &'b', &'b', &'a']);
/// ```
pub fn abba_order<T>(items: &[T], round: u32) -> impl Iterator<Item = &T> {
    let backwards = round % 2 == 1;
    (0..items.len()).map(move |index| &items[if backwards { items.len() - 1 - index } else { index }])
}
