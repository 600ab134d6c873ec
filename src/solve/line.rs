//! A line of the search: orders so far, the world that they led to, and how it goes on without more.

use std::rc::Rc;
use std::sync::Arc;

use super::bounds::{ExitReach, Reaches};
use super::stock::Stock;
use super::terrain::Terrain;
use crate::play::{Player, most_saved};
use crate::sim::World;

/// Steps after which a play is given up. Levels are made for some hundreds.
pub(super) const HORIZON: u32 = 2000;

/// A play up to some step.
#[derive(Debug, Clone)]
pub(super) struct PlayLine {
    pub(super) player: Player,
    /// The ground of its world; none if that is too wide for bounds.
    pub(super) terrain: Option<Arc<Terrain>>,
}

impl PlayLine {
    pub(super) fn new(player: Player) -> PlayLine {
        let terrain = Terrain::of(player.world()).map(Arc::new);
        PlayLine { player, terrain }
    }

    pub(super) fn world(&self) -> &World {
        self.player.world()
    }

    /// Enough rabbits are saved. No order and no rabbit can change that any more: the level ends as won, at the latest
    /// when the player explodes the others.
    pub(super) fn is_won(&self) -> bool {
        self.world().saved() >= self.world().to_save()
    }

    /// Bytes that a copy of it takes, roughly.
    pub(super) fn bytes(&self) -> usize {
        let world = self.world();
        let cells = (world.width() * world.height()) as usize;
        let waters = if world.waters().next().is_some() { 8 * cells } else { 0 };
        1000 + 3 * cells + waters + 80 * world.rabbits().len() + 32 * world.things().len()
    }

    /// Makes a step. True if the ground changed.
    pub(super) fn advance(&mut self) -> bool {
        self.player.advance();
        let PlayLine { player, terrain } = self;
        let has_changed = player.events().iter().any(|event| Terrain::changed_by(event).is_some());
        if has_changed && let Some(terrain) = terrain {
            Arc::make_mut(terrain).follow(player.world(), player.events());
        }
        has_changed
    }
}

/// A line that goes on without orders, while up to `left` tokens may still be placed.
#[derive(Debug)]
pub(super) struct Continuation<'a> {
    line: PlayLine,
    left: u32,
    reaches: &'a Reaches,
    reach: Option<Rc<ExitReach>>,
    /// What the reach was computed for.
    stock: Stock,
    /// Whether the ground changed since then, or it never was computed.
    is_stale: bool,
    memory: World,
    /// Steps until the memory is renewed, and how many it is kept for then.
    renewed_in: u32,
    kept_for: u32,
}

/// How a course goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Going {
    On,
    Won,
    /// The course has come to where it was before. An order in the step that led there is still a new one.
    Again,
    /// Too few rabbits can still be saved, or the level is lost.
    Over,
}

impl<'a> Continuation<'a> {
    pub(super) fn new(line: PlayLine, left: u32, reaches: &'a Reaches) -> Continuation<'a> {
        let memory = line.world().clone();
        let stock = Stock::of(&memory, left);
        Continuation { line, left, reaches, reach: None, stock, is_stale: true, memory, renewed_in: 1, kept_for: 1 }
    }

    pub(super) fn line(&self) -> &PlayLine {
        &self.line
    }

    pub(super) fn into_line(self) -> PlayLine {
        self.line
    }

    /// How it goes on from here.
    pub(super) fn going(&mut self) -> Going {
        if self.line.is_won() {
            Going::Won
        } else if !self.line.player.is_running() || self.line.player.step() >= HORIZON || self.is_hopeless() {
            Going::Over
        } else {
            Going::On
        }
    }

    /// Makes a step.
    pub(super) fn advance(&mut self) -> Going {
        self.is_stale |= self.line.advance();
        let going = self.going();
        if going == Going::On && self.is_where_it_was() { Going::Again } else { going }
    }

    /// Whether so many rabbits are dead or cut off that those left cannot be enough.
    fn is_hopeless(&mut self) -> bool {
        let world = self.line.world();
        if most_saved(world) < world.to_save() {
            return true;
        }
        let Some(terrain) = &self.line.terrain else { return false };
        let stock = Stock::of(world, self.left);
        // While somebody works the ground changes in nearly every step.
        if stock.is_at_work && self.is_stale && self.reach.is_some() {
            return false;
        }
        if self.is_stale || self.stock != stock {
            self.reach = Some(self.reaches.of(terrain, stock));
            self.is_stale = false;
            self.stock = stock;
        }
        self.reach.as_ref().is_some_and(|reach| !reach.may_save_enough(world))
    }

    /// Whether the world is as it was at a step before: then it will go round for ever, and whatever could be ordered
    /// from here on could have been ordered then. One world is kept at a time, each twice as long as the last (Brent).
    fn is_where_it_was(&mut self) -> bool {
        if self.memory == *self.line.world() {
            return true;
        }
        self.renewed_in -= 1;
        if self.renewed_in == 0 {
            self.memory.clone_from(self.line.world());
            self.kept_for *= 2;
            self.renewed_in = self.kept_for;
        }
        false
    }
}
