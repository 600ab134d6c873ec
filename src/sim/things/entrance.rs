//! Entrances: where rabbits come from.
//!
//! While rabbits wait, an entrance lets one out whenever its timer is 0: into the cell below, whatever is there, facing
//! right. Then it sets the timer to the next delay of the world's list, of which the last is repeated. The timer counts
//! down once in every step, the step of the birth included. So a delay is the number of steps between two births; a
//! delay of 0 makes the timer negative, and no rabbit ever comes out here again.
//!
//! Each entrance has its own timer and its own position in the list of delays. All share the number of rabbits that
//! wait; at 0 the timers stop. A newborn is counted and numbered at once, and visible to others when changes are
//! applied.

use crate::sim::cell::Direction;
use crate::sim::event::Event;
use crate::sim::rabbit::{Rabbit, Species};
use crate::sim::thing::ThingKind;
use crate::sim::world::World;

impl World {
    pub(super) fn act_entrance(&mut self, index: usize) {
        let cell = self.things[index].cell.below();
        let ThingKind::Entrance(entrance) = &mut self.things[index].kind else { return };
        if self.waiting <= 0 {
            return;
        }
        if entrance.timer == 0 {
            let last = self.delay.len() - 1;
            entrance.timer = self.delay[last.min(entrance.births as usize)];
            entrance.births = entrance.births.saturating_add(1);
            self.waiting -= 1;
            self.index_count = self.index_count.wrapping_add(1);
            let rabbit = Rabbit::new(cell, Direction::Right, Species::Rabbit);
            let newborn = Rabbit { index: self.index_count, ..rabbit };
            self.changes.events.push(Event::Born { index: newborn.index, cell });
            self.changes.born.push(newborn);
        }
        entrance.timer = entrance.timer.saturating_sub(1);
    }
}
