//! Bashing: a rabbit that takes a bash token on the ground bashes through what is ahead, cell by cell, until there is a
//! gap or metal.
//!
//! | where it stands   | what is ahead                                 | what it does                                   |
//! |-------------------|-----------------------------------------------|------------------------------------------------|
//! | slope leading up  | metal in the cell ahead and above             | bashes uselessly, up there; that is the end    |
//! | slope leading up  | another block there                           | bashes it, up there                            |
//! | slope leading up  | nothing there, and the token is just taken    | bashes uselessly, up there                     |
//! | anywhere          | metal in the cell ahead                       | bashes uselessly; that is the end              |
//! | anywhere          | another block there                           | bashes it                                      |
//! | anywhere          | nothing there, and the token is just taken    | bashes uselessly                               |
//!
//! Slopes and bridges count as blocks like any other. After each bash two more looks are worth it: one at the hole,
//! into which the rabbit walks, and one at what is behind; so a gap of one cell is the end.
//!
//! Bashing up lifts the rabbit by a cell, over its slope, with the flag still set that it stands on a slope: so it
//! hovers there, and walks on at that height. The hop is forgotten with the next state that is none of falling,
//! floating, exiting or bashing up. It is taken back only if the rabbit becomes a digger or a blocker right then.

use crate::sim::ability::Ability;
use crate::sim::block::{Block, Material};
use crate::sim::event::Event;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::{Footing, Surroundings};
use crate::sim::world::World;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.pick(Ability::Bash, Footing::Ground)
}

pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    let ahead = around.rabbit.direction;
    let is_up = around.is_on_upslope();
    let (above_next, next) = (around.above_next(), around.next());
    let steps = &mut around.rabbit.memory.bash_steps;
    if triggered || *steps > 0 {
        match (above_next.map(|block| block.material), next.map(|block| block.material)) {
            (Some(Material::Metal), _) if is_up => {
                *steps = 0;
                return Some(State::BashingUselesslyUp(ahead));
            }
            (Some(Material::Earth), _) if is_up => {
                *steps = 2;
                return Some(State::BashingUp(ahead));
            }
            (None, _) if is_up && triggered => return Some(State::BashingUselesslyUp(ahead)),
            (_, Some(Material::Metal)) => {
                *steps = 0;
                return Some(State::BashingUselessly(ahead));
            }
            (_, Some(Material::Earth)) => {
                *steps = 2;
                return Some(State::Bashing(ahead));
            }
            (_, None) if triggered => return Some(State::BashingUselessly(ahead)),
            (_, None) => {}
        }
    }
    *steps = steps.saturating_sub(1).max(0);
    None
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.bash_steps = 0;
}

/// Bashes away the block ahead, so many cells below the rabbit.
pub(super) fn bash(rabbit: &Rabbit, world: &mut World, down: i32) {
    let cell = rabbit.cell.next(rabbit.direction).offset(0, down);
    world.changes.remove_block(cell, Event::Bashed { index: rabbit.index, cell });
}

/// Up over the slope.
pub(super) fn hop(rabbit: &mut Rabbit) {
    rabbit.hopped = true;
    rabbit.cell = rabbit.cell.above();
}

/// Most states make the rabbit forget that it hopped, and bashing up begins afresh.
pub(super) fn forget_hop(rabbit: &mut Rabbit) {
    let keeps = matches!(rabbit.state, State::EnteringExit | State::EnteringExitClimbing(_) | State::Brollychuting);
    rabbit.hopped &= keeps || rabbit.state.is_falling();
}

/// Takes back the hop of a rabbit that is just above its slope still. This happens while it looks around.
pub(super) fn undo_hop(around: &mut Surroundings) {
    if around.rabbit.hopped && around.here().is_none() && around.below().is_some_and(Block::is_slope) {
        around.rabbit.cell = around.rabbit.cell.below();
        around.rabbit.hopped = false;
    }
}
