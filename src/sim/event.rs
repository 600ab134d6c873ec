//! What happened in a step, as data: for sounds, statistics and traces.

use super::ability::Ability;
use super::cell::Cell;
use super::order::Outcome;

/// One thing that happened. Events come in the order in which they happened within the step; `index` is the rabbit's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// A rabbit came out of an entrance, into this cell.
    Born { index: i32, cell: Cell },
    /// A rabbit or rabbot died.
    Died { index: i32, cell: Cell, death: Death },
    /// A rabbit went into an exit.
    Saved { index: i32, cell: Cell },
    /// A rabbit begins to turn round.
    Turned { index: i32, cell: Cell },
    /// A rabbit begins to fall.
    StartedFall { index: i32, cell: Cell },
    /// A rabbit begins to climb a wall.
    StartedClimb { index: i32, cell: Cell },
    /// The brolly of a rabbit opens.
    OpenedBrolly { index: i32, cell: Cell },
    /// A rabbit took a token.
    Took { index: i32, cell: Cell, ability: Ability },
    /// A rabbit dug away the block of this cell.
    Dug { index: i32, cell: Cell },
    /// A rabbit bashed away the block of this cell.
    Bashed { index: i32, cell: Cell },
    /// A rabbit laid a plank in this cell.
    Built { index: i32, cell: Cell },
    /// A token fell through the bottom of the world.
    Dropped { cell: Cell, ability: Ability },
    /// A fire went out, in water or through the bottom of the world.
    FireGone { cell: Cell },
    /// The level is over.
    Ended(Outcome),
}

impl Event {
    /// Where it happened; none for the end of the level.
    pub const fn cell(&self) -> Option<Cell> {
        match *self {
            Event::Born { cell, .. }
            | Event::Died { cell, .. }
            | Event::Saved { cell, .. }
            | Event::Turned { cell, .. }
            | Event::StartedFall { cell, .. }
            | Event::StartedClimb { cell, .. }
            | Event::OpenedBrolly { cell, .. }
            | Event::Took { cell, .. }
            | Event::Dug { cell, .. }
            | Event::Bashed { cell, .. }
            | Event::Built { cell, .. }
            | Event::Dropped { cell, .. }
            | Event::FireGone { cell } => Some(cell),
            Event::Ended(_) => None,
        }
    }
}

/// What a rabbit died of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Death {
    Exploded,
    LeftTheWorld,
    Burnt,
    Drowned,
    /// A rabbot ran into it; or it was that rabbot.
    Crashed,
    Fell,
}
