//! Falling: two cells a step, or one where the ground is nearer, and death after a fall of more than four cells, for
//! rabbots of more than five.
//!
//! It is triggered when nothing holds the rabbit up; but not while it hangs on a wall, nor if it has an umbrella, nor
//! between the two halves of digging out a cell. How it falls depends on what lies in the two cells below (the first of
//! them is never flat ground then), and on whether one cell more would be too much, the fall so far counted:
//!
//! | one more kills | cell below     | the next       | what it does                                            |
//! |----------------|----------------|----------------|---------------------------------------------------------|
//! | yes            | slope          |                | falls 1 onto the slope and dies there                   |
//! | yes            |                | flat           | falls 1 to its death                                    |
//! | no             | slope          |                | falls 1 onto the slope, which rises or lowers ahead     |
//! |                | nothing        | nothing        | falls 2                                                 |
//! | yes            |                | slope          | falls 2 onto the slope and dies there                   |
//! | no             |                | flat           | falls 1                                                 |
//! | no             |                | slope          | falls 2 onto the slope, which rises or lowers ahead     |
//!
//! Dying takes a step more: on a slope it is the second half of the state above; on flat ground it comes when nothing
//! makes the rabbit fall any more and it has fallen too far, in one of two pictures, by whether the height was even.
//! One step in which it does not fall, and the height begins at nought again: drops one after another are not added.
//!
//! Falling past something in the cell that it skips, a rabbit neither takes, burns nor enters it.

use crate::sim::block::Block;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;
use crate::sim::world::World;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    let memory = around.rabbit.memory;
    !memory.climbing && around.rabbit.state != State::Digging && !memory.brolly && around.is_airborne()
}

pub(super) fn next_state(around: &Surroundings, triggered: bool) -> Option<State> {
    let fatal_height = around.rabbit.species.fatal_height();
    let fallen = around.rabbit.memory.fallen;
    if let State::DyingOfFallingSlopeRise(rise) = around.rabbit.state {
        return Some(State::DyingOfFallingSlopeRise2(rise));
    }
    if let State::DyingOfFalling2SlopeRise(rise) = around.rabbit.state {
        return Some(State::DyingOfFalling2SlopeRise2(rise));
    }
    if !triggered {
        let death = if fallen % 2 == 0 { State::DyingOfFalling } else { State::DyingOfFalling2 };
        return (fallen > fatal_height).then_some(death);
    }
    let is_last = fallen >= fatal_height;
    let ahead = around.rabbit.direction;
    let (below, below2) = (around.below(), around.block(0, 2));
    Some(match (is_last, below.and_then(Block::rise), below2) {
        (true, Some(rise), _) => State::DyingOfFallingSlopeRise(rise),
        (false, Some(rise), _) if rise == ahead => State::Falling1OntoRise(ahead),
        (false, Some(_), _) => State::Falling1OntoLower(ahead),
        (_, None, None) => State::Falling,
        (_, None, Some(below2)) => match (is_last, below2.rise()) {
            (true, None) => State::Falling1ToDeath,
            (true, Some(rise)) => State::DyingOfFalling2SlopeRise(rise),
            (false, None) => State::Falling1,
            (false, Some(rise)) if rise == ahead => State::FallingOntoRise(ahead),
            (false, Some(_)) => State::FallingOntoLower(ahead),
        },
    })
}

/// Falls so many cells, and stands on the slope where it lands on one.
pub(super) fn fall(rabbit: &mut Rabbit, world: &World, cells: i32) {
    rabbit.cell = rabbit.cell.offset(0, cells);
    rabbit.memory.fallen = rabbit.memory.fallen.saturating_add(cells);
    rabbit.on_slope = world.block(rabbit.cell).is_some_and(Block::is_slope);
}

/// A step without falling ends the fall.
pub(super) fn end_fall(rabbit: &mut Rabbit) {
    if !rabbit.state.is_falling() {
        rabbit.memory.fallen = 0;
    }
}
