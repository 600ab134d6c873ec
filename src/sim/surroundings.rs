//! What a rabbit sees when it decides: the blocks near it, relative to the direction that it faces, blockers, and the
//! things in its cell.

use super::ability::Ability;
use super::block::Block;
use super::cell::{Cell, Direction};
use super::event::Event;
use super::rabbit::Rabbit;
use super::world::World;

/// A rabbit that is deciding what to do next, and the world around it.
pub(super) struct Surroundings<'a> {
    pub(super) world: &'a mut World,
    pub(super) rabbit: &'a mut Rabbit,
    /// Whether an exit is in its cell.
    pub(super) exit: bool,
    /// Whether a fire is in its cell, in any state.
    pub(super) fire: bool,
    /// The index of the first token in its cell that is not taken yet. It hides the others.
    token: Option<usize>,
}

/// Whether a rabbit needs ground under its feet to take a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Footing {
    Ground,
    GroundOrAir,
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(world: &'a mut World, rabbit: &'a mut Rabbit) -> Surroundings<'a> {
        let mut around = Surroundings { world, rabbit, exit: false, fire: false, token: None };
        around.find_things();
        around
    }

    /// The block in the cell `ahead` columns in front of the rabbit and `down` rows below it.
    pub(super) fn block(&self, ahead: i32, down: i32) -> Option<Block> {
        self.world.ground.block(self.cell(ahead, down))
    }

    fn cell(&self, ahead: i32, down: i32) -> Cell {
        self.rabbit.cell.offset(ahead * self.rabbit.direction.sign(), down)
    }

    pub(super) fn here(&self) -> Option<Block> {
        self.block(0, 0)
    }

    pub(super) fn next(&self) -> Option<Block> {
        self.block(1, 0)
    }

    pub(super) fn above(&self) -> Option<Block> {
        self.block(0, -1)
    }

    pub(super) fn above_next(&self) -> Option<Block> {
        self.block(1, -1)
    }

    pub(super) fn below(&self) -> Option<Block> {
        self.block(0, 1)
    }

    pub(super) fn below_next(&self) -> Option<Block> {
        self.block(1, 1)
    }

    /// Whether the block stops a walking rabbit: a flat block, or the back of a ramp, but not the back of a bridge.
    pub(super) fn is_wall(&self, block: Option<Block>) -> bool {
        block.is_some_and(|block| block.is_flat() || (!block.is_bridge() && self.is_downslope(Some(block))))
    }

    /// Whether it is a ramp or bridge that rises the way the rabbit faces.
    pub(super) fn is_upslope(&self, block: Option<Block>) -> bool {
        rises(block, self.rabbit.direction)
    }

    /// Whether it is a ramp or bridge that falls away the way the rabbit faces.
    pub(super) fn is_downslope(&self, block: Option<Block>) -> bool {
        rises(block, self.rabbit.direction.opposite())
    }

    /// Whether the rabbit stands on a slope that leads up.
    pub(super) fn is_on_upslope(&self) -> bool {
        self.rabbit.on_slope && self.is_upslope(self.here())
    }

    /// Whether the rabbit stands on a slope that leads down.
    pub(super) fn is_on_downslope(&self) -> bool {
        self.rabbit.on_slope && self.is_downslope(self.here())
    }

    /// Whether nothing holds the rabbit up. A flat block below does, and the slope that it stands on, unless that was
    /// dug or bashed away in this step. A slope in the cell below does not.
    pub(super) fn is_airborne(&self) -> bool {
        !self.below().is_some_and(Block::is_flat) && !self.is_held_by_slope()
    }

    fn is_held_by_slope(&self) -> bool {
        self.rabbit.on_slope && self.world.changes.just_removed.binary_search(&self.rabbit.cell).is_err()
    }

    /// Whether a blocker, rabbit or rabbot, is in that cell. Those earlier in the list have their new state already,
    /// the others their old one.
    pub(super) fn is_blocked(&self, ahead: i32, down: i32) -> bool {
        let cell = self.cell(ahead, down);
        self.world.census.has_blocker(cell)
    }

    /// Whether the rabbit can take a token of this kind: the first token in its cell is one, the rabbit has the footing
    /// for it, and is not in a fatal fall already.
    pub(super) fn can_pick(&self, ability: Ability, footing: Footing) -> bool {
        let Some(token) = self.token else { return false };
        let fallen = self.rabbit.memory.fallen;
        let is_doomed = self.rabbit.state.is_falling() && fallen > self.rabbit.species.fatal_height();
        let is_footed = footing == Footing::GroundOrAir || self.rabbit.on_slope || self.below().is_some();
        !is_doomed && is_footed && self.world.things[token].ability() == Some(ability)
    }

    /// Takes a token of this kind, if it can.
    pub(super) fn pick(&mut self, ability: Ability, footing: Footing) -> bool {
        let can_pick = self.can_pick(ability, footing);
        if can_pick && let Some(token) = self.token {
            let Rabbit { index, cell, .. } = *self.rabbit;
            self.world.discard(token);
            self.world.census.remove_token(cell, token);
            self.world.changes.events.push(Event::Took { index, cell, ability });
            self.find_things();
        }
        can_pick
    }

    /// Finds the things in the rabbit's cell.
    fn find_things(&mut self) {
        let (census, cell) = (&self.world.census, self.rabbit.cell);
        self.exit = census.has_exit(cell);
        self.fire = census.has_fire(cell);
        self.token = census.first_token(cell);
    }
}

fn rises(block: Option<Block>, direction: Direction) -> bool {
    block.and_then(Block::rise) == Some(direction)
}
