//! The orders file: what to do at which step, one order a line.
//!
//! ```text
//! # after 4 steps
//! 4 place dig 6 2
//! 90 explode_all
//! ```
//!
//! The number is that of the steps made before the order. Blank lines and lines that begin with `#` are skipped.

use std::fmt;

use crate::level::{At, plain};
use crate::sim::{Ability, Cell, Order};

/// A line that is not an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFault {
    /// Counted from 1.
    pub line: usize,
    pub text: String,
    pub cause: String,
}

/// Lines that are not orders, of which a file of 1 MB can have half a million.
const MOST_FAULTS: usize = 1000;

/// Reads orders, sorted by step; those of one step keep the order of their lines.
///
/// # Errors
/// The lines that are not orders, up to a thousand.
pub fn read_orders(text: &str) -> Result<Vec<At>, Vec<OrderFault>> {
    let (mut orders, mut faults) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match order(line) {
            Ok(at) => orders.push(at),
            Err(_) if faults.len() == MOST_FAULTS => break,
            Err(cause) => faults.push(OrderFault { line: number + 1, text: line.to_owned(), cause }),
        }
    }
    orders.sort_by_key(|at: &At| at.step);
    if faults.is_empty() { Ok(orders) } else { Err(faults) }
}

/// The text of an orders file.
pub fn write_orders(orders: &[At]) -> String {
    let line = |at: &At| match at.order {
        Order::Place(ability, Cell { x, y }) => format!("{} place {} {x} {y}\n", at.step, ability.name()),
        Order::ExplodeAll => format!("{} explode_all\n", at.step),
    };
    orders.iter().map(line).collect()
}

fn order(line: &str) -> Result<At, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (step, order) = match words[..] {
        [step, "explode_all"] => (step, Order::ExplodeAll),
        [step, "place", kind, x, y] => {
            let ability = Ability::from_name(kind).ok_or_else(|| format!("`{kind}` is no kind of token"))?;
            (step, Order::Place(ability, Cell::new(number(x)?, number(y)?)))
        }
        _ => return Err("neither `STEP place KIND X Y` nor `STEP explode_all`".to_owned()),
    };
    Ok(At { step: number(step)?, order })
}

fn number<N: std::str::FromStr>(word: &str) -> Result<N, String> {
    word.parse().map_err(|_| format!("`{word}` is no number that fits here"))
}

impl fmt::Display for OrderFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot read order `{}` in line {}: {}", plain(&self.text), self.line, plain(&self.cause))
    }
}

impl std::error::Error for OrderFault {}
