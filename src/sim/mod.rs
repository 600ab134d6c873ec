//! The rules: a pure function from world and orders to world and events.
//!
//! They are Rabbit Escape's, to the last cell. A [`Setup`] says how a world begins, [`World::new`] checks it,
//! [`World::order`] takes what the player wants, and [`World::step`] goes on by one time step. Whoever wants to learn
//! the game reads
//!
//! 1. `block` and `ground`, what the world is made of, and `rabbit`, who lives in it;
//! 2. `step` and `changes`, in which order everything happens;
//! 3. `behaviours`, how a rabbit decides, with a file for each thing that it can do, and `look`, what it sees;
//! 4. `things`, entrances, fire and tokens, and `water`;
//! 5. `world`, when a level is over, and what the player can do about it.
//!
//! Each of these files opens with its rule in words. All arithmetic is in whole numbers, and nothing depends on anything
//! but the setup and the orders: the same orders make the same world, everywhere and always. Sums that no level comes
//! near are cut off at the ends of their range; there alone the original, whose sums wrap round, would differ.

mod ability;
mod behaviours;
mod block;
mod cell;
mod changes;
mod event;
mod ground;
mod look;
mod order;
mod rabbit;
mod saving;
mod setup;
mod state;
mod step;
mod things;
mod water;
mod world;

pub use ability::Ability;
pub use block::{Block, Material, Shape};
pub use cell::{Cell, Direction};
pub use event::{Death, Event};
pub use order::{Finished, Order, Outcome, Refusal};
pub use rabbit::{Memory, Plank, Rabbit, Species};
pub use setup::{Fault, MAX_CELLS, RabbitSetup, Setup, ThingSetup};
pub use state::{BridgeForm, SmallStep, State};
pub use things::{Entrance, Fire, FireState, Thing, ThingKind, Token, TokenState};
pub use water::FULL_CELL;
pub use world::World;
