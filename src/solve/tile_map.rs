//! The ground of a world as plain flags, and where one lands from each cell: for what asks often.

use crate::sim::{Ability, Block, Cell, Direction, FULL_CELL, Material, ThingKind, World};

/// A world, with a margin around it so wide that no way leads out of it.
#[derive(Debug)]
pub(super) struct TileMap {
    width: i32,
    tiles: Vec<TileFlags>,
    /// By index: where one lands who comes into the cell; none in blocks, and where one falls out of the world.
    landings: Vec<Option<LandingSpot>>,
    /// The indices of the cells of the world, row by row.
    pub(super) inside: Vec<usize>,
    /// The indices of the cells with an exit.
    pub(super) exits: Vec<usize>,
    offers: [bool; Ability::ALL.len()],
}

/// What is in a cell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TileFlags {
    pub(super) is_outside: bool,
    pub(super) is_flat: bool,
    pub(super) is_slope: bool,
    /// The way in which its slope rises.
    pub(super) rises: Option<Direction>,
    pub(super) is_solid: bool,
    /// It can be dug or bashed away.
    pub(super) is_earth: bool,
    /// Full of water, or on fire.
    pub(super) is_deadly: bool,
}

/// Where a fall ends, and after how many cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct LandingSpot {
    pub(super) at: usize,
    pub(super) fallen: u32,
}

/// Cells of the margin.
const MARGIN: i32 = 3;

impl TileMap {
    pub(super) fn new(world: &World) -> TileMap {
        let (width, height) = (world.width(), world.height());
        let size = ((width + 2 * MARGIN) * (height + 2 * MARGIN)) as usize;
        let offers = Ability::ALL.map(|ability| world.tokens(ability).is_some_and(|count| count != 0));
        let outside = TileFlags { is_outside: true, ..TileFlags::default() };
        let (tiles, landings) = (vec![outside; size], vec![None; size]);
        let mut board = TileMap { width, tiles, landings, inside: Vec::new(), exits: Vec::new(), offers };
        for y in 0..height {
            for x in 0..width {
                let cell = Cell::new(x, y);
                let at = board.index(cell);
                board.tiles[at] = tile(world.block(cell));
                board.inside.push(at);
            }
        }
        for cell in deadly_cells(world) {
            let at = board.index(cell);
            board.tiles[at].is_deadly = true;
        }
        let exits = world.things().iter().filter(|thing| thing.kind == ThingKind::Exit);
        board.exits = exits.map(|exit| board.index(exit.cell)).collect();
        for number in (0..board.inside.len()).rev() {
            let at = board.inside[number];
            board.landings[at] = board.find_landing(at);
        }
        board
    }

    /// Cells of the world and its margin.
    pub(super) fn size(&self) -> usize {
        self.tiles.len()
    }

    /// The index of a cell of the world.
    pub(super) const fn index(&self, cell: Cell) -> usize {
        ((cell.y + MARGIN) * (self.width + 2 * MARGIN) + cell.x + MARGIN) as usize
    }

    /// The index of a cell some columns and rows from another one, at most [`MARGIN`] outside the world.
    pub(super) const fn moved(&self, at: usize, across: isize, down: isize) -> usize {
        at.wrapping_add_signed(down * (self.width + 2 * MARGIN) as isize + across)
    }

    pub(super) fn tile(&self, at: usize) -> TileFlags {
        self.tiles[at]
    }

    pub(super) fn landing(&self, at: usize) -> Option<LandingSpot> {
        self.landings[at]
    }

    pub(super) fn is_exit(&self, at: usize) -> bool {
        self.exits.contains(&at)
    }

    /// Whether tokens of this kind are left.
    pub(super) const fn has(&self, ability: Ability) -> bool {
        self.offers[ability as usize]
    }

    /// The landing from a cell, once that of the cell below is known.
    fn find_landing(&self, at: usize) -> Option<LandingSpot> {
        let (tile, below) = (self.tiles[at], self.moved(at, 0, 1));
        if tile.is_flat {
            None
        } else if tile.is_slope || self.tiles[below].is_flat {
            Some(LandingSpot { at, fallen: 0 })
        } else {
            self.landings[below].map(|landing| LandingSpot { fallen: landing.fallen + 1, ..landing })
        }
    }
}

fn tile(block: Option<Block>) -> TileFlags {
    let has = |test: fn(Block) -> bool| block.is_some_and(test);
    TileFlags {
        is_outside: false,
        is_flat: has(Block::is_flat),
        is_slope: has(Block::is_slope),
        rises: block.and_then(Block::rise),
        is_solid: has(Block::is_solid),
        is_earth: has(|block| block.material == Material::Earth),
        is_deadly: false,
    }
}

/// The cells of the world that are full of water, row by row, and those on fire.
pub(super) fn deadly_cells(world: &World) -> impl Iterator<Item = Cell> {
    let room = |cell| {
        if world.block(cell).is_some_and(|block| block.is_slope() && block.is_solid()) {
            FULL_CELL / 2
        } else {
            FULL_CELL
        }
    };
    let flooded = world.waters().filter(move |&(cell, amount)| amount >= room(cell)).map(|(cell, _)| cell);
    let burning =
        world.things().iter().filter(|thing| matches!(thing.kind, ThingKind::Fire(_))).map(|thing| thing.cell);
    flooded.chain(burning.filter(|&cell| world.contains(cell)))
}
