//! Climbing: a climb token, taken on the ground or in the air, lets a rabbit climb walls from then on.
//!
//! | what it did                  | around it                                     | what it does                          |
//! |------------------------------|-----------------------------------------------|---------------------------------------|
//! | got onto the wall            | the wall goes on in the cell above            | climbs up a cell                      |
//! | got onto the wall            | it does not                                   | climbs over the top                   |
//! | the first half of a cell     |                                               | climbs up a cell                      |
//! | climbed up a cell            | a solid block above its head                  | bangs its head, lets go, and turns    |
//! | climbed up a cell            | the wall goes on in the cell above            | the first half of the next cell       |
//! | climbed up a cell            | it does not                                   | climbs over the top                   |
//! | anything else                | a wall ahead and nothing solid above its head | gets onto the wall                    |
//!
//! For a rabbit on a slope that leads up, the wall must be ahead and one cell higher. The back of an earth ramp is a
//! wall, that of a bridge is not, and a bridge above is no obstacle. On a wall a rabbit neither falls nor floats. After
//! climbing over the back of a ramp it is in the cell above the ramp, and falls onto it.

use crate::sim::ability::Ability;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::{Footing, Surroundings};
use crate::sim::world::World;

/// What a rabbit has just done on a wall.
#[derive(Clone, Copy)]
enum Hold {
    /// It got onto the wall, at its foot.
    Foot,
    /// It did the first half of a cell.
    Half,
    /// It climbed up a cell.
    Whole,
    /// It was not climbing up.
    None,
}

impl Hold {
    const fn of(state: State) -> Hold {
        if matches!(state, State::ClimbingStart(_)) {
            Hold::Foot
        } else if matches!(state, State::ClimbingContinue1(_)) {
            Hold::Half
        } else if matches!(state, State::ClimbingContinue2(_)) {
            Hold::Whole
        } else {
            Hold::None
        }
    }
}

pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    !around.rabbit.memory.climber && around.pick(Ability::Climb, Footing::GroundOrAir)
}

#[inline]
pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    around.rabbit.memory.climber |= triggered;
    if around.rabbit.memory.climber { go_up(around) } else { None }
}

fn go_up(around: &mut Surroundings) -> Option<State> {
    let ahead = around.rabbit.direction;
    let wall_goes_on = around.is_wall(around.above_next());
    let bangs_head = around.above().is_solid();
    match Hold::of(around.rabbit.state) {
        Hold::Foot if wall_goes_on => Some(State::ClimbingContinue2(ahead)),
        Hold::Foot => Some(State::ClimbingEnd(ahead)),
        Hold::Half => Some(State::ClimbingContinue2(ahead)),
        Hold::Whole if bangs_head => {
            around.rabbit.memory.climbing = false;
            Some(State::ClimbingBangHead(ahead))
        }
        Hold::Whole if wall_goes_on => Some(State::ClimbingContinue1(ahead)),
        Hold::Whole => Some(State::ClimbingEnd(ahead)),
        Hold::None => {
            let foot = if around.is_on_upslope() { -1 } else { 0 };
            (!bangs_head && around.is_wall(around.block(1, foot))).then_some(State::ClimbingStart(ahead))
        }
    }
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.climbing = false;
}

/// Holds on to the wall, in the same cell.
pub(super) fn hang(rabbit: &mut Rabbit) {
    rabbit.on_slope = false;
    rabbit.memory.climbing = true;
}

/// Climbs up by a cell.
pub(super) fn climb(rabbit: &mut Rabbit) {
    hang(rabbit);
    rabbit.cell = rabbit.cell.above();
}

/// Moves onto the top of the wall, and onto a slope if there is one.
pub(super) fn climb_over(rabbit: &mut Rabbit, world: &World) {
    rabbit.cell = rabbit.cell.next(rabbit.direction).above();
    rabbit.on_slope = world.ground.tile(rabbit.cell).rises(rabbit.direction);
    rabbit.memory.climbing = false;
}

/// Turns away from the wall. It will fall from here.
pub(super) fn let_go(rabbit: &mut Rabbit) {
    rabbit.on_slope = false;
    rabbit.direction = rabbit.direction.opposite();
}
