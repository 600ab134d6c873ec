//! Digging: a rabbit that takes a dig token on the ground digs down, cell by cell, until there is air or metal.
//!
//! A flat block takes two steps: in the first the rabbit sinks into its cell, the second follows whatever is below. A
//! slope that the rabbit stands on takes one step, and the rabbit stays in its cell. After it has taken a token, and
//! while it digs:
//!
//! | what it did, where it is                       | what it does                                |
//! |------------------------------------------------|---------------------------------------------|
//! | it has just sunk into the ground               | the second step of that                     |
//! | it stands on a slope                           | digs the slope away                         |
//! | metal in the cell below                        | digs uselessly, and stops                   |
//! | another block there, slopes and bridges too    | digs it away, and sinks into its cell       |
//! | nothing there                                  | does not dig; one step less is left         |
//!
//! A digger with nothing to dig usually falls, which ends the digging. Where a stale `on_slope` holds it up in the air,
//! the count of steps goes below 0, and it remains a digger until another behaviour is triggered.

use crate::sim::ability::Ability;
use crate::sim::block::Material;
use crate::sim::event::Event;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::{Footing, Surroundings};
use crate::sim::world::World;

use super::bashing;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.pick(Ability::Dig, Footing::Ground)
}

#[inline]
pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    if triggered || around.rabbit.memory.dig_steps != 0 { go_down(around, triggered) } else { None }
}

fn go_down(around: &mut Surroundings, triggered: bool) -> Option<State> {
    bashing::undo_hop(around);
    let on_slope = around.rabbit.on_slope && around.here().is_some();
    let below = around.below();
    let state = around.rabbit.state;
    let steps = &mut around.rabbit.memory.dig_steps;
    if matches!(state, State::Digging) {
        *steps = 1;
        return Some(State::Digging2);
    }
    if triggered || *steps > 0 {
        if on_slope {
            *steps = 1;
            return Some(State::DiggingOnSlope);
        }
        match below.material() {
            Some(Material::Metal) => {
                *steps = 0;
                return Some(State::DiggingUselessly);
            }
            Some(Material::Earth) => {
                *steps = 2;
                return Some(State::Digging);
            }
            None => {}
        }
    }
    *steps = steps.saturating_sub(1);
    None
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.dig_steps = 0;
}

/// Digs away the block below and sinks into its cell.
pub(super) fn dig(rabbit: &mut Rabbit, world: &mut World) {
    rabbit.cell = rabbit.cell.below();
    remove(rabbit, world);
}

/// Digs away the slope that the rabbit stands on.
pub(super) fn dig_slope(rabbit: &mut Rabbit, world: &mut World) {
    remove(rabbit, world);
    rabbit.on_slope = false;
}

fn remove(rabbit: &Rabbit, world: &mut World) {
    world.changes.remove_block(rabbit.cell, Event::Dug { index: rabbit.index, cell: rabbit.cell });
}
