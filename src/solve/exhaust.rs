//! The complete search: all plays with at most so many tokens.
//!
//! Lines are searched in bunches, depth first. The lines of a bunch are followed at once; what they find is
//! taken in their order, so that the answer is the same for any number of threads. Lines whose world was met before,
//! with the same tokens left, are left out: whatever can be won from there was tried, or will be.

use std::vec::IntoIter;

use rayon::prelude::*;

use super::bounds::Reaches;
use super::landmarks::Endings;
use super::line::{Continuation, Going, PlayLine};
use super::means::{Means, Objective};
use super::monitor::Monitor;
use super::moves::{Move, Tried, moves};
use super::seen::{SeenWorlds, WorldHash, WorldHasher};

/// How far a complete search has come.
#[derive(Debug)]
pub(super) enum Exhausted {
    /// Plays that win: the fastest of the first bunch that has any, or all.
    Won(Vec<PlayLine>),
    /// No play wins with so few tokens.
    NoneWins,
    /// There is more to search. Plays that win and were found so far.
    Paused(Vec<PlayLine>),
    /// There was no memory for more lines: nothing can be proved any more.
    GaveUp(Vec<PlayLine>),
}

/// A complete search that can be continued.
pub(super) struct Search<'a> {
    monitor: &'a Monitor<'a>,
    memory: usize,
    objective: Objective,
    /// Lines that are still to be followed, those off the others last.
    open: Vec<IntoIter<Open>>,
    is_full: bool,
    won: Vec<PlayLine>,
    seen: SeenWorlds,
    hasher: WorldHasher,
}

/// Lines that are followed at once.
const BUNCH: usize = 32;

/// Bytes that the lines off a line may take in any case.
const LEAST_ROOM: usize = 1 << 20;

/// A line, and how many tokens may still be placed in it.
type Open = (PlayLine, u32);

impl<'a> Search<'a> {
    /// A search of all plays that go on from the line with at most `tokens` more.
    pub(super) fn new(monitor: &'a Monitor<'a>, means: Means, line: PlayLine, tokens: u32) -> Search<'a> {
        Search {
            monitor,
            memory: means.memory,
            objective: means.objective,
            open: vec![vec![(line, tokens)].into_iter()],
            is_full: false,
            won: Vec::new(),
            seen: SeenWorlds::new(means.memory),
            hasher: WorldHasher::default(),
        }
    }

    /// Goes on with the search for about so many steps.
    pub(super) fn search(&mut self, steps: u64) -> Exhausted {
        let mut made = 0;
        loop {
            let bunch: Vec<Open> = match self.open.last_mut() {
                Some(lines) => lines.by_ref().take(BUNCH).collect(),
                None if self.won.is_empty() => return Exhausted::NoneWins,
                None => return Exhausted::Won(self.won.clone()),
            };
            if bunch.is_empty() {
                self.open.pop();
                continue;
            }
            let results = self.follow_all(bunch);
            made += results.iter().map(|followed| followed.steps).sum::<u64>();
            match self.objective {
                Objective::AllFewest => self.won.extend(results.iter().flat_map(|followed| &followed.won).cloned()),
                Objective::Fewest => {
                    if let Some(won) = fastest(results.iter().flat_map(|followed| &followed.won)) {
                        return Exhausted::Won(vec![won]);
                    }
                }
            }
            self.is_full |= results.iter().any(|followed| followed.is_full);
            if self.is_full || self.monitor.is_over() {
                return Exhausted::GaveUp(self.won.clone());
            }
            self.add(results);
            if made > steps {
                return Exhausted::Paused(self.won.clone());
            }
        }
    }

    fn follow_all(&self, bunch: Vec<Open>) -> Vec<Followed> {
        let room = (self.memory / bunch.len()).max(LEAST_ROOM);
        let (seen, monitor) = (&self.seen, self.monitor);
        let results: Vec<Followed> = bunch.into_par_iter().map(|open| follow(open, room, seen, monitor)).collect();
        monitor.count(results.iter().map(|followed| followed.steps).sum());
        results
    }

    /// Adds the lines off those that were followed, as far as they are new.
    fn add(&mut self, results: Vec<Followed>) {
        for hash in results.iter().flat_map(|followed| &followed.passed) {
            self.seen.insert(*hash);
        }
        let next: Vec<Open> = results
            .into_iter()
            .flat_map(|followed| followed.open)
            .filter(|(line, _)| self.seen.insert(self.hasher.of(line.world())))
            .collect();
        self.open.push(next.into_iter());
        self.monitor.uses(self.seen.bytes());
    }
}

/// What came of a line.
#[derive(Default)]
struct Followed {
    won: Vec<PlayLine>,
    open: Vec<Open>,
    /// Whether there were more lines than memory for them.
    is_full: bool,
    steps: u64,
    /// The landmarks of its course.
    passed: Vec<WorldHash>,
}

/// Follows a line, and those that place the last token off it as well. The others take `room` bytes at most.
fn follow((line, left): Open, room: usize, met: &SeenWorlds, monitor: &Monitor) -> Followed {
    let most = room / line.bytes();
    let reaches = &Reaches::default();
    let mut followed = Followed::default();
    let mut endings = Endings::new(reaches, monitor);
    let Tried { won, steps, passed } = moves(line, left, reaches, met, monitor, |Move { line, placed }| {
        let left = left - placed;
        if left == 0 {
            let Tried { won, steps, .. } = endings.follow(line);
            followed.won.extend(won);
            steps
        } else {
            followed.is_full |= followed.open.len() >= most;
            if !followed.is_full && Continuation::new(line.clone(), left, reaches).going() != Going::Over {
                followed.open.push((line, left));
            }
            0
        }
    });
    followed.won.extend(won);
    followed.steps += steps;
    followed.passed = passed;
    followed
}

/// The first of those that won in the fewest steps.
pub(super) fn fastest<'b>(won: impl Iterator<Item = &'b PlayLine>) -> Option<PlayLine> {
    won.min_by_key(|line| line.player.step()).cloned()
}
