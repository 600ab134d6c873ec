//! Bridging: a bridge token is three planks, laid one after another in three small steps each.
//!
//! A plank is laid into the next cell in the rabbit's row; from a slope that leads up, one row higher. The slope in the
//! rabbit's cell decides which, even if the rabbit stands behind it. The bridge ends if
//!
//! - the cell of the plank, or the next cell in the rabbit's row, holds a block other than a slope that leads up;
//! - the cell of the plank holds a blocker;
//! - the cell above the plank holds a solid block, against which the rabbit would bang its head;
//! - the cell two above the rabbit holds a flat block; this does not apply to the first of the three planks.
//!
//! If a block is in the way of the first plank, the plank is laid into the corner before that block: into the rabbit's
//! own cell, or, from a slope, into the cell above. From a slope this also needs a block behind the rabbit in the row
//! of the plank, so that the rabbit is in a hole; and at the first small step the cell two above must not be solid.
//!
//! A token is taken only if the rabbit is not bridging and a bridge can be begun here; otherwise it stays. The way the
//! plank in hand is laid, along, up, or up from a slope that leads down, is fixed at its first small step. From that
//! step on the rabbit counts as standing on a slope: if its floor is removed, it builds on. A plank may be laid over
//! another slope that rises the same way, and over the edge of the world.

use crate::sim::ability::Ability;
use crate::sim::block::Block;
use crate::sim::cell::Direction;
use crate::sim::event::Event;
use crate::sim::rabbit::{Memory, Plank, Rabbit};
use crate::sim::state::{BridgeForm, SmallStep, State};
use crate::sim::surroundings::{Footing, Surroundings};
use crate::sim::tile::Tile;
use crate::sim::world::World;

/// Planks in a token.
const PLANKS: i32 = 3;

/// Small steps in a plank.
const SMALL_STEPS: i32 = 3;

#[inline]
pub(super) fn is_triggered(around: &mut Surroundings) -> bool {
    if around.rabbit.memory.big_steps > 0 {
        tick(around.rabbit);
    }
    around.rabbit.memory.big_steps <= 0
        && around.can_pick(Ability::Bridge, Footing::Ground)
        && plan(around, PLANKS, SMALL_STEPS).is_some()
        && around.pick(Ability::Bridge, Footing::Ground)
}

#[inline]
pub(super) fn next_state(around: &mut Surroundings, triggered: bool) -> Option<State> {
    if triggered {
        around.rabbit.memory.big_steps = PLANKS;
        around.rabbit.memory.small_steps = SMALL_STEPS;
    }
    let Memory { big_steps, small_steps, .. } = around.rabbit.memory;
    let state = if big_steps > 0 { plan(around, big_steps, small_steps) } else { None };
    if state.is_none() {
        cancel(around.rabbit);
    }
    state
}

pub(super) fn cancel(rabbit: &mut Rabbit) {
    rabbit.memory.big_steps = 0;
    rabbit.memory.small_steps = 0;
}

/// One small step of building. The third lays the plank and moves the rabbit onto it.
pub(super) fn build(rabbit: &mut Rabbit, world: &mut World, form: BridgeForm, direction: Direction, step: SmallStep) {
    rabbit.on_slope = true;
    match step {
        SmallStep::One | SmallStep::Two => {
            rabbit.memory.plank = match form {
                BridgeForm::Along | BridgeForm::InCorner | BridgeForm::InCornerUp => Plank::Along,
                BridgeForm::Up => Plank::Up,
                BridgeForm::DownUp => Plank::DownUp,
            };
        }
        SmallStep::Three => {
            rabbit.cell = form.plank_cell(rabbit.cell, direction);
            world.changes.added.push((rabbit.cell, Block::bridge(direction)));
            world.changes.events.push(Event::Built { index: rabbit.index, cell: rabbit.cell });
        }
    }
}

/// Counts down the small steps, and after the last one of a plank the planks. Called in every decision of a bridger.
fn tick(rabbit: &mut Rabbit) {
    let memory = &mut rabbit.memory;
    memory.small_steps = memory.small_steps.saturating_sub(1);
    if memory.small_steps <= 0 {
        memory.big_steps = memory.big_steps.saturating_sub(1);
        memory.small_steps = SMALL_STEPS;
    }
}

/// The next state of a bridger with these numbers of planks and small steps left; none if it cannot go on here.
fn plan(around: &Surroundings, big_steps: i32, small_steps: i32) -> Option<State> {
    let ahead = around.rabbit.direction;
    let step = match small_steps {
        3 => SmallStep::One,
        2 => SmallStep::Two,
        1 => SmallStep::Three,
        _ => return None,
    };
    let here = around.here();
    let level = if around.is_upslope(here) { -1 } else { 0 };
    let is_in_the_way = |tile: Tile| tile.is_some() && !around.is_upslope(tile);
    let is_first = big_steps == PLANKS;

    let form = if is_first && is_in_the_way(around.block(1, level)) {
        in_corner(around, level, step)?
    } else {
        let is_stopped = is_in_the_way(around.block(1, level))
            || around.is_blocked(1, level)
            || is_in_the_way(around.next())
            || around.block(1, level - 1).is_solid()
            || (big_steps < PLANKS && around.block(0, -2).is_flat());
        if is_stopped {
            return None;
        }
        match step {
            SmallStep::One if around.is_upslope(here) => BridgeForm::Up,
            SmallStep::One if around.is_downslope(here) => BridgeForm::DownUp,
            SmallStep::One => BridgeForm::Along,
            SmallStep::Two | SmallStep::Three => match around.rabbit.memory.plank {
                Plank::Along => BridgeForm::Along,
                Plank::Up => BridgeForm::Up,
                Plank::DownUp => BridgeForm::DownUp,
            },
        }
    };
    Some(State::Bridging(form, ahead, step))
}

/// How to build into the corner, when a block is in the way in the row of the plank.
fn in_corner(around: &Surroundings, level: i32, step: SmallStep) -> Option<BridgeForm> {
    if !around.here().is_slope() {
        return Some(BridgeForm::InCorner);
    }
    let is_in_hole = around.block(-1, level).is_some();
    let bangs_head = step == SmallStep::One && around.block(0, -2).is_solid();
    (is_in_hole && !bangs_head).then_some(BridgeForm::InCornerUp)
}
