//! The embedded levels do not fall to fewer tokens than their authors know of, as far as a short search can tell.

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};

use leveret::check::{Finding, findings};
use leveret::level::{ShippedLevel, sets};
use leveret::solve::{Means, Monitor, Objective, Tally, solve};
use rayon::prelude::*;

/// Worlds that a search makes in about: enough for most levels.
const STATES: u64 = 20_000;

#[test]
fn no_level_falls_to_fewer_tokens() {
    let levels: Vec<&ShippedLevel> = sets().iter().flat_map(|set| &set.levels).collect();
    let fallen: Vec<String> = levels.into_par_iter().flat_map_iter(fallen).collect();
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}

fn fallen(ShippedLevel { path, level }: &ShippedLevel) -> Vec<String> {
    let means = Means { tokens: None, memory: 1 << 24, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    let states = AtomicU64::new(0);
    let is_over = || states.load(Ordering::Relaxed) > STATES;
    let progress = |tally: Tally| states.store(tally.states, Ordering::Relaxed);
    let result = solve(&level.world(), means, &Monitor::new(&is_over, &progress));
    let unexpected =
        |finding: &Finding| matches!(finding, Finding::WinsItself | Finding::Fewer { .. } | Finding::CannotBeWon);
    let findings = findings(level, &result).into_iter().filter(unexpected);
    findings.map(|finding| format!("{path}: {finding}")).collect()
}
