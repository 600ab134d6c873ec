//! Orders alone, as a person copies them out of a level file.

use super::node::{Field, Node, RonValue};
use super::{orders, syntax};
use crate::level::At;
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::ron::orders::Limits;

/// The orders in a list of orders, in a solution, or one after another. Whether the level has the tokens, the world says.
pub(in crate::level) fn read(text: &str, width: i32, height: i32) -> Result<Vec<At>, Faults> {
    let limits = Limits { width, height, offered: None };
    let root = syntax::parse(text)?;
    let mut faults = Faults::default();
    let list = match &root.value {
        RonValue::List(list) => &list[..],
        RonValue::Struct { fields, .. } => listed(fields),
        _ => {
            let cause = "this is no list of orders";
            faults.push(
                LevelFault::new(FaultKind::WrongType, root.span, cause)
                    .advise("write `[At(step, ability, (column, row)), …]`"),
            );
            &[]
        }
    };
    let mut read: Vec<At> = list.iter().filter_map(|node| orders::order(node, limits, &mut faults)).collect();
    read.sort_by_key(|at| at.step);
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The elements of the field `orders`.
fn listed(fields: &[Field]) -> &[Node] {
    match fields.iter().find(|field| field.name == "orders").map(|field| &field.value.value) {
        Some(RonValue::List(list)) => list,
        _ => &[],
    }
}
