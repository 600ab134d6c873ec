//! What can be asked of the water: where it is and how much, and who drowns. Two waters are compared by that.

use std::hash::{Hash, Hasher};

use super::Water;
use super::pool::{DOWN, UP};
use super::wet_cells::positions;
use crate::sim::cell::Cell;
use crate::sim::world::World;

/// The water of a world, as it was once: positions and amounts.
#[derive(Debug, Clone)]
pub struct WaterCopy(Vec<(usize, i32)>);

impl WaterCopy {
    /// Whether there is as much water in each cell of this world, which must have the same size.
    pub fn is_of(&self, world: &World) -> bool {
        world.water.wet().eq(self.0.iter().copied())
    }
}

impl Water {
    /// Whether there is no water, and none can come.
    pub(in crate::sim) fn is_dry(&self) -> bool {
        self.pools.is_empty()
    }

    /// The amount in a cell of the world or its margin.
    pub(in crate::sim) fn amount(&self, cell: Cell) -> i32 {
        self.index(cell).map_or(0, |at| self.pools[at].amount)
    }

    /// The cells of the world with an amount other than 0, row by row.
    pub(in crate::sim) fn amounts(&self) -> impl Iterator<Item = (Cell, i32)> {
        let cells = self.wet().map(|(at, amount)| (self.cell(at), amount));
        cells.filter(|&(Cell { x, y }, _)| (0..self.width).contains(&x) && (0..self.height).contains(&y))
    }

    /// The amounts as they are now.
    pub(in crate::sim) fn copy(&self) -> WaterCopy {
        WaterCopy(self.wet().collect())
    }

    /// The positions with an amount other than 0, found without a walk over all.
    fn wet(&self) -> impl Iterator<Item = (usize, i32)> {
        let wet = (0..self.cells.words()).flat_map(|word| positions(word, self.cells.wet(word)));
        wet.map(|(at, _)| (at, self.pools[at].amount)).filter(|&(_, amount)| amount != 0)
    }

    /// The cell at a position.
    fn cell(&self, at: usize) -> Cell {
        Cell::new((at % self.row) as i32 - 1, (at / self.row) as i32 - 1)
    }

    /// The cells of the world and its margin with an amount other than 0, row by row.
    pub(in crate::sim) fn all_amounts(&self) -> impl Iterator<Item = (Cell, i32)> {
        let cells = (-1..=self.height).flat_map(|y| (-1..=self.width).map(move |x| Cell::new(x, y)));
        cells.zip(self.pools.iter().map(|pool| pool.amount)).filter(|&(_, amount)| amount != 0)
    }

    /// Whether a rabbit on the floor of this cell drowns: the cell is full, and open above.
    pub(in crate::sim) fn drowns_on_floor(&self, cell: Cell) -> bool {
        self.is_full(cell, UP)
    }

    /// Whether a rabbit on the slope below this cell drowns: the cell is full, and open below.
    pub(in crate::sim) fn drowns_on_slope_below(&self, cell: Cell) -> bool {
        self.is_full(cell, DOWN)
    }

    fn is_full(&self, cell: Cell, open: usize) -> bool {
        self.index(cell).is_some_and(|at| self.pools[at].openings.has(open) && self.pools[at].is_full())
    }
}

/// Flows follow from amounts and blocks, so two waters of the same map are equal if their amounts are.
impl PartialEq for Water {
    fn eq(&self, other: &Water) -> bool {
        self.width == other.width && self.height == other.height && self.all_amounts().eq(other.all_amounts())
    }
}

impl Eq for Water {}

impl Hash for Water {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.wet().for_each(|wet| wet.hash(state));
    }
}
