//! The world: the whole state of a game, the questions and orders of the player, and the changes that the rules make.
//! How it begins is in `starting`, how it goes on in `step`.

use std::sync::Arc;

use super::ability::Ability;
use super::ash::Ash;
use super::block::Block;
use super::cell::Cell;
use super::census::Census;
use super::changes::Changes;
use super::event::{Death, Event};
use super::ground::Ground;
use super::ground_copy::GroundCopy;
use super::order::{Order, Outcome, Refusal};
use super::rabbit::Rabbit;
use super::revision::Revision;
use super::thing::{Thing, ThingKind, Token, TokenState};
use super::water::{Water, WaterCopy};

/// A world. Two worlds are equal if they look the same and will go on the same, given the same orders.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct World {
    // First, because two worlds that differ nearly always differ here.
    pub(super) rabbits: Vec<Rabbit>,
    pub(super) ground: Ground,
    pub(super) water: Water,
    pub(super) things: Vec<Thing>,
    pub(super) ash: Ash,
    /// Tokens that the player placed since the last step.
    pub(super) placed: Vec<Thing>,
    pub(super) tokens: [Option<i32>; Ability::ALL.len()],
    /// Shared by all copies of a world: it never changes.
    pub(super) delay: Arc<[i32]>,
    pub(super) num_rabbits: i32,
    pub(super) to_save: i32,
    pub(super) saved: i32,
    pub(super) killed: i32,
    pub(super) waiting: i32,
    pub(super) index_count: i32,
    pub(super) paused: bool,
    /// Whether the player ordered the end. It is never unset.
    pub(super) exploding: bool,
    pub(super) changes: Changes,
    pub(super) census: Census,
}

impl World {
    /// All cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        self.ground.cells()
    }

    pub fn width(&self) -> i32 {
        self.ground.width()
    }

    pub fn height(&self) -> i32 {
        self.ground.height()
    }

    pub fn contains(&self, cell: Cell) -> bool {
        self.ground.contains(cell)
    }

    /// The oldest block of the cell, the only one that the rules see. Outside the world there is none.
    pub fn block(&self, cell: Cell) -> Option<Block> {
        self.ground.tile(cell).block()
    }

    /// Whether a block was dug or bashed away in a cell, and nothing was built there since. It matters to no rule.
    pub fn was_dug(&self, cell: Cell) -> bool {
        self.ground.tile(cell).is_dug()
    }

    /// Changes whenever what [`block`](World::block) or [`was_dug`](World::was_dug) says of any cell does.
    pub fn revision(&self) -> Revision {
        self.ground.revision()
    }

    /// The ground as it is now, to find later what has changed.
    pub fn copy_ground(&self) -> GroundCopy {
        GroundCopy(self.ground.clone())
    }

    /// All blocks, those just outside the world included. Those of one cell come oldest first.
    pub fn blocks(&self) -> impl Iterator<Item = (Cell, Block)> {
        self.ground.blocks()
    }

    /// The blocks that no rule sees, for they are younger than another one in their cell, as a plank over a slope, or
    /// just outside the world. Those of one cell come oldest first.
    pub fn younger_blocks(&self) -> impl Iterator<Item = (Cell, Block)> {
        self.ground.younger()
    }

    /// Rabbits and rabbots, in the order in which they act.
    pub fn rabbits(&self) -> &[Rabbit] {
        &self.rabbits
    }

    /// Everything that is neither block, rabbit nor water, in the order in which it acts.
    pub fn things(&self) -> &[Thing] {
        &self.things
    }

    /// Tokens that the player placed since the last step. They join the things in the next one.
    pub fn placed(&self) -> &[Thing] {
        &self.placed
    }

    /// The cells inside the world where a fire went out or burnt somebody. It matters to no rule.
    pub fn ash(&self) -> impl Iterator<Item = Cell> {
        self.ash.cells()
    }

    /// The water in a cell: [`FULL_CELL`](super::FULL_CELL) fills an open one, half of it a cell with a ramp; more is
    /// compressed.
    pub fn water(&self, cell: Cell) -> i32 {
        if self.contains(cell) { self.water.amount(cell) } else { 0 }
    }

    /// The cells of the world with an amount of water other than 0, row by row.
    pub fn waters(&self) -> impl Iterator<Item = (Cell, i32)> {
        self.water.amounts()
    }

    /// The water as it is now, to find later whether it has moved.
    pub fn copy_water(&self) -> WaterCopy {
        self.water.copy()
    }

    /// How many tokens of this kind are left to place; none if the level does not offer it.
    pub fn tokens(&self, ability: Ability) -> Option<i32> {
        self.tokens[ability as usize]
    }

    /// Rabbits of the level, as it says.
    pub fn num_rabbits(&self) -> i32 {
        self.num_rabbits
    }

    pub fn to_save(&self) -> i32 {
        self.to_save
    }

    pub fn saved(&self) -> i32 {
        self.saved
    }

    /// Rabbits that died. Rabbots are not counted.
    pub fn killed(&self) -> i32 {
        self.killed
    }

    /// Rabbits still to come out of the entrances.
    pub fn waiting(&self) -> i32 {
        self.waiting
    }

    /// Rabbits in the world. Rabbots are not counted.
    pub fn out(&self) -> i32 {
        self.rabbits.iter().filter(|rabbit| rabbit.is_rabbit()).count() as i32
    }

    /// Whether the world is running, and else why not. It ends when no rabbit is out and none waits, and not before:
    /// neither saving enough nor losing too many ends it. Rabbots do not keep it running.
    pub fn outcome(&self) -> Outcome {
        if self.paused {
            Outcome::Paused
        } else if self.waiting > 0 || self.rabbits.iter().any(Rabbit::is_rabbit) {
            Outcome::Running
        } else if self.saved >= self.to_save {
            Outcome::Won
        } else {
            Outcome::Lost
        }
    }

    /// The work of the next step: how many rabbits, things and cells with flowing water it will visit; while water
    /// flows in a large world, also a small share of its cells. A step takes time in proportion to that, up to a
    /// logarithm.
    pub fn work(&self) -> usize {
        self.rabbits.len() + self.things.len() + self.water.work()
    }

    /// Whether a token of this kind could be placed here now.
    ///
    /// # Errors
    /// The first reason against it. Slopes, water, fire, exits, rabbits and other tokens are no reasons.
    pub fn can_place(&self, ability: Ability, cell: Cell) -> Result<(), Refusal> {
        match self.tokens(ability) {
            None => return Err(Refusal::NotOffered),
            Some(0) => return Err(Refusal::NoneLeft),
            Some(_) => {}
        }
        if !self.contains(cell) {
            return Err(Refusal::Outside);
        }
        if self.ground.tile(cell).is_flat() { Err(Refusal::FlatBlock) } else { Ok(()) }
    }

    /// Gives an order between two steps.
    ///
    /// # Errors
    /// Why a token cannot be placed; nothing has changed then.
    pub fn order(&mut self, order: Order) -> Result<(), Refusal> {
        match order {
            Order::Place(ability, cell) => {
                self.can_place(ability, cell)?;
                let left = &mut self.tokens[ability as usize];
                *left = left.map(|left| left.saturating_sub(1));
                let on_slope = self.ground.tile(cell).is_slope();
                let state = if on_slope { TokenState::OnSlope } else { TokenState::Still };
                self.placed.push(Thing::new(cell, ThingKind::Token(Token { ability, state })));
            }
            Order::ExplodeAll => self.exploding = true,
        }
        Ok(())
    }

    /// Lets a world go on that was saved while it was paused.
    pub fn resume(&mut self) {
        self.paused = false;
    }

    /// A rabbit or rabbot dies. It is counted at once, but stays in the list until changes are applied.
    pub(super) fn kill(&mut self, rabbit: &Rabbit, death: Death) {
        if death == Death::Burnt {
            self.ash.add(rabbit.cell);
        }
        if rabbit.is_rabbit() {
            self.killed = self.killed.saturating_add(1);
        }
        self.changes.lose(rabbit.index, Event::Died { index: rabbit.index, cell: rabbit.cell, death });
    }

    /// A rabbit, no rabbot, dies of another one's decision.
    pub(super) fn kill_rabbit(&mut self, index: i32, cell: Cell, death: Death) {
        self.killed = self.killed.saturating_add(1);
        self.changes.lose(index, Event::Died { index, cell, death });
    }

    /// A rabbit leaves through an exit. It is counted at once, but stays in the list until changes are applied.
    pub(super) fn save(&mut self, rabbit: &Rabbit) {
        self.saved = self.saved.saturating_add(1);
        self.changes.lose(rabbit.index, Event::Saved { index: rabbit.index, cell: rabbit.cell });
    }

    /// Marks a thing as gone. It leaves the list when changes are applied.
    pub(super) fn discard(&mut self, index: usize) {
        self.things[index].gone = true;
        self.changes.things_gone = true;
        self.census.things.forget();
    }
}
