//! Water: a cellular automaton on the cells without a flat block.
//!
//! A cell is open to its four neighbours, except that a ramp closes it below and on the side towards which it rises:
//! that leaves the ramp's cell half the room. Planks do not hold water back. Water flows between two cells that are
//! open to each other. Around the world is a margin of one cell into which water vanishes and from which none comes.
//!
//! In each step all cells first move the water that they decided to move in the step before; then all decide again,
//! from the amounts alone, so that their order does not matter. What a cell gives to its neighbours is in `flow`.
//!
//! A flow only depends on the cell and its neighbours. So only cells that changed, and their neighbours, decide again,
//! and only cells with a flow move water: water at rest costs nothing.

mod amounts;
mod basin;
mod flow;
mod pool;
mod shares;
mod wet_cells;

use fearless_simd::{Level, dispatch};

use super::cell::Cell;
use super::ground::Ground;
use basin::{Basin, BasinNumber};
use pool::{OPPOSITE, Openings, Pool, SIDES};
use wet_cells::{WetCells, positions};

pub use amounts::WaterCopy;
pub use pool::FULL_CELL;

/// The amount that a pipe pours in a step.
const PIPE: i32 = FULL_CELL / 2;

/// Amounts below this are little: those of a few cells together are below 2^16.
const LITTLE: u32 = 8 * FULL_CELL as u32;

/// So many words of cells are looked through in the time in which a rabbit makes a step.
const WORDS_PER_STEP: usize = 64;

/// The water of a world and its margin. Where there is none and no pipe, there are no pools: it stays dry.
#[derive(Debug, Clone)]
pub(super) struct Water {
    width: i32,
    height: i32,
    /// The cells of a row, margin included: the distance from a cell to the one below.
    row: usize,
    /// By cell, row by row, margin included.
    pools: Vec<Pool>,
    /// How many cells are about to give water.
    giving: usize,
    /// The cells with water, and those whose water or openings changed since all decided, or will change.
    cells: WetCells,
    /// Whether any changed.
    has_changed: bool,
}

impl Water {
    /// The water of a world at its beginning. Later amounts replace earlier ones; those beyond the margin are ignored.
    /// `has_pipes`: whether more can come.
    pub(super) fn new(ground: &Ground, amounts: &[(Cell, i32)], has_pipes: bool) -> Water {
        let (width, height) = (ground.width(), ground.height());
        let is_dry = amounts.is_empty() && !has_pipes;
        let row = (width + 2) as usize;
        let cells = if is_dry { 0 } else { row * (height + 2) as usize };
        let mut water = Water {
            width,
            height,
            row,
            pools: vec![Pool::MARGIN; cells],
            giving: 0,
            cells: WetCells::none(cells, row),
            has_changed: false,
        };
        for &(cell, amount) in amounts {
            if let Some(at) = water.index(cell) {
                water.pools[at].amount = amount;
            }
        }
        if !is_dry {
            for cell in ground.cells() {
                water.rebuild(ground, cell);
            }
        }
        water
    }

    /// Adds what a pipe in this cell pours in a step.
    pub(super) fn pour(&mut self, cell: Cell) {
        if let Some(at) = self.index(cell)
            && self.pools[at].openings != Openings::NONE
        {
            self.pools[at].amount = self.pools[at].amount.saturating_add(PIPE);
            self.disturb(at);
        }
    }

    /// Updates the openings of a cell after its blocks changed. Its water stays, unless a flat block is there. Cells
    /// outside the world are not affected by blocks.
    pub(super) fn rebuild(&mut self, ground: &Ground, cell: Cell) {
        if !ground.contains(cell) {
            return;
        }
        let Some(at) = self.index(cell) else { return };
        self.pools[at].open(ground.stack(cell));
        self.cells.set_open(at, self.pools[at].openings != Openings::NONE);
        self.disturb(at);
        self.link(at);
        self.neighbours(at).into_iter().for_each(|at| self.link(at));
    }

    /// Updates to which neighbours water can flow out of a cell: those that are open to it, and it to them.
    fn link(&mut self, at: usize) {
        let Pool { openings, .. } = self.pools[at];
        if !self.pools[at].is_margin() {
            let neighbours = self.neighbours(at);
            let beside = SIDES.map(|side| {
                let beside = self.pools[neighbours[side]].openings;
                let is_linked = openings.has(side) && beside.has(OPPOSITE[side]);
                if is_linked { beside } else { Openings::NONE }
            });
            self.pools[at].basin = BasinNumber::of(openings, beside);
        }
    }

    /// The work of moving water in the next step: the number of cells that do, and where the world is large a share for
    /// looking through it.
    pub(super) fn work(&self) -> usize {
        let search = if self.giving == 0 { 0 } else { self.cells.words() / WORDS_PER_STEP };
        self.giving + search
    }

    /// Moves the water as decided. Water that leaves the world vanishes.
    #[inline]
    pub(super) fn act(&mut self) {
        if self.giving > 0 {
            self.move_all();
            self.has_changed = true;
        }
    }

    /// All cells that give water, and their neighbours, have another amount now.
    #[inline(never)]
    fn move_all(&mut self) {
        self.cells.spread();
        for word in 0..self.cells.words() {
            let mut changed = 0;
            for (at, cell) in positions(word, self.cells.take_open(word)) {
                changed |= if self.pools[at].settle() { cell } else { 0 };
            }
            self.cells.disturb_all(word, changed);
        }
    }

    /// The cell and its neighbours have to decide again.
    fn disturb(&mut self, at: usize) {
        self.cells.disturb(at);
        self.has_changed = true;
    }

    /// Decides what flows in the next step.
    #[inline]
    pub(super) fn decide(&mut self) {
        if self.has_changed {
            self.decide_again();
            self.has_changed = false;
        }
    }

    /// All cells that changed, and their neighbours, decide again: in vectors, where the processor has them.
    #[inline(never)]
    fn decide_again(&mut self) {
        self.cells.spread();
        dispatch!(Level::new(), _simd => self.decide_stale());
    }

    #[inline(always)]
    fn decide_stale(&mut self) {
        self.giving = 0;
        for word in 0..self.cells.words() {
            let (mut giving, mut dry) = (0_u64, 0);
            for (from, cell) in positions(word, self.cells.take_wet(word)) {
                if self.pools[from].amount <= 0 {
                    dry |= cell;
                } else {
                    giving |= if self.give(from) { cell } else { 0 };
                }
            }
            self.giving += giving.count_ones() as usize;
            self.cells.decided(word, giving, dry);
        }
    }

    /// A cell decides what it gives to its neighbours: all together at most what it has. Whether it gives any. Sums of
    /// changes wrap, so that they do not depend on the order of cells.
    #[inline(always)]
    fn give(&mut self, from: usize) -> bool {
        let neighbours = self.neighbours(from);
        let here = self.pools[from];
        let basin = Basin::get(here.basin);
        let beside = neighbours.map(|at| self.pools[at].amount);
        let all_bits = beside.iter().fold(here.amount, |bits, amount| bits | amount);
        let amounts = if (all_bits as u32) < LITTLE {
            flow::flow(basin, here.amount, beside)
        } else {
            flow::flow(basin, i64::from(here.amount), beside.map(i64::from)).map(|amount| amount as i32)
        };
        for side in SIDES {
            let change = &mut self.pools[neighbours[side]].change;
            *change = change.wrapping_add(amounts[side]);
        }
        let given = amounts.iter().sum::<i32>();
        let change = &mut self.pools[from].change;
        *change = change.wrapping_sub(given);
        given > 0
    }

    /// The indices of the neighbours of a cell of the world, by direction. They always exist, because of the margin.
    fn neighbours(&self, at: usize) -> [usize; 4] {
        [at - self.row, at - 1, at + 1, at + self.row]
    }

    /// The index of a cell in the arrays; none beyond the margin, and where it is dry.
    fn index(&self, cell: Cell) -> Option<usize> {
        let inside = -1 <= cell.x && cell.x <= self.width && -1 <= cell.y && cell.y <= self.height;
        (inside && !self.is_dry()).then(|| ((cell.y + 1) * (self.width + 2) + cell.x + 1) as usize)
    }
}
