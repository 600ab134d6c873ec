//! Level files in RON, as people write them.
//!
//! The reader is our own because it keeps the position of every value, and reports all faults of a file at once with
//! carets; serde stops at the first, without a position.

mod decode;
mod fields;
mod node;
mod order_list;
mod orders;
mod spots;
mod syntax;
mod write;

pub(super) use decode::read;
pub(super) use order_list::read as read_orders;
pub(super) use spots::spots;
pub(super) use write::write;
