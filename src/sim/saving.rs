//! What a saved game keeps of a world: a setup from which it can go on.
//!
//! A setup does not contain states. The world that is made from it decides them again, as if all had just walked to the
//! left. So most play goes on as before, with these exceptions: a digger in the second half of a cell digs the next
//! one, a climber lets go of its wall and starts again, and a hop, the cause of a useless bash and the position of each
//! entrance in the list of delays are lost. Tokens placed since the last step, planks outside the world and ash are
//! left out.

use super::rabbit::Rabbit;
use super::setup::{RabbitSetup, Setup, ThingSetup};
use super::thing::{Thing, ThingKind};
use super::world::World;

impl World {
    /// The setup of a game that is saved now.
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
            delay: self.delay.to_vec(),
            saved: self.saved,
            killed: self.killed,
            waiting: self.waiting,
            index_count: self.index_count,
            paused: self.paused,
        }
    }
}

fn rabbit(rabbit: &Rabbit) -> RabbitSetup {
    let Rabbit { cell, direction, species, index, on_slope, memory, .. } = *rabbit;
    RabbitSetup { cell, direction, species, index, on_slope, memory: memory.before_decision() }
}

fn kind(thing: &Thing) -> ThingSetup {
    match thing.kind {
        ThingKind::Entrance(entrance) => ThingSetup::Entrance { timer: entrance.timer },
        ThingKind::Exit => ThingSetup::Exit,
        ThingKind::Fire(fire) => ThingSetup::Fire { variant: fire.variant },
        ThingKind::Pipe => ThingSetup::Pipe,
        ThingKind::Token(token) => ThingSetup::Token(token.ability),
    }
}
