//! The schedule: short blocks, all zooms and variants in turn and then back again (A B B A), so that whatever slows
//! the machine down for a while, or ever more, slows them alike.

use std::time::Duration;

/// Blocks of each zoom and variant that are wanted for an interval to be trusted, and the fewest that make one at all.
const ENOUGH_BLOCKS: u32 = 16;
const FEWEST_BLOCKS: u32 = 4;

/// Timed frames of a block: short enough that the machine stays as it is, long enough to be worth the change.
const MOST_FRAMES: u32 = 12;
const FEWEST_FRAMES: u32 = 2;

/// How much is measured of each zoom and variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// An even number: there and back.
    pub blocks: u32,
    /// Frames of a block that count, all of them with sprites at hand.
    pub frames: u32,
}

/// What frames cost, roughly, with all that goes with them: the sum over all zooms and variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// The first frame, which has no sprite at hand, and the yardsticks.
    pub first: Duration,
    /// One of those that follow it, in which some sprites are made.
    pub settling: Duration,
    /// One that has all its sprites.
    pub steady: Duration,
}

impl Schedule {
    /// At least so many frames of each zoom and variant.
    ///
    /// ```
    /// use leveret::bench::Schedule;
    ///
    /// assert_eq!(Schedule::of_frames(192), Schedule { blocks: 16, frames: 12 });
    /// assert_eq!(Schedule::of_frames(60), Schedule { blocks: 16, frames: 4 });
    /// assert_eq!(Schedule::of_frames(4), Schedule { blocks: 2, frames: 2 });
    /// ```
    pub fn of_frames(frames: u32) -> Schedule {
        let in_block = frames.div_ceil(ENOUGH_BLOCKS).clamp(FEWEST_FRAMES, MOST_FRAMES);
        Schedule { blocks: frames.div_ceil(in_block).next_multiple_of(2), frames: in_block }
    }

    /// As much as fits into a time: enough blocks first, then longer blocks, then more of them. Below the least that
    /// says anything the time is exceeded.
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
        let longest =
            (FEWEST_FRAMES..=MOST_FRAMES).rev().map(fitting).find(|schedule| schedule.blocks >= ENOUGH_BLOCKS);
        let schedule = longest.unwrap_or_else(|| fitting(FEWEST_FRAMES));
        Schedule { blocks: schedule.blocks.max(FEWEST_BLOCKS), ..schedule }
    }

    /// Frames that the game plays in a block: the course once without sprites, then once with them. The first frame of
    /// each time does not count.
    pub fn course(self) -> u32 {
        self.frames + 1
    }

    /// How long it takes, if frames cost so much.
    pub fn duration(self, cost: Cost) -> Duration {
        (cost.first + cost.settling * self.frames + cost.steady * self.course()) * self.blocks
    }
}

/// The order of one block each: forwards in the even rounds, backwards in the odd ones.
///
/// ```
/// use leveret::bench::there_and_back;
///
/// let rounds: Vec<Vec<_>> = (0..2).map(|round| there_and_back(&['a', 'b'], round).collect()).collect();
/// assert_eq!(rounds.concat(), [&'a', &'b', &'b', &'a']);
/// ```
pub fn there_and_back<T>(all: &[T], round: u32) -> impl Iterator<Item = &T> {
    let backwards = round % 2 == 1;
    (0..all.len()).map(move |place| &all[if backwards { all.len() - 1 - place } else { place }])
}
