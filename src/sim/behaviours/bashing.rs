//! Bashing: a rabbit that takes a bash token on the ground bashes through the blocks ahead, cell by cell, until there
//! is a gap or metal.
//!
//! | where it stands   | what is ahead                                 | what it does                                   |
//! |-------------------|-----------------------------------------------|------------------------------------------------|
//! | slope leading up  | metal in the cell ahead and above             | bashes uselessly, one cell higher, and stops   |
//! | slope leading up  | another block there                           | bashes it, one cell higher                     |
//! | slope leading up  | nothing there, and the token is just taken    | bashes uselessly, one cell higher              |
//! | anywhere          | metal in the cell ahead                       | bashes uselessly, and stops                    |
//! | anywhere          | another block there                           | bashes it                                      |
//! | anywhere          | nothing there, and the token is just taken    | bashes uselessly                               |
//!
//! Slopes and bridges count as blocks like any other. After each bash the rabbit tries for two more steps: in the first
//! it walks into the hole, in the second it meets what is behind. So a gap of one cell stops it.
//!
//! Bashing up lifts the rabbit by a cell, above its slope, and leaves `on_slope` set: so it hovers there, and walks on
//! at that height. The hop is forgotten in the next state other than falling, floating, exiting or bashing up. It is
//! undone only if the rabbit starts to dig or to block before that.

use crate::sim::ability::Ability;
use crate::sim::block::Material;
use crate::sim::event::Event;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::{Footing, Surroundings};
use crate::sim::world::World;

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    around.pick(Ability::Bash, Footing::Ground)
}

#[inline]
pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    if triggered || around.rabbit.memory.bash_steps > 0 {
        meet(around, triggered)
    } else {
        around.rabbit.memory.bash_steps = 0;
        None
    }
}

/// What it does about the blocks ahead, while it bashes.
fn meet(around: &mut Surroundings, triggered: bool) -> Option<State> {
    let ahead = around.rabbit.direction;
    let is_up = around.is_on_upslope();
    let (above_next, next) = (around.above_next(), around.next());
    let steps = &mut around.rabbit.memory.bash_steps;
    match (above_next.material(), next.material()) {
        (Some(Material::Metal), _) if is_up => {
            *steps = 0;
            Some(State::BashingUselesslyUp(ahead))
        }
        (Some(Material::Earth), _) if is_up => {
            *steps = 2;
            Some(State::BashingUp(ahead))
        }
        (None, _) if is_up && triggered => Some(State::BashingUselesslyUp(ahead)),
        (_, Some(Material::Metal)) => {
            *steps = 0;
            Some(State::BashingUselessly(ahead))
        }
        (_, Some(Material::Earth)) => {
            *steps = 2;
            Some(State::Bashing(ahead))
        }
        (_, None) if triggered => Some(State::BashingUselessly(ahead)),
        (_, None) => {
            *steps -= 1;
            None
        }
    }
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.bash_steps = 0;
}

/// Bashes away the block ahead, in the row `down` cells below the rabbit's.
pub(super) fn bash(rabbit: &Rabbit, world: &mut World, down: i32) {
    let cell = rabbit.cell.next(rabbit.direction).offset(0, down);
    world.changes.remove_block(cell, Event::Bashed { index: rabbit.index, cell });
}

/// Moves up by a cell, above the slope.
pub(super) fn hop(rabbit: &mut Rabbit) {
    rabbit.hopped = true;
    rabbit.cell = rabbit.cell.above();
}

/// Forgets the hop, in all but a few states. Bashing up sets it again.
pub(super) fn forget_hop(rabbit: &mut Rabbit) {
    if rabbit.hopped {
        let keeps = matches!(rabbit.state, State::EnteringExit | State::EnteringExitClimbing(_) | State::Brollychuting);
        rabbit.hopped = keeps || rabbit.state.is_falling();
    }
}

/// Undoes the hop of a rabbit that is still right above its slope. This happens while it decides.
pub(super) fn undo_hop(around: &mut Surroundings) {
    if around.rabbit.hopped && around.here().is_none() && around.below().is_slope() {
        around.sink();
        around.rabbit.hopped = false;
    }
}
