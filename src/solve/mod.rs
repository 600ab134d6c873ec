//! The solver: can a level be won, with how few tokens, and is there another way?
//!
//! [`solve`] searches plays in two manners, in turns, each time with more work. The complete search (`exhaust`) tries all
//! plays with no token, then with one, with two and so on, and so proves that there is none with fewer. The beam search
//! (`beam`) follows only what looks promising, and finds plays with many tokens.
//!
//! Both stand on reductions, each with its argument in its file:
//!
//! - `moves`: tokens are placed only where and when a rabbit takes them, and an order is not tried again a step later
//!   where that makes no difference. One kind of play is left out, and named there.
//! - `line`: a play is over as soon as enough rabbits are saved; it is given up when too few are left, when it has come
//!   to where it was, and after 2,000 steps.
//! - `bounds`: rabbits that cannot reach an exit any more, whatever they do, are not counted as left.
//! - `seen`: a world that was met before, with the same tokens left, is not searched again.
//!
//! The answer does not depend on the number of threads, unless time ends the search.

mod beam;
mod bits;
mod bounds;
mod distance;
mod exhaust;
mod line;
mod means;
mod monitor;
mod moves;
mod rating;
mod seen;
mod terrain;
mod tile_map;
mod winning_play;

pub use means::{Means, Objective};
pub use monitor::{Monitor, Tally};
pub use winning_play::{Conclusion, SearchResult, Take, WinningPlay};

use crate::play::Player;
use crate::sim::{Ability, World};
use beam::beam;
use exhaust::{Exhausted, Search};
use line::PlayLine;

/// Searches ways to win from this world on, until the answer is sure or the watch ends it.
pub fn solve(world: &World, means: Means, watch: &Monitor) -> SearchResult {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(means.threads.get()).build();
    let solver = Solver { start: Player::new(world.clone()), means, watch };
    match threads {
        Ok(pool) => pool.install(|| solver.run()),
        // No thread can be started: those of the program do the work.
        Err(_) => solver.run(),
    }
}

struct Solver<'a> {
    start: Player,
    means: Means,
    watch: &'a Monitor<'a>,
}

/// Steps that a complete search may make in the first turn, and the width of the first beam. Both grow from turn to turn.
const FIRST_STEPS: u64 = 1 << 20;
const FIRST_WIDTH: usize = 4;
const GROWTH: usize = 4;

impl Solver<'_> {
    fn run(&self) -> SearchResult {
        let most = self.means.tokens.map_or(self.offered(), |tokens| tokens.min(self.offered()));
        let (mut steps, mut width) = (FIRST_STEPS, FIRST_WIDTH);
        let mut refuted: Option<u32> = None;
        let mut best: Option<WinningPlay> = None;
        while !self.watch.is_over() {
            // No play with fewer tokens than this is known to win or not to.
            let known = best.as_ref().map_or(most.saturating_add(1), |way| way.tokens);
            for tokens in refuted.map_or(0, |refuted| refuted + 1)..known {
                match self.exhaust(tokens, steps) {
                    Exhausted::Won(won) => {
                        return self.solved(won.iter().filter_map(|won| self.way(won)).collect(), refuted);
                    }
                    Exhausted::NoneWins => refuted = Some(tokens),
                    Exhausted::GaveUp => break,
                }
            }
            if refuted.map_or(0, |refuted| refuted + 1) == known {
                break;
            }
            if best.is_none() {
                let found = beam(PlayLine::new(self.start.clone()), most, width, self.means.memory, self.watch);
                best = found.and_then(|won| self.way(&won)).map(|way| way.thrifty(&self.start));
            }
            steps = steps.saturating_mul(GROWTH as u64);
            width = width.saturating_mul(GROWTH);
        }
        match best {
            Some(way) => self.solved(vec![way], refuted),
            None if refuted == Some(most) => self.answer(Conclusion::Unsolvable { tokens: most }, refuted),
            None => self.answer(Conclusion::Unknown, refuted),
        }
    }

    fn exhaust(&self, tokens: u32, steps: u64) -> Exhausted {
        let search = Search::new(self.watch, self.means, steps);
        search.run(PlayLine::new(self.start.clone()), tokens)
    }

    fn way(&self, won: &PlayLine) -> Option<WinningPlay> {
        WinningPlay::of(won, &self.start)
    }

    fn solved(&self, mut ways: Vec<WinningPlay>, refuted: Option<u32>) -> SearchResult {
        ways.sort_by_key(|way| (way.tokens, way.steps));
        self.answer(Conclusion::Solved(ways), refuted)
    }

    fn answer(&self, verdict: Conclusion, refuted: Option<u32>) -> SearchResult {
        SearchResult { verdict, refuted, tally: self.watch.tally() }
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
