//! Entrances: where rabbits come from.
//!
//! While rabbits wait, an entrance lets one out whenever its timer stands at 0: into the cell below, whatever is there,
//! facing right. Then it sets the timer to the next delay of the world's list, of which the last is used again and
//! again, and counts the timer down once in every step, the step of the birth included. So a delay is the number of
//! steps between two births; and a delay of 0 sends the timer below 0, and nobody ever comes out here again.
//!
//! Each entrance has its own timer and place in the list. All share the one number of rabbits that wait; when that is
//! used up, timers stand still. The newborn is counted and numbered at once, and seen by others when changes are
//! applied.

use crate::sim::cell::Direction;
use crate::sim::event::Event;
use crate::sim::rabbit::{Rabbit, Species};
use crate::sim::world::World;

use super::ThingKind;

/// The state of an entrance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entrance {
    /// Steps until the next birth; below 0 there is none any more.
    pub timer: i32,
    /// Rabbits that came out of this entrance.
    pub births: i32,
}

impl World {
    pub(super) fn act_entrance(&mut self, place: usize) {
        let cell = self.things[place].cell.below();
        let ThingKind::Entrance(entrance) = &mut self.things[place].kind else { return };
        if self.waiting <= 0 {
            return;
        }
        if entrance.timer == 0 {
            let last = self.delay.len() - 1;
            entrance.timer = self.delay[last.min(entrance.births as usize)];
            entrance.births += 1;
            self.waiting -= 1;
            self.index_count = self.index_count.wrapping_add(1);
            let index = self.index_count;
            self.changes.born.push(Rabbit { index, ..Rabbit::new(cell, Direction::Right, Species::Rabbit) });
            self.changes.events.push(Event::Born { index, cell });
        }
        entrance.timer = entrance.timer.saturating_sub(1);
    }
}
