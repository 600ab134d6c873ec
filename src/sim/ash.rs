//! Ash: the cells where a fire went out or burnt somebody. It is only seen, and matters to no rule.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use super::cell::Cell;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ash(BTreeSet<Cell>);

impl Ash {
    pub(super) fn add(&mut self, cell: Cell) {
        self.0.insert(cell);
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> {
        self.0.iter().copied()
    }
}

/// Worlds that differ in nothing but ash go on the same: a search need not tell them apart.
impl Hash for Ash {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
