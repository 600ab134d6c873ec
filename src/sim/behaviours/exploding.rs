//! Exploding: a rabbit that takes an explode token, on the ground or in the air, dies in the next step. So does every
//! rabbit and rabbot once the player ordered the end. It has priority over all else, and does not change the ground.

use crate::sim::ability::Ability;
use crate::sim::surroundings::{Footing, Surroundings};

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.pick(Ability::Explode, Footing::GroundOrAir)
}
