//! Pools: the water of a cell, the sides to which the cell is open, and how much it has room for.

use crate::sim::block::{Block, Shape};

/// The amount of water that fills an open cell. A cell with a ramp takes half of it.
pub const FULL_CELL: i32 = 1024;

/// The four directions of a flow: indices of a neighbour.
pub(super) const UP: usize = 0;
pub(super) const LEFT: usize = 1;
pub(super) const RIGHT: usize = 2;
pub(super) const DOWN: usize = 3;
pub(super) const SIDES: [usize; 4] = [UP, LEFT, RIGHT, DOWN];

/// The side of a neighbour that faces the cell.
pub(super) const OPPOSITE: [usize; 4] = [DOWN, RIGHT, LEFT, UP];

/// The water of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pool {
    pub(super) amount: i32,
    /// The amount that fills the cell: a quarter of a full cell for each opening.
    pub(super) room: u16,
    pub(super) openings: Openings,
    /// The sides to which water can flow: those to which both this cell and its neighbour are open. None in the margin.
    pub(super) links: Openings,
}

/// The sides to which a cell is open, one bit per direction, and a bit for the margin. No bit: a cell with a flat
/// block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Openings(u8);

impl Pool {
    /// A cell of the margin, open to all sides, from which no water comes.
    pub(super) const MARGIN: Pool =
        Pool { amount: 0, room: Openings::MARGIN.room(), openings: Openings::MARGIN, links: Openings::NONE };

    pub(super) fn is_margin(&self) -> bool {
        self.openings == Openings::MARGIN
    }

    pub(super) const fn is_full(&self) -> bool {
        self.amount >= self.room as i32
    }

    /// Opens the cell as its blocks allow. A flat block leaves no water in it.
    pub(super) fn open(&mut self, blocks: impl Iterator<Item = Block>) {
        self.openings = blocks.fold(Openings::ALL, |open, block| match block.shape {
            Shape::Flat => Openings::NONE,
            Shape::UpRight => open.without(DOWN, RIGHT),
            Shape::UpLeft => open.without(DOWN, LEFT),
            Shape::BridgeUpRight | Shape::BridgeUpLeft => open,
        });
        self.room = self.openings.room();
        if self.openings == Openings::NONE {
            self.amount = 0;
        }
    }
}

impl Openings {
    const ALL: Openings = Openings(0b0_1111);
    pub(super) const NONE: Openings = Openings(0);
    const MARGIN: Openings = Openings(0b1_1111);

    pub(super) const fn has(self, side: usize) -> bool {
        self.0 & (1 << side) != 0
    }

    const fn without(self, one: usize, other: usize) -> Openings {
        Openings(self.0 & !(1 << one) & !(1 << other))
    }

    pub(super) const fn with(self, side: usize) -> Openings {
        Openings(self.0 | 1 << side)
    }

    const fn room(self) -> u16 {
        (self.0 & Openings::ALL.0).count_ones() as u16 * (FULL_CELL / 4) as u16
    }
}
