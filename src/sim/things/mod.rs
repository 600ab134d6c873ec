//! The rules of things. Entrances, fires and tokens have a file each; exits do nothing by themselves, and pipes pour
//! water.

mod entrance;
mod fire;
mod token;

use super::cell::Cell;
use super::thing::{Fire, FireState, Thing, ThingKind, Token};
use super::world::World;

impl World {
    /// Each thing does what it decided to do. Where all lie still, only the sources of rabbits and water do anything.
    pub(super) fn act_things(&mut self) {
        if self.census.things.is_at_rest() {
            for number in 0..self.census.things.sources().len() {
                self.act_thing(self.census.things.sources()[number]);
            }
        } else {
            (0..self.things.len()).for_each(|index| self.act_thing(index));
        }
    }

    #[inline(always)]
    fn act_thing(&mut self, index: usize) {
        let cell = self.things[index].cell;
        match self.things[index].kind {
            ThingKind::Entrance(_) => self.act_entrance(index),
            ThingKind::Fire(fire) => self.act_fire(index, fire),
            ThingKind::Token(token) => self.act_token(index, token),
            ThingKind::Pipe => self.water.pour(cell),
            ThingKind::Exit => {}
        }
    }

    /// Each thing decides what to do next.
    pub(super) fn decide_things(&mut self) {
        if self.census.things.is_at_rest() && !self.is_fire_in_water() {
            return;
        }
        let mut are_still = true;
        for index in 0..self.things.len() {
            let cell = self.things[index].cell;
            match self.things[index].kind {
                ThingKind::Fire(fire) => {
                    let state = self.fire_state(cell, fire.state);
                    let rests = matches!(state, FireState::Resting | FireState::RiseLeft | FireState::RiseRight);
                    are_still = are_still && rests && self.is_on_block(cell);
                    self.things[index].kind = ThingKind::Fire(Fire { state, ..fire });
                }
                ThingKind::Token(token) => {
                    let state = self.token_state(cell);
                    are_still = are_still && self.is_on_block(cell);
                    self.things[index].kind = ThingKind::Token(Token { state, ..token });
                }
                ThingKind::Entrance(_) | ThingKind::Exit | ThingKind::Pipe => {}
            }
        }
        self.census.things.rest(are_still);
    }

    fn is_fire_in_water(&self) -> bool {
        let is_fire = |thing: &&Thing| matches!(thing.kind, ThingKind::Fire(_));
        !self.water.is_dry() && self.things.iter().filter(is_fire).any(|fire| self.water.amount(fire.cell) > 0)
    }

    /// Moves a thing down by a cell. True if it fell through the bottom of the world.
    fn lower(&mut self, index: usize) -> bool {
        self.census.things.forget();
        let thing = &mut self.things[index];
        thing.cell = thing.cell.below();
        let lost = thing.cell.y >= self.ground.height();
        if lost {
            self.discard(index);
        }
        lost
    }

    /// Whether something keeps a thing in this cell from falling: a block, or a rabbit that is laying a plank in it.
    fn is_supported(&self, cell: Cell) -> bool {
        self.is_on_block(cell) || self.census.mark_at(self.ground.index(cell)).has_plank()
    }

    /// Whether there is flat ground below, or any block in the cell itself.
    fn is_on_block(&self, cell: Cell) -> bool {
        self.ground.tile(cell.below()).is_flat() || self.ground.tile(cell).is_some()
    }
}
