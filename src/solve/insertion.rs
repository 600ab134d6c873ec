//! Insertion: all plays that come of a plan by one more order, at any step of it.
//!
//! The later orders of the plan stay. Where the new one delays a rabbit, their tokens lie until somebody comes by; so a
//! good play often survives an order before it, and orders need not be found in the sequence in which they are given.

use super::landmarks::is_landmark;
use super::line::PlayLine;
use super::monitor::Monitor;
use super::moves::cells;
use super::plan::Plan;
use super::rating::Rater;
use super::seen::{Fingerprints, SeenWorlds, WorldHash};
use super::trial::Trial;
use crate::level::At;
use crate::sim::{Ability, Cell, Event, Order, World};

/// What came of a plan and one more order.
#[derive(Debug, Default)]
pub(super) struct Inserted {
    pub(super) won: Vec<PlayLine>,
    pub(super) plans: Vec<Plan>,
    /// Steps that the search made in it.
    pub(super) steps: u64,
}

/// Tries a further order in each step of the plan, in each cell where a rabbit takes it at once.
pub(super) fn insertions(start: &World, plan: &Plan, monitor: &Monitor) -> Inserted {
    let mut inserter = Inserter {
        plan,
        monitor,
        rater: Rater::default(),
        seen: SeenWorlds::new(LOCAL),
        passed: SeenWorlds::new(LOCAL),
        prints: Fingerprints::default(),
        inserted: Inserted::default(),
    };
    let mut trial = Trial::new(start, &plan.orders);
    // The plan's own course comes first: a trial that joins it gains nothing by the further order.
    inserter.finish(&mut trial.clone());
    while !trial.is_over() && !monitor.is_over() {
        let before = trial.clone();
        trial.advance();
        inserter.inserted.steps += 1;
        inserter.offer(&before, &trial);
    }
    inserter.inserted
}

/// Bytes of each table of worlds met in the plays that come of one plan.
const LOCAL: usize = 1 << 22;

struct Inserter<'a> {
    plan: &'a Plan,
    monitor: &'a Monitor<'a>,
    rater: Rater,
    /// Worlds met right after the further orders.
    seen: SeenWorlds,
    /// Landmarks of the trials that were rated, once all their orders were given.
    passed: SeenWorlds,
    prints: Fingerprints,
    inserted: Inserted,
}

impl Inserter<'_> {
    /// Tries orders between a step of the plan and the next one, after which it would go on `otherwise`.
    fn offer(&mut self, before: &Trial, otherwise: &Trial) {
        let spare = spare(before);
        for cell in cells(otherwise.line.world()) {
            for ability in Ability::ALL.into_iter().filter(|&ability| spare[ability as usize]) {
                let order = Order::Place(ability, cell);
                let mut line = before.line.clone();
                if self.monitor.is_over() || line.player.insert(order).is_err() {
                    continue;
                }
                line.advance();
                self.inserted.steps += 1;
                if takes(&line, ability, cell) && self.is_new(&line) {
                    let mut trial = before.forked(line);
                    if self.finish(&mut trial) {
                        self.keep(trial, At { step: before.line.player.step(), order });
                    }
                }
            }
        }
    }

    /// Whether neither this world was met, nor the one that follows from it: the same order a step later.
    fn is_new(&mut self, line: &PlayLine) -> bool {
        let is_new = self.seen.is_new(self.prints.of(line.world()));
        let mut next = line.player.clone();
        next.advance();
        self.inserted.steps += 1;
        self.seen.is_new(self.prints.of(next.world()));
        is_new
    }

    /// Plays a trial to its end. False if it joined another one before.
    fn finish(&mut self, trial: &mut Trial) -> bool {
        let mut passed: Vec<WorldHash> = Vec::new();
        while !trial.is_over() && !self.monitor.is_over() {
            trial.advance();
            self.inserted.steps += 1;
            let world = trial.line.world();
            if !trial.line.player.is_following() && is_landmark(world) {
                let print = self.prints.of(world);
                if self.passed.has(print) {
                    return false;
                }
                passed.push(print);
            }
        }
        self.monitor.ended(&trial.line);
        passed.into_iter().for_each(|print| {
            self.passed.is_new(print);
        });
        true
    }

    fn keep(&mut self, end: Trial, order: At) {
        if end.line.is_won() {
            self.inserted.won.push(end.line);
        } else {
            self.inserted.plans.push(self.plan.with(order, self.rater.rate(&end)));
        }
    }
}

/// Whether such a token was taken in the last step.
fn takes(line: &PlayLine, ability: Ability, cell: Cell) -> bool {
    let token = (ability, cell);
    line.player
        .events()
        .iter()
        .any(|event| matches!(*event, Event::Took { ability, cell, .. } if (ability, cell) == token))
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
