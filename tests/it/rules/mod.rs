//! The rules, by pictures: a file per behaviour, a folder for surprises, and properties of all worlds.

mod allocation;
mod bashing;
mod blocking;
mod bridging;
mod brollychuting;
mod climbing;
mod digging;
mod dying;
mod events;
mod exiting;
mod falling;
mod foresight;
pub mod generated;
mod picture;
mod play;
mod player;
mod properties;
mod replay;
mod scripts;
mod setups;
mod surprises;
mod things;
mod waiting;
mod walking;
mod water;
