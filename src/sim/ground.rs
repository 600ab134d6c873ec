//! The ground: which blocks stand where, in stacks where planks were laid over slopes.
//!
//! Nearly every cell holds one block or none, so the grid keeps the oldest block of each cell, which is the only one
//! the rules ever see. The others wait in one list for their turn.

use super::block::Block;
use super::cell::Cell;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Ground {
    width: i32,
    height: i32,
    /// The oldest block of each cell, row by row.
    oldest: Vec<Option<Block>>,
    /// All other blocks in the order in which they came, and those that were built over the edge of the world.
    younger: Vec<(Cell, Block)>,
}

impl Ground {
    /// Ground without blocks. The sides are not negative, and their product is small.
    pub(super) fn new(width: i32, height: i32) -> Ground {
        Ground { width, height, oldest: vec![None; (width * height) as usize], younger: Vec::new() }
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

    /// The oldest block of the cell; none outside the world, whatever was built there.
    pub(super) fn block(&self, cell: Cell) -> Option<Block> {
        if self.contains(cell) { self.oldest[self.place(cell)] } else { None }
    }

    /// The cells of the world, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let width = self.width;
        (0..self.height).flat_map(move |y| (0..width).map(move |x| Cell::new(x, y)))
    }

    /// Every block, those built outside the world included. Blocks of one cell come oldest first.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (Cell, Block)> {
        let oldest = self.cells().zip(&self.oldest).filter_map(|(cell, block)| block.map(|block| (cell, block)));
        oldest.chain(self.younger.iter().copied())
    }

    /// All blocks of one cell, oldest first.
    pub(super) fn stack(&self, cell: Cell) -> impl Iterator<Item = Block> {
        let younger = self.younger.iter().filter(move |&&(place, _)| place == cell).map(|&(_, block)| block);
        self.block(cell).into_iter().chain(younger)
    }

    pub(super) fn add(&mut self, cell: Cell, block: Block) {
        if self.contains(cell) {
            let place = self.place(cell);
            if self.oldest[place].is_none() {
                self.oldest[place] = Some(block);
                return;
            }
        }
        self.younger.push((cell, block));
    }

    /// Takes away the oldest block of a cell and lays the next one bare. Outside the world nothing changes.
    pub(super) fn remove(&mut self, cell: Cell) {
        if !self.contains(cell) {
            return;
        }
        let next = self.younger.iter().position(|&(place, _)| place == cell);
        let place = self.place(cell);
        self.oldest[place] = next.map(|next| self.younger.remove(next).1);
    }

    const fn place(&self, cell: Cell) -> usize {
        (cell.y * self.width + cell.x) as usize
    }
}
