//! Rabbits and rabbots: cell, direction, what each is about to do, and what it remembers.

use super::cell::{Cell, Direction};
use super::state::State;

/// Rabbits are the ones to save. Rabbots are red, kill rabbits that they run into, and are never counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Species {
    Rabbit,
    Rabbot,
}

impl Species {
    /// A fall of more cells than this kills.
    pub const fn fatal_height(self) -> i32 {
        match self {
            Species::Rabbit => 4,
            Species::Rabbot => 5,
        }
    }
}

/// A rabbit or rabbot in the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rabbit {
    pub cell: Cell,
    pub direction: Direction,
    pub species: Species,
    /// Its number, from 1 in the order of birth. Rabbits with the same index leave the world together; only a saved
    /// game can contain such.
    pub index: i32,
    /// What it is about to do in the next step.
    pub state: State,
    /// In a cell with a slope: whether it stands on the slope. Otherwise it is on the floor of the cell, behind the
    /// slope. In a cell without a slope a stale flag holds it up in the air.
    pub on_slope: bool,
    pub(super) memory: Memory,
    /// Whether it was lifted by a cell to bash from a slope.
    pub(super) hopped: bool,
}

/// What a rabbit remembers from step to step, as far as a saved game keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Memory {
    /// Height of the current fall so far, in cells.
    pub fallen: i32,
    /// Whether it has an umbrella. It never loses it.
    pub brolly: bool,
    /// Steps of bashing left.
    pub bash_steps: i32,
    /// Steps of digging left. It is digging unless this is 0; below 0 it has nothing to dig.
    pub dig_steps: i32,
    /// How the plank in hand is laid.
    pub plank: Plank,
    /// Planks left to lay, the one in hand included.
    pub big_steps: i32,
    /// Small steps left for the plank in hand.
    pub small_steps: i32,
    /// Whether it is a blocker.
    pub blocking: bool,
    /// Whether it can climb. It never loses that.
    pub climber: bool,
    /// Whether it hangs on a wall.
    pub climbing: bool,
}

impl Memory {
    /// Whether it has no ability that lasts, and no work in hand.
    pub(super) const fn is_idle(&self) -> bool {
        let works = self.bash_steps | self.dig_steps | self.big_steps | self.small_steps;
        works == 0 && !(self.blocking | self.climber | self.climbing | self.brolly)
    }

    /// The memory with which a rabbit of a new world remembers this: making a world lets all rabbits decide once, which
    /// takes a step from both of these counters.
    pub fn before_decision(self) -> Memory {
        let before = |steps: i32| if steps > 0 { steps.saturating_add(1) } else { steps };
        Memory { bash_steps: before(self.bash_steps), small_steps: before(self.small_steps), ..self }
    }

    /// What a rabbit of a new world remembers that was given this memory.
    pub fn after_decision(self) -> Memory {
        let after = |steps: i32| if steps > 0 { steps - 1 } else { steps };
        Memory { bash_steps: after(self.bash_steps), small_steps: after(self.small_steps), ..self }
    }
}

/// How a bridger lays the plank in hand, fixed at the first of its three small steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Plank {
    #[default]
    Along,
    Up,
    DownUp,
}

impl Rabbit {
    /// A rabbit without an index that remembers nothing. Until its first decision its state is that of walking left,
    /// whichever way it faces.
    pub(super) fn new(cell: Cell, direction: Direction, species: Species) -> Rabbit {
        Rabbit {
            cell,
            direction,
            species,
            index: 0,
            state: State::Walking(Direction::Left),
            on_slope: false,
            memory: Memory::default(),
            hopped: false,
        }
    }

    /// What it remembers.
    pub const fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Whether it was lifted by a cell to bash from a slope.
    pub const fn hopped(&self) -> bool {
        self.hopped
    }

    /// The cell into which it is laying a plank, if it is bridging. Tokens and fires do not fall through that cell.
    pub(super) const fn plank_cell(&self) -> Option<Cell> {
        let State::Bridging(form, direction, _) = self.state else { return None };
        Some(form.plank_cell(self.cell, direction))
    }

    pub(super) const fn is_rabbit(&self) -> bool {
        matches!(self.species, Species::Rabbit)
    }
}
