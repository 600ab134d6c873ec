//! Setups: everything that a level or a saved game says about a world, in public fields that may be nonsense.
//!
//! [`World::new`](super::World::new) checks a setup and reports all faults at once.

use std::fmt;

use super::ability::Ability;
use super::block::{Block, Material};
use super::cell::{Cell, Direction};
use super::rabbit::{Memory, Species};

/// The setup of a world. The default has no cells, and the counts of a level that does not name any.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Setup {
    pub width: i32,
    pub height: i32,
    /// The blocks, older ones first: several in a cell are a stack, of which the rules see the oldest only.
    pub blocks: Vec<(Cell, Block)>,
    pub rabbits: Vec<RabbitSetup>,
    /// The things, in the order in which they act.
    pub things: Vec<(Cell, ThingSetup)>,
    /// Amounts of water; later ones win. An open cell holds [`FULL_CELL`](super::FULL_CELL). Amounts in cells
    /// with a flat block are ignored, and so are those beyond the margin of one cell around the world.
    pub water: Vec<(Cell, i32)>,
    /// Tokens to place, in the order of [`Ability::ALL`]; none if the level does not offer the kind. A number below 0
    /// is unlimited.
    pub tokens: [Option<i32>; Ability::ALL.len()],
    /// Rabbits of the level, for display only; `waiting` says how many are still to come.
    pub num_rabbits: i32,
    pub to_save: i32,
    /// Steps between two births at an entrance: the n-th delay follows the n-th birth, and the last one is repeated.
    /// After a delay of 0 the entrance stays shut.
    pub delay: Vec<i32>,
    pub saved: i32,
    pub killed: i32,
    /// Rabbits still to come out of the entrances; `num_rabbits` in a level that does not say.
    pub waiting: i32,
    /// The highest index given to a rabbit so far.
    pub index_count: i32,
    pub paused: bool,
}

/// A rabbit or rabbot that is there from the beginning.
///
/// Its first decision, made by [`World::new`](super::World::new), counts as one of a step: it takes one off the
/// memory's `bash_steps` and `small_steps`. A reader of saved games therefore adds one to each that is above 0, and a
/// writer subtracts it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RabbitSetup {
    pub cell: Cell,
    pub direction: Direction,
    pub species: Species,
    /// 0 for the next free index. Any other number is kept; rabbits that share one are removed together.
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
    /// `variant`: which of four pictures shows it, 0 to 3.
    Fire {
        variant: u8,
    },
    Pipe,
    Token(Ability),
}

/// What is wrong with a setup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetupFault {
    /// A side is below 0, or the world and its margin have more than [`MAX_CELLS`] cells.
    Size {
        width: i32,
        height: i32,
    },
    /// There are more than [`MAX_BLOCKS`] blocks.
    TooManyBlocks,
    /// There are more than [`MAX_RABBITS`] rabbits and rabbots, those still to come included.
    TooManyRabbits,
    /// There are more than [`MAX_THINGS`] things.
    TooManyThings,
    /// The list of delays is empty.
    NoDelay,
    BlockOutside(Cell),
    /// Metal blocks are flat.
    MetalSlope(Cell),
    RabbitOutside(Cell),
    ThingOutside(Cell),
    /// The variant of a block or a fire is above 3.
    Variant(Cell, u8),
}

/// The most cells of a world, its margin of one cell on all sides included. A level drawn by hand has some hundreds,
/// and the largest that we ship 8,000. A world of so many cells takes 9 MB and some milliseconds a step, and every sum
/// of coordinates is far from overflow.
pub const MAX_CELLS: i64 = 1 << 18;

/// The most blocks of a world, those in stacks included: one for each cell.
pub const MAX_BLOCKS: usize = MAX_CELLS as usize;

/// The most rabbits and rabbots of a world, those that still wait in the entrances included. Levels have ten to thirty;
/// so many take some milliseconds a step.
pub const MAX_RABBITS: usize = 10_000;

/// The most things of a world at its beginning: one for every fourth cell.
pub const MAX_THINGS: usize = MAX_CELLS as usize / 4;

impl Default for Setup {
    fn default() -> Setup {
        Setup {
            width: 0,
            height: 0,
            blocks: Vec::new(),
            rabbits: Vec::new(),
            things: Vec::new(),
            water: Vec::new(),
            tokens: [None; Ability::ALL.len()],
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
    /// All faults: first the sizes, then the rest in the order of the fields.
    pub(super) fn faults(&self) -> Vec<SetupFault> {
        let mut faults = Vec::new();
        if self.width < 0 || self.height < 0 || !Setup::has_room(self.width.into(), self.height.into()) {
            faults.push(SetupFault::Size { width: self.width, height: self.height });
        }
        if self.blocks.len() > MAX_BLOCKS {
            faults.push(SetupFault::TooManyBlocks);
        }
        if self.rabbits.len().saturating_add(usize::try_from(self.waiting).unwrap_or(0)) > MAX_RABBITS {
            faults.push(SetupFault::TooManyRabbits);
        }
        if self.things.len() > MAX_THINGS {
            faults.push(SetupFault::TooManyThings);
        }
        for &(cell, block) in &self.blocks {
            if !self.contains(cell) {
                faults.push(SetupFault::BlockOutside(cell));
            }
            if block.material == Material::Metal && block.is_slope() {
                faults.push(SetupFault::MetalSlope(cell));
            }
            if block.variant > 3 {
                faults.push(SetupFault::Variant(cell, block.variant));
            }
        }
        faults.extend(
            self.rabbits
                .iter()
                .filter(|rabbit| !self.contains(rabbit.cell))
                .map(|rabbit| SetupFault::RabbitOutside(rabbit.cell)),
        );
        for &(cell, kind) in &self.things {
            if !self.contains(cell) {
                faults.push(SetupFault::ThingOutside(cell));
            }
            if let ThingSetup::Fire { variant: variant @ 4.. } = kind {
                faults.push(SetupFault::Variant(cell, variant));
            }
        }
        if self.delay.is_empty() {
            faults.push(SetupFault::NoDelay);
        }
        faults
    }

    /// Whether a world may be as large as this: with its margin it has at most [`MAX_CELLS`] cells.
    pub const fn has_room(width: i64, height: i64) -> bool {
        (width + 2) * (height + 2) <= MAX_CELLS
    }

    /// Whether the cell lies in the world.
    pub fn contains(&self, cell: Cell) -> bool {
        (0..self.width).contains(&cell.x) && (0..self.height).contains(&cell.y)
    }
}

impl RabbitSetup {
    /// A rabbit that remembers nothing.
    pub fn new(cell: Cell, direction: Direction, species: Species) -> RabbitSetup {
        RabbitSetup { cell, direction, species, index: 0, on_slope: false, memory: Memory::default() }
    }
}

impl fmt::Display for SetupFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SetupFault::Size { width, height } => {
                write!(out, "a world of {width} by {height} cells: at most {MAX_CELLS} in all, margin included")
            }
            SetupFault::TooManyBlocks => write!(out, "more than {MAX_BLOCKS} blocks"),
            SetupFault::TooManyRabbits => {
                write!(out, "more than {MAX_RABBITS} rabbits, those still to come included")
            }
            SetupFault::TooManyThings => write!(out, "more than {MAX_THINGS} things"),
            SetupFault::NoDelay => write!(out, "no delay between rabbits"),
            SetupFault::BlockOutside(cell) => write!(out, "a block outside the world, at {}, {}", cell.x, cell.y),
            SetupFault::MetalSlope(cell) => write!(out, "a slope of metal, at {}, {}", cell.x, cell.y),
            SetupFault::RabbitOutside(cell) => write!(out, "a rabbit outside the world, at {}, {}", cell.x, cell.y),
            SetupFault::ThingOutside(cell) => write!(out, "a thing outside the world, at {}, {}", cell.x, cell.y),
            SetupFault::Variant(cell, variant) => {
                write!(out, "a picture number of {variant}, at {}, {}: 0 to 3", cell.x, cell.y)
            }
        }
    }
}

impl std::error::Error for SetupFault {}
