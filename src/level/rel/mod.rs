//! Rabbit Escape's level files, `.rel`: one record a line, metadata, comments and the rows of the map.
//!
//! Read by [`Level::from_rel`](super::Level::from_rel), written by [`Level::to_rel`](super::Level::to_rel). Files
//! that the original loads are loaded, and those that it refuses are refused for the same reason; but with all reasons.

mod key;
pub mod megacoder;
mod read;
mod spots;
mod write;

pub(super) use read::read;
pub(super) use spots::spots;
pub(super) use write::write;
