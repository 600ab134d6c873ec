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
mod flow;
mod pool;
mod shares;
mod wet_cells;

use super::cell::Cell;
use super::ground::Ground;
use pool::{OPPOSITE, Openings, Pool, SIDES};
use shares::Share;
use wet_cells::{WetCells, positions};

pub use pool::FULL_CELL;

/// The amount that a pipe pours in a step.
const PIPE: i32 = FULL_CELL / 2;

/// So many words of cells are looked through in the time in which a rabbit makes a step.
const WORDS: usize = 64;

/// The water of a world and its margin. Where there is none and no pipe, there are no pools: it stays dry.
#[derive(Debug, Clone)]
pub(super) struct Water {
    width: i32,
    height: i32,
    /// The cells of a row, margin included: the distance from a cell to the one below.
    row: usize,
    /// By cell, row by row, margin included.
    pools: Vec<Pool>,
    /// What is about to flow, by cell.
    flows: Vec<Flow>,
    /// The cells with water, and those whose water or openings changed since all decided.
    cells: WetCells,
    /// Whether any changed.
    has_changed: bool,
}

/// The amounts that a cell is about to give to its neighbours, by direction, and their sum.
#[derive(Debug, Clone, Copy)]
struct Flow {
    /// An index of the pools.
    from: u32,
    given: i32,
    amounts: [i32; 4],
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
            flows: Vec::new(),
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
        self.disturb(at);
        self.link(at);
        for side in SIDES {
            self.link(self.neighbour(at, side));
        }
    }

    /// Updates the sides to which water can flow out of a cell.
    fn link(&mut self, at: usize) {
        let pool = self.pools[at];
        if !pool.is_margin() {
            let is_linked = |side: &usize| {
                pool.openings.has(*side) && self.pools[self.neighbour(at, *side)].openings.has(OPPOSITE[*side])
            };
            let sides = SIDES.into_iter().filter(is_linked);
            self.pools[at].links = sides.fold(Openings::NONE, Openings::with);
        }
    }

    /// The work of moving water in the next step: the number of cells that do, and where the world is large a share for
    /// looking through it.
    pub(super) fn work(&self) -> usize {
        let search = if self.flows.is_empty() { 0 } else { self.cells.words() / WORDS };
        self.flows.len() + search
    }

    /// Moves the water as decided. Water that leaves the world vanishes.
    #[inline]
    pub(super) fn act(&mut self) {
        if !self.flows.is_empty() {
            self.move_all();
            self.has_changed = true;
        }
    }

    #[inline(never)]
    fn move_all(&mut self) {
        for number in 0..self.flows.len() {
            let Flow { from, given, amounts } = self.flows[number];
            let from = from as usize;
            self.pools[from].amount -= given;
            self.cells.disturb(from);
            for side in SIDES {
                if amounts[side] > 0 {
                    self.receive(self.neighbour(from, side), amounts[side]);
                }
            }
        }
        self.flows.clear();
    }

    fn receive(&mut self, at: usize, amount: i32) {
        let pool = &mut self.pools[at];
        if !pool.is_margin() {
            pool.amount = pool.amount.saturating_add(amount);
            self.cells.disturb(at);
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

    /// All cells that changed, and their neighbours, decide again.
    #[inline(never)]
    fn decide_again(&mut self) {
        self.cells.spread();
        for word in 0..self.cells.words() {
            for from in positions(word, self.cells.take_stale(word)) {
                if self.pools[from].amount <= 0 {
                    self.cells.dry(from);
                    continue;
                }
                let amounts = self.flow(from);
                let given = amounts.iter().sum();
                if given > 0 {
                    self.flows.push(Flow { from: from as u32, given, amounts });
                }
            }
        }
    }

    /// The amounts that a cell gives to its neighbours: all together at most what it has.
    fn flow(&self, at: usize) -> [i32; 4] {
        let here = self.pools[at];
        let share = |pool: Pool| Share { amount: i64::from(pool.amount), room: i64::from(pool.room) };
        let beside = |side| share(self.pools[self.neighbour(at, side)]).through(here.links.has(side));
        flow::flow(share(here), beside).map(|amount| amount as i32)
    }

    /// The index of a neighbour of a cell of the world. It always exists, because of the margin.
    fn neighbour(&self, at: usize, side: usize) -> usize {
        [at - self.row, at - 1, at + 1, at + self.row][side]
    }

    /// The index of a cell in the arrays; none beyond the margin, and where it is dry.
    fn index(&self, cell: Cell) -> Option<usize> {
        let inside = -1 <= cell.x && cell.x <= self.width && -1 <= cell.y && cell.y <= self.height;
        (inside && !self.is_dry()).then(|| ((cell.y + 1) * (self.width + 2) + cell.x + 1) as usize)
    }
}
