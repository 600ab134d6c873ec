//! The outlook: whether the level can still be won.
//!
//! It cannot if too few rabbits are left. And once no token is left to drop, the rest of the play is known: the app
//! plays it to its end in the background, and its answer says how many are saved there.

use crate::level::At;
use crate::play::{Player, most_saved, no_order_is_left};
use crate::screens::effect::Effect;
use crate::sim::{Outcome, World};

/// What is known of the end of a play.
#[derive(Debug, Clone, Default)]
pub struct Outlook {
    asked: Option<CertainEnd>,
}

/// A world that no order can change any more, and what was found out about it.
#[derive(Debug, Clone)]
struct CertainEnd {
    /// All orders of the play. As long as they are the same, so is its end.
    orders: Vec<At>,
    world: Box<World>,
    /// Rabbits saved in the end, once that is known.
    saved: Option<i32>,
}

impl Outlook {
    /// Asks how the play will end, when that is certain and not asked yet.
    pub fn update(&mut self, player: &Player) -> Option<Effect> {
        let is_certain = no_order_is_left(player.world()) && !player.is_following() && player.is_running();
        if !is_certain {
            self.asked = None;
            return None;
        }
        if self.asked.as_ref().is_some_and(|asked| asked.orders == player.orders()) {
            return None;
        }
        let world = Box::new(player.world().clone());
        self.asked = Some(CertainEnd { orders: player.orders().to_vec(), world: world.clone(), saved: None });
        Some(Effect::PlayToTheEnd(world))
    }

    /// Takes in how the play of this world ends.
    pub fn answer(&mut self, world: &World, saved: Option<i32>) {
        if let Some(asked) = &mut self.asked
            && *asked.world == *world
        {
            asked.saved = saved;
        }
    }

    /// How many rabbits can be saved at most, if that is certainly not enough.
    pub fn most_saved_if_lost(&self, player: &Player) -> Option<i32> {
        let world = player.world();
        let in_the_end = self.asked.as_ref().and_then(|asked| asked.saved).unwrap_or(i32::MAX);
        let most = most_saved(world).min(in_the_end);
        (most < world.to_save() && world.outcome() == Outcome::Running).then_some(most)
    }
}
