//! Shade: the air is darker the farther it is from the sky, in a few levels. It is a tile map, and each tile goes over
//! from corner to corner.

use std::collections::VecDeque;

use super::tiles::Corner;
use crate::sim::{Block, Cell, Material, World};

/// Levels of shade; 0 is daylight.
pub const SHADE_LEVELS: usize = 4;

/// From so many cells away from the sky on it is as dark as the first, the second and the third level.
const REACHES: [u32; SHADE_LEVELS - 1] = [2, 5, 9];

/// The shade of each tile in [`Tileset::Shade`](super::tiles::Tileset::Shade), row by row. Where no sky is seen at all,
/// as under a closed ceiling, there is none: all would be equally dark.
pub(super) fn shade_kinds(world: &World) -> Vec<u16> {
    let air = Air::new(world);
    let is_seen = |cell: &Cell| match world.block(*cell) {
        Some(block) if block.is_flat() => has_round_corner(world, *cell, block),
        _ => true,
    };
    world.cells().map(|cell| if is_seen(&cell) { air.look(cell).into() } else { 0 }).collect()
}

/// The level of shade at a corner of a tile with this look.
pub const fn shade_at(look: u8, corner: Corner) -> usize {
    (look >> (2 * corner as u8) & 3) as usize
}

/// The air of a world.
struct Air {
    width: i32,
    height: i32,
    /// The level of each cell, row by row; none where a flat block leaves no air.
    levels: Vec<Option<u8>>,
}

impl Air {
    /// Goes from the cells that see the sky to their neighbours, and on.
    fn new(world: &World) -> Air {
        let (width, height) = (world.width(), world.height());
        let mut air = Air { width, height, levels: vec![None; (width * height) as usize] };
        let mut distances = vec![u32::MAX; air.levels.len()];
        let mut queue = lit_cells(world);
        if queue.is_empty() {
            return air;
        }
        for cell in &queue {
            distances[air.index(*cell)] = 0;
        }
        while let Some(cell) = queue.pop_front() {
            let next = distances[air.index(cell)] + 1;
            for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
                let neighbour = cell.offset(dx, dy);
                if is_air(world, neighbour) && next < distances[air.index(neighbour)] {
                    distances[air.index(neighbour)] = next;
                    queue.push_back(neighbour);
                }
            }
        }
        for cell in world.cells() {
            let index = air.index(cell);
            let level = REACHES.iter().filter(|reach| distances[index] >= **reach).count() as u8;
            air.levels[index] = is_air(world, cell).then_some(level);
        }
        air
    }

    fn index(&self, cell: Cell) -> usize {
        (cell.y * self.width + cell.x) as usize
    }

    fn level(&self, cell: Cell) -> Option<u8> {
        let is_inside = (0..self.width).contains(&cell.x) && (0..self.height).contains(&cell.y);
        if is_inside { self.levels[self.index(cell)] } else { None }
    }

    /// Two bits for each corner: the mean of the air around it.
    fn look(&self, cell: Cell) -> u8 {
        let at = |corner: Corner| {
            let point = corner.of(cell);
            let around = [(-1, -1), (0, -1), (-1, 0), (0, 0)].map(|(dx, dy)| self.level(point.offset(dx, dy)));
            let (count, sum) = around.iter().flatten().fold((0, 0), |(count, sum), level| (count + 1, sum + level));
            (2 * sum + count).checked_div(2 * count).unwrap_or(0)
        };
        Corner::ALL.into_iter().map(|corner| at(corner) << (2 * corner as u8)).sum()
    }
}

/// The cells that daylight falls into: straight down from the sky, and a cell aside for each cell down.
fn lit_cells(world: &World) -> VecDeque<Cell> {
    let mut lit = VecDeque::new();
    let mut above = vec![true; world.width() as usize];
    for y in 0..world.height() {
        let passes = |x: i32| {
            let is_lit = |x: i32| above.get(x as usize).is_some_and(|is_lit| *is_lit);
            let roof = |x: i32| world.block(Cell::new(x, y - 1)).is_some_and(Block::is_solid);
            let is_open = |dx| is_lit(x + dx) && !roof(x + dx) && is_air(world, Cell::new(x + dx, y));
            is_air(world, Cell::new(x, y)) && (is_open(0) || is_open(-1) || is_open(1))
        };
        above = (0..world.width()).map(passes).collect();
        lit.extend((0..world.width()).filter(|x| above[*x as usize]).map(|x| Cell::new(x, y)));
    }
    lit
}

fn is_air(world: &World, cell: Cell) -> bool {
    world.contains(cell) && !world.block(cell).is_some_and(Block::is_flat)
}

/// Whether air is on two sides of a corner of the earth in a cell, which is rounded off there.
fn has_round_corner(world: &World, cell: Cell, block: Block) -> bool {
    let is_open = |dx, dy| is_air(world, cell.offset(dx, dy));
    block.material == Material::Earth && (is_open(-1, 0) || is_open(1, 0)) && (is_open(0, -1) || is_open(0, 1))
}
