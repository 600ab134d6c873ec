//! Places that a hint speaks of: `(12, 6)` is the cell in column 12, row 6.

use crate::sim::Cell;

/// All cells that the text names, in their order.
pub fn places(text: &str) -> impl Iterator<Item = Cell> {
    text.split('(').skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once(')')?;
        let (column, row) = inside.split_once(',')?;
        Some(Cell::new(column.trim().parse().ok()?, row.trim().parse().ok()?))
    })
}
