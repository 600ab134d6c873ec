//! The complete search: all plays with at most so many tokens.
//!
//! Lines are searched in bunches, depth first. The lines of a bunch are followed at once; what they find is
//! taken in their order, so that the answer is the same for any number of threads. Lines whose world was met before,
//! with the same tokens left, are left out: whatever can be won from there was tried, or will be.

use rayon::prelude::*;

use super::bounds::Reaches;
use super::landmarks::Endings;
use super::line::{Continuation, Going, PlayLine};
use super::means::{Means, Objective};
use super::monitor::Monitor;
use super::moves::{Move, Tried, moves};
use super::seen::{Fingerprints, SeenWorlds, WorldHash};

/// How a complete search ended.
#[derive(Debug)]
pub(super) enum Exhausted {
    /// Plays that win: the fastest of the first bunch that has any, or all.
    Won(Vec<PlayLine>),
    /// No play wins with so few tokens.
    NoneWins,
    /// It was stopped, made as many steps as it may, or had no memory for more lines. Plays that win and were found before.
    GaveUp(Vec<PlayLine>),
}

/// A complete search with a bound on its steps.
pub(super) struct Search<'a> {
    monitor: &'a Monitor<'a>,
    most_steps: u64,
    steps: u64,
    memory: usize,
    objective: Objective,
    won: Vec<PlayLine>,
    seen: SeenWorlds,
    prints: Fingerprints,
}

/// Lines that are followed at once.
const BUNCH: usize = 32;

/// Bytes that the lines off a line may take in any case.
const LEAST_ROOM: usize = 1 << 20;

/// A line, and how many tokens may still be placed in it.
type Open = (PlayLine, u32);

impl<'a> Search<'a> {
    pub(super) fn new(monitor: &'a Monitor<'a>, means: Means, most_steps: u64) -> Search<'a> {
        let (seen, prints) = (SeenWorlds::new(means.memory), Fingerprints::default());
        Search {
            monitor,
            most_steps,
            steps: 0,
            memory: means.memory,
            objective: means.objective,
            won: Vec::new(),
            seen,
            prints,
        }
    }

    /// Searches all plays that go on from the line with at most `tokens` more.
    pub(super) fn run(mut self, line: PlayLine, tokens: u32) -> Exhausted {
        match self.search(vec![(line, tokens)]) {
            Exhausted::NoneWins if !self.won.is_empty() => Exhausted::Won(self.won),
            Exhausted::GaveUp(_) => Exhausted::GaveUp(self.won),
            exhausted => exhausted,
        }
    }

    fn search(&mut self, lines: Vec<Open>) -> Exhausted {
        let mut lines = lines.into_iter().peekable();
        while lines.peek().is_some() {
            let bunch: Vec<Open> = lines.by_ref().take(BUNCH).collect();
            let room = (self.memory / bunch.len()).max(LEAST_ROOM);
            let results: Vec<Followed> = {
                let (seen, monitor) = (&self.seen, self.monitor);
                bunch.into_par_iter().map(|open| follow(open, room, seen, monitor)).collect()
            };
            let steps: u64 = results.iter().map(|followed| followed.steps).sum();
            self.steps += steps;
            self.monitor.count(steps);
            match self.objective {
                Objective::AllFewest => self.won.extend(results.iter().flat_map(|followed| &followed.won).cloned()),
                Objective::Fewest => {
                    if let Some(won) = fastest(results.iter().flat_map(|followed| &followed.won)) {
                        return Exhausted::Won(vec![won]);
                    }
                }
            }
            let is_full = results.iter().any(|followed| followed.is_full);
            if is_full || self.monitor.is_over() || self.steps > self.most_steps {
                return Exhausted::GaveUp(Vec::new());
            }
            for print in results.iter().flat_map(|followed| &followed.passed) {
                self.seen.is_new(*print);
            }
            let next: Vec<Open> = results
                .into_iter()
                .flat_map(|followed| followed.open)
                .filter(|(line, _)| self.seen.is_new(self.prints.of(line.world())))
                .collect();
            self.monitor.uses(self.seen.bytes());
            match self.search(next) {
                Exhausted::NoneWins => {}
                over @ (Exhausted::Won(_) | Exhausted::GaveUp(_)) => return over,
            }
        }
        Exhausted::NoneWins
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
