//! The ground: blocks and their outlines, as tile maps.

use std::ops::Range;

use super::tiles::{Tiles, Tileset};
use crate::sim::{Block, Cell, Direction, Material, Shape, World};

/// The sides of a cell, a bit each, in the order of the outlines in their tileset.
const TOP: u8 = 1;
const BOTTOM: u8 = 2;
const RIGHT: u8 = 4;
const LEFT: u8 = 8;

/// The blocks in these columns and rows of a world, and their outlines: the sides that border on air.
pub(super) fn ground(world: &World, columns: &Range<i32>, rows: &Range<i32>) -> [Tiles; 2] {
    let tiles = |set| Tiles { set, columns: columns.len(), kinds: Vec::with_capacity(columns.len() * rows.len()) };
    let (mut blocks, mut outlines) = (tiles(Tileset::Blocks), tiles(Tileset::Outlines));
    // One cell more on each side, because the outline of a block depends on its neighbours.
    let line = |y: i32| -> Vec<(u8, u8)> {
        let cells = (columns.start - 1..columns.end + 1).map(|x| Cell::new(x, y));
        cells.map(|cell| world.block(cell).map_or((0, 0), |block| (kind(block), filled_sides(block)))).collect()
    };
    let (mut above, mut here) = (line(rows.start - 1), line(rows.start));
    for y in rows.clone() {
        let below = line(y + 1);
        blocks.kinds.extend(here[1..=columns.len()].iter().map(|(kind, _)| kind));
        let around = here.windows(3).zip(&above[1..]).zip(&below[1..]);
        outlines.kinds.extend(around.map(|((row, (_, above)), (_, below))| {
            let [(_, left), (_, sides), (_, right)] = [row[0], row[1], row[2]];
            let joined = (above & BOTTOM) >> 1 | (below & TOP) << 1 | (right & LEFT) >> 1 | (left & RIGHT) << 1;
            sides & !joined
        }));
        (above, here) = (here, below);
    }
    [blocks, outlines]
}

/// The sides of its cell that a block covers completely.
const fn filled_sides(block: Block) -> u8 {
    match block.shape {
        Shape::Flat => TOP | BOTTOM | RIGHT | LEFT,
        Shape::UpRight => RIGHT | BOTTOM,
        Shape::UpLeft => LEFT | BOTTOM,
        Shape::BridgeUpRight | Shape::BridgeUpLeft => 0,
    }
}

/// The kind of a plank in [`Tileset::Blocks`].
pub(super) const fn bridge_kind(rising: Direction) -> u8 {
    kind(Block::bridge(rising))
}

/// The kind of a block in [`Tileset::Blocks`].
pub(super) const fn kind(block: Block) -> u8 {
    let variant = block.variant % 4;
    1 + match (block.material, block.shape) {
        (Material::Earth, Shape::Flat) => variant,
        (Material::Metal, Shape::Flat) => 4 + variant,
        (_, Shape::UpRight) => 8 + variant,
        (_, Shape::UpLeft) => 12 + variant,
        (_, Shape::BridgeUpRight) => 16,
        (_, Shape::BridgeUpLeft) => 17,
    }
}
