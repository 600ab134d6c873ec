//! Drowning: a rabbit drowns when the cell of its head is full of water. Rabbots do not drown.
//!
//! On the floor of a cell that is the cell itself, if it is open above. On a slope it is the cell above, if that is
//! open below: water closed off by a ramp is harmless. Full means as much as the cell has room for: in a cell with a
//! ramp, half as much as in an open one. An umbrella does not help.

use crate::sim::surroundings::Surroundings;

#[inline]
pub(super) fn is_triggered(around: &Surroundings) -> bool {
    !around.world.water.is_dry() && is_under_water(around)
}

fn is_under_water(around: &Surroundings) -> bool {
    let (rabbit, world) = (&*around.rabbit, &*around.world);
    let head = if rabbit.on_slope { rabbit.cell.above() } else { rabbit.cell };
    if !rabbit.is_rabbit() || !world.contains(head) {
        false
    } else if rabbit.on_slope {
        world.water.drowns_on_slope_below(head)
    } else {
        world.water.drowns_on_floor(head)
    }
}
