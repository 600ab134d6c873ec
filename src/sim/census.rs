//! The census: which rabbits and things are in a cell, without walking all of them for every rabbit.
//!
//! It is taken when a phase of decisions begins and kept up to date while rabbits decide one after another. All of it
//! follows from rabbits and things, so it is no part of the state of a world. A mark on each cell says what is there:
//! most cells have none, and there a question costs one look. Lists sorted by cell say which token or rabbit it is, in
//! time logarithmic in their number, also where all of them share one cell. Blockers and things seldom change, so they
//! are counted again only when some came or went. All lists keep their memory from step to step: taking a census
//! allocates nothing once they have grown.

use std::hash::{Hash, Hasher};

use super::cell::{Cell, Direction};
use super::cell_mark::CellMark;
use super::ground::Ground;
use super::rabbit::{Rabbit, Species};
use super::sorted::{replace, with_key};
use super::state::State;
use super::thing::{Thing, ThingKind};

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
    /// Rabbits and rabbots that block.
    blockers: Vec<Blocker>,
    /// Whether blockers or rabbots came or went since they were counted.
    are_rabbits_stale: bool,
    /// Tokens that are not taken yet, each with its position in the world's list.
    tokens: Vec<(Cell, usize)>,
    /// Entrances and pipes, each by its position in the world's list.
    sources: Vec<usize>,
    fires: Vec<Cell>,
    /// The indices of the cells that were marked for a thing.
    things_marked: Vec<usize>,
    /// Whether things came, moved or went since they were counted.
    are_things_stale: bool,
    /// Whether things rest until something changes near them: another way of saying that they need not decide again.
    are_things_at_rest: bool,
}

/// A rabbit by cell, direction and its position in the world's list; and its index.
type Counted = (Cell, Direction, usize, i32);

type Blocker = (Cell, Direction, Species);

/// What a rabbit may change when it decides, as it was before. It does not turn then.
#[derive(Clone, Copy)]
pub(super) struct Before {
    cell: Cell,
    state: State,
}

impl Before {
    pub(super) fn of(rabbit: &Rabbit) -> Before {
        Before { cell: rabbit.cell, state: rabbit.state }
    }
}

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
            blockers: Vec::new(),
            are_rabbits_stale: true,
            tokens: Vec::new(),
            sources: Vec::new(),
            fires: Vec::new(),
            things_marked: Vec::new(),
            are_things_stale: true,
            are_things_at_rest: false,
        }
    }

    /// Counts all rabbits, and all things that are not gone, if anything may have changed.
    #[inline]
    pub(super) fn take(&mut self, ground: &Ground, rabbits: &[Rabbit], things: &[Thing]) {
        if !self.marked.is_empty() || self.has_rabbots || self.are_rabbits_stale || self.are_things_stale {
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
            self.rabbits.sort_unstable();
        }
        if self.are_things_stale {
            self.take_things(ground, things);
        }
    }

    /// A rabbit or rabbot came or went. Only blockers and rabbots were counted, if there are none.
    pub(super) fn notice(&mut self, rabbit: &Rabbit) {
        self.are_rabbits_stale |= rabbit.state.is_blocking() || !rabbit.is_rabbit();
    }

    /// All rabbits and rabbots explode, and block no more.
    pub(super) fn forget_rabbits(&mut self) {
        self.are_rabbits_stale = true;
    }

    /// Things came, moved or went.
    pub(super) fn forget_things(&mut self) {
        self.are_things_stale = true;
        self.are_things_at_rest = false;
    }

    /// Blocks were built or went, on which things may have lain.
    pub(super) fn rouse_things(&mut self) {
        self.are_things_at_rest = false;
    }

    /// All things have decided, and whether they lie still on blocks: planks in the making come and go.
    pub(super) fn rest_things(&mut self, are_still: bool) {
        self.are_things_at_rest = are_still;
    }

    /// Whether things lie still, and would decide the same again.
    pub(super) fn are_things_at_rest(&self) -> bool {
        self.are_things_at_rest
    }

    /// The positions of entrances and pipes in the world's list. Where things are at rest, none came or went since the
    /// census.
    pub(super) fn sources(&self) -> &[usize] {
        &self.sources
    }

    /// The cells of fires. Where things are at rest, none moved since the census.
    pub(super) fn fires(&self) -> &[Cell] {
        &self.fires
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

    fn take_things(&mut self, ground: &Ground, things: &[Thing]) {
        for at in self.things_marked.drain(..) {
            self.marks[at].remove(CellMark::THINGS);
        }
        self.tokens.clear();
        self.sources.clear();
        self.fires.clear();
        for (at, thing) in things.iter().enumerate().filter(|(_, thing)| !thing.gone) {
            let mark = match thing.kind {
                ThingKind::Exit => CellMark::EXIT,
                ThingKind::Fire(_) => {
                    self.fires.push(thing.cell);
                    CellMark::FIRE
                }
                ThingKind::Token(_) => {
                    self.tokens.push((thing.cell, at));
                    CellMark::TOKEN
                }
                ThingKind::Entrance(_) | ThingKind::Pipe => {
                    self.sources.push(at);
                    continue;
                }
            };
            let index = ground.index(thing.cell);
            self.marks[index].add(mark);
            self.things_marked.push(index);
        }
        self.tokens.sort_unstable();
        self.are_things_stale = false;
    }

    /// The rabbit at this position of the list has decided, and was like that before. It may have moved, may block now
    /// or block no more, and may be about to lay a plank.
    #[inline]
    pub(super) fn update(&mut self, ground: &Ground, at: usize, before: Before, after: &Rabbit) {
        if self.has_rabbots || before.state.is_seen_by_others() || after.state.is_seen_by_others() {
            self.note(ground, at, before, after);
        }
    }

    fn note(&mut self, ground: &Ground, at: usize, before: Before, after: &Rabbit) {
        if self.has_rabbots && after.is_rabbit() && before.cell != after.cell {
            let (_, direction, at, index) = counted(at, after);
            replace(&mut self.rabbits, Some((before.cell, direction, at, index)), Some(counted(at, after)));
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
        replace(&mut self.tokens, Some((cell, at)), None);
        if self.first_token(cell).is_none() {
            self.marks[ground.index(cell)].remove(CellMark::TOKEN);
        }
    }

    /// What is in the cell with this index of the ground.
    pub(super) fn mark_at(&self, index: usize) -> CellMark {
        self.marks[index]
    }

    /// The position of the first token in the cell that is not taken yet.
    pub(super) fn first_token(&self, cell: Cell) -> Option<usize> {
        with_key(&self.tokens, cell, |&(cell, _)| cell).first().map(|&(_, at)| at)
    }

    /// The index of the first rabbit in the cell, rabbots left out.
    pub(super) fn first_rabbit(&self, cell: Cell) -> Option<i32> {
        let facing =
            |direction| with_key(&self.rabbits, (cell, direction), |&(cell, facing, ..)| (cell, facing)).first();
        let firsts = [Direction::Left, Direction::Right].into_iter().filter_map(facing);
        firsts.min_by_key(|&&(_, _, at, _)| at).map(|&(.., index)| index)
    }

    /// Whether a rabbit in the cell faces this way and does not block, rabbots left out.
    pub(super) fn has_walker(&self, cell: Cell, facing: Direction) -> bool {
        let all = with_key(&self.rabbits, (cell, facing), |&(cell, facing, ..)| (cell, facing)).len();
        let blocking = with_key(&self.blockers, (cell, facing, Species::Rabbit), |&blocker| blocker).len();
        all > blocking
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
