//! Exploding: a rabbit that takes an explode token, on the ground or in the air, is gone in the next step. So is every
//! rabbit and rabbot once the end was ordered. Nothing comes before it, and the world around is left as it is.

use crate::sim::ability::Ability;
use crate::sim::surroundings::{Footing, Surroundings};

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.pick(Ability::Explode, Footing::GroundOrAir)
}
