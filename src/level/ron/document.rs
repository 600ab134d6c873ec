//! A RON file: its tokens, and the tree that they make.

use super::lexer::Trust;
use super::node::Node;
use super::token::RonToken;
use super::{brackets, lexer, syntax};
use crate::level::faults::Faults;

pub(super) struct Document {
    /// Comments included.
    pub tokens: Vec<RonToken>,
    pub root: Node,
}

impl Document {
    /// The file with this text. What could not be read of it was reported.
    ///
    /// A quote that is missing turns all texts after it inside out. So a file with faults is read a second time, with
    /// texts that end where their lines do, and the reading with fewer faults is kept.
    pub(super) fn read(source: &str, faults: &mut Faults) -> Document {
        let mut strict = Faults::default();
        let document = Document::read_by(source, Trust::Quotes, &mut strict);
        if strict.is_empty() {
            return document;
        }
        drop(document);
        let mut by_line = Faults::default();
        let document = Document::read_by(source, Trust::Lines, &mut by_line);
        if !by_line.is_empty() && by_line.len() <= strict.len() {
            *faults = by_line;
            return document;
        }
        drop(document);
        Document::read_by(source, Trust::Quotes, faults)
    }

    fn read_by(source: &str, trust: Trust, faults: &mut Faults) -> Document {
        let tokens = brackets::paired(source, lexer::tokens(source, trust, faults), faults);
        let root = syntax::root(source, &tokens, faults);
        Document { tokens, root }
    }
}
