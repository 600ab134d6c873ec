//! The ground: blocks, what lies in them, their outlines, and the shade around them, as tile maps. Each tile gets the look that joins it with its
//! neighbours; at the edge of the world the ground goes on.

use std::sync::Arc;

use super::shade::shade_kinds;
use super::tiles::{Corner, EarthCorner, FIND_KINDS, Outline, Sides, Tiles, Tileset};
use crate::sim::{Block, Cell, Direction, Material, Revision, Shape, World};

/// Something lies in one of so many tiles of earth.
const FIND_SPARSITY: u32 = 9;

/// The ground of a world, whatever part of it is seen: its tile maps from back to front.
#[derive(Debug, Clone)]
pub(super) struct GroundMaps {
    revision: Revision,
    layers: [Arc<Tiles>; 4],
}

impl GroundMaps {
    /// Walks over all cells.
    pub fn new(world: &World) -> GroundMaps {
        let area = GroundArea::new(world);
        let tiles = |set, kind: fn(&GroundArea, Cell, Block) -> u16| {
            let cells = (0..world.height()).flat_map(|y| (0..world.width()).map(move |x| Cell::new(x, y)));
            let kinds = cells.map(|cell| area.block(cell).map_or(0, |block| kind(&area, cell, block))).collect();
            Arc::new(Tiles { set, columns: world.width() as usize, kinds })
        };
        let shade = Tiles { set: Tileset::Shade, columns: world.width() as usize, kinds: shade_kinds(world) };
        let blocks = tiles(Tileset::Blocks, GroundArea::block_kind);
        let finds = tiles(Tileset::Finds, |_, cell, block| find_kind(cell, block));
        let outlines = tiles(Tileset::Outlines, GroundArea::outline_kind);
        GroundMaps { revision: world.revision(), layers: [Arc::new(shade), blocks, finds, outlines] }
    }

    /// Whether the world's ground is the one that the maps show.
    pub fn is_of(&self, world: &World) -> bool {
        self.revision == world.revision()
    }

    pub fn layers(&self) -> &[Arc<Tiles>] {
        &self.layers
    }
}

/// The cells of a world and the points where four of them meet, row by row, with a margin on each side.
struct GroundArea {
    width: usize,
    blocks: Vec<Option<Block>>,
    was_dug: Vec<bool>,
    /// Whether the four blocks around the top left corner of a cell cover it.
    is_covered: Vec<bool>,
}

/// Points around the points of a tile count, and cells around those.
const MARGIN: i32 = 2;

impl GroundArea {
    /// Beyond the edge of the world it is as at the edge.
    fn new(world: &World) -> GroundArea {
        let (columns, rows) = (-MARGIN..world.width() + MARGIN, -MARGIN..world.height() + MARGIN);
        let nearest = |x: i32, y: i32| Cell::new(x.min(world.width() - 1).max(0), y.min(world.height() - 1).max(0));
        let cells = rows.clone().flat_map(|y| columns.clone().map(move |x| nearest(x, y)));
        let mut area = GroundArea {
            width: columns.len(),
            blocks: cells.clone().map(|cell| world.block(cell)).collect(),
            was_dug: cells.map(|cell| world.was_dug(cell)).collect(),
            is_covered: vec![false; columns.len() * rows.len()],
        };
        for index in area.width + 1..area.blocks.len() {
            let around = [
                (index - area.width - 1, Corner::BottomRight),
                (index - area.width, Corner::BottomLeft),
                (index - 1, Corner::TopRight),
                (index, Corner::TopLeft),
            ];
            let covers =
                |(index, corner): (usize, Corner)| area.blocks[index].is_some_and(|block| covers(block, corner));
            area.is_covered[index] = around.into_iter().all(covers);
        }
        area
    }

    fn index(&self, cell: Cell) -> usize {
        (cell.y + MARGIN) as usize * self.width + (cell.x + MARGIN) as usize
    }

    fn block(&self, cell: Cell) -> Option<Block> {
        self.blocks[self.index(cell)]
    }

    fn block_kind(&self, cell: Cell, block: Block) -> u16 {
        let open = self.open_sides(cell, block);
        let look = match block {
            Block { material: Material::Metal, .. } => open.bits(),
            Block { shape: Shape::BridgeUpRight | Shape::BridgeUpLeft, .. } => 0,
            _ => EarthCorner::look(|corner| self.earth_at(cell, corner, open)),
        };
        kind(block) | u16::from(look)
    }

    fn outline_kind(&self, cell: Cell, block: Block) -> u16 {
        if block.material == Material::Metal || block.is_bridge() {
            return 0;
        }
        let open = self.open_sides(cell, block);
        let is_fresh = [(Sides::TOP, 0, -1), (Sides::BOTTOM, 0, 1), (Sides::RIGHT, 1, 0), (Sides::LEFT, -1, 0)]
            .into_iter()
            .any(|(side, dx, dy)| open.has(side) && self.was_dug[self.index(cell.offset(dx, dy))]);
        let edge = if is_fresh { Outline::Fresh } else { Outline::ALL[(place_number(cell) >> 8) as usize % 3] };
        Tileset::outlines(open, edge)
    }

    /// The sides that the block fills, and beyond which the ground does not go on: air, and for metal also earth.
    fn open_sides(&self, cell: Cell, block: Block) -> Sides {
        let filled = filled_sides(block);
        let is_open = |side: Sides, (dx, dy): (i32, i32), facing: Sides| {
            let is_joined = self.block(cell.offset(dx, dy)).is_some_and(|neighbour| {
                filled_sides(neighbour).has(facing)
                    && (block.material == Material::Earth || neighbour.material == Material::Metal)
            });
            if filled.has(side) && !is_joined { side } else { Sides::NONE }
        };
        is_open(Sides::TOP, (0, -1), Sides::BOTTOM)
            .with(is_open(Sides::BOTTOM, (0, 1), Sides::TOP))
            .with(is_open(Sides::RIGHT, (1, 0), Sides::LEFT))
            .with(is_open(Sides::LEFT, (-1, 0), Sides::RIGHT))
    }

    /// A point where four tiles meet is deep if all four cover it, and deepest if that holds for the points around it.
    fn earth_at(&self, cell: Cell, corner: Corner, open: Sides) -> EarthCorner {
        let is_covered = |dx, dy| self.is_covered[self.index(corner.of(cell).offset(dx, dy))];
        if open.has(corner.sides()) {
            EarthCorner::Round
        } else if !is_covered(0, 0) {
            EarthCorner::Light
        } else if (-1..=1).all(|dy| (-1..=1).all(|dx| is_covered(dx, dy))) {
            EarthCorner::Deepest
        } else {
            EarthCorner::Deep
        }
    }
}

/// Something lies in few tiles of earth.
fn find_kind(cell: Cell, block: Block) -> u16 {
    let number = place_number(cell);
    if block.is_flat() && block.material == Material::Earth && number.is_multiple_of(FIND_SPARSITY) {
        1 + (number / FIND_SPARSITY % u32::from(FIND_KINDS)) as u16
    } else {
        0
    }
}

/// Whether a block reaches into this corner of its cell.
const fn covers(block: Block, corner: Corner) -> bool {
    match block.shape {
        Shape::Flat => true,
        Shape::UpRight => !matches!(corner, Corner::TopLeft),
        Shape::UpLeft => !matches!(corner, Corner::TopRight),
        Shape::BridgeUpRight | Shape::BridgeUpLeft => false,
    }
}

/// The sides of its cell that a block covers completely.
const fn filled_sides(block: Block) -> Sides {
    match block.shape {
        Shape::Flat => Sides::ALL,
        Shape::UpRight => Sides::RIGHT.with(Sides::BOTTOM),
        Shape::UpLeft => Sides::LEFT.with(Sides::BOTTOM),
        Shape::BridgeUpRight | Shape::BridgeUpLeft => Sides::NONE,
    }
}

/// A number that looks random, for the details of a place: the same for a cell in every frame.
const fn place_number(cell: Cell) -> u32 {
    let mixed = (cell.x as u32).wrapping_mul(0x9e37_79b1) ^ (cell.y as u32).wrapping_mul(0x85eb_ca77);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2c1b_3c6d);
    mixed ^ mixed >> 13
}

/// The kind of a plank in [`Tileset::Blocks`].
pub(super) const fn bridge_kind(rising: Direction) -> u16 {
    kind(Block::bridge(rising))
}

/// The kind of a block by itself in [`Tileset::Blocks`].
pub(super) const fn kind(block: Block) -> u16 {
    let variant = (block.variant % 4) as u16;
    let number = match (block.material, block.shape) {
        (Material::Earth, Shape::Flat) => 1 + variant,
        (_, Shape::UpRight) => 5 + variant % 2,
        (_, Shape::UpLeft) => 7 + variant % 2,
        (Material::Metal, Shape::Flat) => 9,
        (_, Shape::BridgeUpRight) => 10,
        (_, Shape::BridgeUpLeft) => 11,
    };
    number << 8
}
