//! The complete search: all plays with at most so many tokens.
//!
//! Branches are searched in bunches, depth first. The branches of a bunch are followed at once; what they find is
//! taken in their order, so that the answer is the same for any number of threads. Branches whose world was met before,
//! with the same tokens left, are left out: whatever can be won from there was tried, or will be.

use rayon::prelude::*;

use super::bounds::Reaches;
use super::line::{Course, Going, PlayLine};
use super::means::{Means, Objective};
use super::monitor::Monitor;
use super::moves::{Move, Tried, moves};
use super::seen::{Fingerprints, SeenWorlds};

/// How a complete search ended.
#[derive(Debug)]
pub(super) enum Exhausted {
    /// Plays that win: the fastest of the first bunch that has any, or all.
    Won(Vec<PlayLine>),
    /// No play wins with so few tokens.
    NoneWins,
    /// It was stopped, or made as many steps as it may.
    GaveUp,
}

/// A complete search with a bound on its steps.
pub(super) struct Search<'a> {
    watch: &'a Monitor<'a>,
    most_steps: u64,
    steps: u64,
    aim: Objective,
    won: Vec<PlayLine>,
    seen: SeenWorlds,
    prints: Fingerprints,
}

/// Branches that are followed at once.
const BUNCH: usize = 32;

/// A branch, and how many tokens may still be placed in it.
type Open = (PlayLine, u32);

impl<'a> Search<'a> {
    pub(super) fn new(watch: &'a Monitor<'a>, means: Means, most_steps: u64) -> Search<'a> {
        let (seen, prints) = (SeenWorlds::new(means.memory), Fingerprints::default());
        Search { watch, most_steps, steps: 0, aim: means.aim, won: Vec::new(), seen, prints }
    }

    /// Searches all plays that go on from the branch with at most `tokens` more.
    pub(super) fn run(mut self, branch: PlayLine, tokens: u32) -> Exhausted {
        match self.search(vec![(branch, tokens)]) {
            Exhausted::NoneWins if !self.won.is_empty() => Exhausted::Won(self.won),
            exhausted => exhausted,
        }
    }

    fn search(&mut self, branches: Vec<Open>) -> Exhausted {
        let mut branches = branches.into_iter().peekable();
        while branches.peek().is_some() {
            let bunch: Vec<Open> = branches.by_ref().take(BUNCH).collect();
            let stop = || self.watch.is_over();
            let results: Vec<Followed> = bunch.into_par_iter().map(|open| follow(open, &stop)).collect();
            let steps: u64 = results.iter().map(|followed| followed.steps).sum();
            self.steps += steps;
            self.watch.count(steps, results.iter().map(|followed| followed.saved).max().unwrap_or(0));
            match self.aim {
                Objective::AllFewest => self.won.extend(results.iter().flat_map(|followed| &followed.won).cloned()),
                Objective::Fewest => {
                    if let Some(won) = fastest(results.iter().flat_map(|followed| &followed.won)) {
                        return Exhausted::Won(vec![won]);
                    }
                }
            }
            if self.watch.is_over() || self.steps > self.most_steps {
                return Exhausted::GaveUp;
            }
            let next: Vec<Open> = results
                .into_iter()
                .flat_map(|followed| followed.open)
                .filter(|(branch, _)| self.seen.is_new(self.prints.of(branch.world())))
                .collect();
            self.watch.uses(self.seen.bytes());
            match self.search(next) {
                Exhausted::NoneWins => {}
                over @ (Exhausted::Won(_) | Exhausted::GaveUp) => return over,
            }
        }
        Exhausted::NoneWins
    }
}

/// What came of a branch.
#[derive(Default)]
struct Followed {
    won: Vec<PlayLine>,
    open: Vec<Open>,
    steps: u64,
    saved: i32,
}

/// Follows a branch, and those that place the last token off it as well.
fn follow((branch, left): Open, stop: &(dyn Fn() -> bool + Sync)) -> Followed {
    let reaches = &Reaches::default();
    let mut followed = Followed::default();
    let Tried { won, steps, saved } = moves(branch, left, reaches, stop, |Move { branch, placed }| {
        let left = left - placed;
        if left == 0 {
            let Tried { won, steps, saved } = moves(branch, 0, reaches, stop, |_| 0);
            followed.won.extend(won);
            followed.saved = followed.saved.max(saved);
            steps
        } else {
            if Course::new(branch.clone(), left, reaches).going() != Going::Over {
                followed.open.push((branch, left));
            }
            0
        }
    });
    followed.won.extend(won);
    followed.steps += steps;
    followed.saved = followed.saved.max(saved);
    followed
}

/// The first of those that won in the fewest steps.
pub(super) fn fastest<'b>(won: impl Iterator<Item = &'b PlayLine>) -> Option<PlayLine> {
    won.min_by_key(|branch| branch.player.step()).cloned()
}
