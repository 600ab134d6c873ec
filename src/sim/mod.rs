//! The rules: a pure function from world and orders to world and events.

mod ability;
mod block;
mod cell;
mod state;

pub use ability::Ability;
pub use block::{Block, Material, Shape};
pub use cell::{Cell, Direction};
pub use state::{BridgeForm, SmallStep, State};
