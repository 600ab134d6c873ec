//! Landmarks: worlds of a course that are noted, so that courses which run together are followed once.
//!
//! A rabbit that bashed at nothing walks on a little later than it would have, and whether it did so here or there is
//! soon forgotten: many courses come to the same world, at different times. From there on all is the same, with an
//! order or without. So a course ends where it joins one that was searched, or will be: whatever can be won from there
//! is won from that one.
//!
//! To note every world would cost more than it saves. Only landmarks are noted, which are told from other worlds by the
//! cells of the rabbits alone: by whatever way a world is reached, it is a landmark or it is none. Courses that have
//! run together meet at the next one.

use super::bounds::Reaches;
use super::line::{Continuation, Going, PlayLine};
use super::monitor::Monitor;
use super::moves::Tried;
use super::seen::{SeenWorlds, WorldHash, WorldHasher};
use crate::sim::{Cell, World};

/// One in so many worlds is a landmark, roughly.
const EVERY: i32 = 4;

/// Whether a world is a landmark.
pub(super) fn is_landmark(world: &World) -> bool {
    let mix = |sum: i32, cell: Cell| sum.wrapping_mul(5).wrapping_add(cell.x).wrapping_add(3 * cell.y);
    world.rabbits().iter().map(|rabbit| rabbit.cell).fold(0, mix).rem_euclid(EVERY) == 0
}

/// Follows lines without orders to their ends, one after another.
pub(super) struct Endings<'a> {
    reaches: &'a Reaches,
    monitor: &'a Monitor<'a>,
    /// Landmarks from which no win comes without a further order.
    lost: SeenWorlds,
    hasher: WorldHasher,
    passed: Vec<WorldHash>,
}

/// Bytes of the table of landmarks of one line's endings.
const LOCAL: usize = 1 << 22;

impl<'a> Endings<'a> {
    pub(super) fn new(reaches: &'a Reaches, monitor: &'a Monitor<'a>) -> Endings<'a> {
        let (lost, hasher) = (SeenWorlds::new(LOCAL), WorldHasher::default());
        Endings { reaches, monitor, lost, hasher, passed: Vec::new() }
    }

    /// Follows a line until it is won or over, or has run together with one that was not won.
    pub(super) fn follow(&mut self, line: PlayLine) -> Tried {
        let mut course = Continuation::new(line, 0, self.reaches);
        let (mut going, mut steps) = (course.going(), 0);
        self.passed.clear();
        while going == Going::On && !self.monitor.is_over() {
            going = course.advance();
            steps += 1;
            if going == Going::On && is_landmark(course.line().world()) {
                let hash = self.hasher.of(course.line().world());
                if self.lost.has(hash) {
                    going = Going::Over;
                }
                self.passed.push(hash);
            }
        }
        self.monitor.ended(course.line());
        if matches!(going, Going::Again | Going::Over) {
            self.passed.drain(..).for_each(|hash| {
                self.lost.insert(hash);
            });
        }
        Tried { won: (going == Going::Won).then(|| course.into_line()), steps, passed: Vec::new() }
    }
}
