//! Walking: what a rabbit does if it does nothing else. It walks ahead, up and down slopes, and turns round at walls
//! and blockers. It does not turn at the edge of the world, nor at a drop: it walks one cell out, and then falls.
//!
//! *Ahead* is the cell of the next column into which it would walk: where it stands on a slope that leads up, that is one
//! row higher than the rabbit, elsewhere in its row. *Under* is the cell below that.
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
//! There is little to see and much to ask, and the answers can hardly be foreseen. So what a rabbit sees is gathered as
//! one number, and a table says what it does: these rules, worked out beforehand for every number.

use crate::sim::cell::Direction;
use crate::sim::rabbit::Rabbit;
use crate::sim::state::State;
use crate::sim::surroundings::Surroundings;
use crate::sim::tile::Tile;
use crate::sim::world::World;

/// What a walking rabbit sees, a bit each.
#[derive(Clone, Copy)]
struct View(usize);

impl View {
    const ON_DOWNSLOPE: usize = 1;
    const ON_UPSLOPE: usize = 1 << 1;
    const SLOPES: usize = View::ON_DOWNSLOPE | View::ON_UPSLOPE;
    const SOLID_ABOVE: usize = 1 << 2;
    const BLOCKER_AHEAD: usize = 1 << 3;
    const BLOCKER_UNDER: usize = 1 << 4;
    const DOWNSLOPE_UNDER: usize = 1 << 5;
    const UPSLOPE_AHEAD: usize = 1 << 6;
    const WALL_AHEAD: usize = 1 << 7;
    const BLOCK_AHEAD: usize = 1 << 8;
    /// How many views there are.
    const ALL: usize = 1 << 9;

    /// Puts together what the cells around show.
    #[inline(always)]
    fn of(around: &Surroundings) -> View {
        let sights = &SIGHTS[around.rabbit.direction as usize];
        let sight = |tile: Tile| &sights[tile.shape()];
        let slope = sight(around.here()).here & (View::SLOPES * usize::from(around.rabbit.on_slope));
        let row = -((slope / View::ON_UPSLOPE) as i32);
        View(
            slope
                | sight(around.above()).above
                | sight(around.block(1, row)).ahead
                | sight(around.block(1, row + 1)).under
                | (around.blockers(1, row) * View::BLOCKER_AHEAD)
                | (around.blockers(1, row + 1) * View::BLOCKER_UNDER),
        )
    }

    const fn has(self, bits: usize) -> bool {
        self.0 & bits == bits
    }
}

/// What a block adds to a view, by the cell that it is in: the rabbit's own, the one above, ahead or under that.
#[derive(Clone, Copy)]
struct Sight {
    here: usize,
    above: usize,
    ahead: usize,
    under: usize,
}

impl Sight {
    const fn of(tile: Tile, facing: Direction) -> Sight {
        let (upslope, downslope) = (tile.rises(facing), tile.rises(facing.opposite()));
        Sight {
            here: bit(upslope, View::ON_UPSLOPE) | bit(downslope, View::ON_DOWNSLOPE),
            above: bit(tile.is_solid(), View::SOLID_ABOVE),
            ahead: bit(upslope, View::UPSLOPE_AHEAD)
                | bit(tile.is_wall(facing), View::WALL_AHEAD)
                | bit(tile.is_some(), View::BLOCK_AHEAD),
            under: bit(downslope, View::DOWNSLOPE_UNDER),
        }
    }
}

const fn bit(is_seen: bool, bit: usize) -> usize {
    if is_seen { bit } else { 0 }
}

/// By direction and shape.
static SIGHTS: [[Sight; Tile::SHAPES]; 2] = [sights(Direction::Left), sights(Direction::Right)];

const fn sights(facing: Direction) -> [Sight; Tile::SHAPES] {
    let mut sights = [Sight::of(Tile::NONE, facing); Tile::SHAPES];
    let mut shape = 0;
    while shape < Tile::SHAPES {
        sights[shape] = Sight::of(Tile::of_shape(shape), facing);
        shape += 1;
    }
    sights
}

/// What a rabbit does, by the direction that it faces and what it sees.
static STATES: [[State; View::ALL]; 2] = [states(Direction::Left), states(Direction::Right)];

#[inline(always)]
pub(super) fn state(around: &Surroundings) -> State {
    STATES[around.rabbit.direction as usize][View::of(around).0]
}

const fn states(ahead: Direction) -> [State; View::ALL] {
    let mut states = [State::Walking(ahead); View::ALL];
    let mut number = 0;
    while number < View::ALL {
        let view = View(number);
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
pub(super) enum Stance {
    Floor,
    Slope,
}

/// Walks into the next column, so many rows down.
#[inline]
pub(super) fn go(rabbit: &mut Rabbit, to: Direction, down: i32, stance: Stance) {
    rabbit.cell = rabbit.cell.next(to).offset(0, down);
    rabbit.on_slope = stance == Stance::Slope;
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
