//! The census: which rabbits and things are in a cell, without walking all of them for every rabbit.
//!
//! It is taken when a phase of decisions begins and kept up to date while rabbits decide one after another; between
//! steps it is empty, so it is no part of the state of a world. Each list is sorted by cell, so a question takes time
//! logarithmic in the number of rabbits, and also where all of them share one cell. The lists keep their memory from
//! step to step: taking a census allocates nothing once they have grown.

use super::cell::{Cell, Direction};
use super::rabbit::{Rabbit, Species};
use super::thing::{Thing, ThingKind};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Census {
    /// Rabbits without rabbots, each with its position in the world's list.
    rabbits: Vec<(Cell, Direction, usize)>,
    /// Rabbits and rabbots that block.
    blockers: Vec<(Cell, Direction, Species)>,
    /// The cells into which bridgers are laying planks.
    planks: Vec<Cell>,
    exits: Vec<Cell>,
    fires: Vec<Cell>,
    /// Tokens that are not taken yet, each with its position in the world's list.
    tokens: Vec<(Cell, usize)>,
}

impl Census {
    /// Counts all rabbits, and all things that are not gone.
    pub(super) fn take(&mut self, rabbits: &[Rabbit], things: &[Thing]) {
        self.clear();
        let all = rabbits.iter().enumerate().filter(|(_, rabbit)| rabbit.is_rabbit());
        self.rabbits.extend(all.map(|(index, rabbit)| (rabbit.cell, rabbit.direction, index)));
        self.rabbits.sort_unstable();
        self.blockers.extend(rabbits.iter().filter(|rabbit| rabbit.state.is_blocking()).map(blocker));
        self.blockers.sort_unstable();
        for (index, thing) in things.iter().enumerate().filter(|(_, thing)| !thing.gone) {
            match thing.kind {
                ThingKind::Exit => self.exits.push(thing.cell),
                ThingKind::Fire(_) => self.fires.push(thing.cell),
                ThingKind::Token(_) => self.tokens.push((thing.cell, index)),
                ThingKind::Entrance(_) | ThingKind::Pipe => {}
            }
        }
        self.exits.sort_unstable();
        self.fires.sort_unstable();
        self.tokens.sort_unstable();
    }

    /// Notes which cells bridgers are laying planks into, once all rabbits have decided.
    pub(super) fn take_planks(&mut self, rabbits: &[Rabbit]) {
        self.planks.clear();
        self.planks.extend(rabbits.iter().filter_map(Rabbit::plank_cell));
        self.planks.sort_unstable();
    }

    /// Forgets everything but the memory of the lists.
    pub(super) fn clear(&mut self) {
        self.rabbits.clear();
        self.blockers.clear();
        self.planks.clear();
        self.exits.clear();
        self.fires.clear();
        self.tokens.clear();
    }

    /// The rabbit at this position of the list has decided: it may block now or block no more, and may have moved.
    pub(super) fn update(&mut self, index: usize, before: &Rabbit, after: &Rabbit) {
        if before.is_rabbit() {
            replace(
                &mut self.rabbits,
                Some((before.cell, before.direction, index)),
                Some((after.cell, after.direction, index)),
            );
        }
        let blocking = |rabbit: &Rabbit| rabbit.state.is_blocking().then(|| blocker(rabbit));
        replace(&mut self.blockers, blocking(before), blocking(after));
    }

    /// The token at this position of the list is taken.
    pub(super) fn remove_token(&mut self, cell: Cell, index: usize) {
        replace(&mut self.tokens, Some((cell, index)), None);
    }

    pub(super) fn has_blocker(&self, cell: Cell) -> bool {
        !of_cell(&self.blockers, cell, |&(cell, ..)| cell).is_empty()
    }

    pub(super) fn has_plank(&self, cell: Cell) -> bool {
        self.planks.binary_search(&cell).is_ok()
    }

    pub(super) fn has_exit(&self, cell: Cell) -> bool {
        self.exits.binary_search(&cell).is_ok()
    }

    pub(super) fn has_fire(&self, cell: Cell) -> bool {
        self.fires.binary_search(&cell).is_ok()
    }

    /// The position of the first token in the cell that is not taken yet.
    pub(super) fn first_token(&self, cell: Cell) -> Option<usize> {
        of_cell(&self.tokens, cell, |&(cell, _)| cell).first().map(|&(_, index)| index)
    }

    /// The position of the first rabbit in the cell, rabbots left out.
    pub(super) fn first_rabbit(&self, cell: Cell) -> Option<usize> {
        let facing = |direction| of_cell(&self.rabbits, (cell, direction), |&(cell, facing, _)| (cell, facing)).first();
        [Direction::Left, Direction::Right].into_iter().filter_map(facing).map(|&(_, _, index)| index).min()
    }

    /// Whether a rabbit in the cell faces this way and does not block, rabbots left out.
    pub(super) fn has_walker(&self, cell: Cell, facing: Direction) -> bool {
        let all = of_cell(&self.rabbits, (cell, facing), |&(cell, facing, _)| (cell, facing)).len();
        let blocking = of_cell(&self.blockers, (cell, facing, Species::Rabbit), |&blocker| blocker).len();
        all > blocking
    }
}

fn blocker(rabbit: &Rabbit) -> (Cell, Direction, Species) {
    (rabbit.cell, rabbit.direction, rabbit.species)
}

/// The items of a sorted list that have this key.
fn of_cell<T, K: Ord>(list: &[T], key: K, key_of: impl Fn(&T) -> K) -> &[T] {
    let start = list.partition_point(|item| key_of(item) < key);
    let length = list[start..].partition_point(|item| key_of(item) == key);
    &list[start..start + length]
}

/// Takes one item out of a sorted list and puts another one in.
fn replace<T: Ord>(list: &mut Vec<T>, before: Option<T>, after: Option<T>) {
    if before == after {
        return;
    }
    if let Some(at) = before.and_then(|before| list.binary_search(&before).ok()) {
        list.remove(at);
    }
    if let Some(after) = after {
        let at = list.partition_point(|item| *item < after);
        list.insert(at, after);
    }
}
