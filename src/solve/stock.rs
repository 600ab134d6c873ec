//! The stock: the tokens that rabbits can still take in a play.

use crate::sim::{Ability, ThingKind, World};

/// The tokens that could still be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stock {
    /// How many in all: those that the player may place, those lying about, and the work in hand.
    pub(super) tokens: u32,
    /// Which of them there may be: dig or bash, bridge, climb, brolly.
    pub(super) carve: bool,
    pub(super) bridge: bool,
    pub(super) climb: bool,
    pub(super) float: bool,
    /// Whether a rabbit digs, bashes or builds: then the ground changes in nearly every step.
    pub(super) is_at_work: bool,
}

impl Stock {
    /// What this world and `left` more tokens of the player amount to.
    pub(super) fn of(world: &World, left: u32) -> Stock {
        let mut stock =
            Stock { tokens: left, carve: false, bridge: false, climb: false, float: false, is_at_work: false };
        let offered = |ability: Ability| left > 0 && world.tokens(ability).is_some_and(|count| count != 0);
        Ability::ALL.into_iter().filter(|&ability| offered(ability)).for_each(|ability| stock.allow(ability));
        for rabbit in world.rabbits() {
            let memory = rabbit.memory();
            let (digs, bashes, builds) = (memory.dig_steps > 0, memory.bash_steps > 0, memory.big_steps > 0);
            // A saved game may hold a bridger with more than the three planks of a token.
            let planks = u32::try_from(memory.big_steps).unwrap_or(0).div_ceil(3);
            stock.tokens = stock.tokens.saturating_add(u32::from(digs) + u32::from(bashes) + planks);
            stock.carve |= digs || bashes;
            stock.bridge |= builds;
            stock.is_at_work |= digs || bashes || builds;
        }
        for thing in world.things() {
            if let ThingKind::Token(token) = thing.kind {
                stock.tokens = stock.tokens.saturating_add(1);
                stock.allow(token.ability);
            }
        }
        stock
    }

    fn allow(&mut self, ability: Ability) {
        match ability {
            Ability::Bash | Ability::Dig => self.carve = true,
            Ability::Bridge => self.bridge = true,
            Ability::Climb => self.climb = true,
            Ability::Brolly => self.float = true,
            Ability::Block | Ability::Explode => {}
        }
    }
}
