//! Insertion: all plays that come of a plan by one more order, at any step of it.
//!
//! The later orders of the plan stay. Where the new one delays a rabbit, their tokens lie until somebody comes by; so a
//! good play often survives an order before it, and orders need not be found in the sequence in which they are given.

use rustc_hash::FxHashMap;

use super::feature::Feature;
use super::landmarks::is_landmark;
use super::line::PlayLine;
use super::monitor::Monitor;
use super::moves::{births, entrances, rabbit_cells, taken_by_newborn};
use super::plan::{ALIKE, Plan, Rating};
use super::rating::Rater;
use super::seen::{SeenWorlds, WorldHash, WorldHasher};
use super::trial::Trial;
use crate::level::At;
use crate::sim::{Ability, Cell, Event, Order, World};

/// What came of a plan and one more order.
#[derive(Debug, Default)]
pub(super) struct Inserted {
    pub(super) won: Vec<PlayLine>,
    /// With the features of their plays.
    pub(super) plans: Vec<(Plan, Vec<Feature>)>,
    /// Steps that the search made in it.
    pub(super) steps: u64,
}

/// Tries a further order in each step of the plan, in each cell where a rabbit takes it at once.
pub(super) fn insertions(start: &World, plan: &Plan, rater: &Rater, monitor: &Monitor) -> Inserted {
    let mut inserter = Inserter {
        plan,
        monitor,
        rater,
        passed: SeenWorlds::new(LOCAL),
        hasher: WorldHasher::default(),
        alike: FxHashMap::default(),
        inserted: Inserted::default(),
    };
    let mut trial = Trial::new(start, &plan.orders);
    // The plan's own course comes first: a trial that joins it gains nothing by the further order.
    inserter.finish(&mut trial.clone());
    let mut next = trial.line.clone();
    next.advance();
    while !trial.is_over() && !monitor.is_over() {
        let mut after = next.clone();
        after.advance();
        inserter.inserted.steps += 2;
        inserter.offer(&trial, &next, &after);
        if !births(&after).is_empty() {
            inserter.offer_before_birth(&trial, &after);
        }
        trial.advance();
        next = after;
    }
    inserter.inserted
}

/// Bytes of each table of worlds met in the plays that come of one plan.
const LOCAL: usize = 1 << 22;

struct Inserter<'a> {
    plan: &'a Plan,
    monitor: &'a Monitor<'a>,
    rater: &'a Rater,
    /// Landmarks of the trials that were rated, once all their orders were given.
    passed: SeenWorlds,
    hasher: WorldHasher,
    /// Plans that were kept, by rating.
    alike: FxHashMap<Rating, u8>,
    inserted: Inserted,
}

impl Inserter<'_> {
    /// Tries orders between a step of the plan and the next one, after which it would go on with `next` and `after`.
    fn offer(&mut self, before: &Trial, next: &PlayLine, after: &PlayLine) {
        let spare = spare(before);
        for cell in rabbit_cells(next.world()) {
            for ability in Ability::ALL.into_iter().filter(|&ability| spare[ability as usize]) {
                let order = Order::Place(ability, cell);
                let mut line = before.line.clone();
                if self.monitor.is_over() || line.player.insert(order).is_err() {
                    continue;
                }
                line.advance();
                self.inserted.steps += 1;
                if let Some(taker) = taker(&line, ability, cell)
                    && !self.can_wait(&line, ability, taker, next, after)
                {
                    let mut trial = before.forked(line);
                    if self.finish(&mut trial) {
                        self.keep(trial, At { step: before.line.player.step(), order });
                    }
                }
            }
        }
    }

    /// Tries orders for a rabbit that is born in the second step from here, as `moves` does.
    fn offer_before_birth(&mut self, before: &Trial, after: &PlayLine) {
        let spare = spare(before);
        for cell in entrances(before.line.world()).flat_map(|cell| [cell, cell.below()]) {
            for ability in Ability::ALL.into_iter().filter(|&ability| spare[ability as usize]) {
                let order = Order::Place(ability, cell);
                let mut line = before.line.clone();
                if self.monitor.is_over() || line.player.insert(order).is_err() {
                    continue;
                }
                line.advance();
                let mut born = line.clone();
                born.advance();
                self.inserted.steps += 2;
                if taken_by_newborn(&born) > taken_by_newborn(after) {
                    let mut trial = before.forked(line);
                    if self.finish(&mut trial) {
                        self.keep(trial, At { step: before.line.player.step(), order });
                    }
                }
            }
        }
    }

    /// Whether the same order for the same rabbit a step later leads to the same world.
    fn can_wait(&mut self, line: &PlayLine, ability: Ability, taker: i32, next: &PlayLine, after: &PlayLine) -> bool {
        let Some(rabbit) = after.world().rabbits().iter().find(|rabbit| rabbit.index == taker) else { return false };
        let mut later = next.player.clone();
        if later.insert(Order::Place(ability, rabbit.cell)).is_err() {
            return false;
        }
        let mut now = line.player.clone();
        now.advance();
        later.advance();
        self.inserted.steps += 2;
        now.world() == later.world()
    }

    /// Plays a trial to its end. False if it joined another one before.
    fn finish(&mut self, trial: &mut Trial) -> bool {
        let mut passed: Vec<WorldHash> = Vec::new();
        while !trial.is_over() && !self.monitor.is_over() {
            trial.advance();
            self.inserted.steps += 1;
            let world = trial.line.world();
            if !trial.line.player.is_following() && is_landmark(world) {
                let hash = self.hasher.of(world);
                if self.passed.has(hash) {
                    return false;
                }
                passed.push(hash);
            }
        }
        self.monitor.ended(&trial.line);
        passed.into_iter().for_each(|hash| {
            self.passed.insert(hash);
        });
        true
    }

    /// Keeps what came of an order, unless it ends like others.
    fn keep(&mut self, end: Trial, order: At) {
        if end.line.is_won() {
            self.inserted.won.push(end.line);
            return;
        }
        let rating = self.rater.rate(&end);
        let alike = self.alike.entry(rating).or_insert(0);
        if *alike < ALIKE {
            *alike += 1;
            self.inserted.plans.push((self.plan.with(order, rating), end.features()));
        }
    }
}

/// Who took such a token in the last step.
fn taker(line: &PlayLine, ability: Ability, cell: Cell) -> Option<i32> {
    let token = (ability, cell);
    line.player.events().iter().find_map(|event| match *event {
        Event::Took { index, ability, cell } if (ability, cell) == token => Some(index),
        _ => None,
    })
}

/// Of which abilities there are more tokens than the later orders of the plan will place.
fn spare(trial: &Trial) -> [bool; Ability::ALL.len()] {
    let queued = trial.line.player.queued();
    Ability::ALL.map(|ability| {
        let places = |at: &&At| matches!(at.order, Order::Place(placed, _) if placed == ability);
        let planned = queued.iter().filter(places).count();
        trial.line.world().tokens(ability).is_some_and(|left| left < 0 || left as usize > planned)
    })
}
