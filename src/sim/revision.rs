//! The revision of the ground: whether what is seen of it has changed, without looking at a cell.
//!
//! A counter would not do: a world is copied, and the copies go different ways, back and forth. So a revision is made
//! from the tiles themselves, as chess programs do it (Zobrist hashing): each tile at its position has a random number,
//! and their exclusive or changes with one tile in two operations. Going back to an earlier ground brings its revision
//! back.

use super::tile::Tile;

/// Equal for two worlds if each cell has the same oldest block in both, or was dug free in both; otherwise different,
/// but for one chance in 2^128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Revision(u128);

impl Revision {
    /// Of ground of this size without blocks.
    pub(super) fn of_empty(width: i32, height: i32) -> Revision {
        Revision(random(u64::from(width as u32) << 32 | u64::from(height as u32)))
    }

    /// The tile at this position becomes another.
    pub(super) fn change(&mut self, index: usize, before: Tile, after: Tile) {
        self.0 ^= number(index, before) ^ number(index, after);
    }
}

/// The random number of a tile at a position. A cell that was never filled has none, so that empty ground needs no walk
/// over its cells.
fn number(index: usize, tile: Tile) -> u128 {
    if tile == Tile::NONE { 0 } else { random((index as u64) << 8 | u64::from(tile.bits())) }
}

/// A random number for each seed.
fn random(seed: u64) -> u128 {
    let low = mixed(seed);
    u128::from(mixed(low)) << 64 | u128::from(low)
}

/// SplitMix64: one of its numbers for each argument.
fn mixed(seed: u64) -> u64 {
    let mut bits = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}
