//! What a cell gives to its neighbours, in four phases:
//!
//! 1. *Down*, as much as there is room for.
//! 2. *Across*: the rest is shared with the cells on both sides, in proportion to their room, and with the cell below,
//!    which takes up to a quarter of its room more than fills it: water can be compressed.
//! 3. *Keep* what fills the cell.
//! 4. *Up*: the rest, compressed water, is shared with the neighbours and the cell itself: the cell above counts with
//!    11/20 of its room, the cells on both sides and the cell itself with 1/4 on top of their room, and the cell below
//!    with 5/16 on top of 5/4 of its room.

use super::pool::{DOWN, LEFT, RIGHT, UP};
use super::shares::{Share, Shares};

/// The amounts that a cell gives to its neighbours, by direction: from its own water and room, and from those of its
/// neighbours. A neighbour to which water cannot flow has no water and no room.
#[inline]
pub(super) fn flow(here: Share, beside: impl Fn(usize) -> Share) -> [i64; 4] {
    let mut amounts = [0; 4];
    let mut left = here.amount;

    let below = beside(DOWN);
    amounts[DOWN] = (below.room - below.amount).max(0).min(left);
    left -= amounts[DOWN];
    if left == 0 {
        return amounts;
    }

    let sides = [beside(LEFT), beside(RIGHT)];
    let across = Shares {
        here: Share { amount: left, ..here }.within(),
        others: [sides[0].within(), sides[1].within(), below.beyond(below.room, below.room / 4)],
    };
    for (side, amount) in [LEFT, RIGHT, DOWN].into_iter().zip(across.deal()) {
        amounts[side] += amount;
        left -= amount;
    }

    left -= left.min(here.room);
    if left == 0 {
        return amounts;
    }

    let above = beside(UP);
    let up = Shares {
        here: Share { amount: left, room: here.room / 4 },
        others: [
            Share { amount: above.amount, room: above.room * 11 / 20 },
            sides[0].beyond(sides[0].room, sides[0].room / 4),
            sides[1].beyond(sides[1].room, sides[1].room / 4),
            below.beyond(below.room * 5 / 4, below.room * 5 / 16),
        ],
    };
    for (side, amount) in [UP, LEFT, RIGHT, DOWN].into_iter().zip(up.deal()) {
        amounts[side] += amount;
    }
    amounts
}
