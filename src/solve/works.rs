//! Works: where a token of each kind would bring a rabbit, one run of its work at a time.
//!
//! What the token changes is not there in the map: so a rabbit that has dug its way into earth stands in a solid cell,
//! and one that has laid a plank on a slope in the air. From there only further tokens lead on. Other rabbits are not
//! known.

use super::stance::{Arrival, Stance};
use super::tile_map::TileMap;
use crate::sim::Ability;

/// The abilities that last, as a rabbit has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(super) struct Gifts {
    pub(super) climbs: bool,
    pub(super) floats: bool,
}

impl Gifts {
    /// How many there are, of whom [`number`](Gifts::number) is less.
    pub(super) const COUNT: usize = 4;

    pub(super) const fn number(self) -> usize {
        2 * self.climbs as usize + self.floats as usize
    }
}

/// The price of a token, in steps.
pub(super) const TOKEN: u32 = 25;

/// What it costs to get somebody turned round.
const TURN: u32 = TOKEN + 10;

/// What it costs where no blocker can do it.
const DIFFICULT_TURN: u32 = 2 * TURN;

/// Planks of a bridge.
const PLANKS: usize = 3;

/// Calls `found` with each place where a further token brings the rabbit, and the price of the way.
pub(super) fn works(map: &TileMap, gifts: Gifts, from: Stance, found: &mut impl FnMut(Arrival, u32)) {
    if map.has(Ability::Bash) {
        bash(map, from, found);
    }
    if map.has(Ability::Dig) {
        dig(map, from, found);
    }
    if map.tile(from.at).is_flat {
        return;
    }
    if map.has(Ability::Bridge) {
        bridge(map, from, found);
    }
    if gifts.climbs || map.has(Ability::Climb) {
        climb(map, from, if gifts.climbs { 0 } else { TOKEN }, found);
    }
    if from.on_slope && !map.tile(from.at).is_slope {
        return;
    }
    let turn = if map.has(Ability::Block) { TURN } else { DIFFICULT_TURN };
    found(Arrival::at(from.opposite()), turn);
}

/// Through a run of earth ahead.
fn bash(map: &TileMap, from: Stance, found: &mut impl FnMut(Arrival, u32)) {
    let row = if map.is_rising(from) { -1 } else { 0 };
    let (mut at, mut price, mut last) = (map.ahead(from, 1, row), TOKEN, None);
    while map.tile(at).is_earth {
        price += 2;
        let below = map.moved(at, 0, 1);
        if !map.tile(below).is_flat {
            if let Some(Arrival { stance, fallen }) = map.enter(below, from.facing) {
                found(Arrival { stance, fallen: fallen + 1 }, price);
            }
            return;
        }
        let inside = Stance::floor(at, from.facing);
        found(Arrival::at(inside), price);
        last = Some(inside);
        at = map.ahead(inside, 1, 0);
    }
    if let Some(arrival) = last.and_then(|last| map.walk(last)) {
        found(arrival, price + 1);
    }
}

/// Down through a run of earth.
fn dig(map: &TileMap, from: Stance, found: &mut impl FnMut(Arrival, u32)) {
    let (mut at, mut price) = (map.moved(from.at, 0, 1), TOKEN);
    if from.on_slope {
        price += 1;
        found(Arrival::at(Stance::floor(from.at, from.facing)), price);
    }
    while map.tile(at).is_earth {
        price += 2;
        found(Arrival::at(Stance::floor(at, from.facing)), price);
        at = map.moved(at, 0, 1);
    }
    if price > TOKEN
        && let Some(arrival) = map.enter(at, from.facing)
    {
        found(arrival, price);
    }
}

/// Over up to three planks, and off each; or off the plank in the corner before a wall. Where a plank cannot be left,
/// the rabbit turns round.
fn bridge(map: &TileMap, from: Stance, found: &mut impl FnMut(Arrival, u32)) {
    let (facing, is_rising) = (from.facing, map.is_rising(from));
    let mut plank = map.ahead(from, 1, if is_rising { -1 } else { 0 });
    if TileMap::is_wall(map.tile(plank), facing) {
        plank = if is_rising { map.moved(from.at, 0, -1) } else { from.at };
        off(map, from, plank, TOKEN + 4, found);
        return;
    }
    let mut price = TOKEN;
    for _ in 0..PLANKS {
        let tile = map.tile(plank);
        if tile.is_outside || TileMap::is_wall(tile, facing) {
            return;
        }
        price += 4;
        found(Arrival::at(Stance::slope(plank, facing)), price);
        if !off(map, from, plank, price, found) {
            return;
        }
        plank = map.moved(plank, facing.sign() as isize, -1);
    }
}

/// Off a plank, upwards. False if the rabbit turns there.
fn off(map: &TileMap, from: Stance, plank: usize, price: u32, found: &mut impl FnMut(Arrival, u32)) -> bool {
    let off = map.moved(plank, from.facing.sign() as isize, -1);
    if TileMap::is_wall(map.tile(off), from.facing) || map.tile(map.moved(plank, 0, -1)).is_solid {
        let back = map.moved(plank, -from.facing.sign() as isize, 0);
        if let Some(arrival) = map.enter(back, from.facing.opposite()) {
            found(arrival, price);
        }
        return false;
    }
    if let Some(arrival) = map.enter(off, from.facing) {
        found(arrival, price);
    }
    true
}

/// Up a wall, and onto it or into an exit on the way.
fn climb(map: &TileMap, from: Stance, token: u32, found: &mut impl FnMut(Arrival, u32)) {
    let row = if map.is_rising(from) { -1 } else { 0 };
    let is_wall = |at: usize| TileMap::is_wall(map.tile(at), from.facing);
    if !is_wall(map.ahead(from, 1, row)) {
        return;
    }
    let (mut at, mut price) = (map.moved(from.at, 0, row - 1), token + 2);
    while !map.tile(at).is_outside && !map.tile(at).is_solid {
        if map.is_exit(at) {
            found(Arrival::at(Stance::floor(at, from.facing)), price);
        }
        let top = map.moved(at, from.facing.sign() as isize, 0);
        if !is_wall(top) {
            if let Some(arrival) = map.enter(top, from.facing) {
                found(arrival, price);
            }
            return;
        }
        at = map.moved(at, 0, -1);
        price += 2;
    }
}
