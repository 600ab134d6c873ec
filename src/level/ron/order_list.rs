//! Orders alone, as a person copies them out of a level file.

use super::document::Document;
use super::fields::list;
use super::node::{Field, Node, RonValue};
use super::orders;
use crate::level::At;
use crate::level::faults::Faults;

/// The orders in a list of orders, in a solution, or one after another. Whether the level has the tokens, the world
/// says.
pub(in crate::level) fn read(text: &str, width: i32, height: i32) -> Result<Vec<At>, Faults> {
    let size = Some((width, height));
    let mut faults = Faults::default();
    let root = Document::read(text, &mut faults).root;
    if !faults.is_empty() {
        return Err(faults);
    }
    let nodes = match &root.value {
        RonValue::Struct { fields, .. } => listed(fields),
        _ => list(&root, "a list of orders, such as `[At(step, ability, (column, row))]`,", &mut faults)
            .unwrap_or_default(),
    };
    let mut read: Vec<At> = nodes.iter().filter_map(|node| orders::order(node, size, &mut faults)).collect();
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
