//! Queued changes. Within a phase, rabbits and things see the world as it was before the phase; what they change is
//! queued here and applied at its end. Between steps the queues are empty, except for what the rabbits of a new world
//! did in their first decision.

use super::block::Block;
use super::cell::Cell;
use super::event::Event;
use super::rabbit::Rabbit;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Changes {
    /// Rabbits that come out of an entrance.
    pub(super) born: Vec<Rabbit>,
    /// Indices of rabbits that died or were saved.
    pub(super) lost: Vec<i32>,
    pub(super) added: Vec<(Cell, Block)>,
    /// Cells that were dug or bashed in this step, and lose their oldest block. Until all have decided, they do not
    /// hold a rabbit that stands on a slope there. Sorted once all have acted, each cell once.
    pub(super) removed: Vec<Cell>,
    /// Whether any thing is marked as gone.
    pub(super) things_gone: bool,
    /// What happened so far in this step.
    pub(super) events: Vec<Event>,
}

impl Changes {
    /// Whether nothing is to be applied.
    pub(super) const fn is_empty(&self) -> bool {
        let queued = self.born.len() | self.lost.len() | self.added.len() | self.removed.len();
        queued == 0 && !self.things_gone
    }

    /// A rabbit leaves the world, as the event says.
    pub(super) fn lose(&mut self, index: i32, event: Event) {
        self.lost.push(index);
        self.events.push(event);
    }

    /// The cell loses its oldest block, as the event says.
    pub(super) fn remove_block(&mut self, cell: Cell, event: Event) {
        self.removed.push(cell);
        self.events.push(event);
    }
}
