//! How a world begins: everything a level or a saved game says about it, in public fields that may be nonsense.
//!
//! [`World::new`](super::World::new) checks a setup and reports all faults at once; what it makes is sound for ever.

use std::fmt;

use super::ability::Ability;
use super::block::{Block, Material};
use super::cell::{Cell, Direction};
use super::rabbit::{Memory, Species};

/// A world to be. The default is an empty one without cells, with the counts that a level has if it names none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Setup {
    pub width: i32,
    pub height: i32,
    /// The blocks, older ones first: several in a cell are a stack, of which the rules see the oldest only.
    pub blocks: Vec<(Cell, Block)>,
    pub rabbits: Vec<RabbitSetup>,
    /// The things, in the order in which they act.
    pub things: Vec<(Cell, ThingSetup)>,
    /// Amounts of water; later ones win. An open cell holds [`FULL_CELL`](super::FULL_CELL). Cells with a flat block hold none, whatever is said
    /// here. Water may be given to the margin of one cell around the world; further out it is left out.
    pub water: Vec<(Cell, i32)>,
    /// Tokens to place, by the order of [`Ability::ALL`]; none if the level does not offer the kind. Numbers below 0
    /// never run out.
    pub tokens: [Option<i32>; 7],
    /// Rabbits that the level is about. Only shown; how many still come is `waiting`.
    pub num_rabbits: i32,
    pub to_save: i32,
    /// Steps between two births at an entrance: the n-th after the n-th birth, the last one again and again. After a
    /// delay of 0 the entrance stays shut.
    pub delay: Vec<i32>,
    pub saved: i32,
    pub killed: i32,
    /// Rabbits still to come out of the entrances. A level that does not say means `num_rabbits`.
    pub waiting: i32,
    /// The highest index given to a rabbit so far.
    pub index_count: i32,
    pub paused: bool,
}

/// A rabbit or rabbot that is there from the beginning.
///
/// The world takes a first look around when it is made, and that look counts: it takes one off the memory's
/// `bash_steps` and `small_steps`. Whoever reads a saved game adds one to each that is above 0, and whoever writes one
/// takes it off again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RabbitSetup {
    pub cell: Cell,
    pub direction: Direction,
    pub species: Species,
    /// 0: it is given the next free index. Any other number stays; rabbits that share one are lost together.
    pub index: i32,
    pub on_slope: bool,
    pub memory: Memory,
}

/// A thing that is there from the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThingSetup {
    /// `timer`: steps until the first birth, 0 for the first step.
    Entrance {
        timer: i32,
    },
    Exit,
    /// `look`: which of four pictures shows it, 0 to 3.
    Fire {
        look: u8,
    },
    Pipe,
    Token(Ability),
}

/// What is wrong with a setup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A side is below 0, or the world with its margin has more than [`MAX_CELLS`] cells.
    Size {
        width: i32,
        height: i32,
    },
    /// There is no delay between rabbits at all.
    NoDelay,
    BlockOutside(Cell),
    /// Metal comes in flat blocks only.
    MetalSlope(Cell),
    RabbitOutside(Cell),
    ThingOutside(Cell),
    /// A block's variant or a fire's look is above 3.
    Variant(Cell, u8),
}

/// The most cells of a world, the margin of one cell all around it included. A level drawn by hand has some hundreds;
/// a million still loads and steps without a wait, and keeps every sum of coordinates far from overflow.
pub const MAX_CELLS: i64 = 1 << 20;

impl Default for Setup {
    fn default() -> Setup {
        Setup {
            width: 0,
            height: 0,
            blocks: Vec::new(),
            rabbits: Vec::new(),
            things: Vec::new(),
            water: Vec::new(),
            tokens: [None; 7],
            num_rabbits: 10,
            to_save: 1,
            delay: vec![4],
            saved: 0,
            killed: 0,
            waiting: 10,
            index_count: 0,
            paused: false,
        }
    }
}

impl Setup {
    /// Everything that is wrong with it: first its size, then what it holds, in the order of the fields.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let cells = (i64::from(self.width) + 2) * (i64::from(self.height) + 2);
        if self.width < 0 || self.height < 0 || cells > MAX_CELLS {
            faults.push(Fault::Size { width: self.width, height: self.height });
        }
        for &(cell, block) in &self.blocks {
            if !self.contains(cell) {
                faults.push(Fault::BlockOutside(cell));
            }
            if block.material == Material::Metal && block.is_slope() {
                faults.push(Fault::MetalSlope(cell));
            }
            if block.variant > 3 {
                faults.push(Fault::Variant(cell, block.variant));
            }
        }
        faults.extend(
            self.rabbits
                .iter()
                .filter(|rabbit| !self.contains(rabbit.cell))
                .map(|rabbit| Fault::RabbitOutside(rabbit.cell)),
        );
        for &(cell, kind) in &self.things {
            if !self.contains(cell) {
                faults.push(Fault::ThingOutside(cell));
            }
            if let ThingSetup::Fire { look: look @ 4.. } = kind {
                faults.push(Fault::Variant(cell, look));
            }
        }
        if self.delay.is_empty() {
            faults.push(Fault::NoDelay);
        }
        faults
    }

    fn contains(&self, cell: Cell) -> bool {
        (0..self.width).contains(&cell.x) && (0..self.height).contains(&cell.y)
    }
}

impl RabbitSetup {
    /// A rabbit that remembers nothing.
    pub fn new(cell: Cell, direction: Direction, species: Species) -> RabbitSetup {
        RabbitSetup { cell, direction, species, index: 0, on_slope: false, memory: Memory::default() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Size { width, height } => {
                write!(out, "a world of {width} by {height} cells: at most {MAX_CELLS} in all, margin included")
            }
            Fault::NoDelay => write!(out, "no delay between rabbits"),
            Fault::BlockOutside(cell) => write!(out, "a block outside the world, at {}, {}", cell.x, cell.y),
            Fault::MetalSlope(cell) => write!(out, "a slope of metal, at {}, {}", cell.x, cell.y),
            Fault::RabbitOutside(cell) => write!(out, "a rabbit outside the world, at {}, {}", cell.x, cell.y),
            Fault::ThingOutside(cell) => write!(out, "a thing outside the world, at {}, {}", cell.x, cell.y),
            Fault::Variant(cell, variant) => {
                write!(out, "a picture number of {variant}, at {}, {}: 0 to 3", cell.x, cell.y)
            }
        }
    }
}

impl std::error::Error for Fault {}
