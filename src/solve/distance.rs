//! How far a rabbit is from an exit, in about: steps, and a price for each token that the way takes.
//!
//! This guides the search for plays, and proves nothing. It knows the ground as it is, how rabbits walk there, that deep
//! falls kill, and where a token of each kind would lead (`works`); it does not know when a rabbit comes by, or who else
//! is there.

use super::shortest::{Edge, prices};
use super::stance::{Arrival, Stance};
use super::tile_map::TileMap;
use super::works::{Gifts, TOKEN, works};
use crate::sim::{Ability, Cell, Direction, World};

/// Distances of all stances of a world, for rabbits with the same gifts.
#[derive(Debug)]
pub(super) struct Distances {
    map: TileMap,
    gifts: Gifts,
    /// By number of the stance. [`FAR`] at most.
    standing: Vec<u32>,
}

/// No way is known.
pub(super) const FAR: u32 = 2000;

/// Cells that a rabbit falls without harm.
const HARMLESS: u32 = 4;

impl Distances {
    pub(super) fn of(world: &World, gifts: Gifts) -> Distances {
        let map = TileMap::new(world);
        let mut edges: Vec<Edge> = Vec::new();
        for &at in &map.inside {
            for from in stances(&map, at) {
                let mut add = |arrival: Arrival, price: u32| {
                    if let Some(fall) = fall(&map, gifts, arrival.fallen) {
                        let (from, to) = (from.number() as u32, arrival.stance.number() as u32);
                        edges.push(Edge { from, to, price: price + fall });
                    }
                };
                works(&map, gifts, from, &mut add);
                if !map.tile(at).is_flat
                    && let Some(arrival) = map.walk(from)
                {
                    add(arrival, 1);
                }
            }
        }
        let exits = map.exits.iter().flat_map(|&at| (0..Stance::PER_CELL).map(move |way| Stance::PER_CELL * at + way));
        let standing = prices(Stance::PER_CELL * map.size(), &edges, exits, FAR);
        Distances { map, gifts, standing }
    }

    /// The distance of a rabbit in this cell, which may fall from there.
    pub(super) fn from(&self, cell: Cell, facing: Direction, on_slope: bool) -> u32 {
        if !self.map.contains(cell) {
            return FAR;
        }
        let stance = Stance { at: self.map.index(cell), facing, on_slope };
        let is_standing = on_slope && self.map.tile(stance.at).is_slope;
        let arrival = if is_standing { Some(Arrival::at(stance)) } else { self.map.enter(stance.at, facing) };
        let Some(Arrival { stance, fallen }) = arrival else { return FAR };
        fall(&self.map, self.gifts, fallen).map_or(FAR, |fall| (self.standing[stance.number()] + fall).min(FAR))
    }
}

/// Where rabbits can stand in a cell, or could when they have dug their way there.
fn stances(map: &TileMap, at: usize) -> impl Iterator<Item = Stance> {
    let tile = map.tile(at);
    let is_floor = !tile.is_flat && map.tile(map.moved(at, 0, 1)).is_flat;
    let is_inside = tile.is_flat && tile.is_earth;
    let ways = [(is_floor || is_inside, false), (tile.is_slope, true)];
    ways.into_iter().filter(|&(can_be, _)| can_be).flat_map(move |(_, on_slope)| {
        [Direction::Left, Direction::Right].map(|facing| Stance { at, facing, on_slope })
    })
}

/// The price of a fall; none if it kills.
fn fall(map: &TileMap, gifts: Gifts, cells: u32) -> Option<u32> {
    let rescue = match cells {
        ..=HARMLESS => 0,
        _ if gifts.floats => 0,
        _ if map.has(Ability::Brolly) => TOKEN,
        _ => return None,
    };
    Some(rescue + cells / 2)
}
