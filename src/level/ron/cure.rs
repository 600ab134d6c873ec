//! Changes that make a value of the wrong type one of the right type.

use super::node::{Node, RonValue};
use super::numeral;
use super::token::Bracket;
use super::vocabulary::depth_of_group;
use crate::level::fault::{LevelFault, nearest};
use crate::level::source::{TextSpan, text_of};

/// How a value can be mended.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cure<'a> {
    /// Brackets around it.
    Enclose(Bracket),
    /// Other brackets in place of the first and the last character.
    Swap(Bracket),
    /// The same, and the name before the first taken away.
    SwapNamed(Bracket),
    /// Quotes around it.
    Quote,
    /// Double quotes in place of the first and the last character.
    Requote,
    /// The quotes taken away.
    Unquote,
    /// The brackets around the values in it taken away, and the name before them.
    Unwrap,
    /// The names of the values in it taken away.
    Unname,
    /// This before it, and that behind it.
    Wrap(&'a str, &'a str),
    /// What to do, in words alone.
    Advise(&'a str),
    /// Another name before its brackets, in place of one of so many bytes.
    Rename { length: usize, to: &'a str },
    /// Another word.
    Write(&'a str),
    /// Something else, too long for the advice.
    Rewrite { advice: &'a str, to: &'a str },
    /// The whole number nearest to it.
    Round(i64),
}

impl<'a> Cure<'a> {
    /// For a text in place of what may stand without quotes.
    pub(super) fn unquoted(node: &Node, is_meant: impl Fn(&str) -> bool) -> Option<Cure<'a>> {
        let RonValue::Text(characters) = &node.value else { return None };
        let text = text_of(characters);
        is_meant(&text).then_some(Cure::Unquote)
    }

    pub(super) fn for_number(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            // The conversion saturates.
            RonValue::Fraction(written) => {
                let rounded = || written.parse::<f64>().ok().map(|number| number.round() as i64);
                numeral::thousands(written).or_else(rounded).map(Cure::Round)
            }
            RonValue::Tuple { name: Some(name), items } if name == "Some" && items.len() == 1 => Some(Cure::Unwrap),
            RonValue::List(items) | RonValue::Braces(items) | RonValue::Tuple { name: None, items }
                if items.len() == 1 =>
            {
                Some(Cure::Unwrap)
            }
            RonValue::Word(word) => match numeral::misread(word).and_then(|digits| digits.parse().ok()) {
                Some(meant) => Some(Cure::Round(meant)),
                None => Cure::for_nothing(node).or(Some(Cure::Advise("write it in digits, such as `10`"))),
            },
            _ => Cure::unquoted(node, |text| text.parse::<i32>().is_ok()),
        }
    }

    pub(super) fn for_text(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Word(_) | RonValue::Integer { .. } => Some(Cure::Quote),
            RonValue::Other("a character") => Some(Cure::Requote),
            RonValue::Tuple { name: Some(name), items } if name == "Some" && items.len() == 1 => Some(Cure::Unwrap),
            RonValue::List(items) | RonValue::Braces(items) | RonValue::Tuple { name: None, items }
                if items.len() == 1 =>
            {
                Some(Cure::Unwrap)
            }
            _ => None,
        }
    }

    pub(super) fn for_list(node: &Node) -> Cure<'a> {
        match &node.value {
            RonValue::Tuple { name: Some(_), .. } if node.only().is_some_and(Node::is_list) => Cure::Unwrap,
            RonValue::Tuple { name: Some(name), .. } if depth_of_group(name).is_none() => {
                Cure::SwapNamed(Bracket::Square)
            }
            RonValue::Tuple { name: None, .. } | RonValue::Braces(_) => Cure::Swap(Bracket::Square),
            _ => Cure::Enclose(Bracket::Square),
        }
    }

    pub(super) fn for_map(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Struct { name: None, .. } => Some(Cure::Swap(Bracket::Curly)),
            RonValue::List(items) if items.is_empty() => Some(Cure::Swap(Bracket::Curly)),
            RonValue::Tuple { name: None, items } if items.is_empty() => Some(Cure::Swap(Bracket::Curly)),
            _ => None,
        }
    }

    pub(super) fn for_cell(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Struct { name: None, fields, .. } if fields.len() == 2 => Some(Cure::Unname),
            RonValue::List(items) | RonValue::Braces(items) if items.len() == 2 => Some(Cure::Swap(Bracket::Round)),
            _ => None,
        }
    }

    /// For what should be `name(field: …)`.
    pub(super) fn for_group(node: &Node, name: &'a str) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::List(_) if name == "Solution" => Some(Cure::Wrap("Solution(orders: ", ")")),
            RonValue::Tuple { name: given, .. } if given.as_deref().is_none_or(|given| given == name) => {
                Some(Cure::Advise("give each value its name: `name: value`"))
            }
            RonValue::Map(_) | RonValue::List(_) | RonValue::Braces(_) => Some(Cure::Swap(Bracket::Round)),
            // Nothing else can be meant.
            RonValue::Struct { name: Some(given), .. } if name == "Level" => {
                Some(Cure::Rename { length: given.len(), to: name })
            }
            RonValue::Struct { name: Some(given), .. } | RonValue::Tuple { name: Some(given), .. } => {
                nearest(given, [name]).map(|to| Cure::Rename { length: given.len(), to })
            }
            _ => None,
        }
    }

    /// For what should be `At(value, …)`.
    pub(super) fn for_order(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Struct { name, .. } if name.as_deref().is_none_or(|name| name == "At") => Some(Cure::Unname),
            RonValue::Map(_) => Some(Cure::Unname),
            RonValue::Text(_) => Cure::unquoted(node, |text| text.trim_start().starts_with("At(")),
            RonValue::List(items) if matches!(items.first(), Some(Node { value: RonValue::Tuple { .. }, .. })) => {
                Some(Cure::Unwrap)
            }
            RonValue::Tuple { name: Some(name), items } => match &items[..] {
                [Node { value: RonValue::Integer { .. }, .. }] => {
                    Some(Cure::Advise("the step stands in the order itself: `At(step, …)`"))
                }
                [Node { value: RonValue::Integer { .. }, .. }, Node { value: RonValue::Word(_), .. }, ..] => {
                    Some(Cure::Rename { length: name.len(), to: "At" })
                }
                _ => Cure::for_group(node, "At"),
            },
            _ => Cure::for_group(node, "At"),
        }
    }

    /// For a word that stands for nothing in other languages.
    pub(super) fn for_nothing(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Word(word)
                if ["none", "null", "nil"].iter().any(|nothing| word.eq_ignore_ascii_case(nothing)) =>
            {
                Some(Cure::Advise("leave the field out"))
            }
            _ => None,
        }
    }

    /// The fault with the advice and the changes.
    pub(super) fn of(self, fault: LevelFault, node: &Node) -> LevelFault {
        let TextSpan { start, end } = node.span;
        let (before, behind) = (TextSpan::new(start, start), TextSpan::new(end, end));
        let (first, last) = (TextSpan::new(start, start + 1), TextSpan::new(end.saturating_sub(1), end));
        match self {
            Cure::Enclose(bracket) => {
                let fault = fault.advise(format!("write `{}…{}`", bracket.open(), bracket.close()));
                fault.mend(before, bracket.open()).mend(behind, bracket.close())
            }
            Cure::Swap(bracket) => {
                let fault = fault.advise(format!("write `{}…{}`", bracket.open(), bracket.close()));
                fault.mend(first, bracket.open()).mend(last, bracket.close())
            }
            Cure::SwapNamed(bracket) => {
                let RonValue::Tuple { name: Some(name), .. } = &node.value else { return fault };
                let fault = fault.advise(format!("write `{}…{}`", bracket.open(), bracket.close()));
                fault.mend(TextSpan::new(start, start + name.len() + 1), bracket.open()).mend(last, bracket.close())
            }
            Cure::Quote => fault.advise("write `\"…\"`").mend(before, "\"").mend(behind, "\""),
            Cure::Requote => fault.advise("write `\"…\"`").mend(first, "\"").mend(last, "\""),
            Cure::Unquote => {
                let RonValue::Text(characters) = &node.value else { return fault };
                let text = text_of(characters);
                fault.advise("take the quotes away").mend(node.span, text)
            }
            Cure::Unwrap => {
                let inside = node.inside();
                let fault = fault.advise("take the brackets away");
                fault.mend(TextSpan::new(start, inside.start), "").mend(TextSpan::new(inside.end, end), "")
            }
            Cure::Unname => {
                let fault = fault.advise("its values stand without names");
                let unnamed = |fault: LevelFault, name: usize, value: usize| fault.mend(TextSpan::new(name, value), "");
                match &node.value {
                    RonValue::Map(entries) => entries
                        .iter()
                        .fold(fault, |fault, (key, value)| unnamed(fault, key.span.start, value.span.start))
                        .mend(first, "(")
                        .mend(last, ")"),
                    RonValue::Struct { fields, .. } => fields
                        .iter()
                        .fold(fault, |fault, field| unnamed(fault, field.span.start, field.value.span.start)),
                    _ => fault,
                }
            }
            Cure::Wrap(front, back) => {
                fault.advise(format!("write `{front}…{back}`")).mend(before, front).mend(behind, back)
            }
            Cure::Advise(advice) => fault.advise(advice),
            Cure::Rename { length, to } => {
                fault.advise(format!("did you mean `{to}`?")).mend(TextSpan::new(start, start + length), to)
            }
            Cure::Round(number) => fault.advise(format!("write `{number}`")).mend(node.span, number.to_string()),
            Cure::Rewrite { advice, to } => fault.advise(advice).mend(node.span, to),
            Cure::Write(word) => fault.advise(format!("write `{word}`")).mend(node.span, word),
        }
    }
}
