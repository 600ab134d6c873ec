//! A map as drawn: rows of characters, descriptions of the stars, and amounts of water.
//!
//! A level keeps the map that it was read from, because it holds more than the setup: which contents of a cell are
//! described by a star, and so the order in which looks are assigned. A setup without a map, such as that of a saved
//! game, gets a new one. That loses looks, and the order in which rabbits and things of different cells act, other than
//! row by row.

use std::collections::BTreeMap;

use super::glyph::{Glyph, HALF_CELL, STAR, character};
use super::saved;
use crate::sim::{Block, Cell, FULL_CELL, Setup, ThingSetup};

/// The map of a level file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DrawnMap {
    /// One for each row of the world, all of the same length.
    pub rows: Vec<String>,
    /// The contents of the stars, row by row.
    pub stars: Vec<String>,
    /// Amounts of water other than those of `N` and `n`.
    pub water: Vec<(Cell, i32)>,
}

impl DrawnMap {
    /// A new map for the setup.
    pub(super) fn of(setup: &Setup) -> DrawnMap {
        let mut cells = Cells::default();
        let mut flat = Vec::new();
        for &(cell, block) in &setup.blocks {
            cells.add(cell, block_glyph(block), "");
            if block.is_flat() {
                flat.push(cell);
            }
        }
        flat.sort_unstable();
        let mut water = Vec::new();
        for &(cell, amount) in &setup.water {
            // The rules ignore water in a flat block, so a letter would only clutter the map.
            let drawn = match amount {
                0 => 0,
                _ if !setup.contains(cell) || flat.binary_search(&cell).is_ok() => 0,
                FULL_CELL.. => {
                    cells.add(cell, Glyph::Water, "");
                    FULL_CELL
                }
                _ => {
                    cells.add(cell, Glyph::HalfWater, "");
                    HALF_CELL
                }
            };
            if amount != drawn || amount == 0 {
                water.push((cell, amount));
            }
        }
        for rabbit in &setup.rabbits {
            cells.add(rabbit.cell, Glyph::Rabbit(rabbit.species, rabbit.direction), &saved::rabbit_state(rabbit));
        }
        for &(cell, thing) in &setup.things {
            cells.add(cell, thing_glyph(thing), &saved::thing_state(thing));
        }
        let (rows, stars) = cells.rows(setup.width, setup.height);
        DrawnMap { rows, stars, water }
    }
}

/// The contents of each cell: characters with their saved states.
#[derive(Default)]
struct Cells {
    /// By row, then column.
    contents: BTreeMap<(i32, i32), String>,
}

impl Cells {
    fn add(&mut self, cell: Cell, glyph: Glyph, state: &str) {
        let contents = self.contents.entry((cell.y, cell.x)).or_default();
        contents.extend(character(glyph));
        contents.push_str(state);
    }

    fn rows(&self, width: i32, height: i32) -> (Vec<String>, Vec<String>) {
        let mut stars = Vec::new();
        let mut drawn = |x, y| match self.contents.get(&(y, x)) {
            None => ' ',
            Some(contents) => {
                let mut characters = contents.chars();
                match (characters.next(), characters.next()) {
                    (Some(only), None) => only,
                    _ => {
                        stars.push(contents.clone());
                        STAR
                    }
                }
            }
        };
        let rows = (0..height).map(|y| (0..width).map(|x| drawn(x, y)).collect()).collect();
        (rows, stars)
    }
}

fn block_glyph(block: Block) -> Glyph {
    Glyph::Block(block.material, block.shape)
}

const fn thing_glyph(thing: ThingSetup) -> Glyph {
    match thing {
        ThingSetup::Entrance { .. } => Glyph::Entrance,
        ThingSetup::Exit => Glyph::Exit,
        ThingSetup::Fire { .. } => Glyph::Fire,
        ThingSetup::Pipe => Glyph::Pipe,
        ThingSetup::Token(ability) => Glyph::Token(ability),
    }
}
