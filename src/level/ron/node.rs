//! RON as a tree: values with their spans in the file.

use crate::level::plain::cut;
use crate::level::source::{SpannedChar, TextSpan, text_of};

/// A value and its span.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub span: TextSpan,
    pub value: RonValue,
}

/// The kinds of RON values, as far as a level needs to tell them apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RonValue {
    /// A name alone: `Won`, `dig`, `true`.
    Word(String),
    /// A whole number.
    Integer {
        /// Saturated to 64 bits.
        value: i64,
        /// As the file has it, cut if it is long.
        written: String,
    },
    /// A number that is not whole, as the file has it.
    Fraction(String),
    /// The characters, each with its span: an escaped one takes several in the file.
    Text(Vec<SpannedChar>),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// Values in braces that have no names, which is no RON.
    Braces(Vec<Node>),
    /// `Name(field: value)`, or without the name.
    Struct {
        name: Option<String>,
        fields: Vec<Field>,
        /// Something in it could not be read, and may have been any field.
        has_lost: bool,
    },
    /// `Name(value, value)`, or without the name.
    Tuple {
        name: Option<String>,
        items: Vec<Node>,
    },
    /// Valid RON that no level uses, described in words.
    Other(&'static str),
    /// What could not be read, and was reported.
    Faulty,
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub name: String,
    pub span: TextSpan,
    pub value: Node,
}

impl Node {
    /// From the first to the last value in its brackets; all of it, if there are none.
    pub(super) fn inside(&self) -> TextSpan {
        match &self.value {
            RonValue::List(items) | RonValue::Braces(items) | RonValue::Tuple { items, .. } => {
                items.first().zip(items.last()).map_or(self.span, |(first, last)| first.span.to(last.span))
            }
            _ => self.span,
        }
    }

    /// Whether it is a list in square brackets.
    pub(super) const fn is_list(&self) -> bool {
        matches!(self.value, RonValue::List(_))
    }

    /// The text that it is; empty for another value.
    pub(super) fn text(&self) -> String {
        match &self.value {
            RonValue::Text(characters) => text_of(characters),
            _ => String::new(),
        }
    }

    /// What stands alone in its brackets.
    pub(super) fn only(&self) -> Option<&Node> {
        match &self.value {
            RonValue::List(items) | RonValue::Braces(items) | RonValue::Tuple { items, .. } if items.len() == 1 => {
                items.first()
            }
            _ => None,
        }
    }
}

impl RonValue {
    /// A description, for a fault.
    pub(super) fn describe(&self) -> String {
        match self {
            RonValue::Word(word) => format!("the word `{}`", cut(word)),
            RonValue::Integer { written, .. } => format!("the number `{written}`"),
            RonValue::Fraction(written) => format!("the fraction `{written}`"),
            RonValue::Text(_) => "a text".to_owned(),
            RonValue::List(_) => "a list".to_owned(),
            RonValue::Map(_) => "a map in braces".to_owned(),
            RonValue::Braces(_) => "what is in braces, without names,".to_owned(),
            RonValue::Struct { name: Some(name), .. } => format!("`{}(name: …)`", cut(name)),
            RonValue::Tuple { name: Some(name), .. } => format!("`{}(…)`", cut(name)),
            RonValue::Struct { name: None, .. } | RonValue::Tuple { name: None, .. } => {
                "a group in brackets".to_owned()
            }
            RonValue::Other(what) => (*what).to_owned(),
            RonValue::Faulty => "nothing readable".to_owned(),
        }
    }
}
