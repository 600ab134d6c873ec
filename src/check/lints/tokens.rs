//! Tokens: counts that mean something else than they seem to, and tokens that nobody needs.

use super::Warning;
use crate::check::report::PlayedSolution;
use crate::level::{LevelFile, Spot};
use crate::sim::{Ability, Outcome};

pub(super) fn warnings(file: &LevelFile, solutions: &[PlayedSolution]) -> Vec<Warning> {
    let winning: Vec<&PlayedSolution> = solutions.iter().filter(|solution| wins(solution)).collect();
    let is_unused =
        |ability: Ability| !winning.is_empty() && winning.iter().all(|solution| solution.used[ability as usize] == 0);
    let problem = |ability: Ability, count: i32| {
        let name = ability.name();
        match count {
            ..=-2 => Some(format!("{count} `{name}` tokens are endless like any number below 0: write -1")),
            0 => None,
            _ if is_unused(ability) => Some(format!("no solution that wins uses a `{name}` token")),
            _ => None,
        }
    };
    let offered = Ability::ALL.into_iter().zip(file.level.setup().tokens);
    offered.filter_map(|(ability, count)| Some((file.span(Spot::Tokens(ability)), problem(ability, count?)?))).collect()
}

fn wins(solution: &PlayedSolution) -> bool {
    solution.failure.is_none() && solution.outcome == Outcome::Won
}
