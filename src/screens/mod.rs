//! The screens of the game.

mod input;

pub use input::{Button, Exit, Input, Key};
