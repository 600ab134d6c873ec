//! Waiting: a rabbot stops, nose to nose, for a rabbit that walks towards it.
//!
//! The rabbit must be in the next column, at most one cell higher or lower, and face the rabbot. A rabbot that blocks
//! or digs does not wait, and it does not wait for a blocker: there it turns round like a rabbit. Waiting cancels all
//! other work, but falling, floating and climbing have priority.

use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    let rabbot = &*around.rabbit;
    let is_busy = matches!(
        rabbot.state,
        State::Blocking
            | State::BlockingRise(_)
            | State::Digging
            | State::Digging2
            | State::DiggingOnSlope
            | State::DiggingUselessly
    );
    if rabbot.is_rabbit() || is_busy {
        return false;
    }
    let next = rabbot.cell.next(rabbot.direction);
    let towards = rabbot.direction.opposite();
    [next.above(), next, next.below()].into_iter().any(|cell| around.world.census.has_walker(cell, towards))
}
