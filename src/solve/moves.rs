//! Moves: the orders that are worth trying from a line.
//!
//! A token matters only where a rabbit takes it. So it is placed right before the step at whose end it is taken, in the
//! cell where it is taken: there it lies just long enough. Why no play is lost by that:
//!
//! - A token that lies about changes nothing for rabbits, water, fire or blocks; it can only hide tokens that were
//!   placed later in its cell. One that nobody ever takes can be left out: what it hid was not taken while it was
//!   there, or it was not first.
//! - One that is taken in a cell could have been placed there a step before. The cell has no flat block then, for no
//!   flat block ever appears and tokens do not enter one. Nobody else gets to see it in between.
//! - Tokens of the level itself were there first, and are before it in the list in either case. Tokens that are taken
//!   in the same step are placed in the order in which they are taken; leaving out the last of them changes nothing for
//!   those before it. So each is tried on top of those that were found to be taken before it, if enough can still be
//!   saved after these (`bounds`).
//!
//! A rabbit chooses twice in the step of its birth, the first time before tokens placed in that step are there. What it
//! is to take then has to be placed a step earlier: where the rabbit will be born, or in the cell above, from where it
//! falls there. So such tokens are tried when a rabbit was born in a step, from two steps before.
//!
//! Rabbits in the same cell need no orders of their own: which of them takes the token is up to the rules. And an order
//! whose outcome, a step later, is the same as that of giving the same order a step later, is not tried a second time:
//! so an ability that is not used yet is given once, not in each step of the way there.

use super::bounds::Reaches;
use super::landmarks::is_landmark;
use super::line::{Continuation, Going, PlayLine};
use super::monitor::Monitor;
use super::seen::{SeenWorlds, WorldHash, WorldHasher};
use crate::sim::{Ability, Cell, Event, Order, ThingKind, World};

/// A line after one or more orders of the same step, all of which were taken.
#[derive(Debug)]
pub(super) struct Move {
    pub(super) line: PlayLine,
    /// Tokens placed, of this step.
    pub(super) placed: u32,
}

/// What came of a line.
#[derive(Debug, Default)]
pub(super) struct Tried {
    /// The line that wins without a further order, if it does.
    pub(super) won: Option<PlayLine>,
    /// Steps that the search made in it.
    pub(super) steps: u64,
    /// The landmarks of its course.
    pub(super) passed: Vec<WorldHash>,
}

/// Follows a line without orders to its end, or until it joins one of the courses whose landmarks were `met`, and calls
/// `found` for each move off it, of up to `left` tokens. A line that wins is not searched further. `found` returns the
/// steps that it made itself.
pub(super) fn moves(
    line: PlayLine,
    left: u32,
    reaches: &Reaches,
    met: &SeenWorlds,
    monitor: &Monitor,
    mut found: impl FnMut(Move) -> u64,
) -> Tried {
    let mut tried = Tried::default();
    let mut finder =
        Finder { reaches, monitor, seen: SeenWorlds::new(LOCAL), hasher: WorldHasher::default(), steps: 0 };
    let mut course = Continuation::new(line, left, reaches);
    let mut going = course.going();
    let mut earlier: Option<PlayLine> = None;
    let mut has_joined = false;
    while going == Going::On && !monitor.is_over() {
        let before = course.line().clone();
        going = course.advance();
        finder.steps += 1;
        if matches!(going, Going::On | Going::Again) && left > 0 {
            let cells = rabbit_cells(course.line().world());
            finder.offer(&before, &[], 0, left, &cells, &mut found);
            if let Some(earlier) = earlier.filter(|_| !births(course.line()).is_empty()) {
                finder.offer_before_birth(&earlier, 0, left, &cells, &mut found);
            }
        }
        // What is ordered a step before a birth is part of this course alone: so it ends a step after it has joined
        // another.
        if has_joined {
            going = Going::Over;
        } else if going == Going::On && is_landmark(course.line().world()) {
            let hash = finder.hasher.of(course.line().world());
            has_joined = met.has(hash);
            tried.passed.push(hash);
        }
        earlier = Some(before);
    }
    tried.steps = finder.steps;
    monitor.ended(course.line());
    tried.won = (going == Going::Won).then(|| course.into_line());
    tried
}

/// Bytes of the table of worlds met right after the moves of one line.
const LOCAL: usize = 1 << 22;

struct Finder<'a> {
    reaches: &'a Reaches,
    monitor: &'a Monitor<'a>,
    seen: SeenWorlds,
    hasher: WorldHasher,
    steps: u64,
}

impl Finder<'_> {
    /// Tries a further order for the next step, on top of those `placed` for it already, and as many as `earlier` in
    /// the step before.
    fn offer(
        &mut self,
        before: &PlayLine,
        placed: &[(Ability, Cell)],
        earlier: u32,
        left: u32,
        cells: &[Cell],
        found: &mut impl FnMut(Move) -> u64,
    ) {
        for &cell in cells {
            for ability in Ability::ALL {
                if matches!(before.world().tokens(ability), None | Some(0)) {
                    continue;
                }
                if self.monitor.is_over() {
                    return;
                }
                let mut ordered = before.clone();
                if ordered.player.order(Order::Place(ability, cell)).is_err() {
                    continue;
                }
                let more = (left > 1).then(|| ordered.clone());
                let mut line = ordered;
                line.advance();
                self.steps += 1;
                let placed = [placed, &[(ability, cell)]].concat();
                if !all_taken(&line, &placed) {
                    continue;
                }
                if let Some(ordered) = more
                    && Continuation::new(line.clone(), left - 1, self.reaches).going() != Going::Over
                {
                    self.offer(&ordered, &placed, earlier, left - 1, cells, found);
                }
                if self.insert(&line) {
                    self.steps += found(Move { line, placed: earlier + placed.len() as u32 });
                }
            }
        }
    }

    /// Tries a further order, a step before others are tried in these `cells`, for a rabbit that is born in the step
    /// after it. So many were `placed` in the same step already.
    fn offer_before_birth(
        &mut self,
        before: &PlayLine,
        placed: u32,
        left: u32,
        cells: &[Cell],
        found: &mut impl FnMut(Move) -> u64,
    ) {
        for cell in entrances(before.world()).flat_map(|cell| [cell, cell.below()]) {
            for ability in Ability::ALL {
                let mut ordered = before.clone();
                if ordered.player.order(Order::Place(ability, cell)).is_err() {
                    continue;
                }
                let mut waiting = ordered.clone();
                waiting.advance();
                let mut line = waiting.clone();
                line.advance();
                self.steps += 2;
                let placed = placed + 1;
                if taken_by_newborn(&line) < placed as usize {
                    continue;
                }
                if left > 1 {
                    self.offer_before_birth(&ordered, placed, left - 1, cells, found);
                    self.offer(&waiting, &[], placed, left - 1, cells, found);
                }
                if self.insert(&line) {
                    self.steps += found(Move { line, placed });
                }
            }
        }
    }

    /// Notes this world, and the one that follows from it without orders. True if this one is met for the first time.
    fn insert(&mut self, line: &PlayLine) -> bool {
        let is_new = self.seen.insert(self.hasher.of(line.world()));
        let mut next = line.player.clone();
        next.advance();
        self.steps += 1;
        self.seen.insert(self.hasher.of(next.world()));
        is_new
    }
}

/// The cells of rabbits and rabbots, in their order, each once.
pub(super) fn rabbit_cells(world: &World) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for rabbit in world.rabbits().iter().filter(|rabbit| world.contains(rabbit.cell)) {
        if !cells.contains(&rabbit.cell) {
            cells.push(rabbit.cell);
        }
    }
    cells
}

/// The cells of entrances.
pub(super) fn entrances(world: &World) -> impl Iterator<Item = Cell> {
    world.things().iter().filter(|thing| matches!(thing.kind, ThingKind::Entrance(_))).map(|thing| thing.cell)
}

/// The indices of the rabbits that were born in the last step.
pub(super) fn births(line: &PlayLine) -> Vec<i32> {
    let born = line.player.events().iter().filter_map(|event| match *event {
        Event::Born { index, .. } => Some(index),
        _ => None,
    });
    born.collect()
}

/// Tokens that were taken in the last step by rabbits that were born in it.
pub(super) fn taken_by_newborn(line: &PlayLine) -> usize {
    let births = births(line);
    let taken = |event: &&Event| matches!(event, Event::Took { index, .. } if births.contains(index));
    line.player.events().iter().filter(taken).count()
}

/// Whether all tokens placed before the last step were taken in it, in this order. Those that were not are the last
/// things of the world.
fn all_taken(line: &PlayLine, placed: &[(Ability, Cell)]) -> bool {
    let is_left = line.world().things().last().is_some_and(|thing| match thing.kind {
        ThingKind::Token(token) => placed.contains(&(token.ability, thing.cell)),
        _ => false,
    });
    let mut taken = line.player.events().iter().filter_map(|event| match *event {
        Event::Took { ability, cell, .. } => Some((ability, cell)),
        _ => None,
    });
    !is_left && placed.iter().all(|placed| taken.any(|taken| taken == *placed))
}
