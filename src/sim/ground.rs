//! The ground: the blocks of each cell, in stacks where planks were laid over slopes.
//!
//! Nearly every cell holds one block or none, so the grid stores the oldest block of each cell, the only one that the
//! rules see. All others are in a map by cell, usually empty.

use std::collections::BTreeMap;

use super::block::Block;
use super::cell::Cell;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Ground {
    width: i32,
    height: i32,
    /// The oldest block of each cell, row by row.
    oldest: Vec<Option<Block>>,
    /// All other blocks by cell, oldest first, and those built outside the world.
    younger: BTreeMap<Cell, Vec<Block>>,
}

impl Ground {
    /// Ground without blocks. The sides must not be negative, and their product must fit an `i32`.
    pub(super) fn new(width: i32, height: i32) -> Ground {
        Ground { width, height, oldest: vec![None; (width * height) as usize], younger: BTreeMap::new() }
    }

    pub(super) const fn width(&self) -> i32 {
        self.width
    }

    pub(super) const fn height(&self) -> i32 {
        self.height
    }

    pub(super) const fn contains(&self, cell: Cell) -> bool {
        0 <= cell.x && cell.x < self.width && 0 <= cell.y && cell.y < self.height
    }

    /// The oldest block of the cell; none outside the world, even if one was built there.
    pub(super) fn block(&self, cell: Cell) -> Option<Block> {
        if self.contains(cell) { self.oldest[self.index(cell)] } else { None }
    }

    /// The cells of the world, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let width = self.width;
        (0..self.height).flat_map(move |y| (0..width).map(move |x| Cell::new(x, y)))
    }

    /// All blocks, those built outside the world included. Blocks of one cell come oldest first.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (Cell, Block)> {
        let oldest = self.cells().zip(&self.oldest).filter_map(|(cell, block)| block.map(|block| (cell, block)));
        let younger = self.younger.iter().flat_map(|(&cell, blocks)| blocks.iter().map(move |&block| (cell, block)));
        oldest.chain(younger)
    }

    /// All blocks of one cell, oldest first.
    pub(super) fn stack(&self, cell: Cell) -> impl Iterator<Item = Block> {
        let younger = self.younger.get(&cell).into_iter().flatten();
        self.block(cell).into_iter().chain(younger.copied())
    }

    pub(super) fn add(&mut self, cell: Cell, block: Block) {
        if self.contains(cell) {
            let index = self.index(cell);
            if self.oldest[index].is_none() {
                self.oldest[index] = Some(block);
                return;
            }
        }
        self.younger.entry(cell).or_default().push(block);
    }

    /// Removes the oldest block of a cell; the next one takes its place. Outside the world nothing changes.
    pub(super) fn remove(&mut self, cell: Cell) {
        if !self.contains(cell) {
            return;
        }
        let index = self.index(cell);
        self.oldest[index] = None;
        if let Some(stack) = self.younger.get_mut(&cell) {
            self.oldest[index] = Some(stack.remove(0));
            if stack.is_empty() {
                self.younger.remove(&cell);
            }
        }
    }

    const fn index(&self, cell: Cell) -> usize {
        (cell.y * self.width + cell.x) as usize
    }
}
