//! How a world begins: [`World::new`] checks a setup, makes the world of it and lets all decide what to do first.

use super::ash::Ash;
use super::cell::Cell;
use super::census::Census;
use super::changes::Changes;
use super::ground::Ground;
use super::rabbit::Rabbit;
use super::setup::{RabbitSetup, Setup, SetupFault, ThingSetup};
use super::thing::{Entrance, Fire, FireState, Thing, ThingKind, Token, TokenState};
use super::water::Water;
use super::world::World;

impl World {
    /// The world of a setup. All have decided what to do first: rabbits that start on a token have taken it, and
    /// rabbots that start on a rabbit have killed it.
    ///
    /// # Errors
    /// Everything that is wrong with the setup, at once.
    pub fn new(setup: &Setup) -> Result<World, Vec<SetupFault>> {
        let faults = setup.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut ground = Ground::new(setup.width, setup.height);
        for &(cell, block) in &setup.blocks {
            ground.add(cell, block);
        }
        let census = Census::new(&ground);
        let has_pipes = setup.things.iter().any(|&(_, thing)| thing == ThingSetup::Pipe);
        let water = Water::new(&ground, &setup.water, has_pipes);
        let mut world = World {
            ground,
            water,
            rabbits: setup.rabbits.iter().map(rabbit).collect(),
            things: setup.things.iter().map(thing).collect(),
            ash: Ash::default(),
            placed: Vec::new(),
            tokens: setup.tokens,
            delay: setup.delay.as_slice().into(),
            num_rabbits: setup.num_rabbits,
            to_save: setup.to_save,
            saved: setup.saved,
            killed: setup.killed,
            waiting: setup.waiting,
            index_count: setup.index_count,
            paused: setup.paused,
            exploding: false,
            changes: Changes::default(),
            census,
        };
        world.number_rabbits();
        world.decide();
        world.changes.events.clear();
        world.count_indices();
        Ok(world)
    }

    /// Gives rabbits without an index the next free ones, in the order of the setup; then sorts all by index.
    fn number_rabbits(&mut self) {
        for rabbit in self.rabbits.iter_mut().filter(|rabbit| rabbit.index == 0) {
            self.index_count = self.index_count.wrapping_add(1);
            rabbit.index = self.index_count;
        }
        self.rabbits.sort_by_key(|rabbit| rabbit.index);
    }

    /// Sets the counter from which newborn rabbits get their indices, above all that are in use.
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

fn thing(&(cell, setup): &(Cell, ThingSetup)) -> Thing {
    let kind = match setup {
        ThingSetup::Entrance { timer } => ThingKind::Entrance(Entrance { timer, births: 0 }),
        ThingSetup::Exit => ThingKind::Exit,
        ThingSetup::Fire { variant } => ThingKind::Fire(Fire { variant, state: FireState::Resting }),
        ThingSetup::Pipe => ThingKind::Pipe,
        ThingSetup::Token(ability) => ThingKind::Token(Token { ability, state: TokenState::OnSlope }),
    };
    Thing::new(cell, kind)
}
