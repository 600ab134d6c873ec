//! Solutions in a level file: `Solution(ends: Won, orders: [At(4, dig, (6, 2))])`, or a `Script("…")`.

use super::cure::Cure;
use super::fields::{Fields, list, number, text, word, wrong_type};
use super::node::{Node, RonValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::TextSpan;
use crate::level::{At, Ending, MOST_STEPS, Solution};
use crate::sim::{Ability, Cell, Order};

/// An order without its cell, as a word of the file.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Place(Ability),
    ExplodeAll,
}

/// Limits of the orders of a solution. Whether the world accepts each when it is due, only playing can tell.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// Columns and rows of the map; none if it could not be read.
    pub size: Option<(i32, i32)>,
    /// Which tokens the level offers, by the order of [`Ability::ALL`]; none if `tokens` is faulty.
    pub offered: Option<[bool; 7]>,
}

/// The solution, if it is within the limits.
pub(super) fn solution(node: &Node, limits: Limits, faults: &mut Faults) -> Option<Solution> {
    if let RonValue::Tuple { name: Some(name), items } = &node.value
        && name == "Script"
    {
        return match &items[..] {
            [script] => text(script, faults).map(Solution::Script),
            _ => {
                wrong_type(node, "`Script(\"…\")`", None, faults);
                None
            }
        };
    }
    let fields = Fields::of(node, "Solution", &["ends", "orders"], &[], faults)?;
    let endings = Ending::ALL.map(|ending| (ending.name(), ending));
    let ends = match fields.get("ends") {
        Some(node) => word(node, "an ending", &endings, faults),
        None => Some(Ending::Won),
    };
    let nodes = fields.get("orders").and_then(|node| list(node, "a list of orders", faults)).unwrap_or_default();
    let orders = nodes.iter().filter_map(|node| order(node, limits, faults)).collect();
    in_order(nodes, faults);
    Some(Solution::Orders { ends: ends?, orders })
}

/// Reports orders for an earlier step than the one before, whatever else is wrong with them.
fn in_order(orders: &[Node], faults: &mut Faults) {
    let mut before = i64::MIN;
    for node in orders {
        let RonValue::Tuple { items, .. } = &node.value else { continue };
        let Some(Node { value: RonValue::Integer { value: step, .. }, .. }) = items.first() else { continue };
        if *step < before {
            let cause = format!("an order for step {step} stands behind one for step {before}");
            faults
                .push(LevelFault::new(FaultKind::OutOfRange, node.span, cause).advise("put the orders in their order"));
        }
        before = *step;
    }
}

/// `At(step, ability, (column, row))` or `At(step, ExplodeAll)`.
pub(super) fn order(node: &Node, limits: Limits, faults: &mut Faults) -> Option<At> {
    let expected = "`At(step, ability, (column, row))`";
    let items = match &node.value {
        RonValue::Tuple { name, items } if name.as_deref().is_none_or(|name| name == "At") => &items[..],
        _ => {
            wrong_type(node, expected, Cure::for_group(node, "At"), faults);
            return None;
        }
    };
    let [step, deed, cell @ ..] = items else {
        faults.push(LevelFault::new(FaultKind::WrongType, node.span, format!("this is not {expected}")));
        return None;
    };
    let step = number(step, 0..=MOST_STEPS as i32, faults);
    let (cell, cells) = (cell.first().map(|cell| cell_within(cell, limits, faults)), cell.len());
    let deeds: Vec<(&str, Deed)> = Ability::ALL
        .iter()
        .map(|ability| (ability.name(), Deed::Place(*ability)))
        .chain([("ExplodeAll", Deed::ExplodeAll)])
        .collect();
    if let RonValue::Tuple { name: Some(name), items } = &deed.value
        && deeds.iter().any(|(known, _)| known == name)
        && items.len() == 2
    {
        let place = TextSpan::new(deed.span.start + name.len(), deed.span.start + name.len());
        let fault = LevelFault::new(FaultKind::WrongType, place, "a comma is missing");
        faults.push(fault.advise("put a `,` here").mend(place, ","));
        return None;
    }
    let order = match (word(deed, "an ability", &deeds, faults)?, cell, cells) {
        (Deed::ExplodeAll, None, _) => Order::ExplodeAll,
        (Deed::Place(ability), Some(cell), 1) => {
            if limits.offered.is_some_and(|offered| !offered[ability as usize]) {
                let cause = format!("the level offers no `{}` tokens", ability.name());
                faults.push(LevelFault::new(FaultKind::OutOfRange, deed.span, cause).advise("add them to `tokens`"));
            }
            Order::Place(ability, cell?)
        }
        (Deed::ExplodeAll | Deed::Place(_), _, _) => {
            faults.push(LevelFault::new(FaultKind::WrongType, node.span, format!("this is not {expected}")));
            return None;
        }
    };
    Some(At { step: u32::try_from(step?).ok()?, order })
}

/// `(column, row)` of the map.
fn cell_within(node: &Node, limits: Limits, faults: &mut Faults) -> Option<Cell> {
    let cell = cell(node, faults)?;
    let Some((width, height)) = limits.size else { return Some(cell) };
    if (0..width).contains(&cell.x) && (0..height).contains(&cell.y) {
        return Some(cell);
    }
    let cause = format!("column {}, row {} lies outside the map", cell.x, cell.y);
    let fault = LevelFault::new(FaultKind::OutOfRange, node.span, cause);
    faults.push(if width == 0 || height == 0 {
        fault.advise("the map is empty")
    } else {
        let nearest = format!("({}, {})", cell.x.clamp(0, width - 1), cell.y.clamp(0, height - 1));
        let advice = format!("columns are 0 to {}, rows 0 to {}", width - 1, height - 1);
        fault.advise(advice).mend(node.span, nearest)
    });
    None
}

/// `(column, row)`, on the map or not.
pub(super) fn cell(node: &Node, faults: &mut Faults) -> Option<Cell> {
    let RonValue::Tuple { name: None, items } = &node.value else {
        wrong_type(node, "`(column, row)`", Cure::for_cell(node), faults);
        return None;
    };
    let [x, y] = &items[..] else {
        faults.push(LevelFault::new(FaultKind::WrongType, node.span, "this is not `(column, row)`"));
        return None;
    };
    let (x, y) = (number(x, i32::MIN..=i32::MAX, faults), number(y, i32::MIN..=i32::MAX, faults));
    Some(Cell::new(x?, y?))
}
