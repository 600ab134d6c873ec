//! Pools: the water of a cell, the sides to which the cell is open, and how much it has room for.

use super::basin::BasinNumber;
use crate::sim::block::{Block, Shape};

/// The amount of water that fills an open cell. A cell with a ramp takes half of it.
pub const FULL_CELL: i32 = 1024;

/// The amounts that fill a cell without openings, with one, with two and with all: a quarter of a full cell for each.
pub(super) const ROOMS: [i32; 4] = [0, FULL_CELL / 4, FULL_CELL / 2, FULL_CELL];

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
    /// What it is about to gain, or to lose.
    pub(super) change: i32,
    pub(super) amount: i32,
    /// Which neighbours it can give water to. None in the margin.
    pub(super) basin: BasinNumber,
    pub(super) openings: Openings,
}

/// The sides to which a cell is open, one bit per direction, and a bit for the margin. No bit: a cell with a flat
/// block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Openings(u8);

impl Pool {
    /// A cell of the margin, open to all sides, from which no water comes.
    pub(super) const MARGIN: Pool = Pool { change: 0, amount: 0, basin: BasinNumber::NONE, openings: Openings::MARGIN };

    pub(super) fn is_margin(&self) -> bool {
        self.openings == Openings::MARGIN
    }

    pub(super) fn is_full(&self) -> bool {
        self.amount >= self.openings.room()
    }

    /// Gains or loses what it is about to. Whether it has another amount now.
    #[inline]
    pub(super) fn settle(&mut self) -> bool {
        let change = std::mem::take(&mut self.change);
        self.amount = self.amount.wrapping_add(change);
        change != 0
    }

    /// Opens the cell as its blocks allow. A flat block leaves no water in it.
    pub(super) fn open(&mut self, blocks: impl Iterator<Item = Block>) {
        self.openings = blocks.fold(Openings::ALL, |open, block| match block.shape {
            Shape::Flat => Openings::NONE,
            Shape::UpRight => open.without(DOWN, RIGHT),
            Shape::UpLeft => open.without(DOWN, LEFT),
            Shape::BridgeUpRight | Shape::BridgeUpLeft => open,
        });
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

    /// The amount that fills a cell.
    fn room(self) -> i32 {
        ROOMS[usize::from(self.room_class())]
    }

    /// The index of the room of a cell. No blocks close one side alone.
    pub(super) fn room_class(self) -> u16 {
        (self.0 & Openings::ALL.0).count_ones().min(3) as u16
    }
}
