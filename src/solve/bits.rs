//! Sets of cells as rows of bits, so that a set spreads by a cell in a few instructions a row.

use crate::sim::Cell;

/// A set of cells of a board up to [`CellSet::WIDEST`] cells wide.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct CellSet {
    /// A word a row, the column `x` in bit `x`.
    rows: Vec<u128>,
}

impl CellSet {
    pub(super) const WIDEST: i32 = 128;

    pub(super) fn empty(height: i32) -> CellSet {
        CellSet { rows: vec![0; usize::try_from(height).unwrap_or(0)] }
    }

    pub(super) fn has(&self, cell: Cell) -> bool {
        let row = usize::try_from(cell.y).ok().and_then(|y| self.rows.get(y));
        row.is_some_and(|row| (0..Self::WIDEST).contains(&cell.x) && row & (1 << cell.x) != 0)
    }

    /// Puts the cell in or takes it out. Cells outside the board are ignored.
    pub(super) fn set(&mut self, cell: Cell, is_in: bool) {
        let row = usize::try_from(cell.y).ok().and_then(|y| self.rows.get_mut(y));
        if let Some(row) = row
            && (0..Self::WIDEST).contains(&cell.x)
        {
            let bit = 1 << cell.x;
            *row = if is_in { *row | bit } else { *row & !bit };
        }
    }

    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// The bits of a row; none above and below the board.
    pub(super) fn row(&self, y: usize, down: isize) -> u128 {
        y.checked_add_signed(down).and_then(|y| self.rows.get(y)).copied().unwrap_or(0)
    }

    /// Adds bits to a row, and says whether that changed it.
    pub(super) fn add(&mut self, y: usize, bits: u128) -> bool {
        let before = self.rows[y];
        self.rows[y] |= bits;
        self.rows[y] != before
    }

    pub(super) fn union(&self, other: &CellSet) -> CellSet {
        self.zip(other, |one, other| one | other)
    }

    pub(super) fn intersection(&self, other: &CellSet) -> CellSet {
        self.zip(other, |one, other| one & other)
    }

    pub(super) fn without(&self, other: &CellSet) -> CellSet {
        self.zip(other, |one, other| one & !other)
    }

    /// All cells at most `reach` columns and rows away from one of the set.
    pub(super) fn dilated(&self, reach: usize) -> CellSet {
        let mut set = self.clone();
        for _ in 0..reach {
            let rows = (0..set.height()).map(|y| beside(set.row(y, -1) | set.row(y, 0) | set.row(y, 1)));
            set = CellSet { rows: rows.collect() };
        }
        set
    }

    /// The set with all cells that `next` adds to it, row by row, until it adds no more. `next` gets the set and a row,
    /// and returns the bits to add to that row; it must add no less to a larger set.
    pub(super) fn closed(mut self, next: impl Fn(&CellSet, usize) -> u128) -> CellSet {
        loop {
            let mut has_grown = false;
            for y in (0..self.height()).chain((0..self.height()).rev()) {
                while self.add(y, next(&self, y)) {
                    has_grown = true;
                }
            }
            if !has_grown {
                return self;
            }
        }
    }

    fn zip(&self, other: &CellSet, join: impl Fn(u128, u128) -> u128) -> CellSet {
        CellSet { rows: self.rows.iter().zip(&other.rows).map(|(&one, &other)| join(one, other)).collect() }
    }
}

/// The cells of a row and those beside them.
pub(super) const fn beside(row: u128) -> u128 {
    row | row << 1 | row >> 1
}

/// The cells of a row that are connected, within the row, with those of the set through those that are open. Each round
/// doubles the reach.
pub(super) const fn filled(set: u128, open: u128) -> u128 {
    let (mut left, mut right) = (set & open, set & open);
    let (mut open_left, mut open_right) = (open, open);
    let mut by = 1;
    while by < u128::BITS {
        left |= open_left & left << by;
        open_left &= open_left << by;
        right |= open_right & right >> by;
        open_right &= open_right >> by;
        by *= 2;
    }
    left | right
}
