//! Typed access to the tree: each function returns the value of a node, or reports a fault.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::cure::Cure;
use super::node::{Field, Node, RonValue};
use super::slips;
use crate::level::fault::{FaultKind, LevelFault, nearest};
use crate::level::faults::Faults;
use crate::level::plain::{cut, describe};
use crate::level::source::{SpannedChar, TextSpan, text_of};

/// The fields of a struct by name, each at most once and none unknown.
pub(super) struct Fields<'a> {
    /// By the names that are meant.
    given: Vec<(&'a str, &'a Field)>,
    has_lost: bool,
}

impl<'a> Fields<'a> {
    /// The fields of `name(…)`; others than those in `known` are faults. `other_names` maps names of other formats and
    /// languages to ours, for advice.
    pub(super) fn of(
        node: &'a Node,
        name: &str,
        known: &[&'static str],
        other_names: &[(&str, &'static str)],
        faults: &mut Faults,
    ) -> Option<Fields<'a>> {
        let node = unnested(node, name, faults);
        let (fields, mut has_lost): (&[Field], bool) = match &node.value {
            RonValue::Struct { name: given, fields, has_lost }
                if given.as_deref().is_none_or(|given| given == name) =>
            {
                (fields, *has_lost)
            }
            RonValue::Tuple { name: given, items }
                if items.is_empty() && given.as_deref().is_none_or(|g| g == name) =>
            {
                (&[], false)
            }
            other => {
                let cure = Cure::for_group(node, name);
                wrong_type(node, &format!("`{name}(field: …)`"), cure, faults);
                // Under another name it is read as what it is meant to be.
                match (other, cure) {
                    (RonValue::Struct { fields, has_lost, .. }, Some(Cure::Rename { .. })) => (fields, *has_lost),
                    _ => return None,
                }
            }
        };
        let mut given: Vec<(&str, &Field)> = Vec::new();
        // The same wrong name may be given any number of times.
        let mut meant_by: HashMap<&str, Option<&str>> = HashMap::new();
        for (index, field) in fields.iter().enumerate() {
            if let Some((_, other)) = given.iter().find(|(_, other)| other.name == field.name) {
                faults.push_with(|| repeated(&field.name, field.span, one_of_two(fields, index, other)));
            } else if known.contains(&field.name.as_str()) {
                given.push((&field.name, field));
            } else {
                let meant = *meant_by.entry(&field.name).or_insert_with(|| {
                    let spelt = field.name.replace('-', "_").to_lowercase();
                    let renamed = other_names.iter().find(|(old, _)| *old == spelt).map(|(_, new)| *new);
                    renamed.or_else(|| nearest(&field.name, known.iter().copied()))
                });
                faults.push_with(|| unknown_field(name, field, known, meant));
                has_lost |= meant.is_none();
                // It is read as what it is meant to be, unless that is given as well.
                given.extend(meant.filter(|meant| fields.iter().all(|other| other.name != *meant)).map(|m| (m, field)));
            }
        }
        Some(Fields { given, has_lost })
    }

    /// Whether a field may be missing only because it could not be read.
    pub(super) fn has_lost(&self) -> bool {
        self.has_lost
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Node> {
        self.given.iter().find(|(given, _)| *given == name).map(|(_, field)| &field.value)
    }

    /// A whole number in the range; none if the field is missing or faulty.
    pub(super) fn number(&self, name: &str, range: RangeInclusive<i32>, faults: &mut Faults) -> Option<i32> {
        number(self.get(name)?, range, faults)
    }

    /// A text; empty if the field is missing.
    pub(super) fn text(&self, name: &str, faults: &mut Faults) -> String {
        self.get(name).and_then(|node| text(node, faults)).unwrap_or_default()
    }

    /// A list of texts; empty if the field is missing.
    pub(super) fn texts(&self, name: &str, faults: &mut Faults) -> Vec<String> {
        let nodes = self.get(name).and_then(|node| list(node, "a list of texts", faults)).unwrap_or_default();
        nodes.iter().filter_map(|node| text(node, faults)).collect()
    }
}

/// The group that stands alone in further brackets, which are reported; else the node itself.
fn unnested<'a>(node: &'a Node, name: &str, faults: &mut Faults) -> &'a Node {
    let Some(inner) = node.only() else { return node };
    let (outside, within) = (node.span, inner.span);
    let (open, close) = match (&node.value, &inner.value) {
        (RonValue::Tuple { name: Some(outer), .. }, RonValue::Struct { name: None, .. }) if outer == name => {
            (TextSpan::new(within.start, within.start + 1), TextSpan::new(within.end - 1, within.end))
        }
        (_, RonValue::Struct { name: Some(given), .. }) if given == name => {
            (TextSpan::new(outside.start, within.start), TextSpan::new(within.end, outside.end))
        }
        _ => return node,
    };
    faults.push_with(|| slips::nested(open, close, format!("a second bracket stands around the fields of `{name}`")));
    inner
}

/// Which of two fields of one name to take away, with its comma: the later one, unless the earlier holds nothing.
fn one_of_two(fields: &[Field], index: usize, earlier: &Field) -> TextSpan {
    match &earlier.value.value {
        RonValue::List(items) if items.is_empty() => TextSpan::new(earlier.span.start, after(fields, earlier)),
        _ => TextSpan::new(fields[index - 1].value.span.end, fields[index].value.span.end),
    }
}

/// Where the field after this one starts.
fn after(fields: &[Field], field: &Field) -> usize {
    let starts = fields.iter().map(|field| field.span.start);
    starts.filter(|start| *start > field.span.start).min().unwrap_or(field.value.span.end)
}

/// What was given before; `surplus` is taken away.
pub(super) fn repeated(name: &str, span: TextSpan, surplus: TextSpan) -> LevelFault {
    let cause = format!("`{}` was given before", cut(name));
    let fault = LevelFault::new(FaultKind::DuplicateMetaKey, span, cause);
    fault.advise("take one of the two away").mend(surplus, "")
}

/// What others write for a number without an end, which is negative here.
const ENDLESS: [&str; 6] = ["endless", "unlimited", "infinite", "infinity", "inf", "all"];

/// A whole number in the range.
pub(super) fn number(node: &Node, range: RangeInclusive<i32>, faults: &mut Faults) -> Option<i32> {
    let RonValue::Integer { value, written } = &node.value else {
        let is_endless = matches!(&node.value, RonValue::Word(word) if ENDLESS.contains(&word.to_lowercase().as_str()));
        let cure = if is_endless && range.contains(&-1) { Some(Cure::Write("-1")) } else { Cure::for_number(node) };
        wrong_type(node, "a whole number", cure, faults);
        return None;
    };
    match i32::try_from(*value) {
        Ok(number) if range.contains(&number) => Some(number),
        _ => {
            let cause = format!("`{written}` is out of range");
            let advice = format!("it must be {} to {}", range.start(), range.end());
            let nearest = (*value).clamp(i64::from(*range.start()), i64::from(*range.end()));
            let fault = LevelFault::new(FaultKind::OutOfRange, node.span, cause);
            faults.push(fault.advise(advice).mend(node.span, nearest.to_string()));
            None
        }
    }
}

pub(super) fn flag(node: &Node, faults: &mut Faults) -> Option<bool> {
    match &node.value {
        RonValue::Word(word) if word == "true" => Some(true),
        RonValue::Word(word) if word == "false" => Some(false),
        other => {
            let cure = match other {
                RonValue::Word(word) if word.eq_ignore_ascii_case("true") => Some(Cure::Write("true")),
                RonValue::Word(word) if word.eq_ignore_ascii_case("false") => Some(Cure::Write("false")),
                _ => Cure::unquoted(node, |text| matches!(text, "true" | "false")),
            };
            wrong_type(node, "`true` or `false`", cure, faults);
            None
        }
    }
}

pub(super) fn text(node: &Node, faults: &mut Faults) -> Option<String> {
    characters(node, faults).map(text_of)
}

/// A text with the span of each of its characters.
pub(super) fn characters<'a>(node: &'a Node, faults: &mut Faults) -> Option<&'a [SpannedChar]> {
    match &node.value {
        RonValue::Text(characters) => Some(characters),
        _ => {
            wrong_type(node, "a text", Cure::for_text(node), faults);
            None
        }
    }
}

/// The elements of a list; `expected` names the list in a fault.
pub(super) fn list<'a>(node: &'a Node, expected: &str, faults: &mut Faults) -> Option<&'a [Node]> {
    match &node.value {
        RonValue::List(nodes) => Some(nodes),
        RonValue::Faulty => None,
        other => {
            let cure = Cure::for_list(node);
            wrong_type(node, expected, Some(cure), faults);
            // What is in it is read as if the brackets were right.
            Some(match other {
                RonValue::Tuple { items, .. } if matches!(cure, Cure::SwapNamed(_)) => items,
                RonValue::Tuple { items, .. } if matches!(cure, Cure::Unwrap) => match &items[..] {
                    [Node { value: RonValue::List(nodes), .. }] => nodes,
                    _ => items,
                },
                RonValue::Braces(nodes) | RonValue::Tuple { name: None, items: nodes } => nodes,
                _ => std::slice::from_ref(node),
            })
        }
    }
}

/// The entries of a map in braces; `expected` names the map in a fault.
pub(super) fn map<'a>(node: &'a Node, expected: &str, faults: &mut Faults) -> Option<&'a [(Node, Node)]> {
    match &node.value {
        RonValue::Map(entries) => Some(entries),
        _ => {
            wrong_type(node, expected, Cure::for_map(node), faults);
            None
        }
    }
}

/// The meaning of one of these words; `what` names them in a fault.
pub(super) fn word<T: Clone>(node: &Node, what: &str, words: &[(&str, T)], faults: &mut Faults) -> Option<T> {
    let RonValue::Word(word) = &node.value else {
        let cure = Cure::unquoted(node, |text| words.iter().any(|(word, _)| *word == text));
        wrong_type(node, &format!("{what}: {}", say_words(words)), cure, faults);
        return None;
    };
    let known = words.iter().find(|(known, _)| known == word);
    if known.is_none() {
        faults.push_with(|| unknown_word(node.span, word, what, words));
    }
    known.map(|(_, meaning)| meaning.clone())
}

fn unknown_word<T>(span: TextSpan, word: &str, what: &str, words: &[(&str, T)]) -> LevelFault {
    let fault = LevelFault::new(FaultKind::UnknownWord, span, format!("{} is not {what}", spelt(word)));
    match nearest(word, words.iter().map(|(known, _)| *known)) {
        Some(meant) => fault.advise(format!("did you mean `{meant}`?")).mend(span, meant),
        None => fault.advise(format!("there are {}", say_words(words))),
    }
}

/// Reports a value of another type than expected, unless it was reported that it could not be read.
pub(super) fn wrong_type(node: &Node, expected: &str, cure: Option<Cure>, faults: &mut Faults) {
    if node.value == RonValue::Faulty {
        return;
    }
    let cure = cure.or_else(|| Cure::for_nothing(node));
    faults.push_with(|| {
        let cause = format!("{} stands where {expected} should be", node.value.describe());
        let fault = LevelFault::new(FaultKind::WrongType, node.span, cause);
        cure.map_or(fault.clone(), |cure| cure.of(fault, node))
    });
}

fn unknown_field(of: &str, field: &Field, known: &[&str], meant: Option<&str>) -> LevelFault {
    let cause = format!("`{of}` has no field {}", spelt(&field.name));
    let fault = LevelFault::new(FaultKind::UnknownMetaKey, field.span, cause);
    match meant {
        Some(meant) => fault.advise(format!("did you mean `{meant}`?")).mend(field.span, meant),
        None => fault.advise(format!("its fields are `{}`", known.join("`, `"))),
    }
}

/// A word that is not known. Letters of other alphabets that look like ours are named.
fn spelt(word: &str) -> String {
    let word = cut(word);
    match word.chars().find(|c| !c.is_ascii() && *c != '…') {
        Some(foreign) => format!("`{word}` with {}", describe(foreign)),
        None => format!("`{word}`"),
    }
}

fn say_words<T>(words: &[(&str, T)]) -> String {
    words.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
