//! The keys: their names, the commands that they can be bound to, and the player's bindings.

mod bindings;
mod command;
mod key;

pub use bindings::{BindingError, Bindings};
pub use command::{Command, KeyContext, lines};
pub use key::{Key, KeyError};
