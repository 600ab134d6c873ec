//! The rules of things. Entrances, fires and tokens have a file each; exits do nothing by themselves, and pipes pour
//! water.

mod entrance;
mod fire;
mod token;

use super::cell::Cell;
use super::thing::{Fire, FireState, ThingKind, Token, TokenState};
use super::world::World;

impl World {
    /// Each thing does what it decided to do.
    pub(super) fn act_things(&mut self) {
        if self.waiting <= 0 && self.census.are_things_at_rest() {
            return;
        }
        for index in 0..self.things.len() {
            let cell = self.things[index].cell;
            match self.things[index].kind {
                ThingKind::Entrance(_) => self.act_entrance(index),
                ThingKind::Fire(fire) => self.act_fire(index, fire),
                ThingKind::Token(token) => self.act_token(index, token),
                ThingKind::Pipe => self.water.pour(cell),
                ThingKind::Exit => {}
            }
        }
    }

    /// Each thing decides what to do next.
    pub(super) fn decide_things(&mut self) {
        if self.census.are_things_at_rest() {
            return;
        }
        let mut are_still = self.water.is_dry();
        for index in 0..self.things.len() {
            let cell = self.things[index].cell;
            match self.things[index].kind {
                ThingKind::Fire(fire) => {
                    let state = self.fire_state(cell, fire.state);
                    are_still &= matches!(state, FireState::Resting | FireState::RiseLeft | FireState::RiseRight);
                    self.things[index].kind = ThingKind::Fire(Fire { state, ..fire });
                }
                ThingKind::Token(token) => {
                    let state = self.token_state(cell);
                    are_still &= matches!(state, TokenState::Still | TokenState::OnSlope);
                    self.things[index].kind = ThingKind::Token(Token { state, ..token });
                }
                ThingKind::Entrance(_) | ThingKind::Exit | ThingKind::Pipe => {}
            }
        }
        self.census.rest_things(are_still);
    }

    /// Moves a thing down by a cell. True if it fell through the bottom of the world.
    fn lower(&mut self, index: usize) -> bool {
        self.census.forget_things();
        let thing = &mut self.things[index];
        thing.cell = thing.cell.below();
        let lost = thing.cell.y >= self.ground.height();
        if lost {
            self.discard(index);
        }
        lost
    }

    /// Whether something keeps a thing in this cell from falling: flat ground below, any block in the cell itself, or
    /// a rabbit that is laying a plank in it.
    fn is_supported(&self, cell: Cell) -> bool {
        self.ground.tile(cell.below()).is_flat()
            || self.ground.tile(cell).is_some()
            || self.census.mark_at(self.ground.index(cell)).has_plank()
    }
}
