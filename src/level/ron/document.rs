//! A RON file: its tokens, and the tree that they make.

use super::node::{Node, RonValue};
use super::token::RonToken;
use super::{brackets, lexer, syntax};
use crate::level::faults::Faults;
use crate::level::source::TextSpan;

pub(super) struct Document {
    /// Comments included.
    pub tokens: Vec<RonToken>,
    pub root: Node,
}

impl Document {
    /// The file with this text. What could not be read of it was reported.
    pub(super) fn read(source: &str, faults: &mut Faults) -> Document {
        let tokens = lexer::tokens(source, faults);
        let root = if brackets::are_paired(&tokens, faults) {
            syntax::root(source, &tokens, faults)
        } else {
            Node { span: TextSpan::new(0, 0), value: RonValue::Faulty }
        };
        Document { tokens, root }
    }
}
