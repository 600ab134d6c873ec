//! Whether a level can still be won.

use super::Horizon;
use crate::play::{Halt, Player};
use crate::sim::{Ability, World};

/// The most rabbits that can be saved in the end, whatever is ordered: those that live or are still to come, with those
/// that are saved already.
pub fn most_saved(world: &World) -> i32 {
    world.saved().saturating_add(world.out()).saturating_add(world.waiting().max(0))
}

/// Whether no token is left to drop, so that the rest of the play is known. An end of all rabbits can still be ordered,
/// but saves none.
pub fn no_order_is_left(world: &World) -> bool {
    Ability::ALL.into_iter().all(|ability| matches!(world.tokens(ability), None | Some(0)))
}

/// How many rabbits are saved in the end, if nothing is ordered any more: at the end of the level, or once the world
/// repeats itself for ever. At least enough of them, if enough are. None if the horizon comes before that.
pub fn saved_in_the_end(world: &World, horizon: Horizon) -> Option<i32> {
    let mut player = Player::new(world.clone()).ahead(horizon);
    // Brent's algorithm: a world that comes back to one that it was in at a power of two of its steps has a cycle.
    let mut earlier = world.clone();
    while player.is_running() && player.world().saved() < world.to_save() {
        player.advance();
        if *player.world() == earlier {
            return Some(earlier.saved());
        }
        if player.step().is_power_of_two() {
            earlier.clone_from(player.world());
        }
    }
    let world = player.world();
    let is_known = world.saved() >= world.to_save() || matches!(player.halt(), Some(Halt::Over(_)));
    is_known.then_some(world.saved())
}
