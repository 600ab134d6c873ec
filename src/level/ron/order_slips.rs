//! What hands make of `At(step, ability, (column, row))`: parts left out, in another order, or in brackets of their
//! own.

use super::node::{Node, RonValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::sim::Ability;

/// The parts of an order, each as it should be written.
#[derive(Debug, Default)]
struct Parts<'a> {
    step: Option<&'a str>,
    /// An ability, or `ExplodeAll`.
    deed: Option<&'a str>,
    cell: Option<String>,
}

/// What is wrong with an order of which each part is readable, but not all of them are there, or not in their places.
pub(super) fn misplaced(order: &Node, items: &[Node]) -> Option<LevelFault> {
    let mut parts = Parts::default();
    items.iter().try_for_each(|item| parts.add(item))?;
    let fault = |cause: String| LevelFault::new(FaultKind::WrongType, order.span, cause);
    let write = |fault: LevelFault, text: String| fault.advise(format!("write `{text}`")).mend(order.span, text);
    match (parts.step, parts.deed, &parts.cell) {
        (Some(step), Some("ExplodeAll"), None) if !is_plain_word(items) => {
            let fault = fault("the order for all rabbits is `ExplodeAll`, without brackets".to_owned());
            Some(write(fault, format!("At({step}, ExplodeAll)")))
        }
        (Some(step), Some(deed), Some(cell)) if deed != "ExplodeAll" && !is_in_place(items) => {
            let fault = fault(match items.iter().any(is_verb) {
                true => "an order says what to drop without `place`".to_owned(),
                false => "the parts of an order stand in another order".to_owned(),
            });
            Some(write(fault, format!("At({step}, {deed}, {cell})")))
        }
        (Some(step), Some("explode"), None) => {
            let fault = fault("`explode` needs a cell, and `ExplodeAll` none".to_owned());
            Some(write(fault, format!("At({step}, ExplodeAll)")))
        }
        (Some(step), Some(deed), None) if deed != "ExplodeAll" => Some(
            fault(format!("it is not said where to drop `{deed}`"))
                .advise(format!("write `At({step}, {deed}, (column, row))`")),
        ),
        (None, Some(deed), cell) => {
            let cell = cell.as_ref().map_or(String::new(), |cell| format!(", {cell}"));
            let fault = fault("it is not said after how many steps".to_owned());
            Some(fault.advise(format!("write `At(steps, {deed}{cell})`")))
        }
        _ => None,
    }
}

impl<'a> Parts<'a> {
    /// Adds a part, or those in its brackets; none if it is none, or there is one of its kind already.
    fn add(&mut self, item: &'a Node) -> Option<()> {
        match &item.value {
            RonValue::Integer { written, .. } if self.step.is_none() => self.step = Some(written),
            RonValue::Word(_) if is_verb(item) => {}
            RonValue::Word(word) if self.deed.is_none() => self.deed = Some(deed(word)?),
            RonValue::Tuple { name: Some(name), items } if self.deed.is_none() => match (deed(name), &items[..]) {
                (Some(deed), []) => self.deed = Some(deed),
                (None, items) => items.iter().try_for_each(|item| self.add(item))?,
                (Some(_), _) => return None,
            },
            RonValue::Tuple { name: None, items } if self.cell.is_none() => match &items[..] {
                [
                    Node { value: RonValue::Integer { written: x, .. }, .. },
                    Node { value: RonValue::Integer { written: y, .. }, .. },
                ] => self.cell = Some(format!("({x}, {y})")),
                _ => return None,
            },
            _ => return None,
        }
        Some(())
    }
}

/// `place`, as orders have it in other places.
fn is_verb(item: &Node) -> bool {
    matches!(&item.value, RonValue::Word(word) if word == "place")
}

/// An ability or `ExplodeAll`, as other formats and hands in a hurry write it too.
fn deed(word: &str) -> Option<&'static str> {
    if ["ExplodeAll", "explodeAll", "explode_all", "Explode"].contains(&word) {
        return Some("ExplodeAll");
    }
    Ability::from_name(word).map(Ability::name)
}

/// Whether the parts stand as they should, whatever they are.
fn is_in_place(items: &[Node]) -> bool {
    let kinds = items.iter().map(|item| &item.value);
    matches!(
        kinds.collect::<Vec<_>>()[..],
        [RonValue::Integer { .. }, RonValue::Word(_), RonValue::Tuple { name: None, .. }]
    )
}

/// Whether all rabbits explode in so many words.
fn is_plain_word(items: &[Node]) -> bool {
    matches!(items, [_, Node { value: RonValue::Word(word), .. }] if word == "ExplodeAll")
}
