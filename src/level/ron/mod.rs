//! Level files in RON, as people write them.
//!
//! A small reader of our own keeps the place of every value in the file, because a level file is answered with all of
//! its faults at once and a caret under each; serde would stop at the first, and not know where it is.

mod decode;
mod fields;
mod node;
mod orders;
mod syntax;
mod write;

pub(super) use decode::read;
pub(super) use write::write;
