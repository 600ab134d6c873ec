//! Levels that offer no tokens: a single play decides how they end.

use super::Warning;
use crate::check::report::PlayedSolution;
use crate::level::{LevelFile, MOST_STEPS, MOST_WORK, Spot};
use crate::play::{Halt, Player};
use crate::sim::Outcome;

/// A level that is not won so. If a solution of it works, that shows that it is meant so, or how it is won.
pub(super) fn warning(file: &LevelFile, solutions: &[PlayedSolution]) -> Option<Warning> {
    let is_offered = file.level.setup().tokens.iter().flatten().any(|count| *count != 0);
    if is_offered || solutions.iter().any(|solution| solution.failure.is_none()) {
        return None;
    }
    let mut player = Player::new(file.level.world()).bounded(MOST_STEPS, MOST_WORK);
    player.advance_to(MOST_STEPS);
    let end = match player.halt() {
        Some(Halt::Over(Outcome::Lost)) => {
            format!("this level is lost: {} of {} saved", player.world().saved(), player.world().to_save())
        }
        Some(Halt::Spent) | None => format!("this level does not end within {MOST_STEPS} steps"),
        Some(Halt::Over(_) | Halt::Refused(_) | Halt::Overworked) => return None,
    };
    Some((file.span(Spot::Field("map")), format!("no tokens are offered, and without any {end}")))
}
