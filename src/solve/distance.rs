//! How far a cell is from an exit, in about: steps, and a price for each token that the way takes.
//!
//! This guides the search for plays, and proves nothing. It knows the ground as it is, that deep falls kill, and where a
//! token of each kind would lead, one run of a rabbit's work at a time; it does not know which way a rabbit faces, when
//! it comes by, or who else is there.

use super::tile_map::TileMap;
use crate::sim::{Ability, Cell, Rabbit, ThingKind, World};

/// Distances of all cells of a world, for rabbits with the same gifts.
#[derive(Debug)]
pub(super) struct Distances {
    board: TileMap,
    gifts: Gifts,
    /// By index of the board: of a rabbit that has ground under its feet there. [`FAR`] at most.
    standing: Vec<u32>,
}

/// The abilities that last, as a rabbit has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Gifts {
    climbs: bool,
    floats: bool,
}

impl Gifts {
    pub(super) fn of(rabbit: &Rabbit) -> Gifts {
        Gifts { climbs: rabbit.memory().climber, floats: rabbit.memory().brolly }
    }
}

/// No way is known.
pub(super) const FAR: u32 = 2000;

/// The price of a token.
const TOKEN: u32 = 25;

/// Cells that a rabbit falls without harm.
const HARMLESS: u32 = 4;

/// Times that all cells are gone through. Each time, ways may grow by as much as lies in the order of the cells.
const ROUNDS: usize = 12;

impl Distances {
    pub(super) fn of(world: &World, gifts: Gifts) -> Distances {
        let board = TileMap::new(world);
        let mut distances = Distances { standing: vec![FAR; board.size()], board, gifts };
        for exit in world.things().iter().filter(|thing| thing.kind == ThingKind::Exit) {
            let at = distances.board.index(exit.cell);
            distances.standing[at] = 0;
        }
        for round in 0..ROUNDS {
            let mut has_changed = false;
            for number in 0..distances.board.inside.len() {
                let number = if round % 2 == 0 { distances.board.inside.len() - 1 - number } else { number };
                let at = distances.board.inside[number];
                let distance = distances.next_to(at);
                if distance < distances.standing[at] {
                    distances.standing[at] = distance;
                    has_changed = true;
                }
            }
            if !has_changed {
                break;
            }
        }
        distances
    }

    /// The distance of a rabbit in this cell, which may fall from there.
    pub(super) fn from(&self, cell: Cell) -> u32 {
        if self.board.contains(cell) { self.entering(self.board.index(cell)) } else { FAR }
    }

    /// The distance from a cell, by those of the cells where it leads.
    fn next_to(&self, from: usize) -> u32 {
        self.sideways(from, -1).min(self.sideways(from, 1)).min(self.dug(from)).min(FAR)
    }

    fn sideways(&self, from: usize, side: isize) -> u32 {
        let board = &self.board;
        let next = board.moved(from, side, 0);
        let mut best = self.entering(next) + 1;
        if board.tile(board.moved(next, 0, 1)).is_slope && !board.tile(next).is_flat {
            best = best.min(self.standing[board.moved(next, 0, 1)] + 1);
        }
        best = best.min(self.bashed(from, side)).min(self.bridged(from, side));
        if board.tile(from).is_slope {
            let above = board.moved(from, 0, -1);
            best = best.min(self.entering(board.moved(above, side, 0)) + 1);
            best = best.min(self.bashed(above, side)).min(self.bridged(above, side));
        }
        best.min(self.climbed(from, side))
    }

    /// Through a run of earth.
    fn bashed(&self, from: usize, side: isize) -> u32 {
        if !self.board.has(Ability::Bash) {
            return FAR;
        }
        let (mut best, mut at, mut price) = (FAR, self.board.moved(from, side, 0), TOKEN);
        while self.board.tile(at).is_earth {
            price += 2;
            best = best.min(self.standing[at] + price);
            at = self.board.moved(at, side, 0);
        }
        best
    }

    /// Over up to three planks, and off the last.
    fn bridged(&self, from: usize, side: isize) -> u32 {
        if !self.board.has(Ability::Bridge) {
            return FAR;
        }
        let (mut best, mut at, mut price) = (FAR, self.board.moved(from, side, 0), TOKEN);
        for _ in 0..3 {
            let tile = self.board.tile(at);
            if tile.is_flat || tile.is_outside {
                break;
            }
            price += 4;
            let off = self.board.moved(at, side, -1);
            let back = self.board.moved(at, -side, -1);
            best = best.min(self.standing[at].min(self.entering(off)).min(self.entering(back)) + price);
            at = off;
        }
        best
    }

    /// Up a wall, and onto it.
    fn climbed(&self, from: usize, side: isize) -> u32 {
        let board = &self.board;
        if !self.can(self.gifts.climbs, Ability::Climb) || !board.tile(board.moved(from, side, 0)).is_solid {
            return FAR;
        }
        let (mut at, mut price) = (board.moved(from, 0, -1), self.price(self.gifts.climbs) + 2);
        while !board.tile(at).is_outside && !board.tile(at).is_solid {
            let top = board.moved(at, side, 0);
            if !board.tile(top).is_solid {
                return self.entering(top) + price;
            }
            at = board.moved(at, 0, -1);
            price += 2;
        }
        FAR
    }

    /// Down through earth.
    fn dug(&self, from: usize) -> u32 {
        if !self.board.has(Ability::Dig) {
            return FAR;
        }
        let (mut best, mut at, mut price) = (FAR, self.board.moved(from, 0, 1), TOKEN);
        while self.board.tile(at).is_earth {
            price += 2;
            best = best.min(self.standing[at] + price);
            at = self.board.moved(at, 0, 1);
        }
        if price > TOKEN { best.min(self.entering(at) + price) } else { FAR }
    }

    /// The distance of a rabbit that comes into a cell: it falls where nothing is below.
    fn entering(&self, at: usize) -> u32 {
        let Some(landing) = self.board.landing(at) else { return FAR };
        let deep = match self.can(self.gifts.floats, Ability::Brolly) {
            _ if landing.fallen <= HARMLESS => 0,
            true => self.price(self.gifts.floats),
            false => return FAR,
        };
        self.standing[landing.at] + deep + landing.fallen / 2
    }

    /// Whether the rabbit has an ability that lasts, or a token could give it.
    fn can(&self, is_given: bool, ability: Ability) -> bool {
        is_given || self.board.has(ability)
    }

    const fn price(&self, is_given: bool) -> u32 {
        if is_given { 0 } else { TOKEN }
    }
}
