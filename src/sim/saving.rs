//! What a saved game keeps of a world: the setup from which it can go on.
//!
//! A setup has no room for what everybody is about to do, and the world that is made of it decides that anew, as if all
//! had just walked to the left. So most play goes on as it was, but not all: a digger in the second half of a cell digs
//! the next one, a climber lets go of its wall and begins again, a hop is forgotten, and so are the reason for a useless
//! bash and how far entrances are in the list of delays. Tokens just placed, and planks outside of the world, are left
//! out.

use super::rabbit::{Memory, Rabbit};
use super::setup::{RabbitSetup, Setup, ThingSetup};
use super::things::{Thing, ThingKind};
use super::world::World;

impl World {
    /// The setup of a game saved now.
    pub fn setup(&self) -> Setup {
        Setup {
            width: self.width(),
            height: self.height(),
            blocks: self.blocks().filter(|(cell, _)| self.contains(*cell)).collect(),
            rabbits: self.rabbits.iter().filter(|rabbit| self.contains(rabbit.cell)).map(rabbit).collect(),
            things: self.things.iter().filter(|thing| !thing.gone).map(|thing| (thing.cell, kind(thing))).collect(),
            water: self.water.all_amounts().collect(),
            tokens: self.tokens,
            num_rabbits: self.num_rabbits,
            to_save: self.to_save,
            delay: self.delay.clone(),
            saved: self.saved,
            killed: self.killed,
            waiting: self.waiting,
            index_count: self.index_count,
            paused: self.paused,
        }
    }
}

/// The first look around of the new world will take off again what is added here.
fn rabbit(rabbit: &Rabbit) -> RabbitSetup {
    let Rabbit { cell, direction, species, index, on_slope, memory, .. } = *rabbit;
    let before = |steps: i32| if steps > 0 { steps.saturating_add(1) } else { steps };
    let memory = Memory { bash_steps: before(memory.bash_steps), small_steps: before(memory.small_steps), ..memory };
    RabbitSetup { cell, direction, species, index, on_slope, memory }
}

fn kind(thing: &Thing) -> ThingSetup {
    match thing.kind {
        ThingKind::Entrance(entrance) => ThingSetup::Entrance { timer: entrance.timer },
        ThingKind::Exit => ThingSetup::Exit,
        ThingKind::Fire(fire) => ThingSetup::Fire { look: fire.look },
        ThingKind::Pipe => ThingSetup::Pipe,
        ThingKind::Token(token) => ThingSetup::Token(token.ability),
    }
}
