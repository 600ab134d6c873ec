//! Level files in RON, as people write them.
//!
//! The reader is our own because it keeps the position of every value and every comment, and reports all faults of a
//! file at once with carets; serde stops at the first, without a position.
//!
//! A text becomes tokens ([`lexer`]), these a tree ([`syntax`]), and this a level ([`decode`]).

mod attributes;
mod blocks;
mod brackets;
mod comments;
mod cure;
mod cursor;
mod decode;
mod document;
mod fields;
mod format;
mod insert;
mod lengths;
mod lexer;
mod literal;
mod node;
mod numeral;
mod oddities;
mod offers;
mod order_list;
mod order_slips;
mod orders;
mod quoted;
mod quotes;
mod repair;
mod rows;
mod slips;
mod smart_quotes;
mod spots;
mod syntax;
mod text_ends;
mod token;
mod vocabulary;
mod write;

pub(super) use decode::read;
pub(super) use format::format;
pub(super) use insert::add_solution;
pub(super) use order_list::read as read_orders;
pub(super) use spots::spots;
pub(super) use write::write;
