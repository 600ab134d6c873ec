//! Changes that make a value of the wrong type one of the right type.

use super::node::{Node, RonValue};
use super::token::Bracket;
use crate::level::fault::{LevelFault, nearest};
use crate::level::source::TextSpan;

/// How a value can be mended.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cure<'a> {
    /// Brackets around it.
    Enclose(Bracket),
    /// Other brackets in place of the first and the last character.
    Swap(Bracket),
    /// Quotes around it.
    Quote,
    /// Double quotes in place of the first and the last character.
    Requote,
    /// The quotes taken away.
    Unquote,
    /// The brackets taken away.
    Unwrap,
    /// Another name before its brackets, in place of one of so many bytes.
    Rename { length: usize, to: &'a str },
    /// Another word.
    Write(&'a str),
    /// The whole number nearest to it.
    Round(i64),
}

impl<'a> Cure<'a> {
    /// For a text in place of what may stand without quotes.
    pub(super) fn unquoted(node: &Node, is_meant: impl Fn(&str) -> bool) -> Option<Cure<'a>> {
        let RonValue::Text(characters) = &node.value else { return None };
        let text: String = characters.iter().map(|(character, _)| *character).collect();
        is_meant(&text).then_some(Cure::Unquote)
    }

    pub(super) fn for_number(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            // The conversion saturates.
            RonValue::Fraction(written) => written.parse::<f64>().ok().map(|number| Cure::Round(number.round() as i64)),
            _ => Cure::unquoted(node, |text| text.parse::<i32>().is_ok()),
        }
    }

    pub(super) fn for_text(node: &Node) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Word(_) | RonValue::Integer { .. } => Some(Cure::Quote),
            RonValue::Other("a character") => Some(Cure::Requote),
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
            RonValue::List(items) | RonValue::Braces(items) if items.len() == 2 => Some(Cure::Swap(Bracket::Round)),
            _ => None,
        }
    }

    /// For what should be `name(…)`.
    pub(super) fn for_group(node: &Node, name: &'a str) -> Option<Cure<'a>> {
        match &node.value {
            RonValue::Map(_) | RonValue::List(_) | RonValue::Braces(_) => Some(Cure::Swap(Bracket::Round)),
            RonValue::Struct { name: Some(given), .. } | RonValue::Tuple { name: Some(given), .. } => {
                nearest(given, [name]).map(|to| Cure::Rename { length: given.len(), to })
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
            Cure::Quote => fault.advise("write `\"…\"`").mend(before, "\"").mend(behind, "\""),
            Cure::Requote => fault.advise("write `\"…\"`").mend(first, "\"").mend(last, "\""),
            Cure::Unquote => {
                let RonValue::Text(characters) = &node.value else { return fault };
                let text: String = characters.iter().map(|(character, _)| *character).collect();
                fault.advise("take the quotes away").mend(node.span, text)
            }
            Cure::Unwrap => fault.advise("take the brackets away").mend(first, "").mend(last, ""),
            Cure::Rename { length, to } => {
                fault.advise(format!("did you mean `{to}`?")).mend(TextSpan::new(start, start + length), to)
            }
            Cure::Round(number) => fault.advise(format!("write `{number}`")).mend(node.span, number.to_string()),
            Cure::Write(word) => fault.advise(format!("write `{word}`")).mend(node.span, word),
        }
    }
}
