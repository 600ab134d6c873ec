//! What water is like in each cell: resting, falling, or not there.

use std::ops::Range;

use crate::sim::{Block, Cell, Direction, FULL_CELL, World};

/// What water is like in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scene) enum WaterForm {
    /// A flat block is there, and no water.
    Wall,
    Dry,
    /// It rests, up to this height.
    Pool(i32),
    /// This amount falls.
    Stream(i32),
}

/// A cell, as far as water is concerned.
#[derive(Debug, Clone, Copy)]
pub(in crate::scene) struct WaterSpot {
    pub form: WaterForm,
    /// The direction in which a ramp rises here. Water flows through bridges.
    pub slope: Option<Direction>,
    /// Cells of water above it, [`DEEPEST`] at most. The same for all cells of a pool that are side by side.
    pub depth: u8,
}

/// A cell that has so much water carries what is above it.
const CARRIES: i32 = FULL_CELL * 3 / 4;

/// From this depth on water does not become darker.
const DEEPEST: u8 = 3;

/// Nothing that is drawn of water depends on cells more columns or rows away from it: a gap in a stream is beside
/// water, and what it falls on beside the gap.
const NEAR: i32 = 2;

/// The cells of some columns of a world, row by row. What is in them is known near water only: most of a board is far
/// from it.
pub(in crate::scene) struct WaterForms {
    columns: Range<i32>,
    rows: Range<i32>,
    spots: Vec<WaterSpot>,
    /// The cells near water, row by row, and where each row of them begins and ends.
    near: Vec<Cell>,
    near_in_row: Vec<Range<usize>>,
}

/// What is beyond, and far from water.
const BEYOND: WaterSpot = WaterSpot { form: WaterForm::Dry, slope: None, depth: 0 };

impl WaterForms {
    /// Looks at these columns, from the bottom of the world up, for what is below decides whether water falls. None if
    /// the world has no water.
    pub fn new(world: &World, columns: Range<i32>) -> Option<WaterForms> {
        world.waters().next()?;
        let rows = -1..world.height() + 1;
        let spots = vec![BEYOND; columns.len() * rows.len()];
        let mut forms = WaterForms { columns, rows, spots, near: Vec::new(), near_in_row: Vec::new() };
        forms.find_near(world);
        for index in (0..forms.near.len()).rev() {
            let cell = forms.near[index];
            let form = form_over(world, cell, forms.at(cell.below()).form);
            let index = forms.index(cell);
            forms.spots[index] = WaterSpot { form, slope: rise(world.block(cell)), depth: 0 };
        }
        for row in forms.rows.clone() {
            if !forms.near_water(row).is_empty() {
                forms.find_gaps(world, row);
                forms.find_depths(row);
            }
        }
        Some(forms)
    }

    fn find_near(&mut self, world: &World) {
        let WaterForms { columns, rows, .. } = self;
        let mut is_near = vec![false; columns.len() * rows.len()];
        let around = |at: i32, range: &Range<i32>| range.start.max(at - NEAR)..range.end.min(at + NEAR + 1);
        for (cell, _) in world.waters() {
            let wide = around(cell.x, columns);
            for row in around(cell.y, rows).filter(|_| !wide.is_empty()) {
                let first = (row - rows.start) as usize * columns.len() + (wide.start - columns.start) as usize;
                is_near[first..first + wide.len()].fill(true);
            }
        }
        for (row, is_near) in rows.clone().zip(is_near.chunks(columns.len().max(1))) {
            let start = self.near.len();
            let cells = columns.clone().zip(is_near).filter(|(_, is_near)| **is_near);
            self.near.extend(cells.map(|(column, _)| Cell::new(column, row)));
            self.near_in_row.push(start..self.near.len());
        }
    }

    /// The cells of a row that are near water, from left to right. All others look dry.
    pub fn near_water(&self, row: i32) -> &[Cell] {
        let index = usize::try_from(row - self.rows.start).ok();
        index.and_then(|index| self.near_in_row.get(index)).map_or(&[], |near| &self.near[near.clone()])
    }

    pub fn at(&self, cell: Cell) -> WaterSpot {
        let is_inside = self.columns.contains(&cell.x) && self.rows.contains(&cell.y);
        if is_inside { self.spots[self.index(cell)] } else { BEYOND }
    }

    /// Whether nothing holds the water of a cell on this side.
    pub fn is_open(&self, neighbour: Cell) -> bool {
        matches!(self.at(neighbour).form, WaterForm::Dry | WaterForm::Stream(_))
    }

    pub fn is_open_beside(&self, cell: Cell) -> bool {
        self.is_open(cell.offset(-1, 0)) || self.is_open(cell.offset(1, 0))
    }

    fn index(&self, cell: Cell) -> usize {
        (cell.y - self.rows.start) as usize * self.columns.len() + (cell.x - self.columns.start) as usize
    }

    /// What falls comes in gushes, with dry cells between; a stream is seen there too, and up to the pool that it
    /// leaves.
    fn find_gaps(&mut self, world: &World, row: i32) {
        for index in self.near_in_row[(row - self.rows.start) as usize].clone() {
            let cell = self.near[index];
            let here = self.at(cell);
            let falls = |cell| Some(world.water(cell)).filter(|amount| *amount > 0 && is_stream(self.at(cell)));
            let is_beside_pool = |cell: Cell| [-1, 1].into_iter().any(|dx| is_pool(self.at(cell.offset(dx, 0))));
            let is_head = is_beside_pool(cell) && !is_beside_pool(cell.below());
            let amount = falls(cell.above()).or_else(|| falls(cell.below()).filter(|_| is_head));
            if let (WaterForm::Dry, None, Some(amount)) = (here.form, here.slope, amount) {
                let index = self.index(cell);
                self.spots[index].form = WaterForm::Stream(amount);
            }
        }
    }

    /// The depths of the pools of a row; those of the row above are known.
    fn find_depths(&mut self, row: i32) {
        let wet: Vec<Cell> = self.near_water(row).iter().copied().filter(|cell| is_pool(self.at(*cell))).collect();
        for pool in wet.chunk_by(|one, other| *other == one.offset(1, 0)) {
            let depth = |cell: &Cell| match self.at(cell.above()) {
                above if is_pool(above) => (above.depth + 1).min(DEEPEST),
                _ => 0,
            };
            let depth = pool.iter().map(depth).min().unwrap_or(0);
            let start = self.index(pool[0]);
            self.spots[start..start + pool.len()].iter_mut().for_each(|spot| spot.depth = depth);
        }
    }
}

/// What water is like in a cell, by the cells below it.
pub(in crate::scene) fn water_form(world: &World, cell: Cell) -> WaterForm {
    let is_open_water = |cell: Cell| world.water(cell) > 0 && !world.block(cell).is_some_and(|block| block.is_solid());
    let depth = (0..).take_while(|row| is_open_water(cell.offset(0, *row))).count() as i32;
    // What is below open water does not depend on what is below that.
    (0..=depth).rev().fold(WaterForm::Dry, |below, row| form_over(world, cell.offset(0, row), below))
}

/// The form in a cell; that of the cell below is known.
fn form_over(world: &World, cell: Cell, below: WaterForm) -> WaterForm {
    let (block, amount) = (world.block(cell), world.water(cell));
    if block.is_some_and(Block::is_flat) {
        return WaterForm::Wall;
    }
    let is_carried = match below {
        WaterForm::Wall => true,
        WaterForm::Dry | WaterForm::Stream(_) => false,
        WaterForm::Pool(height) => rise(world.block(cell.below())).is_some() || height >= CARRIES,
    };
    match (amount, rise(block)) {
        (..=0, _) => WaterForm::Dry,
        (_, None) if !is_carried => WaterForm::Stream(amount),
        (_, None) => WaterForm::Pool(amount.min(FULL_CELL)),
        // The free part of a ramp's cell is a triangle, narrow at the bottom, so the height grows with the square root
        // of the amount.
        (_, Some(_)) => WaterForm::Pool((2 * amount.min(FULL_CELL / 2) * FULL_CELL).isqrt()),
    }
}

pub(super) const fn is_pool(spot: WaterSpot) -> bool {
    matches!(spot.form, WaterForm::Pool(_))
}

pub(super) const fn is_stream(spot: WaterSpot) -> bool {
    matches!(spot.form, WaterForm::Stream(_))
}

fn rise(block: Option<Block>) -> Option<Direction> {
    block.filter(|block| block.is_solid())?.rise()
}
