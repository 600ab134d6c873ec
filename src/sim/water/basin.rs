//! Basins: what the ground makes of the water in a cell. All that a flow needs beside the amounts follows from the
//! rooms of the cell and of the neighbours to which its water can flow, and is looked up by them.

use super::pool::{DOWN, LEFT, Openings, RIGHT, ROOMS, SIDES, UP};
use super::shares::{Share, Shares};

/// A cell and the neighbours to which its water can flow.
pub(super) struct Basin {
    /// The amount that fills the cell.
    pub(super) room: i32,
    /// The amount that fills the cell below; none if water cannot flow there.
    pub(super) below: i32,
    /// Who takes part in the second phase of a flow.
    pub(super) across: Shares,
    /// Who takes part in the fourth phase.
    pub(super) up: Shares,
}

/// The number of a basin: the classes of the rooms of the neighbours by direction, and of the cell, two bits each.
#[derive(Debug, Clone, Copy)]
pub(super) struct BasinNumber(u16);

/// Where the class of the cell stands in a number, behind those of its neighbours.
const HERE: usize = 4;

/// By number.
static BASINS: [Basin; 1 << (2 * (HERE + 1))] = {
    let mut all = [const { Basin::numbered(0) }; 1 << (2 * (HERE + 1))];
    let mut number = 0;
    while number < all.len() {
        all[number] = Basin::numbered(number);
        number += 1;
    }
    all
};

impl Basin {
    pub(super) fn get(number: BasinNumber) -> &'static Basin {
        &BASINS[usize::from(number.0)]
    }

    const fn numbered(number: usize) -> Basin {
        let (here, above, below) = (room(number, HERE), room(number, UP), room(number, DOWN));
        let (left, right) = (room(number, LEFT), room(number, RIGHT));
        let across = [Share::NONE, within(left), within(right), beyond(below, below / 4)];
        let up = [
            all(above * 11 / 20),
            beyond(left, left / 4),
            beyond(right, right / 4),
            beyond(below * 5 / 4, below * 5 / 16),
        ];
        Basin { room: here, below, across: Shares::among(here, across), up: Shares::among(here / 4, up) }
    }
}

/// The room of a neighbour or the cell in the basin with this number.
const fn room(number: usize, position: usize) -> i32 {
    ROOMS[number >> (2 * position) & 3]
}

/// All the water of a neighbour, and this room for it.
const fn all(room: i32) -> Share {
    if room == 0 { Share::NONE } else { Share { room, from: i32::MIN, to: i32::MAX } }
}

/// The water of a neighbour that its room holds.
const fn within(room: i32) -> Share {
    Share { room, from: 0, to: room }
}

/// The water of a neighbour beyond this level, and this room for it.
const fn beyond(level: i32, room: i32) -> Share {
    if room == 0 { Share::NONE } else { Share { room, from: level, to: i32::MAX } }
}

impl BasinNumber {
    /// The basin of a cell that gives nothing.
    pub(super) const NONE: BasinNumber = BasinNumber(0);

    /// The basin of a cell and the neighbours to which its water can flow, by their openings.
    pub(super) fn of(cell: Openings, beside: [Openings; 4]) -> BasinNumber {
        let class = |side: usize| beside[side].room_class() << (2 * side);
        BasinNumber(SIDES.into_iter().map(class).sum::<u16>() + (cell.room_class() << (2 * HERE)))
    }
}
