//! The ground: the blocks of each cell, in stacks where planks were laid over slopes.
//!
//! Nearly every cell holds one block or none, so the grid stores the oldest block of each cell, the only one that the
//! rules see. All others are in a map by cell, usually empty.
//!
//! Around the world the grid has a margin without blocks, so that rabbits look at their neighbours without asking
//! whether these are inside: a rabbit gets two cells beyond an edge, and sees two cells further.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use super::block::Block;
use super::cell::Cell;
use super::revision::Revision;
use super::tile::Tile;

/// Cells of the margin on each side.
const MARGIN: i32 = 4;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ground {
    width: i32,
    height: i32,
    /// The oldest block of each cell, row by row, margin included.
    oldest: Vec<Tile>,
    /// All other blocks by cell, oldest first, and those built outside the world.
    younger: BTreeMap<Cell, Vec<Block>>,
    /// The revision of `oldest`.
    revision: Revision,
}

impl Ground {
    /// Ground without blocks. The sides must not be negative, and their product must fit an `i32`.
    pub(super) fn new(width: i32, height: i32) -> Ground {
        let cells = (width + 2 * MARGIN) * (height + 2 * MARGIN);
        Ground {
            width,
            height,
            oldest: vec![Tile::NONE; cells as usize],
            younger: BTreeMap::new(),
            revision: Revision::of_empty(width, height),
        }
    }

    pub(super) const fn revision(&self) -> Revision {
        self.revision
    }

    pub(super) const fn width(&self) -> i32 {
        self.width
    }

    pub(super) const fn height(&self) -> i32 {
        self.height
    }

    pub(super) const fn contains(&self, cell: Cell) -> bool {
        (cell.x as u32) < self.width as u32 && (cell.y as u32) < self.height as u32
    }

    /// The position of a cell in arrays of [`size`](Ground::size) items. The cell is in the world or its margin.
    pub(super) const fn index(&self, cell: Cell) -> usize {
        ((cell.y + MARGIN) * self.stride() + cell.x + MARGIN) as usize
    }

    /// Cells of the world and its margin.
    pub(super) fn size(&self) -> usize {
        self.oldest.len()
    }

    /// The distance in positions from a cell to the one below.
    pub(super) const fn row(&self) -> isize {
        self.stride() as isize
    }

    /// The oldest block of the cell; none outside the world, even if one was built there.
    pub(super) fn tile(&self, cell: Cell) -> Tile {
        if self.contains(cell) { self.oldest[self.index(cell)] } else { Tile::NONE }
    }

    /// The oldest block of the cell at this position, moved by a distance.
    pub(super) fn tile_at(&self, index: usize, distance: isize) -> Tile {
        self.oldest[index.wrapping_add_signed(distance)]
    }

    /// The oldest blocks of a row of the world.
    pub(super) fn tiles_of_row(&self, y: i32) -> &[Tile] {
        let start = self.index(Cell::new(0, y));
        &self.oldest[start..start + self.width as usize]
    }

    /// The cells of the world, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let width = self.width;
        (0..self.height).flat_map(move |y| (0..width).map(move |x| Cell::new(x, y)))
    }

    /// All blocks, those built outside the world included. Blocks of one cell come oldest first.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (Cell, Block)> {
        let oldest = self.cells().filter_map(|cell| self.tile(cell).block().map(|block| (cell, block)));
        oldest.chain(self.younger())
    }

    /// All blocks but the oldest of each cell, and those built outside the world.
    pub(super) fn younger(&self) -> impl Iterator<Item = (Cell, Block)> {
        self.younger.iter().flat_map(|(&cell, blocks)| blocks.iter().map(move |&block| (cell, block)))
    }

    /// All blocks of one cell, oldest first.
    pub(super) fn stack(&self, cell: Cell) -> impl Iterator<Item = Block> {
        let younger = self.younger.get(&cell).into_iter().flatten();
        self.tile(cell).block().into_iter().chain(younger.copied())
    }

    pub(super) fn add(&mut self, cell: Cell, block: Block) {
        if self.tile(cell).is_none() && self.contains(cell) {
            self.set(self.index(cell), Tile::new(block));
        } else {
            self.younger.entry(cell).or_default().push(block);
        }
    }

    /// Removes the oldest block of a cell; the next one takes its place. Outside the world nothing changes.
    pub(super) fn remove(&mut self, cell: Cell) {
        if !self.contains(cell) {
            return;
        }
        let index = self.index(cell);
        let next = self.younger.get_mut(&cell).map(|stack| stack.remove(0));
        if self.younger.get(&cell).is_some_and(Vec::is_empty) {
            self.younger.remove(&cell);
        }
        self.set(index, next.map_or(Tile::DUG, Tile::new));
    }

    fn set(&mut self, index: usize, tile: Tile) {
        let before = std::mem::replace(&mut self.oldest[index], tile);
        self.revision.change(index, before, tile);
    }

    const fn stride(&self) -> i32 {
        self.width + 2 * MARGIN
    }
}

/// The revision stands for the grid, which is not walked.
impl Hash for Ground {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.revision.hash(state);
        self.younger.hash(state);
    }
}
