//! The rules: a pure function from world and orders to world and events.
//!
//! They are Rabbit Escape's, cell by cell. A [`Setup`] describes a world at its beginning, [`World::new`] checks it,
//! [`World::order`] takes an order of the player, and [`World::step`] goes on by one time step. In reading order:
//!
//! 1. `block`, `tile`, `ground` and `revision`, what the world is made of; `rabbit` and `state`, who lives in it;
//!    `thing`, `water` and `ash`, what else is there;
//! 2. `step`, `changes`, `census` and `inventory`, the phases of a step, their order, and who and what is where in
//!    them;
//! 3. `behaviours`, how a rabbit decides, one file per behaviour, and `surroundings`, what it sees, by the marks of
//!    cells (`cell_mark`);
//! 4. `things`, the rules of entrances, fire and tokens;
//! 5. `world`, when a level is over and what the player can order; `starting` and `saving`, from setup to world and
//!    back.
//!
//! Each of these files opens with its rule in words. Imports point one way: data (`rabbit`, `thing`, `changes`) know
//! nothing of the `World` that holds them, and the rules that change a `World` are methods in files of their own.
//!
//! All arithmetic is in whole numbers, and nothing depends on anything but setup and orders, so a game is the same on
//! every machine. Sums saturate at the ends of their range, but those of flowing water and the indices of rabbits
//! wrap, as all do in the original; no level comes near.

mod ability;
mod ash;
mod behaviours;
mod block;
mod cell;
mod cell_mark;
mod census;
mod changes;
mod event;
mod ground;
mod ground_copy;
mod inventory;
mod order;
mod rabbit;
mod revision;
mod saving;
mod setup;
mod sorted;
mod starting;
mod state;
mod step;
mod surroundings;
mod thing;
mod things;
mod tile;
mod water;
mod world;

pub use ability::Ability;
pub use block::{Block, Material, Shape};
pub use cell::{Cell, Direction};
pub use event::{Death, Event};
pub use ground_copy::GroundCopy;
pub use order::{Finished, Order, Outcome, Refusal};
pub use rabbit::{Memory, Plank, Rabbit, Species};
pub use revision::Revision;
pub use setup::{MAX_BLOCKS, MAX_CELLS, MAX_RABBITS, MAX_THINGS, RabbitSetup, Setup, SetupFault, ThingSetup};
pub use state::{BridgeForm, SmallStep, State};
pub use thing::{Entrance, Fire, FireState, Thing, ThingKind, Token, TokenState};
pub use water::{FULL_CELL, WaterCopy};
pub use world::World;
