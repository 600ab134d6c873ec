//! Solutions in a level file: `Solution(ends: Won, orders: [At(4, dig, (6, 2))])`, or a `Script("…")`.

use std::ops::RangeInclusive;

use super::cure::Cure;
use super::fields::{Fields, list, number, text, word, wrong_type};
use super::node::{Node, RonValue};
use super::order_slips::misplaced;
use super::slips;
use super::vocabulary::OTHER_SOLUTION_NAMES;
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::{TextSpan, text_of};
use crate::level::{At, Ending, MOST_STEPS, Solution};
use crate::sim::{Ability, Cell, Order};

/// When an order can be given.
const STEPS: RangeInclusive<i32> = 0..=MOST_STEPS as i32;

/// An order without its cell, as a word of the file.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Place(Ability),
    ExplodeAll,
}

/// Columns and rows of the map; none if it could not be read.
pub(super) type MapSize = Option<(i32, i32)>;

/// The solution, if it is within the limits.
pub(super) fn solution(node: &Node, size: MapSize, faults: &mut Faults) -> Option<Solution> {
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
    let fields = Fields::of(node, "Solution", &["ends", "orders"], &OTHER_SOLUTION_NAMES, faults)?;
    let endings = Ending::ALL.map(|ending| (ending.name(), ending));
    let ends = match fields.get("ends") {
        Some(node) => word(node, "an ending", &endings, faults),
        None => Some(Ending::Won),
    };
    let nodes = fields.get("orders").and_then(|node| listed(node, faults)).unwrap_or_default();
    let orders: Vec<At> = nodes.iter().filter_map(|node| order(node, size, faults)).collect();
    faults.extend(out_of_order(nodes, &orders));
    Some(Solution::Orders { ends: ends?, orders })
}

/// The orders of a list, which is not to be a text.
fn listed<'a>(node: &'a Node, faults: &mut Faults) -> Option<&'a [Node]> {
    let expected = "a list of orders";
    let RonValue::Text(characters) = &node.value else { return list(node, expected, faults) };
    let text = text_of(characters);
    let written = format!("[{}]", text.trim_matches(['[', ']']));
    let cure = text.contains("At(").then_some(Cure::Rewrite { advice: "write `[At(…)]`", to: &written });
    wrong_type(node, expected, cure, faults);
    None
}

/// The first order for an earlier step than one before it, whatever else is wrong with them. Where all of them could be
/// read, it is mended by sorting them.
fn out_of_order(nodes: &[Node], orders: &[At]) -> Option<LevelFault> {
    let steps: Vec<(i64, TextSpan)> = nodes.iter().filter_map(|node| Some((step(node)?, node.span))).collect();
    let pair = steps.windows(2).find(|pair| pair[1].0 < pair[0].0)?;
    let cause = format!("an order for step {} stands behind one for step {}", pair[1].0, pair[0].0);
    let fault = LevelFault::new(FaultKind::OutOfRange, pair[1].1, cause).advise("put the orders in their order");
    if orders.len() < nodes.len() {
        return Some(fault);
    }
    let mut sorted = orders.to_vec();
    sorted.sort_by_key(|at| at.step);
    let moved = nodes.iter().zip(orders).zip(&sorted).filter(|((_, now), right)| now != right);
    Some(moved.fold(fault, |fault, ((node, _), right)| fault.mend(node.span, right.to_ron())))
}

/// The step of an order, if it can be one.
fn step(order: &Node) -> Option<i64> {
    match parts(order)?.first()?.value {
        RonValue::Integer { value, .. } => STEPS.contains(&i32::try_from(value).ok()?).then_some(value),
        _ => None,
    }
}

/// What stands in the brackets of an order, which may lack its name.
fn parts(order: &Node) -> Option<&[Node]> {
    match &order.value {
        RonValue::Tuple { name, items } if name.as_deref().is_none_or(|name| name == "At") => Some(items),
        _ => None,
    }
}

/// `At(step, ability, (column, row))` or `At(step, ExplodeAll)`.
pub(super) fn order(node: &Node, size: MapSize, faults: &mut Faults) -> Option<At> {
    let expected = "`At(step, ability, (column, row))`";
    let Some(items) = parts(node) else {
        wrong_type(node, expected, Cure::for_order(node), faults);
        return None;
    };
    if let Some(fault) = misplaced(node, items) {
        faults.push(fault);
        return None;
    }
    let [step, deed, cell @ ..] = items else {
        faults.push(LevelFault::new(FaultKind::WrongType, node.span, format!("this is not {expected}")));
        return None;
    };
    let step = number(step, STEPS, faults);
    if let [x @ Node { value: RonValue::Integer { .. }, .. }, y @ Node { value: RonValue::Integer { .. }, .. }] = cell {
        faults.push_with(|| slips::bare_cell(x.span.to(y.span)));
        return None;
    }
    let (cell, cells) = (cell.first().map(|cell| cell_within(cell, size, faults)), cell.len());
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
        (Deed::Place(ability), Some(cell), 1) => Order::Place(ability, cell?),
        (Deed::ExplodeAll | Deed::Place(_), _, _) => {
            faults.push(LevelFault::new(FaultKind::WrongType, node.span, format!("this is not {expected}")));
            return None;
        }
    };
    Some(At { step: u32::try_from(step?).ok()?, order })
}

/// `(column, row)` of the map.
fn cell_within(node: &Node, size: MapSize, faults: &mut Faults) -> Option<Cell> {
    let Some((width, height)) = size else { return cell(node, faults) };
    let numbers = match &node.value {
        RonValue::Tuple { name: None, items } => &items[..],
        _ => &[],
    };
    let [RonValue::Integer { value: x, written: column }, RonValue::Integer { value: y, written: row }] =
        &numbers.iter().map(|node| &node.value).collect::<Vec<_>>()[..]
    else {
        return cell(node, faults);
    };
    let (last_x, last_y) = (i64::from(width) - 1, i64::from(height) - 1);
    if (0..=last_x).contains(x) && (0..=last_y).contains(y) {
        return cell(node, faults);
    }
    let cause = format!("column {column}, row {row} lies outside the map");
    let fault = LevelFault::new(FaultKind::OutOfRange, node.span, cause);
    faults.push(if width == 0 || height == 0 {
        fault.advise("the map is empty")
    } else {
        let nearest = format!("({}, {})", x.clamp(&0, &last_x), y.clamp(&0, &last_y));
        fault.advise(format!("columns are 0 to {last_x}, rows 0 to {last_y}")).mend(node.span, nearest)
    });
    None
}

/// `(column, row)`, on the map or not.
pub(super) fn cell(node: &Node, faults: &mut Faults) -> Option<Cell> {
    let written = misread_cell(node);
    let cure = || written.as_deref().map(Cure::Write).or_else(|| Cure::for_cell(node));
    let RonValue::Tuple { name: None, items } = &node.value else {
        wrong_type(node, "`(column, row)`", cure(), faults);
        return None;
    };
    let [x, y] = &items[..] else {
        let fault = LevelFault::new(FaultKind::WrongType, node.span, "this is not `(column, row)`");
        faults.push(match cure() {
            Some(cure) => cure.of(fault, node),
            None => fault.advise("a cell has two numbers"),
        });
        return None;
    };
    let (x, y) = (number(x, i32::MIN..=i32::MAX, faults), number(y, i32::MIN..=i32::MAX, faults));
    Some(Cell::new(x?, y?))
}

/// The cell that `"4, 1"` or `(4.1)` is meant to be.
fn misread_cell(node: &Node) -> Option<String> {
    let text: String = match &node.value {
        RonValue::Text(characters) => text_of(characters),
        RonValue::Tuple { .. } => match &node.only()?.value {
            RonValue::Fraction(written) => written.clone(),
            _ => return None,
        },
        _ => return None,
    };
    let (x, y) = text.trim_matches(['(', ')']).split_once([',', ';', '.'])?;
    let (x, y) = (x.trim().parse::<i32>().ok()?, y.trim().parse::<i32>().ok()?);
    Some(format!("({x}, {y})"))
}
