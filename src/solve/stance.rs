//! Stances: in which cell a rabbit is, which way it faces, and whether it is on the slope there. All that decides where
//! it walks, as long as nobody else and no token comes into it.

use super::tile_map::{TileFlags, TileMap};
use crate::sim::Direction;

/// A rabbit's stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stance {
    /// Index of the tile map.
    pub(super) at: usize,
    pub(super) facing: Direction,
    pub(super) on_slope: bool,
}

/// The stance in which a rabbit arrives, and the height of its fall in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arrival {
    pub(super) stance: Stance,
    pub(super) fallen: u32,
}

impl Stance {
    /// Stances in a cell.
    pub(super) const PER_CELL: usize = 4;

    pub(super) const fn floor(at: usize, facing: Direction) -> Stance {
        Stance { at, facing, on_slope: false }
    }

    pub(super) const fn slope(at: usize, facing: Direction) -> Stance {
        Stance { at, facing, on_slope: true }
    }

    /// A number of its own, less than [`PER_CELL`](Stance::PER_CELL) for each cell.
    pub(super) const fn number(self) -> usize {
        Stance::PER_CELL * self.at + 2 * self.facing as usize + self.on_slope as usize
    }

    /// Those in a cell, by number.
    pub(super) fn all(at: usize) -> [Stance; Stance::PER_CELL] {
        use Direction::{Left, Right};
        [Stance::floor(at, Left), Stance::slope(at, Left), Stance::floor(at, Right), Stance::slope(at, Right)]
    }

    pub(super) const fn opposite(self) -> Stance {
        Stance { facing: self.facing.opposite(), ..self }
    }
}

impl Arrival {
    pub(super) const fn at(stance: Stance) -> Arrival {
        Arrival { stance, fallen: 0 }
    }
}

impl TileMap {
    /// The index of a cell so many columns ahead of the stance and rows below it.
    pub(super) const fn ahead(&self, from: Stance, columns: isize, down: isize) -> usize {
        self.moved(from.at, columns * from.facing.sign() as isize, down)
    }

    /// Whether the tile stops a rabbit that faces this way.
    pub(super) fn is_wall(tile: TileFlags, facing: Direction) -> bool {
        tile.is_flat || tile.is_solid && tile.rises == Some(facing.opposite())
    }

    /// Whether a rabbit there stands on a slope that rises the way it faces, or on a plank that it has just laid.
    pub(super) fn is_rising(&self, stance: Stance) -> bool {
        stance.on_slope && self.tile(stance.at).rises != Some(stance.facing.opposite())
    }

    /// Where a rabbit gets that comes into a cell: it falls where nothing is below. Nowhere if that is out of the
    /// world.
    pub(super) fn enter(&self, at: usize, facing: Direction) -> Option<Arrival> {
        let landing = self.landing(at)?;
        let tile = self.tile(landing.at);
        // On the level a rabbit passes behind a bridge.
        let passes = landing.fallen == 0 && !tile.is_solid && self.tile(self.moved(landing.at, 0, 1)).is_flat;
        let stance = Stance { at: landing.at, facing, on_slope: tile.is_slope && !passes };
        Some(Arrival { stance, fallen: landing.fallen })
    }

    /// Where a rabbit walks from a stance, within a column or two. Nowhere if that is out of the world.
    pub(super) fn walk(&self, from: Stance) -> Option<Arrival> {
        let (here, next) = (self.tile(from.at), self.ahead(from, 1, 0));
        let (up, down) = (Some(from.facing), Some(from.facing.opposite()));
        let slope = |at| Some(Arrival::at(Stance::slope(at, from.facing)));
        if self.is_rising(from) {
            let above_next = self.ahead(from, 1, -1);
            if TileMap::is_wall(self.tile(above_next), from.facing) || self.tile(self.moved(from.at, 0, -1)).is_solid {
                self.turn(from)
            } else if self.tile(above_next).rises == up {
                slope(above_next)
            } else if self.tile(next).rises == down {
                slope(next)
            } else {
                self.enter(above_next, from.facing)
            }
        } else if TileMap::is_wall(self.tile(next), from.facing) {
            self.turn(from)
        } else if self.tile(next).rises == up {
            slope(next)
        } else if self.tile(self.ahead(from, 1, 1)).rises == down && !(from.on_slope && here.rises != down) {
            slope(self.ahead(from, 1, 1))
        } else {
            self.enter(next, from.facing)
        }
    }

    /// Where a rabbit turns round: it hops onto a bridge that is there, and from that onto one above.
    fn turn(&self, from: Stance) -> Option<Arrival> {
        let is_bridge = |at: usize| self.tile(at).is_slope && !self.tile(at).is_solid;
        let above = self.moved(from.at, 0, -1);
        let at = if from.on_slope && is_bridge(from.at) && is_bridge(above) { above } else { from.at };
        Some(Arrival::at(Stance { at, facing: from.facing.opposite(), on_slope: from.on_slope || is_bridge(from.at) }))
    }
}
