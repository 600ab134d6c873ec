//! The rules: a pure function from world and orders to world and events.

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
pub use world::World;
