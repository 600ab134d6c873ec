//! Tokens: they fall until something holds them, and wait to be taken.
//!
//! | in its cell and around it                     | what it is about to do      |
//! |-----------------------------------------------|-----------------------------|
//! | a slope in its cell                           | lie on that slope           |
//! | supported                                     | lie still                   |
//! | a slope in the cell below                     | fall by one cell onto it    |
//! | nothing of all that                           | fall by one cell            |
//!
//! It is supported as a fire is: by flat ground below, a block in its own cell, or a rabbit that is just laying a plank
//! there. Tokens fall one cell a step, where rabbits fall two. They know nothing of water, fire, exits and each other.
//! A token that falls out of the bottom of the world is lost. One that the player places does not fall in the step in
//! which it joins the world.

use crate::sim::ability::Ability;
use crate::sim::block::Block;
use crate::sim::cell::Cell;
use crate::sim::event::Event;
use crate::sim::world::World;

/// The state of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    pub ability: Ability,
    pub state: TokenState,
}

/// What a token is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenState {
    Still,
    Falling,
    FallToSlope,
    OnSlope,
}

impl World {
    pub(super) fn act_token(&mut self, place: usize, token: Token) {
        let cell = self.things[place].cell;
        match token.state {
            TokenState::Still | TokenState::OnSlope => {}
            TokenState::Falling | TokenState::FallToSlope => {
                if self.lower(place) {
                    self.changes.events.push(Event::Dropped { cell, ability: token.ability });
                }
            }
        }
    }

    pub(super) fn token_state(&self, cell: Cell) -> TokenState {
        if self.block(cell).is_some_and(Block::is_slope) {
            TokenState::OnSlope
        } else if self.is_supported(cell) {
            TokenState::Still
        } else if self.block(cell.below()).is_some_and(Block::is_slope) {
            TokenState::FallToSlope
        } else {
            TokenState::Falling
        }
    }
}
