//! Fire: burns every rabbit and rabbot in its cell, falls, and goes out in water.
//!
//! | in its cell and around it                                      | what it is about to do        |
//! |----------------------------------------------------------------|-------------------------------|
//! | any water in its cell                                          | go out                        |
//! | supported, and the block in its cell is a slope                | rest on that slope            |
//! | supported, and there is flat ground below                      | rest                          |
//! | supported otherwise: by a bridger, or a flat block in its cell | the same as before            |
//! | a slope in the cell below                                      | fall by one cell onto it      |
//! | anything else                                                  | fall by one cell              |
//!
//! Flat ground below supports it, and so does any block in its own cell, or a rabbit that is laying a plank there. The
//! fourth row has an odd effect: a fire that falls past a bridger goes on falling, through the plank. A fire that falls
//! through the bottom of the world is gone. One that goes out still burns in that step.

use crate::sim::cell::{Cell, Direction};
use crate::sim::event::Event;
use crate::sim::thing::{Fire, FireState};
use crate::sim::world::World;

impl World {
    /// The fire does what it decided to do.
    pub(super) fn act_fire(&mut self, index: usize, fire: Fire) {
        let cell = self.things[index].cell;
        let gone = match fire.state {
            FireState::Resting | FireState::RiseLeft | FireState::RiseRight => false,
            FireState::FallToRiseLeft | FireState::FallToRiseRight | FireState::Falling => self.lower(index),
            FireState::Extinguishing => {
                self.ash.add(cell);
                self.discard(index);
                true
            }
        };
        if gone {
            self.changes.events.push(Event::FireGone { cell });
        }
    }

    /// What a fire in this cell does next, given what it did before.
    pub(super) fn fire_state(&self, cell: Cell, before: FireState) -> FireState {
        let rise = |cell| self.ground.tile(cell).rise();
        if self.water.amount(cell) > 0 {
            return FireState::Extinguishing;
        }
        if self.is_supported(cell) {
            match rise(cell) {
                Some(Direction::Left) => FireState::RiseLeft,
                Some(Direction::Right) => FireState::RiseRight,
                None if self.ground.tile(cell.below()).is_flat() => FireState::Resting,
                None => before,
            }
        } else {
            match rise(cell.below()) {
                Some(Direction::Left) => FireState::FallToRiseLeft,
                Some(Direction::Right) => FireState::FallToRiseRight,
                None => FireState::Falling,
            }
        }
    }
}
