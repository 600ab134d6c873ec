//! Walking: what a rabbit does if it does nothing else. It walks ahead, up and down slopes, and turns round at walls
//! and blockers. It does not turn at the edge of the world, nor at a drop: it walks one cell out, and then falls.
//!
//! Where it stands on a slope that leads up:
//!
//! | around it                                                                           | what it does            |
//! |-------------------------------------------------------------------------------------|-------------------------|
//! | a wall or blocker ahead and above; anything solid above its head; or a slope leading down in the next cell, with a blocker on it and nothing above it | turns round |
//! | a slope leading up in the cell ahead and above                                      | rises on                |
//! | a slope leading down in the next cell                                               | goes over the crest     |
//! | anything else                                                                       | steps off the slope     |
//!
//! Where it stands on a slope that leads down:
//!
//! | around it                                                                           | what it does            |
//! |-------------------------------------------------------------------------------------|-------------------------|
//! | a wall in the next cell; a blocker in the one below that; or a slope leading up in the next cell, with a blocker on it | turns round |
//! | a slope leading up in the next cell                                                 | goes through the valley |
//! | a slope leading down ahead and below                                                | goes on down            |
//! | a blocker in the next cell                                                          | turns round             |
//! | anything else                                                                       | steps off the slope     |
//!
//! Everywhere else: on the floor, behind a bridge, or in the air with a stale `on_slope`:
//!
//! | around it                                                                           | what it does            |
//! |-------------------------------------------------------------------------------------|-------------------------|
//! | a wall or blocker in the next cell                                                  | turns round             |
//! | a slope leading up in the next cell                                                 | begins to rise          |
//! | a slope leading down ahead and below, with a blocker on it                          | turns round             |
//! | a slope leading down ahead and below                                                | begins to go down       |
//! | anything else                                                                       | walks                   |
//!
//! The back of a bridge is neither a wall nor a slope that leads up: rabbits walk past behind it. But one that turns
//! round in a cell with a bridge hops onto it, and one that stands on it already hops onto the bridge in the cell
//! above, if there is one. That is how rabbits get out of holes.

use crate::sim::cell::Direction;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;
use crate::sim::world::World;

#[inline(always)]
pub(super) fn state(around: &Surroundings) -> State {
    if around.is_on_upslope() {
        rising(around)
    } else if around.is_on_downslope() {
        lowering(around)
    } else {
        level(around)
    }
}

/// Walks into the next column: up or down by a row, or in its own row; onto a slope, or onto the floor.
#[inline]
pub(super) fn go(rabbit: &mut Rabbit, to: Direction) {
    let down = match rabbit.state {
        State::RisingContinue(_) | State::RisingEnd(_) => -1,
        State::LoweringStart(_) | State::LoweringContinue(_) => 1,
        _ => 0,
    };
    rabbit.cell = rabbit.cell.next(to).offset(0, down);
    rabbit.on_slope = !matches!(rabbit.state, State::Walking(_) | State::RisingEnd(_) | State::LoweringEnd(_));
}

/// Turns to face the direction, and hops onto a bridge if there is one.
pub(super) fn turn(rabbit: &mut Rabbit, world: &World, to: Direction) {
    let is_bridge = |cell| world.ground.tile(cell).is_bridge();
    rabbit.direction = to;
    if is_bridge(rabbit.cell) {
        if rabbit.on_slope && is_bridge(rabbit.cell.above()) {
            rabbit.cell = rabbit.cell.above();
        }
        rabbit.on_slope = true;
    }
}

fn rising(around: &Surroundings) -> State {
    let ahead = around.rabbit.direction;
    let (next, above_next) = (around.next(), around.above_next());
    let bangs_head = around.above().is_solid();
    let is_crest_blocked = above_next.is_none() && around.is_downslope(next) && around.is_blocked(1, 0);
    if around.is_wall(above_next) || around.is_blocked(1, -1) || bangs_head || is_crest_blocked {
        State::TurningRising(ahead.opposite())
    } else if around.is_upslope(above_next) {
        State::RisingContinue(ahead)
    } else if around.is_downslope(next) {
        State::RisingAndLowering(ahead)
    } else {
        State::RisingEnd(ahead)
    }
}

fn lowering(around: &Surroundings) -> State {
    let ahead = around.rabbit.direction;
    let next = around.next();
    let is_valley_blocked = around.is_upslope(next) && around.is_blocked(1, 0);
    if around.is_wall(next) || around.is_blocked(1, 1) || is_valley_blocked {
        State::TurningLowering(ahead.opposite())
    } else if around.is_upslope(next) {
        State::LoweringAndRising(ahead)
    } else if around.is_downslope(around.below_next()) {
        State::LoweringContinue(ahead)
    } else if around.is_blocked(1, 0) {
        State::TurningLowering(ahead.opposite())
    } else {
        State::LoweringEnd(ahead)
    }
}

fn level(around: &Surroundings) -> State {
    let ahead = around.rabbit.direction;
    let next = around.next();
    if around.is_wall(next) || around.is_blocked(1, 0) {
        State::Turning(ahead.opposite())
    } else if around.is_upslope(next) {
        State::RisingStart(ahead)
    } else if around.is_downslope(around.below_next()) {
        if around.is_blocked(1, 1) { State::Turning(ahead.opposite()) } else { State::LoweringStart(ahead) }
    } else {
        State::Walking(ahead)
    }
}
