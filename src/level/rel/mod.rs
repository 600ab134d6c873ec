//! Rabbit Escape's level files, `.rel`: one record a line, metadata, comments and the rows of the map.
//!
//! Read by [`Level::from_rel`](super::Level::from_rel), written by [`Level::to_rel`](super::Level::to_rel). Everything
//! that the original loads is loaded, and what it refuses is refused for the same reason; but all reasons at once.

mod key;
pub mod megacoder;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
