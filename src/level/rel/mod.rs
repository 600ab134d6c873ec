//! Rabbit Escape's level files, `.rel`: one record a line, metadata, comments and the rows of the map.
//!
//! Read by [`Level::from_rel`](super::Level::from_rel), written by [`Level::to_rel`](super::Level::to_rel). Files
//! that the original loads are loaded, and those that it refuses are refused for the same reason; but with all reasons.
//! Read as well are files as strangers have them: with a byte order mark, the keys of old versions (`hint1`), rows of
//! which the blanks at the end were cut, and a level within the text of a letter or an issue. What was done to read
//! them is said in notes.

mod draft;
mod key;
pub mod megacoder;
mod paste;
mod read;
mod rows;
mod spots;
mod stray_lines;
mod values;
mod write;

pub(super) use read::read;
pub(super) use spots::spots;
pub(super) use write::{losses, write};
