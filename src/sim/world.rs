//! The world: all of a play's state, and what can be asked of it. How it moves on is in the file of the step.

use super::ability::Ability;
use super::block::Block;
use super::cell::Cell;
use super::changes::Changes;
use super::ground::Ground;
use super::order::{Order, Outcome, Refusal};
use super::rabbit::Rabbit;
use super::setup::{Fault, RabbitSetup, Setup, ThingSetup};
use super::things::{Entrance, Fire, FireState, Thing, ThingKind, Token, TokenState};
use super::water::Water;

/// A world in play. Two worlds are equal if they look the same and will go on the same, given the same orders.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct World {
    pub(super) ground: Ground,
    pub(super) water: Water,
    pub(super) rabbits: Vec<Rabbit>,
    pub(super) things: Vec<Thing>,
    /// Tokens that the player placed since the last step.
    pub(super) placed: Vec<Thing>,
    pub(super) tokens: [Option<i32>; 7],
    pub(super) delay: Vec<i32>,
    pub(super) num_rabbits: i32,
    pub(super) to_save: i32,
    pub(super) saved: i32,
    pub(super) killed: i32,
    pub(super) waiting: i32,
    pub(super) index_count: i32,
    pub(super) paused: bool,
    /// Whether the end was ordered. It is never taken back.
    pub(super) exploding: bool,
    pub(super) changes: Changes,
}

impl World {
    /// The world of a setup, after its first look around: everybody has decided what to do first, rabbits that start
    /// on a token have taken it, and rabbots that start on a rabbit have killed it.
    ///
    /// # Errors
    /// Everything that is wrong with the setup, at once.
    pub fn new(setup: &Setup) -> Result<World, Vec<Fault>> {
        let faults = setup.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut ground = Ground::new(setup.width, setup.height);
        for &(cell, block) in &setup.blocks {
            ground.add(cell, block);
        }
        let water = Water::new(&ground, &setup.water);
        let mut world = World {
            ground,
            water,
            rabbits: setup.rabbits.iter().map(rabbit).collect(),
            things: setup.things.iter().map(thing).collect(),
            placed: Vec::new(),
            tokens: setup.tokens,
            delay: setup.delay.clone(),
            num_rabbits: setup.num_rabbits,
            to_save: setup.to_save,
            saved: setup.saved,
            killed: setup.killed,
            waiting: setup.waiting,
            index_count: setup.index_count,
            paused: setup.paused,
            exploding: false,
            changes: Changes::default(),
        };
        world.number_rabbits();
        world.calc();
        world.changes.events.clear();
        world.count_indices();
        Ok(world)
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
        self.ground.block(cell)
    }

    /// All blocks. Those of one cell come oldest first; those laid just outside the world come too.
    pub fn blocks(&self) -> impl Iterator<Item = (Cell, Block)> {
        self.ground.blocks()
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

    /// The water in a cell: [`FULL_CELL`](super::FULL_CELL) in a full open one, half of that in one with a ramp; more is compressed.
    pub fn water(&self, cell: Cell) -> i32 {
        if self.contains(cell) { self.water.amount(cell) } else { 0 }
    }

    /// The cells of the world with an amount of water other than 0, row by row.
    pub fn waters(&self) -> impl Iterator<Item = (Cell, i32)> {
        self.water.amounts()
    }

    /// How many tokens of this kind are left to place; none if the level does not offer it.
    pub fn tokens(&self, ability: Ability) -> Option<i32> {
        self.tokens[ability as usize]
    }

    /// Rabbits that the level is about.
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

    /// Rabbits on their way. Rabbots are not counted.
    pub fn out(&self) -> i32 {
        self.rabbits.iter().filter(|rabbit| rabbit.is_rabbit()).count() as i32
    }

    /// How the world stands. It is over when no rabbit is out and none waits, and not before: neither saving enough
    /// nor losing too many ends it. Rabbots do not keep it alive.
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

    /// Whether a token of this kind could be placed here now.
    ///
    /// # Errors
    /// The first reason against it. Slopes, water, fire, exits, rabbits and other tokens are none.
    pub fn can_place(&self, ability: Ability, cell: Cell) -> Result<(), Refusal> {
        match self.tokens(ability) {
            None => return Err(Refusal::NotOffered),
            Some(0) => return Err(Refusal::NoneLeft),
            Some(_) => {}
        }
        if !self.contains(cell) {
            return Err(Refusal::Outside);
        }
        match self.block(cell) {
            Some(block) if block.is_flat() => Err(Refusal::FlatBlock),
            Some(_) | None => Ok(()),
        }
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
                let on_slope = self.block(cell).is_some();
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

    /// Rabbits without an index get the next free ones, in the order of the setup; then all stand in the order of
    /// their indices.
    fn number_rabbits(&mut self) {
        for rabbit in self.rabbits.iter_mut().filter(|rabbit| rabbit.index == 0) {
            self.index_count = self.index_count.wrapping_add(1);
            rabbit.index = self.index_count;
        }
        self.rabbits.sort_by_key(|rabbit| rabbit.index);
    }

    /// Newborn rabbits are numbered after all those there are.
    fn count_indices(&mut self) {
        if self.index_count == 0 {
            self.index_count = self.rabbits.len() as i32;
        }
        let highest = self.rabbits.iter().map(|rabbit| rabbit.index).max();
        self.index_count = self.index_count.max(highest.unwrap_or(self.index_count));
    }
}

fn rabbit(setup: &RabbitSetup) -> Rabbit {
    let RabbitSetup { cell, direction, species, index, on_slope, memory } = *setup;
    Rabbit { index, on_slope, memory, ..Rabbit::new(cell, direction, species) }
}

fn thing(&(cell, kind): &(Cell, ThingSetup)) -> Thing {
    let kind = match kind {
        ThingSetup::Entrance { timer } => ThingKind::Entrance(Entrance { timer, births: 0 }),
        ThingSetup::Exit => ThingKind::Exit,
        ThingSetup::Fire { look } => ThingKind::Fire(Fire { look, state: FireState::Resting }),
        ThingSetup::Pipe => ThingKind::Pipe,
        ThingSetup::Token(ability) => ThingKind::Token(Token { ability, state: TokenState::OnSlope }),
    };
    Thing::new(cell, kind)
}
