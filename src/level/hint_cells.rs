//! Cells that a hint speaks of: `(12, 6)` is the one in column 12, row 6.

use crate::sim::Cell;

/// All cells that the text names, in their order; on the map or not.
///
/// ```
/// use leveret::level::hint_cells;
/// use leveret::sim::Cell;
///
/// let cells: Vec<Cell> = hint_cells("Dig at (4, 3) or (5, 3), not (there).").collect();
/// assert_eq!(cells, [Cell::new(4, 3), Cell::new(5, 3)]);
/// ```
pub fn hint_cells(text: &str) -> impl Iterator<Item = Cell> {
    text.split('(').skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once(')')?;
        let (column, row) = inside.split_once(',')?;
        Some(Cell::new(column.trim().parse().ok()?, row.trim().parse().ok()?))
    })
}
