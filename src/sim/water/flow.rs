//! What a cell gives to its neighbours, in four phases:
//!
//! 1. *Down*, as much as there is room for.
//! 2. *Across*: the rest is shared with the cells on both sides, in proportion to their room, and with the cell below,
//!    which takes up to a quarter of its room more than fills it: water can be compressed.
//! 3. *Keep* what fills the cell.
//! 4. *Up*: the rest, compressed water, is shared with the neighbours and the cell itself: the cell above counts with
//!    11/20 of its room, the cells on both sides and the cell itself with 1/4 on top of their room, and the cell below
//!    with 5/16 on top of 5/4 of its room.
//!
//! The rooms are in `basin`, and how water is shared in `shares`.

use super::basin::Basin;
use super::pool::{DOWN, SIDES};
use super::shares::Amount;

/// The amounts that a cell gives to its neighbours, by direction: from its own amount and theirs. A neighbour to which
/// water cannot flow gets none.
#[inline(always)]
pub(super) fn flow<A: Amount>(basin: &Basin, here: A, beside: [A; 4]) -> [A; 4] {
    let none = A::from(0);
    let fall = if basin.below == 0 { none } else { (A::from(basin.below) - beside[DOWN]).max(none).min(here) };
    let down = [none, none, none, fall];
    let left = here - fall;
    if left == none {
        return down;
    }

    let room = A::from(basin.room);
    let across = basin.across.deal(left.min(room), beside);
    let amounts = SIDES.map(|side| down[side] + across[side]);
    let left = left - across.into_iter().sum();
    if left <= room {
        return amounts;
    }

    let up = basin.up.deal(left - room, beside);
    SIDES.map(|side| amounts[side] + up[side])
}
