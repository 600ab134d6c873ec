//! Water: a cellular automaton on the cells without a flat block.
//!
//! A cell is open to its four neighbours, except that a ramp closes it below and on the side towards which it rises:
//! that leaves the ramp's cell half the room. Planks do not hold water back. Water flows between two cells that are
//! open to each other. Around the world is a margin of one cell into which water vanishes and from which none comes.
//!
//! In each step all cells first move the water that they decided to move in the step before; then all decide again,
//! from the amounts alone, so that their order does not matter. A cell gives water to its neighbours in four phases:
//!
//! 1. *Down*, as much as there is room for.
//! 2. *Across*: the rest is shared with the cells on both sides, in proportion to their room, and with the cell below,
//!    which takes up to a quarter of its room more than fills it: water can be compressed.
//! 3. *Keep* what fills the cell.
//! 4. *Up*: the rest, compressed water, is shared with the neighbours and the cell itself: the cell above counts with
//!    11/20 of its room, the cells on both sides and the cell itself with 1/4 on top of their room, and the cell below
//!    with 5/16 on top of 5/4 of its room.
//!
//! A flow only depends on the cell and its neighbours. So only cells that changed, and their neighbours, decide again,
//! and only cells with a flow move water: water at rest costs nothing.

use super::block::Shape;
use super::cell::Cell;
use super::ground::Ground;

use std::hash::{Hash, Hasher};

/// The amount of water that fills an open cell. A cell with a ramp takes half of it.
pub const FULL_CELL: i32 = 1024;

/// The amount that a pipe pours in a step.
const PIPE: i32 = FULL_CELL / 2;

/// The four directions of a flow: indices of a neighbour in the arrays of this file.
const UP: usize = 0;
const LEFT: usize = 1;
const RIGHT: usize = 2;
const DOWN: usize = 3;
/// The index of the cell itself, after those of its neighbours.
const HERE: usize = 4;

const OPPOSITE: [usize; 4] = [DOWN, RIGHT, LEFT, UP];

/// The water of a world and its margin. Where there is none and no pipe, there are no pools: it stays dry.
#[derive(Debug, Clone)]
pub(super) struct Water {
    width: i32,
    height: i32,
    /// Index offsets from a cell to its neighbours, by direction.
    offsets: [isize; 4],
    /// By cell, row by row, margin included.
    pools: Vec<Pool>,
    /// What is about to flow, in no order.
    flows: Vec<Flow>,
    /// The cells that must decide again, those without water left out.
    stale: Vec<usize>,
    /// The cells whose water changed in this phase, each once.
    changed: Vec<usize>,
}

/// The water of a cell.
#[derive(Debug, Clone, Copy)]
struct Pool {
    amount: i32,
    openings: Openings,
    /// The sides to which water can flow: those to which both this cell and its neighbour are open. None in the margin.
    links: Openings,
    /// Whether it is listed to decide again.
    is_stale: bool,
    /// Whether it is listed as changed.
    is_changed: bool,
}

impl Pool {
    const MARGIN: Pool =
        Pool { amount: 0, openings: Openings::MARGIN, links: Openings::NONE, is_stale: false, is_changed: false };
}

/// The amounts that a cell is about to give to its neighbours, by direction.
#[derive(Debug, Clone, Copy)]
struct Flow {
    from: usize,
    amounts: [i32; 4],
}

/// The sides to which a cell is open, one bit per direction, and a bit for the margin. No bit: a cell with a flat
/// block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Openings(u8);

impl Openings {
    const ALL: Openings = Openings(0b0_1111);
    const NONE: Openings = Openings(0);
    const MARGIN: Openings = Openings(0b1_1111);

    const fn has(self, side: usize) -> bool {
        self.0 & (1 << side) != 0
    }

    const fn without(self, one: usize, other: usize) -> Openings {
        Openings(self.0 & !(1 << one) & !(1 << other))
    }

    const fn with(self, side: usize) -> Openings {
        Openings(self.0 | 1 << side)
    }

    /// The amount of water that fills the cell.
    const fn room(self) -> i32 {
        ROOMS[(self.0 & Openings::ALL.0) as usize]
    }
}

/// The amounts of water that fill cells, by their openings: a quarter of a full cell for each.
const ROOMS: [i32; 16] = {
    let mut rooms = [0; 16];
    let mut openings = 0;
    while openings < rooms.len() {
        rooms[openings] = openings.count_ones() as i32 * (FULL_CELL / 4);
        openings += 1;
    }
    rooms
};

impl Water {
    /// The water of a world at its beginning. Later amounts replace earlier ones; those beyond the margin are ignored.
    /// `has_pipes`: whether more can come.
    pub(super) fn new(ground: &Ground, amounts: &[(Cell, i32)], has_pipes: bool) -> Water {
        let (width, height) = (ground.width(), ground.height());
        let row = (width + 2) as isize;
        let is_dry = amounts.is_empty() && !has_pipes;
        let cells = if is_dry { 0 } else { ((width + 2) * (height + 2)) as usize };
        let mut water = Water {
            width,
            height,
            offsets: [-row, -1, 1, row],
            pools: vec![Pool::MARGIN; cells],
            flows: Vec::new(),
            stale: Vec::new(),
            changed: Vec::new(),
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

    /// The amount in a cell of the world or its margin.
    pub(super) fn amount(&self, cell: Cell) -> i32 {
        self.index(cell).map_or(0, |at| self.pools[at].amount)
    }

    /// The cells of the world with an amount other than 0, row by row.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (Cell, i32)> {
        let row = (self.width + 2) as usize;
        let rows = self.pools.chunks_exact(row).skip(1).take(self.height as usize);
        rows.enumerate().flat_map(move |(y, row)| {
            let cells = row[1..row.len() - 1].iter().enumerate();
            cells
                .filter(|(_, pool)| pool.amount != 0)
                .map(move |(x, pool)| (Cell::new(x as i32, y as i32), pool.amount))
        })
    }

    /// The cells of the world and its margin with an amount other than 0, row by row.
    pub(super) fn all_amounts(&self) -> impl Iterator<Item = (Cell, i32)> {
        let cells = (-1..=self.height).flat_map(|y| (-1..=self.width).map(move |x| Cell::new(x, y)));
        cells.zip(self.pools.iter().map(|pool| pool.amount)).filter(|&(_, amount)| amount != 0)
    }

    /// Whether a rabbit on the floor of this cell drowns: the cell is full, and open above.
    pub(super) fn drowns_on_floor(&self, cell: Cell) -> bool {
        self.is_full(cell, UP)
    }

    /// Whether a rabbit on the slope below this cell drowns: the cell is full, and open below.
    pub(super) fn drowns_on_slope_below(&self, cell: Cell) -> bool {
        self.is_full(cell, DOWN)
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
        self.pools[at].openings = ground.stack(cell).fold(Openings::ALL, |open, block| match block.shape {
            Shape::Flat => Openings::NONE,
            Shape::UpRight => open.without(DOWN, RIGHT),
            Shape::UpLeft => open.without(DOWN, LEFT),
            Shape::BridgeUpRight | Shape::BridgeUpLeft => open,
        });
        if self.pools[at].openings == Openings::NONE {
            self.pools[at].amount = 0;
        }
        self.link(at);
        for side in [UP, LEFT, RIGHT, DOWN] {
            self.link(self.neighbour(at, side));
        }
    }

    /// Updates the sides to which water can flow out of a cell.
    fn link(&mut self, at: usize) {
        let Pool { openings, .. } = self.pools[at];
        if openings != Openings::MARGIN {
            let is_linked = |side: &usize| {
                openings.has(*side) && self.pools[self.neighbour(at, *side)].openings.has(OPPOSITE[*side])
            };
            let sides = [UP, LEFT, RIGHT, DOWN].into_iter().filter(is_linked);
            self.pools[at].links = sides.fold(Openings::NONE, Openings::with);
            self.mark_stale(at);
        }
    }

    /// The number of cells that move water in the next step.
    pub(super) fn flowing(&self) -> usize {
        self.flows.len()
    }

    /// Moves the water as decided. Water that leaves the world vanishes.
    pub(super) fn act(&mut self) {
        for number in 0..self.flows.len() {
            let Flow { from, amounts } = self.flows[number];
            for side in [UP, LEFT, RIGHT, DOWN] {
                if amounts[side] > 0 {
                    let to = self.neighbour(from, side);
                    self.pools[from].amount -= amounts[side];
                    let pool = &mut self.pools[to];
                    if pool.openings != Openings::MARGIN {
                        pool.amount = pool.amount.saturating_add(amounts[side]);
                        self.mark_changed(to);
                    }
                }
            }
            self.mark_changed(from);
        }
        self.flows.clear();
        while let Some(at) = self.changed.pop() {
            self.pools[at].is_changed = false;
            self.disturb(at);
        }
    }

    /// Decides what flows in the next step.
    pub(super) fn decide(&mut self) {
        while let Some(from) = self.stale.pop() {
            self.pools[from].is_stale = false;
            let amounts = self.flow(from);
            if amounts != [0; 4] {
                self.flows.push(Flow { from, amounts });
            }
        }
    }

    /// The amounts that a cell gives to its neighbours, in the four phases above.
    fn flow(&self, at: usize) -> [i32; 4] {
        let mut flow = [0; 4];
        let Pool { amount: mut left, openings, links, .. } = self.pools[at];
        if left <= 0 {
            return flow;
        }
        let here = openings.room();
        let (mut amount, mut room) = ([0; 4], [0; 4]);
        for side in [UP, LEFT, RIGHT, DOWN] {
            if links.has(side) {
                let to = self.pools[self.neighbour(at, side)];
                amount[side] = to.amount;
                room[side] = to.openings.room();
            }
        }
        let within = |side: usize| amount[side].clamp(0, room[side]);
        let above = |side: usize, full: i32| amount[side].saturating_sub(full).max(0);

        flow[DOWN] = room[DOWN].saturating_sub(amount[DOWN]).clamp(0, left);
        left -= flow[DOWN];
        if left == 0 {
            return flow;
        }
        let across = Shares {
            amounts: [0, within(LEFT), within(RIGHT), above(DOWN, room[DOWN]), left.clamp(0, here)],
            rooms: [0, room[LEFT], room[RIGHT], room[DOWN] / 4, here],
        };
        left -= across.deal(&mut flow);
        left -= left.clamp(0, here);
        if left == 0 {
            return flow;
        }
        let up = Shares {
            amounts: [
                amount[UP],
                above(LEFT, room[LEFT]),
                above(RIGHT, room[RIGHT]),
                above(DOWN, room[DOWN] * 5 / 4),
                left,
            ],
            rooms: [room[UP] * 11 / 20, room[LEFT] / 4, room[RIGHT] / 4, room[DOWN] * 5 / 16, here / 4],
        };
        up.deal(&mut flow);
        flow
    }

    fn is_full(&self, cell: Cell, open: usize) -> bool {
        self.index(cell).is_some_and(|at| {
            let Pool { amount, openings, .. } = self.pools[at];
            openings.has(open) && amount >= openings.room()
        })
    }

    /// Marks a cell and the neighbours that could give water to it to decide again.
    fn disturb(&mut self, at: usize) {
        self.mark_stale(at);
        let links = self.pools[at].links;
        for side in [UP, LEFT, RIGHT, DOWN] {
            if links.has(side) {
                self.mark_stale(self.neighbour(at, side));
            }
        }
    }

    /// A cell without water has nothing to decide. When some comes, it changes, and is marked then.
    fn mark_stale(&mut self, at: usize) {
        let pool = &mut self.pools[at];
        if pool.amount > 0 && !pool.is_stale && pool.openings != Openings::MARGIN {
            pool.is_stale = true;
            self.stale.push(at);
        }
    }

    fn mark_changed(&mut self, at: usize) {
        let pool = &mut self.pools[at];
        if !pool.is_changed {
            pool.is_changed = true;
            self.changed.push(at);
        }
    }

    /// The index of a neighbour of a cell of the world. It always exists, because of the margin.
    const fn neighbour(&self, at: usize, side: usize) -> usize {
        at.wrapping_add_signed(self.offsets[side])
    }

    /// The index of a cell in the arrays; none beyond the margin, and where it is dry.
    fn index(&self, cell: Cell) -> Option<usize> {
        let inside = -1 <= cell.x && cell.x <= self.width && -1 <= cell.y && cell.y <= self.height;
        (inside && !self.pools.is_empty()).then(|| ((cell.y + 1) * (self.width + 2) + cell.x + 1) as usize)
    }
}

/// Flows follow from amounts and blocks, so two waters of the same map are equal if their amounts are.
impl PartialEq for Water {
    fn eq(&self, other: &Water) -> bool {
        self.width == other.width && self.height == other.height && self.all_amounts().eq(other.all_amounts())
    }
}

impl Eq for Water {}

impl Hash for Water {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.all_amounts().for_each(|amount| amount.hash(state));
    }
}

/// A distribution of water: amounts and rooms of the four neighbours and, last, of the cell itself.
struct Shares {
    amounts: [i32; 5],
    rooms: [i32; 5],
}

impl Shares {
    /// Distributes all the water in proportion to the rooms. Only the cell itself gives water; if it has too little,
    /// all get less in proportion. Adds to the flow, rounding down, and returns the total that was added.
    fn deal(&self, flow: &mut [i32; 4]) -> i32 {
        let all: i64 = self.amounts.iter().map(|&amount| i64::from(amount)).sum();
        let room: i64 = self.rooms.iter().map(|&room| i64::from(room)).sum();
        let wanted: [i64; 4] = std::array::from_fn(|side| match i64::from(self.rooms[side]) {
            0 => (-i64::from(self.amounts[side])).max(0),
            part => (quotient(part * all, room) - i64::from(self.amounts[side])).max(0),
        });
        let out: i64 = wanted.iter().sum();
        if out <= 0 {
            return 0;
        }
        let given = out.min(i64::from(self.amounts[HERE]));
        let mut total = 0;
        for (flow, wanted) in flow.iter_mut().zip(wanted) {
            let part = if given == out { wanted as i32 } else { share(wanted, given, out) };
            *flow += part;
            total += part;
        }
        total
    }
}

/// `wanted` parts of `out` of what is given, rounded down: at most what is given. The product fits 64 bits unless cells
/// hold a million times the water that fills them, which a level may say.
fn share(wanted: i64, given: i64, out: i64) -> i32 {
    match wanted.checked_mul(given) {
        Some(product) => quotient(product, out) as i32,
        None => (i128::from(wanted) * i128::from(given) / i128::from(out)) as i32,
    }
}

/// A division, towards zero: in 32 bits where both numbers fit, as they nearly always do; that is much faster on many
/// processors.
fn quotient(number: i64, by: i64) -> i64 {
    match (u32::try_from(number), u32::try_from(by)) {
        (Ok(number), Ok(by)) => i64::from(number / by),
        _ => number / by,
    }
}
