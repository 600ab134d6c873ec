//! Drowning: a rabbit drowns where its head is in a cell that is full of water. Rabbots do not drown.
//!
//! On the floor of a cell that is the cell itself, if it is open above. On a slope it is the cell above, if that is
//! open below: water shut in over a ramp does no harm. Full means as much as the cell has room for, half an open
//! cell's amount in a cell with a ramp. An umbrella is no help.

use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
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
