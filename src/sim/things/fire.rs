//! Fire: burns whoever comes into its cell, falls, and goes out in water.
//!
//! | in its cell and around it                                      | what it is about to do        |
//! |----------------------------------------------------------------|-------------------------------|
//! | any water in its cell                                          | go out                        |
//! | supported, and the block in its cell is a slope                | rest on that slope            |
//! | supported, and there is flat ground below                      | rest                          |
//! | supported otherwise: by a bridger, or by a block around it     | whatever it was about to do   |
//! | a slope in the cell below                                      | fall by one cell onto it      |
//! | nothing of all that                                            | fall by one cell              |
//!
//! It is supported by flat ground below, by any block in its own cell, and by a rabbit that is just laying a plank
//! there. The fourth row has an odd effect: a fire that falls past a bridger goes on falling, through the plank to be.
//! Falling out of the bottom of the world is the end of it. A fire that goes out still burns in that step.

use crate::sim::block::Block;
use crate::sim::cell::{Cell, Direction};
use crate::sim::event::Event;
use crate::sim::world::World;

/// The state of a fire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fire {
    /// Which of four pictures shows it, 0 to 3. It has no other effect.
    pub look: u8,
    pub state: FireState,
}

/// What a fire is about to do. Left and right say which way the slope rises that it lies on or falls onto.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FireState {
    Resting,
    RiseLeft,
    RiseRight,
    FallToRiseLeft,
    FallToRiseRight,
    Falling,
    Extinguishing,
}

impl World {
    pub(super) fn act_fire(&mut self, place: usize, fire: Fire) {
        let cell = self.things[place].cell;
        let gone = match fire.state {
            FireState::Resting | FireState::RiseLeft | FireState::RiseRight => false,
            FireState::FallToRiseLeft | FireState::FallToRiseRight | FireState::Falling => self.lower(place),
            FireState::Extinguishing => {
                self.discard(place);
                true
            }
        };
        if gone {
            self.changes.events.push(Event::FireGone { cell });
        }
    }

    pub(super) fn fire_state(&self, cell: Cell, before: FireState) -> FireState {
        let rise = |cell| self.block(cell).and_then(Block::rise);
        if self.water.amount(cell) > 0 {
            return FireState::Extinguishing;
        }
        if self.is_supported(cell) {
            match rise(cell) {
                Some(Direction::Left) => FireState::RiseLeft,
                Some(Direction::Right) => FireState::RiseRight,
                None if self.block(cell.below()).is_some_and(Block::is_flat) => FireState::Resting,
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
