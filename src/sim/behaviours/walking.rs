//! Walking: what a rabbit does if it does nothing else. It walks ahead, up and down slopes, and turns round at walls
//! and blockers. It does not turn at the edge of the world, nor at a drop: it walks one cell out, and then falls.
//!
//! *Ahead* is the cell of the next column into which it would walk: where it stands on a slope that leads up, that is
//! one row higher than the rabbit, elsewhere in its row. *Under* is the cell below that.
//!
//! Where it stands on a slope that leads up:
//!
//! | around it                                                                           | what it does            |
//! |-------------------------------------------------------------------------------------|-------------------------|
//! | a wall or blocker ahead; anything solid above its head; or a slope leading down under, with a blocker on it and nothing ahead | turns round |
//! | a slope leading up ahead                                                            | rises on                |
//! | a slope leading down under                                                          | goes over the crest     |
//! | anything else                                                                       | steps off the slope     |
//!
//! Where it stands on a slope that leads down:
//!
//! | around it                                                                           | what it does            |
//! |-------------------------------------------------------------------------------------|-------------------------|
//! | a wall ahead; a blocker under; or a slope leading up ahead, with a blocker on it     | turns round             |
//! | a slope leading up ahead                                                            | goes through the valley |
//! | a slope leading down under                                                          | goes on down            |
//! | a blocker ahead                                                                     | turns round             |
//! | anything else                                                                       | steps off the slope     |
//!
//! Everywhere else: on the floor, behind a bridge, or in the air with a stale `on_slope`:
//!
//! | around it                                                                           | what it does            |
//! |-------------------------------------------------------------------------------------|-------------------------|
//! | a wall or blocker ahead                                                             | turns round             |
//! | a slope leading up ahead                                                            | begins to rise          |
//! | a slope leading down under, with a blocker on it                                    | turns round             |
//! | a slope leading down under                                                          | begins to go down       |
//! | anything else                                                                       | walks                   |
//!
//! The back of a bridge is neither a wall nor a slope that leads up: rabbits walk past behind it. But one that turns
//! round in a cell with a bridge hops onto it, and one that stands on it already hops onto the bridge in the cell
//! above, if there is one. That is how rabbits get out of holes.
//!
//! What a rabbit sees is one number, and a table says what it does: these rules, worked out beforehand for every
//! number.

use super::view::View;
use crate::sim::cell::Direction;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;
use crate::sim::world::World;

/// What a rabbit does, by the direction that it faces and what it sees.
static STATES: [[State; View::ALL]; 2] = [states(Direction::Left), states(Direction::Right)];

#[inline(always)]
pub(super) fn state(around: &Surroundings) -> State {
    STATES[around.rabbit.direction as usize][View::of(around).number()]
}

const fn states(ahead: Direction) -> [State; View::ALL] {
    let mut states = [State::Walking(ahead); View::ALL];
    let mut number = 0;
    while number < View::ALL {
        let view = View::numbered(number);
        states[number] = if view.has(View::ON_UPSLOPE) {
            rising(view, ahead)
        } else if view.has(View::ON_DOWNSLOPE) {
            lowering(view, ahead)
        } else {
            level(view, ahead)
        };
        number += 1;
    }
    states
}

const fn rising(view: View, ahead: Direction) -> State {
    let is_crest_blocked = !view.has(View::BLOCK_AHEAD) && view.has(View::DOWNSLOPE_UNDER | View::BLOCKER_UNDER);
    let is_blocked = view.has(View::WALL_AHEAD) || view.has(View::BLOCKER_AHEAD) || view.has(View::SOLID_ABOVE);
    if is_blocked || is_crest_blocked {
        State::TurningRising(ahead.opposite())
    } else if view.has(View::UPSLOPE_AHEAD) {
        State::RisingContinue(ahead)
    } else if view.has(View::DOWNSLOPE_UNDER) {
        State::RisingAndLowering(ahead)
    } else {
        State::RisingEnd(ahead)
    }
}

const fn lowering(view: View, ahead: Direction) -> State {
    let is_valley_blocked = view.has(View::UPSLOPE_AHEAD | View::BLOCKER_AHEAD);
    if view.has(View::WALL_AHEAD) || view.has(View::BLOCKER_UNDER) || is_valley_blocked {
        State::TurningLowering(ahead.opposite())
    } else if view.has(View::UPSLOPE_AHEAD) {
        State::LoweringAndRising(ahead)
    } else if view.has(View::DOWNSLOPE_UNDER) {
        State::LoweringContinue(ahead)
    } else if view.has(View::BLOCKER_AHEAD) {
        State::TurningLowering(ahead.opposite())
    } else {
        State::LoweringEnd(ahead)
    }
}

const fn level(view: View, ahead: Direction) -> State {
    if view.has(View::WALL_AHEAD) || view.has(View::BLOCKER_AHEAD) {
        State::Turning(ahead.opposite())
    } else if view.has(View::UPSLOPE_AHEAD) {
        State::RisingStart(ahead)
    } else if view.has(View::DOWNSLOPE_UNDER | View::BLOCKER_UNDER) {
        State::Turning(ahead.opposite())
    } else if view.has(View::DOWNSLOPE_UNDER) {
        State::LoweringStart(ahead)
    } else {
        State::Walking(ahead)
    }
}

/// Where a rabbit stands in the cell into which it walks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Onto {
    Floor,
    Slope,
}

/// Walks into the next column, so many rows down.
#[inline]
pub(super) fn go(rabbit: &mut Rabbit, to: Direction, down: i32, onto: Onto) {
    rabbit.cell = rabbit.cell.next(to).offset(0, down);
    rabbit.on_slope = onto == Onto::Slope;
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
