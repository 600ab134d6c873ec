//! The solver: can a level be won, with how few tokens, and is there another way?
//!
//! [`solve`] searches plays in two manners, in turns, each time with more work. The complete search (`exhaust`,
//! `proof`) tries all plays with no token, then with one, with two and so on, and so proves that there is none with
//! fewer. The beam search (`beam`) inserts orders, anywhere (`insertion`), into plays that bring rabbits near to an
//! exit (`rating`), and finds plays with many tokens.
//!
//! The complete search stands on reductions, each with its argument in its file:
//!
//! - `moves`: tokens are placed only where and when a rabbit takes them, and an order is not tried again a step later
//!   where that makes no difference. One kind of play is left out, and named there.
//! - `line`: a play is over as soon as enough rabbits are saved; it is given up when too few are left, when it has come
//!   to where it was, and after 2,000 steps.
//! - `bounds` and `reach`: rabbits that cannot get to an exit any more, whatever they do, are not counted as left.
//! - `landmarks`: a course that joins another is not followed further, in either search.
//! - `seen`: a world that was met before, with the same tokens left, is not searched again.
//!
//! The answer does not depend on the number of threads, unless time ends the search.

mod advice;
mod beam;
mod best_play;
mod bits;
mod bounds;
mod distance;
mod exhaust;
mod feature;
mod insertion;
mod landmarks;
mod line;
mod means;
mod monitor;
mod moves;
mod plan;
mod proof;
mod queue;
mod rating;
mod reach;
mod seen;
mod shortest;
mod stance;
mod stock;
mod terrain;
mod tile_map;
mod trial;
mod winning_play;
mod works;

pub use advice::{Advice, NextToken, advise};
pub use best_play::BestPlay;
pub use means::{Means, Objective};
pub use monitor::{Monitor, Tally};
pub use winning_play::{Conclusion, SearchResult, Take, WinningPlay};

use std::num::NonZero;
use std::thread::available_parallelism;

use rustc_hash::FxHashSet;

use crate::play::Player;
use crate::sim::{Ability, World};
use beam::Beam;
use exhaust::Exhausted;
use line::PlayLine;
use proof::Proof;

/// Searches ways to win from this world on, until the answer is sure or the monitor ends it.
pub fn solve(world: &World, means: Means, monitor: &Monitor) -> SearchResult {
    let cores = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let threads = rayon::ThreadPoolBuilder::new().num_threads(means.threads.min(cores).get()).build();
    let solver = Solver { start: Player::new(world.clone()), means, monitor };
    match threads {
        Ok(pool) => pool.install(|| solver.run()),
        // No thread can be started: those of the program do the work.
        Err(_) => solver.run(),
    }
}

struct Solver<'a> {
    start: Player,
    means: Means,
    monitor: &'a Monitor<'a>,
}

/// Steps that the complete search may make in the first turn, and in the last ones. They double from turn to turn, up
/// to some tenths of a second: neither search waits for long for the other.
const FIRST_TURN_STEPS: u64 = 1 << 16;
const LAST_TURN_STEPS: u64 = 1 << 19;

/// The most steps of the beam for one of the complete search. In a turn in which that refutes another number of tokens
/// both make as many; in each turn without such progress the share of the beam grows by one.
const MOST_FOR_BEAM: u64 = 4;

impl Solver<'_> {
    fn run(&self) -> SearchResult {
        let most = self.means.tokens.map_or(self.offered(), |tokens| tokens.min(self.offered()));
        let mut beam = Beam::new(self.start.world().clone(), most, self.means.memory / 4);
        let mut proof = Proof::new(PlayLine::new(self.start.clone()), self.means, self.monitor);
        let (mut steps, mut for_beam) = (FIRST_TURN_STEPS, 1);
        let mut best: Option<WinningPlay> = None;
        while !(self.monitor.is_over() || proof.is_stuck() && beam.is_empty()) {
            // Numbers of tokens of which it is not known whether they are enough; for all plays, the first that is
            // enough too.
            let unknown_until = match (&best, self.means.objective) {
                (None, _) => most.saturating_add(1),
                (Some(way), Objective::Fewest) => way.tokens,
                (Some(way), Objective::AllFewest) => way.tokens + 1,
            };
            let refuted = proof.refuted;
            match proof.search(unknown_until, steps) {
                Exhausted::Won(won) => return self.solved(self.ways(&won), proof.refuted),
                Exhausted::NoneWins => break,
                Exhausted::Paused(won) | Exhausted::GaveUp(won) => {
                    let ways = self.ways(&won);
                    if !ways.is_empty() && self.monitor.is_over() {
                        return self.solved(ways, proof.refuted);
                    }
                    best = ways.into_iter().min_by_key(|way| (way.tokens, way.steps)).or(best);
                }
            }
            for_beam = if proof.refuted == refuted { MOST_FOR_BEAM.min(for_beam + 1) } else { 1 };
            if let Some(won) = beam.search(for_beam * steps, self.monitor)
                && let Some(way) = self.way(&won).map(|way| way.thrifty(&self.start))
            {
                beam.limit(way.tokens.saturating_sub(1));
                best = Some(way);
            }
            steps = LAST_TURN_STEPS.min(2 * steps);
        }
        match best {
            Some(way) => self.solved(vec![way], proof.refuted),
            None if proof.refuted == Some(most) => self.answer(Conclusion::Unsolvable { tokens: most }, proof.refuted),
            None => self.answer(Conclusion::Unknown { best: self.monitor.best() }, proof.refuted),
        }
    }

    fn ways(&self, won: &[PlayLine]) -> Vec<WinningPlay> {
        won.iter().filter_map(|won| self.way(won)).collect()
    }

    fn way(&self, won: &PlayLine) -> Option<WinningPlay> {
        WinningPlay::of(won, &self.start)
    }

    /// Of plays that place the same tokens in the same cells, the fastest is kept.
    fn solved(&self, mut ways: Vec<WinningPlay>, refuted: Option<u32>) -> SearchResult {
        ways.sort_by_key(|way| (way.tokens, way.steps));
        let mut known = FxHashSet::default();
        ways.retain(|way| known.insert(way.placed()));
        self.answer(Conclusion::Solved(ways), refuted)
    }

    fn answer(&self, verdict: Conclusion, refuted: Option<u32>) -> SearchResult {
        SearchResult { verdict, refuted, tally: self.monitor.tally() }
    }

    /// Tokens that the level offers, in all.
    fn offered(&self) -> u32 {
        let count = |ability| match self.start.world().tokens(ability) {
            None => 0,
            Some(count) => u32::try_from(count).unwrap_or(MANY),
        };
        Ability::ALL.into_iter().map(count).fold(0, u32::saturating_add).min(MANY)
    }
}

/// Stands for a supply without end.
const MANY: u32 = 1000;
