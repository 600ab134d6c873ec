//! The ground of a play as sets of cells, kept up to date by its events.

use super::bits::CellSet;
use crate::sim::{Block, Cell, Event, Material, Thing, ThingKind, World};

/// Which blocks are where. Only their oldest blocks count, as for the rules.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Terrain {
    pub(super) exits: CellSet,
    pub(super) flat: CellSet,
    /// Flat blocks and ramps: walls for those who climb.
    pub(super) solid: CellSet,
    pub(super) slopes: CellSet,
    /// Blocks of earth, slopes included.
    pub(super) earth: CellSet,
}

impl Terrain {
    /// The terrain of a world; none of one that is too wide for sets of cells.
    pub(super) fn of(world: &World) -> Option<Terrain> {
        if world.width() > CellSet::WIDEST {
            return None;
        }
        let empty = CellSet::empty(world.height());
        let mut terrain = Terrain {
            exits: empty.clone(),
            flat: empty.clone(),
            solid: empty.clone(),
            slopes: empty.clone(),
            earth: empty,
        };
        for Thing { cell, .. } in world.things().iter().filter(|thing| thing.kind == ThingKind::Exit) {
            terrain.exits.set(*cell, true);
        }
        for y in 0..world.height() {
            for x in 0..world.width() {
                terrain.update(world, Cell::new(x, y));
            }
        }
        Some(terrain)
    }

    /// Follows what happened in a step of this world.
    pub(super) fn follow(&mut self, world: &World, events: &[Event]) {
        events.iter().filter_map(Terrain::changed_by).for_each(|cell| self.update(world, cell));
    }

    /// The cell whose blocks this event changes.
    pub(super) const fn changed_by(event: &Event) -> Option<Cell> {
        match *event {
            Event::Dug { cell, .. } | Event::Bashed { cell, .. } | Event::Built { cell, .. } => Some(cell),
            _ => None,
        }
    }

    fn update(&mut self, world: &World, cell: Cell) {
        let block = world.block(cell);
        self.flat.set(cell, block.is_some_and(Block::is_flat));
        self.solid.set(cell, block.is_some_and(Block::is_solid));
        self.slopes.set(cell, block.is_some_and(Block::is_slope));
        self.earth.set(cell, block.is_some_and(|block| block.material == Material::Earth));
    }
}
