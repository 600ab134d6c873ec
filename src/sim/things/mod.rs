//! Things: what is in the world and is neither block, rabbit nor water. An exit and a pipe have no state; entrances,
//! fires and tokens each have a file with their rule.

mod entrance;
mod fire;
mod token;

pub use entrance::Entrance;
pub use fire::{Fire, FireState};
pub use token::{Token, TokenState};

use super::ability::Ability;
use super::behaviours::bridging;
use super::block::Block;
use super::cell::Cell;
use super::world::World;

/// A thing in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Thing {
    pub cell: Cell,
    pub kind: ThingKind,
    /// Whether it leaves the world when changes are next applied: a token that was taken, a fire that is out, or
    /// either of them fallen through the bottom. It is still listed, but no rabbit finds it any more.
    pub(super) gone: bool,
}

/// What a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThingKind {
    Entrance(Entrance),
    /// Saves every rabbit that comes to it; rabbots pass by.
    Exit,
    Fire(Fire),
    /// Pours half a cell of water into its own cell in each step, unless a flat block is there.
    Pipe,
    Token(Token),
}

impl Thing {
    pub(super) const fn new(cell: Cell, kind: ThingKind) -> Thing {
        Thing { cell, kind, gone: false }
    }

    /// What it teaches, if it is a token.
    pub(super) const fn ability(&self) -> Option<Ability> {
        match self.kind {
            ThingKind::Token(token) => Some(token.ability),
            ThingKind::Entrance(_) | ThingKind::Exit | ThingKind::Fire(_) | ThingKind::Pipe => None,
        }
    }
}

impl World {
    /// Each thing does what it decided to do.
    pub(super) fn act_things(&mut self) {
        for place in 0..self.things.len() {
            let cell = self.things[place].cell;
            match self.things[place].kind {
                ThingKind::Entrance(_) => self.act_entrance(place),
                ThingKind::Fire(fire) => self.act_fire(place, fire),
                ThingKind::Token(token) => self.act_token(place, token),
                ThingKind::Pipe => self.water.pour(cell),
                ThingKind::Exit => {}
            }
        }
    }

    /// Each thing decides what to do next.
    pub(super) fn calc_things(&mut self) {
        for place in 0..self.things.len() {
            let cell = self.things[place].cell;
            match &self.things[place].kind {
                ThingKind::Fire(fire) => {
                    let state = self.fire_state(cell, fire.state);
                    self.things[place].kind = ThingKind::Fire(Fire { state, ..*fire });
                }
                ThingKind::Token(token) => {
                    let state = self.token_state(cell);
                    self.things[place].kind = ThingKind::Token(Token { state, ..*token });
                }
                ThingKind::Entrance(_) | ThingKind::Exit | ThingKind::Pipe => {}
            }
        }
    }

    /// The thing leaves the world when changes are next applied.
    pub(super) fn discard(&mut self, place: usize) {
        self.things[place].gone = true;
        self.changes.things_gone = true;
    }

    /// A thing falls by a cell. True if it fell through the bottom of the world.
    fn lower(&mut self, place: usize) -> bool {
        let thing = &mut self.things[place];
        thing.cell = thing.cell.below();
        let lost = thing.cell.y >= self.ground.height();
        if lost {
            self.discard(place);
        }
        lost
    }

    /// Whether something keeps a thing in this cell from falling: flat ground below, any block in the cell itself, or
    /// a rabbit that is laying a plank in it.
    fn is_supported(&self, cell: Cell) -> bool {
        self.block(cell.below()).is_some_and(Block::is_flat)
            || self.block(cell).is_some()
            || self.rabbits.iter().any(|rabbit| bridging::site(rabbit) == Some(cell))
    }
}
