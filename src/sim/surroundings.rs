//! What a rabbit sees when it decides: the blocks near it, relative to the direction that it faces, blockers, and the
//! things in its cell.

use super::ability::Ability;
use super::cell_mark::CellMark;
use super::event::Event;
use super::rabbit::Rabbit;
use super::tile::Tile;
use super::world::World;

/// A rabbit that is deciding what to do next, and the world around it. The world's own list of rabbits is empty in this
/// phase: the census finds the other rabbits of a cell.
pub(super) struct Surroundings<'a> {
    pub(super) world: &'a mut World,
    pub(super) rabbit: &'a mut Rabbit,
    /// The index of its cell in the ground.
    at: usize,
    /// The distances there to the next cell, and to the cell below.
    column: isize,
    row: isize,
    /// The first token in its cell that is not taken yet, by its position in the world's list, once it is looked for.
    token: Option<(usize, Ability)>,
}

/// Whether a rabbit needs ground under its feet to take a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Footing {
    Ground,
    GroundOrAir,
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(world: &'a mut World, rabbit: &'a mut Rabbit) -> Surroundings<'a> {
        let at = world.ground.index(rabbit.cell);
        let (column, row) = (rabbit.direction.sign() as isize, world.ground.row());
        Surroundings { world, rabbit, at, column, row, token: None }
    }

    /// Looks for a token in the rabbit's cell.
    pub(super) fn find_token(&mut self) {
        self.token = if self.mark().has_token() { self.first_token() } else { None };
    }

    fn first_token(&self) -> Option<(usize, Ability)> {
        let token = self.world.census.things.first_token(self.rabbit.cell)?;
        self.world.things[token].ability().map(|ability| (token, ability))
    }

    /// The block in the cell `ahead` columns in front of the rabbit and `down` rows below it, at most two of either.
    pub(super) fn block(&self, ahead: i32, down: i32) -> Tile {
        self.world.ground.tile_at(self.at, self.distance(ahead, down))
    }

    pub(super) fn here(&self) -> Tile {
        self.block(0, 0)
    }

    pub(super) fn next(&self) -> Tile {
        self.block(1, 0)
    }

    pub(super) fn above(&self) -> Tile {
        self.block(0, -1)
    }

    pub(super) fn above_next(&self) -> Tile {
        self.block(1, -1)
    }

    pub(super) fn below(&self) -> Tile {
        self.block(0, 1)
    }

    /// Whether the block stops a walking rabbit: a flat block, or the back of a ramp, but not the back of a bridge.
    pub(super) fn is_wall(&self, tile: Tile) -> bool {
        tile.is_wall(self.rabbit.direction)
    }

    /// Whether it is a ramp or bridge that rises the way the rabbit faces.
    pub(super) fn is_upslope(&self, tile: Tile) -> bool {
        tile.rises(self.rabbit.direction)
    }

    /// Whether it is a ramp or bridge that falls away the way the rabbit faces.
    pub(super) fn is_downslope(&self, tile: Tile) -> bool {
        tile.rises(self.rabbit.direction.opposite())
    }

    /// Whether the rabbit stands on a slope that leads up.
    pub(super) fn is_on_upslope(&self) -> bool {
        self.rabbit.on_slope && self.is_upslope(self.here())
    }

    /// Whether nothing holds the rabbit up. A flat block below does, and the slope that it stands on, unless that was
    /// dug or bashed away in this step. A slope in the cell below does not.
    pub(super) fn is_airborne(&self) -> bool {
        !self.below().is_flat() && !self.is_held_by_slope()
    }

    fn is_held_by_slope(&self) -> bool {
        self.rabbit.on_slope && self.world.changes.removed.binary_search(&self.rabbit.cell).is_err()
    }

    /// Whether a blocker, rabbit or rabbot, is in that cell. Those earlier in the list have their new state already,
    /// the others their old one.
    pub(super) fn is_blocked(&self, ahead: i32, down: i32) -> bool {
        self.mark_of(ahead, down).has_blocker()
    }

    /// 1 if a blocker is in that cell, else 0.
    pub(super) fn blockers(&self, ahead: i32, down: i32) -> usize {
        self.mark_of(ahead, down).blockers()
    }

    /// Whether a rabbit may be in the cell of a rabbot, or in the next column and at most one cell higher or lower.
    pub(super) fn is_near_rabbit(&self) -> bool {
        let near = [(0, 0), (1, -1), (1, 0), (1, 1)];
        near.into_iter().any(|(ahead, down)| self.mark_of(ahead, down).may_have_rabbit())
    }

    /// What is in the rabbit's cell.
    pub(super) fn mark(&self) -> CellMark {
        self.world.census.mark_at(self.at)
    }

    fn mark_of(&self, ahead: i32, down: i32) -> CellMark {
        self.world.census.mark_at(self.at.wrapping_add_signed(self.distance(ahead, down)))
    }

    fn distance(&self, ahead: i32, down: i32) -> isize {
        self.row * down as isize + self.column * ahead as isize
    }

    /// Whether the rabbit can take a token of this kind: the first token in its cell is one, the rabbit has the footing
    /// for it, and is not in a fatal fall already.
    #[inline(always)]
    pub(super) fn can_pick(&self, ability: Ability, footing: Footing) -> bool {
        self.token.is_some_and(|(_, kind)| kind == ability) && self.can_reach(footing)
    }

    /// Takes a token of this kind, if it can.
    #[inline(always)]
    pub(super) fn pick(&mut self, ability: Ability, footing: Footing) -> bool {
        let can_pick = self.can_pick(ability, footing);
        if can_pick {
            self.take_token();
        }
        can_pick
    }

    fn can_reach(&self, footing: Footing) -> bool {
        let fallen = self.rabbit.memory.fallen;
        let is_doomed = self.rabbit.state.is_falling() && fallen > self.rabbit.species.fatal_height();
        let is_footed = footing == Footing::GroundOrAir || self.rabbit.on_slope || self.below().is_some();
        !is_doomed && is_footed
    }

    fn take_token(&mut self) {
        let Some((token, ability)) = self.token else { return };
        let Rabbit { index, cell, .. } = *self.rabbit;
        self.world.discard(token);
        self.world.census.remove_token(&self.world.ground, cell, token);
        self.world.changes.events.push(Event::Took { index, cell, ability });
        self.find_token();
    }

    /// Moves the rabbit down by a cell. Nobody else moves in this phase, and no rabbit takes a token after that.
    pub(super) fn sink(&mut self) {
        self.rabbit.cell = self.rabbit.cell.below();
        self.at = self.world.ground.index(self.rabbit.cell);
        self.token = None;
    }
}
