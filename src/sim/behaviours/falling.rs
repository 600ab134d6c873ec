//! Falling: two cells per step, or one where the ground is nearer, and death after a fall of more than four cells, for
//! rabbots of more than five.
//!
//! It is triggered when nothing holds the rabbit up; but not while it hangs on a wall, nor if it has an umbrella, nor
//! between the two steps of digging a flat block. How it falls depends on the two cells below (the first of them never
//! holds flat ground then), and on whether the fall so far plus one cell is fatal:
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
//! Dying takes one step more: on a slope it is the second half of the state above; on flat ground it follows when the
//! rabbit no longer falls and has fallen too far, in one of two states, by whether the height was even. A step without
//! falling resets the height: falls one after another do not add up.
//!
//! When a rabbit falls two cells, what is in the first one has no effect: tokens, fires and exits.

use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;
use crate::sim::world::World;

#[inline]
pub(super) fn is_triggered(around: &Surroundings) -> bool {
    let memory = &around.rabbit.memory;
    around.is_airborne() && !memory.climbing && !memory.brolly && !matches!(around.rabbit.state, State::Digging)
}

#[inline]
pub(super) fn next_state(around: &Surroundings, triggered: bool) -> Option<State> {
    // Nearly always: who did not fall does not die of it.
    if !triggered && around.rabbit.memory.fallen == 0 { None } else { fall_or_die(around, triggered) }
}

fn fall_or_die(around: &Surroundings, triggered: bool) -> Option<State> {
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
    Some(match (is_last, below.rise(), below2) {
        (true, Some(rise), _) => State::DyingOfFallingSlopeRise(rise),
        (false, Some(rise), _) if rise == ahead => State::Falling1OntoRise(ahead),
        (false, Some(_), _) => State::Falling1OntoLower(ahead),
        (_, None, below2) if below2.is_none() => State::Falling,
        (_, None, below2) => match (is_last, below2.rise()) {
            (true, None) => State::Falling1ToDeath,
            (true, Some(rise)) => State::DyingOfFalling2SlopeRise(rise),
            (false, None) => State::Falling1,
            (false, Some(rise)) if rise == ahead => State::FallingOntoRise(ahead),
            (false, Some(_)) => State::FallingOntoLower(ahead),
        },
    })
}

/// Falls by one or two cells, onto the slope if there is one.
pub(super) fn fall(rabbit: &mut Rabbit, world: &World, cells: i32) {
    rabbit.cell = rabbit.cell.offset(0, cells);
    rabbit.memory.fallen = rabbit.memory.fallen.saturating_add(cells);
    rabbit.on_slope = world.ground.tile(rabbit.cell).is_slope();
}

/// Resets the height in a state without falling.
pub(super) fn end_fall(rabbit: &mut Rabbit) {
    // All bits or none, without a branch that can hardly be predicted.
    rabbit.memory.fallen &= -i32::from(rabbit.state.is_falling());
}
