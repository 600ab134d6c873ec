//! Playing a solution: its orders are given one by one, or its script is run.

use super::{Halt, Player, Playthrough, Reason, Script, ScriptFault, SolutionFailure};
use crate::level::{At, Ending, Level, MOST_STEPS, Solution};
use crate::sim::World;

/// `level` keeps solutions as data; that they can be played is added here.
impl Solution {
    /// Plays the solution on the level until the level is over, or the solution fails.
    ///
    /// # Errors
    /// If it is a script that cannot be read.
    pub fn play(&self, level: &Level) -> Result<Playthrough, ScriptFault> {
        match self {
            Solution::Orders { ends, orders } => Ok(play_orders(*ends, orders, level.world())),
            Solution::Script(text) => Ok(text.parse::<Script>()?.play(level.world())),
        }
    }
}

fn play_orders(ends: Ending, orders: &[At], world: World) -> Playthrough {
    let mut player = Player::strict(world, orders.to_vec()).bounded(MOST_STEPS);
    player.advance_to(MOST_STEPS);
    // The order that failed is the one after those obeyed; if all were obeyed, the last one is named.
    let command = (player.orders().len() + 1).min(orders.len());
    let failure = failure(&player, ends).map(|reason| SolutionFailure { command, reason });
    Playthrough { orders: player.orders().to_vec(), steps: player.step(), world: player.into_world(), failure }
}

fn failure(player: &Player, ends: Ending) -> Option<Reason> {
    match player.halt() {
        Some(Halt::Refused(refusal)) => Some(refusal.into()),
        Some(Halt::Over(_)) if player.is_following() => Some(Reason::RanPastEnd),
        Some(Halt::Over(found)) if found == ends.outcome() => None,
        Some(Halt::Over(found)) => Some(Reason::wrong_end(ends.outcome(), found)),
        Some(Halt::Spent) | None => Some(Reason::TooLong),
    }
}
