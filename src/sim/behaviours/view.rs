//! What a walking rabbit sees, as one number.
//!
//! There is little to see and much to ask, and the answers can hardly be foreseen. So what is seen is gathered without
//! asking, from what each of the cells around adds to it.
//! *Ahead* and *under* are the cells of the next column that the rules of walking speak of.

use crate::sim::cell::Direction;
use crate::sim::surroundings::Surroundings;
use crate::sim::tile::Tile;

/// What a walking rabbit sees, a bit each.
#[derive(Clone, Copy)]
pub(super) struct View(usize);

impl View {
    pub(super) const ON_DOWNSLOPE: usize = 1;
    pub(super) const ON_UPSLOPE: usize = 1 << 1;
    const SLOPES: usize = View::ON_DOWNSLOPE | View::ON_UPSLOPE;
    pub(super) const SOLID_ABOVE: usize = 1 << 2;
    pub(super) const BLOCKER_AHEAD: usize = 1 << 3;
    pub(super) const BLOCKER_UNDER: usize = 1 << 4;
    pub(super) const DOWNSLOPE_UNDER: usize = 1 << 5;
    pub(super) const UPSLOPE_AHEAD: usize = 1 << 6;
    pub(super) const WALL_AHEAD: usize = 1 << 7;
    pub(super) const BLOCK_AHEAD: usize = 1 << 8;
    /// How many views there are.
    pub(super) const ALL: usize = 1 << 9;

    pub(super) const fn numbered(number: usize) -> View {
        View(number)
    }

    /// Below [`ALL`](View::ALL).
    pub(super) const fn number(self) -> usize {
        self.0
    }

    /// Puts together what the cells around show.
    #[inline(always)]
    pub(super) fn of(around: &Surroundings) -> View {
        let glimpses = &GLIMPSES[around.rabbit.direction as usize];
        let glimpse = |tile: Tile| &glimpses[tile.shape()];
        let slope = glimpse(around.here()).here & (View::SLOPES * usize::from(around.rabbit.on_slope));
        let row = -((slope / View::ON_UPSLOPE) as i32);
        View(
            slope
                | glimpse(around.above()).above
                | glimpse(around.block(1, row)).ahead
                | glimpse(around.block(1, row + 1)).under
                | (around.blockers(1, row) * View::BLOCKER_AHEAD)
                | (around.blockers(1, row + 1) * View::BLOCKER_UNDER),
        )
    }

    pub(super) const fn has(self, bits: usize) -> bool {
        self.0 & bits == bits
    }
}

/// What a block adds to a view, by the cell that it is in: the rabbit's own, the one above, ahead or under that.
#[derive(Clone, Copy)]
struct Glimpse {
    here: usize,
    above: usize,
    ahead: usize,
    under: usize,
}

impl Glimpse {
    const fn of(tile: Tile, facing: Direction) -> Glimpse {
        let (upslope, downslope) = (tile.rises(facing), tile.rises(facing.opposite()));
        Glimpse {
            here: bit(upslope, View::ON_UPSLOPE) | bit(downslope, View::ON_DOWNSLOPE),
            above: bit(tile.is_solid(), View::SOLID_ABOVE),
            ahead: bit(upslope, View::UPSLOPE_AHEAD)
                | bit(tile.is_wall(facing), View::WALL_AHEAD)
                | bit(tile.is_some(), View::BLOCK_AHEAD),
            under: bit(downslope, View::DOWNSLOPE_UNDER),
        }
    }
}

const fn bit(is_seen: bool, bit: usize) -> usize {
    if is_seen { bit } else { 0 }
}

/// By direction and shape.
static GLIMPSES: [[Glimpse; Tile::SHAPES]; 2] = [glimpses(Direction::Left), glimpses(Direction::Right)];

const fn glimpses(facing: Direction) -> [Glimpse; Tile::SHAPES] {
    let mut glimpses = [Glimpse::of(Tile::NONE, facing); Tile::SHAPES];
    let mut shape = 0;
    while shape < Tile::SHAPES {
        glimpses[shape] = Glimpse::of(Tile::of_shape(shape), facing);
        shape += 1;
    }
    glimpses
}
