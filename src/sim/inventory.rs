//! The inventory: which things are where, and whether all of them lie still.
//!
//! Things seldom come, move or go, so they are counted again only when some did. And they seldom decide: a thing at
//! rest on a block stays so until a block is built or goes. Then only sources do anything, and only a fire in water
//! decides.

use super::cell::Cell;
use super::cell_mark::CellMark;
use super::ground::Ground;
use super::sorted::{replace, with_key};
use super::thing::{Thing, ThingKind};

/// Positions are those of the world's list of things.
#[derive(Debug, Clone)]
pub(super) struct Inventory {
    /// Tokens that are not taken yet, each with its position, sorted.
    tokens: Vec<(Cell, usize)>,
    /// The positions of entrances and pipes.
    sources: Vec<usize>,
    /// The indices of the cells that were marked for a thing.
    marked: Vec<usize>,
    /// Whether things came, moved or went since they were counted.
    is_stale: bool,
    /// Whether things lie still until something changes near them: another way of saying that they need not decide
    /// again.
    is_at_rest: bool,
}

impl Inventory {
    /// An inventory to be taken.
    pub(super) const fn new() -> Inventory {
        Inventory { tokens: Vec::new(), sources: Vec::new(), marked: Vec::new(), is_stale: true, is_at_rest: false }
    }

    /// Whether things came, moved or went since they were counted.
    pub(super) const fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// Counts all things that are not gone, and marks their cells.
    pub(super) fn take(&mut self, ground: &Ground, things: &[Thing], marks: &mut [CellMark]) {
        for at in self.marked.drain(..) {
            marks[at].remove(CellMark::THINGS);
        }
        self.tokens.clear();
        self.sources.clear();
        for (at, thing) in things.iter().enumerate().filter(|(_, thing)| !thing.gone) {
            let mark = match thing.kind {
                ThingKind::Exit => CellMark::EXIT,
                ThingKind::Fire(_) => CellMark::FIRE,
                ThingKind::Token(_) => {
                    self.tokens.push((thing.cell, at));
                    CellMark::TOKEN
                }
                ThingKind::Entrance(_) | ThingKind::Pipe => {
                    self.sources.push(at);
                    continue;
                }
            };
            let index = ground.index(thing.cell);
            marks[index].add(mark);
            self.marked.push(index);
        }
        self.tokens.sort_unstable();
        self.is_stale = false;
    }

    /// Things came, moved or went.
    pub(super) fn forget(&mut self) {
        self.is_stale = true;
        self.is_at_rest = false;
    }

    /// Blocks were built or went, on which things may have lain.
    pub(super) fn rouse(&mut self) {
        self.is_at_rest = false;
    }

    /// All things have decided, and whether they lie still on blocks: planks in the making come and go.
    pub(super) fn rest(&mut self, are_still: bool) {
        self.is_at_rest = are_still;
    }

    /// Whether things lie still, and would decide the same again. None came, moved or went since they were counted.
    pub(super) const fn is_at_rest(&self) -> bool {
        self.is_at_rest
    }

    /// The positions of entrances and pipes.
    pub(super) fn sources(&self) -> &[usize] {
        &self.sources
    }

    /// The position of the first token in the cell that is not taken yet.
    pub(super) fn first_token(&self, cell: Cell) -> Option<usize> {
        with_key(&self.tokens, cell, |&(cell, _)| cell).first().map(|&(_, at)| at)
    }

    /// The token at this position is taken.
    pub(super) fn remove_token(&mut self, cell: Cell, at: usize) {
        replace(&mut self.tokens, Some((cell, at)), None);
    }
}
