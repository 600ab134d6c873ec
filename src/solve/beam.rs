//! The beam search: token by token, only the most promising branches are followed. It finds plays with many tokens, and
//! proves nothing when it finds none.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::exhaust::fastest;
use super::line::PlayLine;
use super::monitor::Monitor;
use super::moves::{Move, moves};
use super::rating::Rater;
use super::seen::{Fingerprints, SeenWorlds};

/// A branch with its rating; lower is better.
struct Rated {
    distance: u32,
    branch: PlayLine,
}

/// Branches with the same ground and the same rating that are followed, of each number of tokens.
const ALIKE: usize = 3;

/// Searches plays with up to `tokens` more, and follows the `width` most promising branches of each number of tokens.
/// Returns the play with the fewest tokens that it comes to.
pub(super) fn beam(branch: PlayLine, tokens: u32, width: usize, memory: usize, watch: &Monitor) -> Option<PlayLine> {
    let mut seen = SeenWorlds::new(memory);
    let mut prints = Fingerprints::default();
    let mut waiting: BTreeMap<u32, Vec<Rated>> = BTreeMap::from([(0, vec![Rated { distance: 0, branch }])]);
    while let Some((used, rated)) = waiting.pop_first() {
        let beam = best(rated, width, &mut seen, &mut prints);
        // One order a step: with more, most of the work would go into orders of the same step.
        let left = tokens.saturating_sub(used).min(1);
        let results: Vec<Expanded> =
            beam.into_par_iter().map(|branch| expand(branch, left, tokens - used, width, watch)).collect();
        let steps = results.iter().map(|expanded| expanded.steps).sum();
        watch.count(steps, results.iter().map(|expanded| expanded.saved).max().unwrap_or(0));
        watch.uses(seen.bytes());
        for placed in 0..=left {
            let won = results.iter().flat_map(|expanded| &expanded.won).filter(|(of, _)| *of == placed);
            if let Some(won) = fastest(won.map(|(_, branch)| branch)) {
                return Some(won);
            }
        }
        if watch.is_over() {
            return None;
        }
        for (placed, rated) in results.into_iter().flat_map(|expanded| expanded.rated) {
            waiting.entry(used + placed).or_default().push(rated);
        }
    }
    None
}

#[derive(Default)]
struct Expanded {
    /// Tokens placed in this step, and what became of it.
    won: Vec<(u32, PlayLine)>,
    rated: Vec<(u32, Rated)>,
    steps: u64,
    saved: i32,
}

fn expand(branch: PlayLine, at_once: u32, left: u32, width: usize, watch: &Monitor) -> Expanded {
    let stop = || watch.is_over();
    let mut expanded = Expanded::default();
    let rater = Rater::default();
    let tried = moves(branch, at_once, &rater.reaches, &stop, |Move { branch, placed }| {
        let rating = rater.rate(branch.clone(), left - placed, &stop);
        expanded.saved = expanded.saved.max(rating.saved);
        match rating.won {
            Some(won) => expanded.won.push((placed, won)),
            None if left > placed => expanded.rated.push((placed, Rated { distance: rating.distance, branch })),
            None => {}
        }
        rating.steps
    });
    expanded.won.extend(tried.won.map(|won| (0, won)));
    expanded.steps = tried.steps;
    expanded.saved = expanded.saved.max(tried.saved);
    expanded.rated.sort_by_key(|(_, rated)| rated.distance);
    // A bunch of the best of each branch is enough, and keeps the memory bounded.
    expanded.rated.truncate(4 * width.max(8));
    expanded
}

/// The branches to follow: the best ones, with few that are alike.
fn best(mut rated: Vec<Rated>, width: usize, seen: &mut SeenWorlds, prints: &mut Fingerprints) -> Vec<PlayLine> {
    rated.sort_by_key(|rated| rated.distance);
    let mut alike: BTreeMap<(u32, u64), usize> = BTreeMap::new();
    let mut best = Vec::new();
    for Rated { distance, branch } in rated {
        let count = alike.entry((distance, ground(&branch))).or_default();
        if *count < ALIKE && seen.is_new(prints.of(branch.world())) {
            *count += 1;
            best.push(branch);
        }
        if best.len() == width {
            break;
        }
    }
    best
}

/// Stands for the ground of a branch.
fn ground(branch: &PlayLine) -> u64 {
    use std::hash::BuildHasher;
    rustc_hash::FxBuildHasher.hash_one(&branch.terrain)
}
