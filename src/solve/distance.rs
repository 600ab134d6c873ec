//! How far a rabbit is from an exit, in about: steps, and a price for each token that the way takes.
//!
//! This guides the search for plays, and proves nothing. It knows the ground as it is, how rabbits walk there, that
//! deep falls kill, and where a token of each kind would lead (`works`); it does not know when a rabbit comes by, or
//! who else is there.

use super::shortest::{GraphEdge, prices};
use super::stance::{Arrival, Stance};
use super::tile_map::TileMap;
use super::works::{Gifts, TOKEN, works};
use crate::sim::{Ability, Cell, Direction, World};

/// Distances of all stances of a world, for rabbits with the same gifts.
#[derive(Debug)]
pub(super) struct Distances {
    width: i32,
    /// Four for each cell of the world, row by row: by facing, and whether on the slope.
    distances: Vec<u16>,
}

/// No way is known.
pub(super) const FAR: u32 = 2000;

/// The price of a cell that is deadly at present: the water has to run off, or the fire to go out.
const DEADLY: u32 = 2 * TOKEN;

/// Cells that a rabbit falls without harm.
const HARMLESS: u32 = 4;

impl Distances {
    pub(super) fn of(world: &World, gifts: Gifts) -> Distances {
        let map = TileMap::new(world);
        let mut edges: Vec<GraphEdge> = Vec::new();
        for &at in &map.inside {
            for from in stances(&map, at) {
                let mut add = |arrival: Arrival, price: u32| {
                    if let Some(fall) = fall(&map, gifts, arrival.fallen) {
                        let deadly = if map.tile(arrival.stance.at).is_deadly { DEADLY } else { 0 };
                        let (from, to) = (from.number() as u32, arrival.stance.number() as u32);
                        edges.push(GraphEdge { from, to, price: price + fall + deadly });
                    }
                };
                works(&map, gifts, from, &mut add);
                if !map.tile(at).is_flat
                    && (map.tile(at).is_slope || !from.on_slope)
                    && let Some(arrival) = map.walk(from)
                {
                    add(arrival, 1);
                }
            }
        }
        let exits = map.exits.iter().flat_map(|&at| (0..Stance::PER_CELL).map(move |way| Stance::PER_CELL * at + way));
        let standing = prices(Stance::PER_CELL * map.size(), &edges, exits, FAR);
        let distance = |stance| distance(&map, gifts, &standing, stance).min(FAR) as u16;
        let distances = map.inside.iter().flat_map(|&at| Stance::all(at).map(distance)).collect();
        Distances { width: world.width(), distances }
    }

    /// The distance of a rabbit that comes into this cell, from where it may fall.
    pub(super) fn from(&self, cell: Cell, facing: Direction, on_slope: bool) -> u32 {
        let is_inside = (0..self.width).contains(&cell.x) && cell.y >= 0;
        let stance = Stance { at: (cell.y * self.width + cell.x) as usize, facing, on_slope };
        let known = if is_inside { self.distances.get(stance.number()) } else { None };
        known.map_or(FAR, |&distance| u32::from(distance))
    }

    /// Bytes that it takes, roughly.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.distances.as_slice())
    }
}

/// The distance of a rabbit that comes into this stance, by those of where it could stand.
fn distance(map: &TileMap, gifts: Gifts, standing: &[u32], stance: Stance) -> u32 {
    let is_standing = stance.on_slope && map.tile(stance.at).is_slope;
    let arrival = if is_standing { Some(Arrival::at(stance)) } else { map.enter(stance.at, stance.facing) };
    let Some(Arrival { stance, fallen }) = arrival else { return FAR };
    fall(map, gifts, fallen).map_or(FAR, |fall| standing[stance.number()] + fall)
}

/// Where rabbits can stand in a cell, or could when they have dug their way there.
fn stances(map: &TileMap, at: usize) -> impl Iterator<Item = Stance> {
    let tile = map.tile(at);
    let is_floor = !tile.is_flat && map.tile(map.moved(at, 0, 1)).is_flat;
    let is_inside = tile.is_flat && tile.is_earth;
    let is_plank = tile.is_slope || !tile.is_flat && map.has(Ability::Bridge);
    let ways = [(is_floor || is_inside, false), (is_plank, true)];
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
