//! The embedded levels do not fall to fewer tokens than their authors know of, as far as a short search can tell.

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};

use leveret::check::{Finding, findings};
use leveret::level::{ShippedLevel, sets};
use leveret::solve::{Means, Monitor, Objective, solve};
use rayon::prelude::*;

/// Steps of a search: enough for most levels.
const STEPS: u64 = 20_000;

#[test]
fn no_level_falls_to_fewer_tokens() {
    // The level of the benchmark is full of rabbits that nobody needs to save; its tokens are there to be drawn.
    let puzzles = sets().iter().filter(|set| set.folder != "90-measure");
    let levels: Vec<&ShippedLevel> = puzzles.flat_map(|set| &set.levels).collect();
    let fallen: Vec<String> = levels.into_par_iter().flat_map_iter(fallen).collect();
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}

fn fallen(ShippedLevel { path, level }: &ShippedLevel) -> Vec<String> {
    let means = Means { tokens: None, memory: 1 << 24, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    // Asked in each step: so the search is bounded by its work and not by a clock.
    let asked = AtomicU64::new(0);
    let is_over = || asked.fetch_add(1, Ordering::Relaxed) > STEPS;
    let result = solve(&level.world(), means, &Monitor::new(&is_over, &|_| ()));
    let unexpected =
        |finding: &Finding| matches!(finding, Finding::WinsItself | Finding::Fewer { .. } | Finding::CannotBeWon);
    let findings = findings(level, &result).into_iter().filter(unexpected);
    findings.map(|finding| format!("{path}: {finding}")).collect()
}
