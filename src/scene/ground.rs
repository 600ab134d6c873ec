//! The ground: blocks, what lies in them, their outlines, and the shade around them, as tile maps. Each tile gets the
//! look that joins it with its neighbours; at the edge of the world the ground goes on.

use std::sync::Arc;

use super::shade::shade_kinds;
use super::tiles::{Corner, EarthCorner, FIND_KINDS, Outline, Sides, Tiles, Tileset};
use crate::sim::{Block, Cell, Direction, GroundCopy, Material, Shape, World};

/// Something lies in one of so many tiles of earth.
const FIND_SPARSITY: u32 = 9;

/// More changed cells than a few are not looked for one by one.
const FEW_CHANGES: usize = 40;

/// What a tile looks like depends on cells so many columns and rows away.
const REACH: i32 = 2;

/// The kind of tile that a layer shows for a block in a cell.
type TileKind = fn(&GroundArea, Cell, Block) -> u16;

/// The layers of the ground that show blocks, from back to front.
const BLOCK_LAYERS: [(Tileset, TileKind); 3] = [
    (Tileset::Blocks, GroundArea::block_kind),
    (Tileset::Finds, |_, cell, block| find_kind(cell, block)),
    (Tileset::Outlines, GroundArea::outline_kind),
];

/// The ground of a world, whatever part of it is seen: its tile maps from back to front.
#[derive(Debug, Clone)]
pub(super) struct GroundMaps {
    copy: GroundCopy,
    area: GroundArea,
    layers: [Arc<Tiles>; 1 + BLOCK_LAYERS.len()],
}

impl GroundMaps {
    /// Walks over all cells.
    pub fn new(world: &World) -> GroundMaps {
        let area = GroundArea::new(world);
        let columns = world.width() as usize;
        let shade = Arc::new(Tiles { set: Tileset::Shade, columns, kinds: shade_kinds(world) });
        let [blocks, finds, outlines] = BLOCK_LAYERS.map(|(set, kind)| {
            Arc::new(Tiles { set, columns, kinds: world.cells().map(|cell| area.kind(cell, kind)).collect() })
        });
        let layers = [shade, blocks, finds, outlines];
        GroundMaps { copy: world.copy_ground(), area, layers }
    }

    /// The maps of this world. Those of a ground that differs in a few cells are changed around these only; a layer in
    /// which nothing has changed stays the same map.
    pub fn updated(self, world: &World) -> GroundMaps {
        if self.copy.is_of(world) {
            return self;
        }
        match self.copy.changes(world).filter(|changes| changes.len() <= FEW_CHANGES) {
            Some(changes) => self.changed(world, &changes),
            None => GroundMaps::new(world),
        }
    }

    fn changed(mut self, world: &World, changes: &[Cell]) -> GroundMaps {
        changes.iter().for_each(|cell| self.area.change(world, *cell));
        let around = |cell: &Cell| {
            let (left, top) = ((cell.x - REACH).max(0), (cell.y - REACH).max(0));
            let (right, bottom) = ((cell.x + REACH).min(world.width() - 1), (cell.y + REACH).min(world.height() - 1));
            (top..=bottom).flat_map(move |y| (left..=right).map(move |x| Cell::new(x, y)))
        };
        let [shade, blocks @ ..] = &mut self.layers;
        for (map, (_, kind)) in blocks.iter_mut().zip(BLOCK_LAYERS) {
            for cell in changes.iter().flat_map(around) {
                let (index, kind) = (cell.y as usize * map.columns + cell.x as usize, self.area.kind(cell, kind));
                if map.kinds[index] != kind {
                    Arc::make_mut(map).kinds[index] = kind;
                }
            }
        }
        // Daylight that comes in may go far.
        let kinds = shade_kinds(world);
        if shade.kinds != kinds {
            *shade = Arc::new(Tiles { kinds, ..**shade });
        }
        GroundMaps { copy: world.copy_ground(), ..self }
    }

    pub fn layers(&self) -> &[Arc<Tiles>] {
        &self.layers
    }
}

/// The cells of a world and the points where four of them meet, row by row, with a margin on each side.
#[derive(Debug, Clone)]
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
        (area.width + 1..area.blocks.len()).for_each(|index| area.cover(index));
        area
    }

    /// Finds whether the blocks around a point cover it.
    fn cover(&mut self, index: usize) {
        let around = [
            (index - self.width - 1, Corner::BottomRight),
            (index - self.width, Corner::BottomLeft),
            (index - 1, Corner::TopRight),
            (index, Corner::TopLeft),
        ];
        let covers = |(index, corner): (usize, Corner)| self.blocks[index].is_some_and(|block| covers(block, corner));
        self.is_covered[index] = around.into_iter().all(covers);
    }

    /// Takes over what has changed in a cell of the world, which stands for those beyond the edge too.
    fn change(&mut self, world: &World, cell: Cell) {
        let standing_for = |at: i32, end: i32| {
            let first = if at == 0 { -MARGIN } else { at };
            let last = if at == end - 1 { at + MARGIN } else { at };
            first..=last
        };
        for y in standing_for(cell.y, world.height()) {
            for x in standing_for(cell.x, world.width()) {
                let index = self.index(Cell::new(x, y));
                (self.blocks[index], self.was_dug[index]) = (world.block(cell), world.was_dug(cell));
                let points = [index, index + 1, index + self.width, index + self.width + 1];
                let have_blocks_around = self.width + 1..self.blocks.len();
                for point in points.into_iter().filter(|point| have_blocks_around.contains(point)) {
                    self.cover(point);
                }
            }
        }
    }

    /// What a layer shows in a cell.
    fn kind(&self, cell: Cell, kind: TileKind) -> u16 {
        self.block(cell).map_or(0, |block| kind(self, cell, block))
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
