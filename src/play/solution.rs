//! Playing a solution: its orders are given one by one, or its script is run.

use super::playthrough::UNTIL_STEPS;
use super::{Halt, Player, Playthrough, Reason, Script, ScriptFault, SolutionFailure};
use crate::level::{At, Ending, Level, MOST_STEPS, MOST_WORK, Solution};
use crate::sim::{Outcome, World};

/// `level` keeps solutions as data; that they can be played is added here.
impl Solution {
    /// Plays the solution on the level until the level is over, or the solution fails.
    ///
    /// # Errors
    /// If it is a script that cannot be read.
    pub fn play(&self, level: &Level) -> Result<Playthrough, ScriptFault> {
        self.play_within(MOST_WORK, level)
    }

    /// Plays the solution, and fails when it takes more work than this, in the unit of
    /// [`World::work`](crate::sim::World::work).
    ///
    /// # Errors
    /// If it is a script that cannot be read.
    pub fn play_within(&self, work: u64, level: &Level) -> Result<Playthrough, ScriptFault> {
        match self {
            Solution::Orders { ends, orders } => Ok(play_orders(*ends, orders, level.world(), work)),
            Solution::Script(text) => Ok(text.parse::<Script>()?.play_within(work, level.world())),
        }
    }
}

/// The solutions for a `.rel` file of the level. One that ends later than the `until` of a script waits counts its steps
/// instead. They are played to learn that, until all together have taken [`MOST_WORK`].
pub fn solutions_for_rel(solutions: &[Solution], level: &Level) -> Vec<Solution> {
    let mut work = MOST_WORK;
    let for_rel = |solution: &Solution| {
        let Solution::Orders { orders, .. } = solution else { return None };
        let play = solution.play_within(work, level).ok()?;
        work = work.saturating_sub(play.work);
        let waited = play.steps - orders.last().map_or(0, |at| at.step).min(play.steps);
        let is_long = play.failure.is_none() && waited > UNTIL_STEPS;
        solution.counted_script(play.steps).filter(|_| is_long).map(Solution::Script)
    };
    let written: Vec<Option<Solution>> = solutions.iter().map(for_rel).collect();
    written.into_iter().zip(solutions).map(|(written, solution)| written.unwrap_or_else(|| solution.clone())).collect()
}

/// The play of the first of a level's solutions that wins; if none does, of the first that fails; with its number,
/// counted from 1. The solutions are looked at until all have taken this much work, in the unit of [`World::work`].
pub fn first_to_show(mut work: u64, level: &Level) -> Option<(usize, Playthrough)> {
    let mut failing = None;
    for (number, solution) in (1..).zip(&level.solutions) {
        if let Ok(play) = solution.play_within(work, level) {
            work = work.saturating_sub(play.work);
            match play.failure {
                None if play.world.outcome() == Outcome::Won => return Some((number, play)),
                None => {}
                Some(_) if failing.is_none() => failing = Some((number, play)),
                Some(_) => {}
            }
        }
        if work == 0 {
            break;
        }
    }
    failing
}

fn play_orders(ends: Ending, orders: &[At], world: World, work: u64) -> Playthrough {
    let mut player = Player::strict(world, orders.to_vec()).bounded(MOST_STEPS, work);
    player.advance_to(MOST_STEPS);
    // The order that failed is the one after those obeyed; if all were obeyed, the last one is named.
    let command = (player.orders().len() + 1).min(orders.len());
    let failure = failure(&player, ends).map(|reason| SolutionFailure { command, reason });
    Playthrough::of(player, failure)
}

fn failure(player: &Player, ends: Ending) -> Option<Reason> {
    match player.halt() {
        Some(Halt::Refused(refusal)) => Some(refusal.into()),
        Some(Halt::Over(_)) if player.is_following() => Some(Reason::RanPastEnd),
        Some(Halt::Over(found)) if found == ends.outcome() => None,
        Some(Halt::Over(found)) => Some(Reason::wrong_end(ends.outcome(), found)),
        Some(Halt::Overworked) => Some(Reason::TooMuchWork),
        Some(Halt::Spent) | None => Some(Reason::TooLong),
    }
}
