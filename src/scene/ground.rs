//! The ground: blocks and their outlines, as tile maps.

use std::cell::RefCell;
use std::sync::Arc;

use super::tiles::{Tiles, Tileset};
use crate::sim::{Block, Cell, Direction, Material, Revision, Shape, World};

/// The sides of a cell, a bit each, in the order of the outlines in their tileset.
const TOP: u8 = 1;
const BOTTOM: u8 = 2;
const RIGHT: u8 = 4;
const LEFT: u8 = 8;

/// The ground of a world: its blocks and their outlines, whatever part of them is seen.
#[derive(Debug, Clone)]
pub struct GroundMaps {
    revision: Revision,
    blocks: Arc<Tiles>,
    outlines: Arc<Tiles>,
}

/// The maps of the world that was drawn last. They are made when its ground has changed, and shared by all frames until
/// then.
#[derive(Debug, Clone, Default)]
pub struct GroundCache(RefCell<Option<GroundMaps>>);

impl GroundCache {
    /// The maps of this world.
    pub fn maps(&self, world: &World) -> GroundMaps {
        let mut last = self.0.borrow_mut();
        let known = last.take().filter(|maps| maps.revision == world.revision());
        last.insert(known.unwrap_or_else(|| GroundMaps::new(world))).clone()
    }
}

impl GroundMaps {
    /// Walks over all cells.
    pub fn new(world: &World) -> GroundMaps {
        let [blocks, outlines] = tile_maps(world).map(Arc::new);
        GroundMaps { revision: world.revision(), blocks, outlines }
    }

    /// The maps, back to front.
    pub(super) fn layers(&self) -> [&Arc<Tiles>; 2] {
        [&self.blocks, &self.outlines]
    }
}

/// The blocks of a world, and their outlines: the sides that border on air.
fn tile_maps(world: &World) -> [Tiles; 2] {
    let (columns, rows) = (world.width() as usize, world.height());
    let tiles = |set| Tiles { set, columns, kinds: Vec::with_capacity(columns * rows as usize) };
    let (mut blocks, mut outlines) = (tiles(Tileset::Blocks), tiles(Tileset::Outlines));
    // One cell more on each side, because the outline of a block depends on its neighbours.
    let line = |y: i32| -> Vec<(u8, u8)> {
        let cells = (-1..=world.width()).map(|x| Cell::new(x, y));
        cells.map(|cell| world.block(cell).map_or((0, 0), |block| (kind(block), filled_sides(block)))).collect()
    };
    let (mut above, mut here) = (line(-1), line(0));
    for y in 0..rows {
        let below = line(y + 1);
        blocks.kinds.extend(here[1..=columns].iter().map(|(kind, _)| kind));
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
