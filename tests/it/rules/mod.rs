//! The rules, by pictures: a file per behaviour, one for all that surprises, and what holds for every world.

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
pub mod generated;
mod picture;
mod play;
mod properties;
mod replay;
mod scripts;
mod setups;
mod surprises;
mod things;
mod waiting;
mod walking;
mod water;
