//! `#![enable(implicit_some)]` and its like at the start of a file. They make no difference to a level, but they must
//! be such as RON knows.

use super::lengths::{space_length, word_length};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::plain::cut;
use crate::level::source::TextSpan;

/// All extensions of RON.
const EXTENSIONS: [&str; 5] =
    ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names", "unwrap_unit_variants"];

/// The length of the attribute at a position; none if there is none. A bad one is a fault and reaches to its bracket,
/// or to the end of its line.
pub(super) fn length(source: &str, at: usize, faults: &mut Faults) -> Option<usize> {
    let mut scanner = Scanner { rest: &source[at..] };
    if !(scanner.sign("#") && scanner.sign("!")) {
        return None;
    }
    let cause = match scanner.attribute() {
        Ok(()) => return Some(source[at..source.len() - scanner.rest.len()].trim_end().len()),
        Err(cause) => cause,
    };
    let text = &source[at..];
    let line = text.find(['\n', '\r']).unwrap_or(text.len());
    let length = text[..line].find(']').map_or(line, |end| end + 1);
    let span = TextSpan::new(at, at + length);
    faults.push(
        LevelFault::new(FaultKind::Syntax, span, cause)
            .advise("no level needs one: take this line away")
            .mend(span, ""),
    );
    Some(length)
}

struct Scanner<'a> {
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    fn attribute(&mut self) -> Result<(), String> {
        if !self.sign("[") {
            return Err("`#!` begins an attribute, and its `[` is missing".to_owned());
        }
        let end = match self.word() {
            "enable" => self.extensions()?,
            "type" | "schema" => self.sign("=") && self.text(),
            "" => return Err("this attribute has no name".to_owned()),
            other => return Err(format!("RON has no attribute `{}`", cut(other))),
        };
        if end && self.sign("]") { Ok(()) } else { Err("this is no attribute of RON".to_owned()) }
    }

    fn extensions(&mut self) -> Result<bool, String> {
        if !self.sign("(") {
            return Ok(false);
        }
        loop {
            let name = self.word();
            if !EXTENSIONS.contains(&name) {
                return Err(format!("RON has no extension `{}`", cut(name)));
            }
            if !self.sign(",") || self.rest.starts_with(')') {
                return Ok(self.sign(")"));
            }
        }
    }

    fn word(&mut self) -> &'a str {
        let (word, rest) = self.rest.split_at(word_length(self.rest));
        self.rest = &rest[space_length(rest)..];
        word
    }

    /// A text in quotes, without escapes.
    fn text(&mut self) -> bool {
        let after = self.rest.strip_prefix('"').and_then(|text| text.split_once('"'));
        self.rest = after.map_or(self.rest, |(_, rest)| &rest[space_length(rest)..]);
        after.is_some()
    }

    /// Passes over a sign and the space after it.
    fn sign(&mut self, sign: &str) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.map_or(self.rest, |rest| &rest[space_length(rest)..]);
        after.is_some()
    }
}
