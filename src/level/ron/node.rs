//! RON as a tree: values that know where in the file they stand.

use crate::level::source::{SpannedChar, TextRange};

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub span: TextRange,
    pub value: RonValue,
}

/// The forms of RON, as far as a level tells them apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RonValue {
    /// A name alone: `Won`, `dig`, `true`.
    Word(String),
    /// A whole number; one beyond 64 bits is as large as fits.
    Integer(i64),
    /// Its characters, each with its own place: an escaped one takes several in the file.
    Text(Vec<SpannedChar>),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// `Name(field: value)`, or without the name.
    Struct {
        name: Option<String>,
        fields: Vec<Field>,
    },
    /// `Name(value, value)`, or without the name.
    Tuple {
        name: Option<String>,
        items: Vec<Node>,
    },
    /// Sound RON that no level holds: said in words.
    Other(&'static str),
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub name: String,
    pub span: TextRange,
    pub value: Node,
}

impl RonValue {
    /// What it is, for someone who expected something else.
    pub(super) fn describe(&self) -> String {
        match self {
            RonValue::Word(word) => format!("the word `{word}`"),
            RonValue::Integer(number) => format!("the number `{number}`"),
            RonValue::Text(_) => "a text".to_owned(),
            RonValue::List(_) => "a list".to_owned(),
            RonValue::Map(_) => "a map in braces".to_owned(),
            RonValue::Struct { name: Some(name), .. } | RonValue::Tuple { name: Some(name), .. } => {
                format!("`{name}(…)`")
            }
            RonValue::Struct { name: None, .. } | RonValue::Tuple { name: None, .. } => {
                "a group in brackets".to_owned()
            }
            RonValue::Other(what) => (*what).to_owned(),
        }
    }
}
