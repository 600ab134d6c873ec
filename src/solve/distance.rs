//! How far a cell is from an exit, in about: steps, and a price for each token that the way takes.
//!
//! This guides the search for plays, and proves nothing. It knows the ground as it is, that deep falls kill, and where a
//! token of each kind would lead, one run of a rabbit's work at a time; it does not know which way a rabbit faces, when
//! it comes by, or who else is there.

use crate::sim::{Ability, Block, Cell, Material, ThingKind, World};

/// Distances of all cells of a world.
#[derive(Debug)]
pub(super) struct Distances {
    width: i32,
    height: i32,
    /// By cell, row by row: of a rabbit that has ground under its feet there. [`FAR`] at most.
    standing: Vec<u32>,
}

/// No way is known.
pub(super) const FAR: u32 = 2000;

/// The price of a token.
const TOKEN: u32 = 25;

/// Cells that a rabbit falls without harm.
const HARMLESS: i32 = 4;

/// Times that all cells are gone through. Each time, ways may grow by as much as lies in the order of the cells.
const ROUNDS: usize = 12;

/// A world, and which tokens it has left.
struct Map<'a> {
    world: &'a World,
    offers: [bool; Ability::ALL.len()],
}

impl Distances {
    pub(super) fn of(world: &World) -> Distances {
        let (width, height) = (world.width(), world.height());
        let mut distances = Distances { width, height, standing: vec![FAR; (width * height) as usize] };
        let exits: Vec<Cell> =
            world.things().iter().filter(|thing| thing.kind == ThingKind::Exit).map(|thing| thing.cell).collect();
        for &exit in &exits {
            distances.set(exit, 0);
        }
        let offers = Ability::ALL.map(|ability| world.tokens(ability).is_some_and(|count| count != 0));
        let map = Map { world, offers };
        for round in 0..ROUNDS {
            let mut has_changed = false;
            for at in 0..width * height {
                let at = if round % 2 == 0 { width * height - 1 - at } else { at };
                let cell = Cell::new(at % width, at / width);
                let distance = distances.next_to(&map, cell);
                if distance < distances.get(cell) {
                    distances.set(cell, distance);
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
    pub(super) fn from(&self, world: &World, cell: Cell) -> u32 {
        let offers = Ability::ALL.map(|ability| world.tokens(ability).is_some_and(|count| count != 0));
        self.entering(&Map { world, offers }, cell)
    }

    /// The distance from a cell, by those of the cells where it leads.
    fn next_to(&self, map: &Map, from: Cell) -> u32 {
        let sides = [-1, 1].into_iter().map(|side| self.sideways(map, from, side));
        sides.chain([self.dug(map, from)]).min().unwrap_or(FAR)
    }

    fn sideways(&self, map: &Map, from: Cell, side: i32) -> u32 {
        let next = from.offset(side, 0);
        let is_slope = map.is_slope(from);
        let mut best = self.entering(map, next).saturating_add(1);
        if is_slope {
            best = best.min(self.entering(map, next.above()).saturating_add(1));
        }
        if map.is_slope(next.below()) && !map.is_flat(next) {
            best = best.min(self.get(next.below()).saturating_add(1));
        }
        let rows: &[i32] = if is_slope { &[0, -1] } else { &[0] };
        for &row in rows {
            best =
                best.min(self.bashed(map, from.offset(0, row), side)).min(self.bridged(map, from.offset(0, row), side));
        }
        best.min(self.climbed(map, from, side)).min(FAR)
    }

    /// Through a run of earth.
    fn bashed(&self, map: &Map, from: Cell, side: i32) -> u32 {
        if !map.has(Ability::Bash) {
            return FAR;
        }
        let (mut best, mut at, mut price) = (FAR, from.offset(side, 0), TOKEN);
        while map.is_earth(at) {
            price += 2;
            best = best.min(self.get(at).saturating_add(price));
            at = at.offset(side, 0);
        }
        best
    }

    /// Over up to three planks, and off the last.
    fn bridged(&self, map: &Map, from: Cell, side: i32) -> u32 {
        if !map.has(Ability::Bridge) {
            return FAR;
        }
        let mut best = FAR;
        for plank in 0..3 {
            let at = from.offset(side * (plank + 1), -plank);
            if map.is_flat(at) || !map.world.contains(at) {
                break;
            }
            let price = TOKEN + 4 * (plank as u32 + 1);
            let off = self.entering(map, at.offset(side, -1)).min(self.entering(map, at.offset(-side, -1)));
            best = best.min(self.get(at).min(off).saturating_add(price));
        }
        best
    }

    /// Up a wall, and onto it.
    fn climbed(&self, map: &Map, from: Cell, side: i32) -> u32 {
        if !map.has(Ability::Climb) || !map.is_solid(from.offset(side, 0)) {
            return FAR;
        }
        let (mut at, mut price) = (from.above(), TOKEN + 2);
        while map.world.contains(at) && !map.is_solid(at) {
            if !map.is_solid(at.offset(side, 0)) {
                return self.entering(map, at.offset(side, 0)).saturating_add(price);
            }
            at = at.above();
            price += 2;
        }
        FAR
    }

    /// Down through earth.
    fn dug(&self, map: &Map, from: Cell) -> u32 {
        if !map.has(Ability::Dig) {
            return FAR;
        }
        let (mut best, mut at, mut price) = (FAR, from.below(), TOKEN);
        while map.is_earth(at) {
            price += 2;
            best = best.min(self.get(at).saturating_add(price));
            at = at.below();
        }
        if price > TOKEN { best.min(self.entering(map, at).saturating_add(price)) } else { FAR }
    }

    /// The distance of a rabbit that comes into a cell: it falls where nothing is below.
    fn entering(&self, map: &Map, cell: Cell) -> u32 {
        if map.is_flat(cell) || !map.world.contains(cell) {
            return FAR;
        }
        let (mut at, mut fallen) = (cell, 0);
        while !map.is_slope(at) && !map.is_flat(at.below()) {
            at = at.below();
            fallen += 1;
            if !map.world.contains(at) {
                return FAR;
            }
        }
        let deep = match map.has(Ability::Brolly) {
            _ if fallen <= HARMLESS => 0,
            true => TOKEN,
            false => return FAR,
        };
        self.get(at).saturating_add(deep + fallen as u32 / 2)
    }

    fn get(&self, cell: Cell) -> u32 {
        self.index(cell).map_or(FAR, |index| self.standing[index])
    }

    fn set(&mut self, cell: Cell, distance: u32) {
        if let Some(index) = self.index(cell) {
            self.standing[index] = distance;
        }
    }

    fn index(&self, cell: Cell) -> Option<usize> {
        let is_inside = (0..self.width).contains(&cell.x) && (0..self.height).contains(&cell.y);
        is_inside.then_some((cell.y * self.width + cell.x) as usize)
    }
}

impl Map<'_> {
    fn has(&self, ability: Ability) -> bool {
        self.offers[ability as usize]
    }

    fn is_flat(&self, cell: Cell) -> bool {
        self.world.block(cell).is_some_and(Block::is_flat)
    }

    fn is_slope(&self, cell: Cell) -> bool {
        self.world.block(cell).is_some_and(Block::is_slope)
    }

    fn is_solid(&self, cell: Cell) -> bool {
        self.world.block(cell).is_some_and(Block::is_solid)
    }

    /// A block that can be dug or bashed away and is in the way: no bridge.
    fn is_earth(&self, cell: Cell) -> bool {
        self.world.block(cell).is_some_and(|block| block.material == Material::Earth && block.is_solid())
    }
}
