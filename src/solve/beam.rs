//! The beam search: token by token, only the most promising lines are followed. It finds plays with many tokens, and
//! proves nothing when it finds none.

use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::exhaust::fastest;
use super::line::PlayLine;
use super::monitor::Monitor;
use super::moves::{Allowance, Move, moves};
use super::rating::Rater;
use super::seen::{Fingerprints, SeenWorlds};

/// A line with its rating; lower is better.
struct Rated {
    distance: u32,
    line: PlayLine,
}

/// Lines with the same ground and the same rating that are followed, of each number of tokens.
const ALIKE: usize = 3;

/// Searches plays with up to `tokens` more, and follows the `width` most promising lines of each number of tokens, or as
/// many as the memory holds.
/// Returns the winning play with the fewest tokens among those found.
pub(super) fn beam(line: PlayLine, tokens: u32, width: usize, memory: usize, monitor: &Monitor) -> Option<PlayLine> {
    let mut seen = SeenWorlds::new(memory);
    let mut prints = Fingerprints::default();
    let width = width.min(memory / (KEPT * line.bytes())).max(1);
    let mut lines = vec![line];
    for left in (0..=tokens).rev() {
        let results: Vec<Expanded> = lines.into_par_iter().map(|line| expand(line, left, monitor)).collect();
        let steps = results.iter().map(|expanded| expanded.steps).sum();
        monitor.count(steps);
        monitor.uses(seen.bytes());
        let won = fastest(results.iter().flat_map(|expanded| &expanded.won));
        if won.is_some() || monitor.is_over() {
            return won;
        }
        let rated = results.into_iter().flat_map(|expanded| expanded.rated).collect();
        lines = best(rated, width, &mut seen, &mut prints);
    }
    None
}

/// What came of a line and one more token.
#[derive(Default)]
struct Expanded {
    won: Vec<PlayLine>,
    rated: Vec<Rated>,
    steps: u64,
}

fn expand(line: PlayLine, left: u32, monitor: &Monitor) -> Expanded {
    let mut expanded = Expanded::default();
    let rater = Rater::default();
    let tried = moves(
        line,
        Allowance::one_a_step(left),
        &rater.reaches,
        &SeenWorlds::new(0),
        monitor,
        |Move { line, placed }| {
            let rating = rater.rate(line.clone(), left - placed, monitor);
            match rating.won {
                Some(won) => expanded.won.push(won),
                None => {
                    expanded.rated.push(Rated { distance: rating.distance, line });
                    if expanded.rated.len() == 8 * KEPT {
                        expanded.keep_best();
                    }
                }
            }
            rating.steps
        },
    );
    expanded.won.extend(tried.won);
    expanded.steps = tried.steps;
    expanded.keep_best();
    expanded
}

/// Lines that are kept of each; the best ones, for others would hardly be among the best of all.
const KEPT: usize = 32;

impl Expanded {
    fn keep_best(&mut self) {
        self.rated.sort_by_key(|rated| rated.distance);
        self.rated.truncate(KEPT);
    }
}

/// The lines to follow: the best ones, with few that are alike.
fn best(mut rated: Vec<Rated>, width: usize, seen: &mut SeenWorlds, prints: &mut Fingerprints) -> Vec<PlayLine> {
    rated.sort_by_key(|rated| rated.distance);
    let mut alike: FxHashMap<(u32, u64), usize> = FxHashMap::default();
    let mut best = Vec::new();
    for Rated { distance, line } in rated {
        let count = alike.entry((distance, FxBuildHasher.hash_one(&line.terrain))).or_default();
        if *count < ALIKE && seen.is_new(prints.of(line.world())) {
            *count += 1;
            best.push(line);
        }
        if best.len() == width {
            break;
        }
    }
    best
}
