//! Tokens: they fall until something holds them, and wait to be taken.
//!
//! | in its cell and around it                     | what it is about to do      |
//! |-----------------------------------------------|-----------------------------|
//! | a slope in its cell                           | lie on that slope           |
//! | supported                                     | lie still                   |
//! | a slope in the cell below                     | fall by one cell onto it    |
//! | anything else                                 | fall by one cell            |
//!
//! Flat ground below supports it, and so does a block in its own cell, or a rabbit that is laying a plank there. Tokens
//! fall one cell per step, where rabbits fall two. Water, fire, exits and other tokens have no effect on them. A token
//! that falls through the bottom of the world is lost. One that the player places does not fall in the step in which it
//! joins the world.

use crate::sim::cell::Cell;
use crate::sim::event::Event;
use crate::sim::thing::{Token, TokenState};
use crate::sim::world::World;

impl World {
    /// The token does what it decided to do.
    pub(super) fn act_token(&mut self, index: usize, token: Token) {
        let cell = self.things[index].cell;
        match token.state {
            TokenState::Still | TokenState::OnSlope => {}
            TokenState::Falling | TokenState::FallToSlope => {
                if self.lower(index) {
                    self.changes.events.push(Event::Dropped { cell, ability: token.ability });
                }
            }
        }
    }

    /// What a token in this cell does next.
    pub(super) fn token_state(&self, cell: Cell) -> TokenState {
        if self.ground.tile(cell).is_slope() {
            TokenState::OnSlope
        } else if self.is_supported(cell) {
            TokenState::Still
        } else if self.ground.tile(cell.below()).is_slope() {
            TokenState::FallToSlope
        } else {
            TokenState::Falling
        }
    }
}
