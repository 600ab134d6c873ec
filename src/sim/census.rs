//! The census: which rabbits and things are in a cell, without walking all of them for every rabbit.
//!
//! It is taken when a phase of decisions begins and kept up to date while rabbits decide one after another. All of it
//! follows from rabbits and things, so it is no part of the state of a world. A mark on each cell says what is there:
//! most cells have none, and there a question costs one look. Lists sorted by cell say which token or rabbit it is, in
//! time logarithmic in their number, also where all of them share one cell. Blockers seldom change, so they are counted
//! again only when some came or went; so are things, in the inventory. All lists keep their memory from step to step:
//! taking a census allocates nothing once they have grown.

use std::hash::{Hash, Hasher};

use super::cell::{Cell, Direction};
use super::cell_mark::CellMark;
use super::ground::Ground;
use super::inventory::Inventory;
use super::rabbit::{Rabbit, Species};
use super::sorted::{replace, with_key};
use super::thing::Thing;

#[derive(Debug, Clone)]
pub(super) struct Census {
    /// By index of the ground.
    marks: Vec<CellMark>,
    /// The indices of the cells that were marked for a rabbit or a plank.
    marked: Vec<usize>,
    /// Whether there are rabbots.
    has_rabbots: bool,
    /// Rabbits without rabbots. Only rabbots look for them: where there are none, it is empty.
    rabbits: Vec<Counted>,
    /// Whether they are sorted: only a rabbot that is near a rabbit needs that.
    is_sorted: bool,
    /// Rabbits and rabbots that block.
    blockers: Vec<Blocker>,
    /// Whether blockers or rabbots came or went since they were counted.
    are_rabbits_stale: bool,
    /// Things, and what is known of them.
    pub(super) things: Inventory,
}

/// A rabbit by cell, direction and its position in the world's list; and its index.
type Counted = (Cell, Direction, usize, i32);

type Blocker = (Cell, Direction, Species);

impl Census {
    /// An empty census of this ground.
    pub(super) fn new(ground: &Ground) -> Census {
        let mut marks = vec![CellMark::OUTSIDE; ground.size()];
        ground.cells().for_each(|cell| marks[ground.index(cell)] = CellMark::default());
        Census {
            marks,
            marked: Vec::new(),
            has_rabbots: false,
            rabbits: Vec::new(),
            is_sorted: true,
            blockers: Vec::new(),
            are_rabbits_stale: true,
            things: Inventory::new(),
        }
    }

    /// Counts all rabbits, and all things that are not gone, if anything may have changed.
    #[inline]
    pub(super) fn take(&mut self, ground: &Ground, rabbits: &[Rabbit], things: &[Thing]) {
        if !self.marked.is_empty() || self.has_rabbots || self.are_rabbits_stale || self.things.is_stale() {
            self.take_again(ground, rabbits, things);
        }
    }

    fn take_again(&mut self, ground: &Ground, rabbits: &[Rabbit], things: &[Thing]) {
        while let Some(at) = self.marked.pop() {
            self.marks[at].remove(CellMark::PLANK);
            self.marks[at].remove(CellMark::RABBIT);
        }
        if self.are_rabbits_stale {
            self.take_blockers(ground, rabbits);
            self.has_rabbots = !rabbits.iter().all(Rabbit::is_rabbit);
            self.are_rabbits_stale = false;
        }
        self.rabbits.clear();
        if self.has_rabbots {
            for (at, rabbit) in rabbits.iter().enumerate().filter(|(_, rabbit)| rabbit.is_rabbit()) {
                self.rabbits.push(counted(at, rabbit));
                self.mark(ground, rabbit.cell, CellMark::RABBIT);
            }
            self.is_sorted = false;
        }
        if self.things.is_stale() {
            self.things.take(ground, things, &mut self.marks);
        }
    }

    /// A rabbit or rabbot came or went. Only blockers and rabbots are counted, so other rabbits change nothing.
    pub(super) fn notice(&mut self, rabbit: &Rabbit) {
        self.are_rabbits_stale |= rabbit.state.is_blocking() || !rabbit.is_rabbit();
    }

    /// All rabbits and rabbots explode, and block no more.
    pub(super) fn forget_rabbits(&mut self) {
        self.are_rabbits_stale = true;
    }

    fn take_blockers(&mut self, ground: &Ground, rabbits: &[Rabbit]) {
        for (cell, ..) in self.blockers.drain(..) {
            self.marks[ground.index(cell)].remove(CellMark::BLOCKER);
        }
        for rabbit in rabbits.iter().filter(|rabbit| rabbit.state.is_blocking()) {
            self.blockers.push(blocker(rabbit));
            self.marks[ground.index(rabbit.cell)].add(CellMark::BLOCKER);
        }
        self.blockers.sort_unstable();
    }

    /// The rabbit at this position of the list has decided, and was like that before. It may have moved, may block now
    /// or block no more, and may be about to lay a plank.
    #[inline]
    pub(super) fn update(&mut self, ground: &Ground, at: usize, before: &Rabbit, after: &Rabbit) {
        if self.has_rabbots || before.state.is_seen_by_others() || after.state.is_seen_by_others() {
            self.note(ground, at, before, after);
        }
    }

    fn note(&mut self, ground: &Ground, at: usize, before: &Rabbit, after: &Rabbit) {
        if self.has_rabbots && after.is_rabbit() && before.cell != after.cell {
            let (_, direction, at, index) = counted(at, after);
            replace(self.sorted_rabbits(), Some((before.cell, direction, at, index)), Some(counted(at, after)));
            self.mark(ground, after.cell, CellMark::RABBIT);
        }
        if let Some(cell) = after.plank_cell() {
            self.mark(ground, cell, CellMark::PLANK);
        }
        let was = before.state.is_blocking().then_some((before.cell, after.direction, after.species));
        let is = after.state.is_blocking().then(|| blocker(after));
        if was != is {
            replace(&mut self.blockers, was, is);
            if with_key(&self.blockers, before.cell, |&(cell, ..)| cell).is_empty() {
                self.marks[ground.index(before.cell)].remove(CellMark::BLOCKER);
            }
            if is.is_some() {
                self.marks[ground.index(after.cell)].add(CellMark::BLOCKER);
            }
        }
    }

    /// The token at this position of the list is taken.
    pub(super) fn remove_token(&mut self, ground: &Ground, cell: Cell, at: usize) {
        self.things.remove_token(cell, at);
        if self.things.first_token(cell).is_none() {
            self.marks[ground.index(cell)].remove(CellMark::TOKEN);
        }
    }

    /// What is in the cell with this index of the ground.
    pub(super) fn mark_at(&self, index: usize) -> CellMark {
        self.marks[index]
    }

    /// The index of the first rabbit in the cell, rabbots left out.
    pub(super) fn first_rabbit(&mut self, cell: Cell) -> Option<i32> {
        let rabbits = &*self.sorted_rabbits();
        let facing = |direction| with_key(rabbits, (cell, direction), |&(cell, facing, ..)| (cell, facing)).first();
        let firsts = [Direction::Left, Direction::Right].into_iter().filter_map(facing);
        firsts.min_by_key(|&&(_, _, at, _)| at).map(|&(.., index)| index)
    }

    /// Whether a rabbit in the cell faces this way and does not block, rabbots left out.
    pub(super) fn has_walker(&mut self, cell: Cell, facing: Direction) -> bool {
        let all = with_key(self.sorted_rabbits(), (cell, facing), |&(cell, facing, ..)| (cell, facing)).len();
        let blocking = with_key(&self.blockers, (cell, facing, Species::Rabbit), |&blocker| blocker).len();
        all > blocking
    }

    fn sorted_rabbits(&mut self) -> &mut Vec<Counted> {
        if !self.is_sorted {
            self.rabbits.sort_unstable();
            self.is_sorted = true;
        }
        &mut self.rabbits
    }

    /// Marks a cell until the next census.
    fn mark(&mut self, ground: &Ground, cell: Cell, mark: CellMark) {
        let index = ground.index(cell);
        self.marks[index].add(mark);
        self.marked.push(index);
    }
}

/// Rabbits and things are compared themselves.
impl PartialEq for Census {
    fn eq(&self, _: &Census) -> bool {
        true
    }
}

impl Eq for Census {}

impl Hash for Census {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

fn counted(at: usize, rabbit: &Rabbit) -> Counted {
    (rabbit.cell, rabbit.direction, at, rabbit.index)
}

fn blocker(rabbit: &Rabbit) -> Blocker {
    (rabbit.cell, rabbit.direction, rabbit.species)
}
