//! Reach: from which cells a rabbit could still get to an exit, if it had it all its own way.
//!
//! The rules are relaxed: a rabbit may turn anywhere, and pass through fire and water. Whatever a rabbit can do under
//! the rules it can do here, so where this finds no way there is none. What remains of the rules:
//!
//! - No rabbit enters a cell with a flat block, unless it digs or bashes that block away.
//! - A rabbit walks only where it stands: over a flat block, or in a cell with a slope; a climber wherever a solid
//!   block is beside it, or above and beside it. It walks to the next column, and there into the same row, from a slope
//!   one up, or onto a slope one down.
//! - Elsewhere it falls, straight down, until it stands. A fall of more than four cells kills, unless the rabbit has an
//!   umbrella. A slope stops every fall: rabbits fall past it only from within its cell, behind it.
//! - A rabbit gets to a higher cell only from a cell with a slope, while it builds a bridge, or up a wall if it can
//!   climb.
//!
//! One token opens up, besides:
//!
//! - *dig*: the blocks of earth below one another, and the cells beside these;
//! - *bash*: the blocks of earth beside one another, and the cells beside these. On a slope a basher may go on in the
//!   row above or below, so near slopes the blocks may lie in any direction;
//! - *bridge*: from any cell to any other that is at most four columns and four rows away. Three planks are one column
//!   and one row apart, and the rabbit steps onto and off them;
//! - *block* and *explode*: nothing, for here rabbits turn as they like. *Climb* and *brolly* only give their taker a
//!   gift.
//!
//! In what a token opened, nobody falls: a way may enter it at any height of a fall, and leaves it with none. So it
//! does not matter which ground a token takes away or brings, as long as it is within what counts as opened. Ground
//! elsewhere stays, and so do falls elsewhere: no token makes a landing higher but a bridge, in reach of its planks.
//!
//! Let a way lead through cells that the token opened. These are next to one another; so the way may go from the first
//! of them that it enters straight to the last that it leaves, and opens them once. That is why one token adds one such
//! piece to a way. Several tokens can open pieces that only together are connected; for two and more, the whole of
//! connected earth counts as one piece, with as much around it as a bridge spans where one of the tokens may be that.
//! Where bridges could join pieces of earth, with three tokens, nothing is ruled out.

use super::bits::{CellSet, beside, filled};
use super::stock::Stock;
use super::terrain::Terrain;
use super::works::Gifts;
use crate::sim::{Cell, Species};

/// From where a rabbit with some gifts gets to an exit.
#[derive(Debug)]
pub(super) struct GiftedReach {
    /// The cells from which it does if it comes into them without a fall.
    cells: CellSet,
    /// Where a fall ends.
    landings: CellSet,
    floats: bool,
}

/// Columns and rows from where a bridge is stepped on to where it is left.
const BRIDGE: usize = 4;

/// Cells that a rabbit falls without harm.
const HARMLESS: i32 = Species::Rabbit.fatal_height();

impl GiftedReach {
    /// With at most so many tokens of the stock for the ground; none where nothing can be ruled out.
    pub(super) fn new(terrain: &Terrain, stock: Stock, tokens: u32, gifts: Gifts) -> Option<GiftedReach> {
        if tokens >= 3 && stock.carve && stock.bridge {
            return None;
        }
        let mut routes = Routes::new(terrain, gifts);
        let mut cells = routes.walked(terrain.exits.clone());
        for _ in 0..tokens {
            let opened = routes.opened(&cells, stock, tokens);
            routes.landings = routes.landings.union(&opened);
            let next = routes.walked(opened.union(&cells));
            if next == cells {
                break;
            }
            cells = next;
        }
        Some(GiftedReach { cells, landings: routes.landings, floats: gifts.floats })
    }

    /// Whether a rabbit in this cell of the world gets to an exit, after it has fallen so many cells.
    pub(super) fn has(&self, cell: Cell, fallen: i32) -> bool {
        if fallen == 0 || self.floats {
            return fallen <= HARMLESS && self.cells.has(cell);
        }
        let mut passed = (fallen..=HARMLESS).zip(0..).map(|(_, down)| cell.offset(0, down));
        passed.find(|&cell| self.landings.has(cell)).is_some_and(|landing| self.cells.has(landing))
    }
}

/// A terrain as rabbits with some gifts move on it.
struct Routes<'a> {
    terrain: &'a Terrain,
    gifts: Gifts,
    /// Where they can walk from.
    footing: CellSet,
    /// Where their falls end.
    landings: CellSet,
}

impl Routes<'_> {
    fn new(terrain: &Terrain, gifts: Gifts) -> Routes<'_> {
        let mut footing = terrain.slopes.clone();
        for y in 0..footing.height() {
            footing.add(y, terrain.flat.row(y, 1) | if gifts.climbs { walls(terrain, y) } else { 0 });
        }
        Routes { terrain, gifts, landings: footing.union(&terrain.exits), footing }
    }

    /// The cells from which free moves lead into the set.
    fn walked(&self, set: CellSet) -> CellSet {
        let terrain = self.terrain;
        set.closed(|set, y| {
            let footing = self.footing.row(y, 0);
            let rises = terrain.slopes.row(y, 0) | if self.gifts.climbs { walls(terrain, y) } else { 0 };
            let steps = beside(self.entered(set, y, 0) | self.entered(set, y, 1) & terrain.slopes.row(y, 1)) & footing
                | beside(self.entered(set, y, -1)) & rises;
            let here = set.row(y, 0) | self.falls(set, y) | steps;
            here | beside(filled(here & self.open(y, 0), footing & self.open(y, 0))) & footing
        })
    }

    /// The cells that a token opens, of ways into the set: those from which its takers, and who follows them, could go
    /// on to the set.
    fn opened(&self, set: &CellSet, stock: Stock, tokens: u32) -> CellSet {
        let mut opened = CellSet::empty(set.height() as i32);
        if stock.bridge {
            opened = opened.union(&set.dilated(BRIDGE));
        }
        if stock.carve {
            opened = opened.union(&match tokens {
                1 => {
                    let near = self.near(set);
                    column(self.terrain, &near).union(&row(self.terrain, &near)).dilated(1)
                }
                // A bridge may lead up to the earth, and away from it.
                _ if stock.bridge => component(self.terrain, &set.dilated(BRIDGE)).dilated(BRIDGE),
                _ => component(self.terrain, &self.near(set)).dilated(1),
            });
        }
        opened
    }

    /// The set, and the cells from which a single step or fall could lead into it, whatever block is there now.
    fn near(&self, set: &CellSet) -> CellSet {
        let mut near = set.clone();
        for y in 0..near.height() {
            let slopes = self.terrain.slopes.row(y, 1);
            let entered = self.entered(set, y, 0) | self.entered(set, y, -1) | self.entered(set, y, 1) & slopes;
            near.add(y, beside(entered) | self.falls(set, y));
        }
        near
    }

    /// The cells of a row from which a harmless fall ends in the set.
    fn falls(&self, set: &CellSet, y: usize) -> u128 {
        if self.gifts.floats {
            return self.entered(set, y, 1);
        }
        let (mut ended, mut falling) = (0, !0);
        for down in 1..=HARMLESS as isize {
            let landings = self.landings.row(y, down);
            falling &= self.open(y, down);
            ended |= falling & landings & set.row(y, down);
            falling &= !landings;
        }
        ended
    }

    /// The cells of the set in a row that can be entered.
    fn entered(&self, set: &CellSet, y: usize, down: isize) -> u128 {
        set.row(y, down) & self.open(y, down)
    }

    fn open(&self, y: usize, down: isize) -> u128 {
        !self.terrain.flat.row(y, down) | self.terrain.exits.row(y, down)
    }
}

/// The cells of a row where a climber can be on a wall.
fn walls(terrain: &Terrain, y: usize) -> u128 {
    beside(terrain.solid.row(y, 0) | terrain.solid.row(y, -1))
}

/// Earth below and above that of the set.
fn column(terrain: &Terrain, near: &CellSet) -> CellSet {
    let earth = &terrain.earth;
    near.intersection(earth).closed(|set, y| (set.row(y, -1) | set.row(y, 1)) & earth.row(y, 0))
}

/// Earth beside that of the set; near slopes, in all directions.
fn row(terrain: &Terrain, near: &CellSet) -> CellSet {
    let by_slopes = terrain.slopes.dilated(1);
    let all = terrain.earth.union(&by_slopes.without(&terrain.flat));
    near.intersection(&all).closed(|set, y| {
        let turns = |down: isize| set.row(y, down) & by_slopes.row(y, down);
        (beside(set.row(y, 0)) | beside(turns(-1)) | beside(turns(1))) & all.row(y, 0)
    })
}

/// All earth that is connected with that of the set.
fn component(terrain: &Terrain, near: &CellSet) -> CellSet {
    let all = terrain.earth.union(&terrain.slopes.dilated(1).without(&terrain.flat));
    near.intersection(&all).closed(|set, y| beside(set.row(y, -1) | set.row(y, 0) | set.row(y, 1)) & all.row(y, 0))
}
