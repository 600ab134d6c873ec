//! Changes that wait: rabbits and things see one another as they were until the changes of a phase are applied
//! together. The queues are empty between steps, except for what the first look around of a new world decided.

use super::block::Block;
use super::cell::Cell;
use super::event::{Death, Event};
use super::look::Look;
use super::rabbit::Rabbit;
use super::world::World;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Changes {
    /// Rabbits that come out of an entrance.
    pub(super) born: Vec<Rabbit>,
    /// Indices of rabbits that died or were saved.
    pub(super) lost: Vec<i32>,
    pub(super) added: Vec<(Cell, Block)>,
    /// Cells whose oldest block goes.
    pub(super) removed: Vec<Cell>,
    /// Cells that were dug or bashed in this step. They lose their hold on whoever stands on a slope there, until
    /// everybody has decided what to do next.
    pub(super) just_removed: Vec<Cell>,
    /// Whether any thing is marked as gone.
    pub(super) things_gone: bool,
    /// What happened so far in this step.
    pub(super) events: Vec<Event>,
}

impl World {
    /// Makes an end of a rabbit. It counts at once, and it is listed until changes are applied.
    pub(super) fn kill(&mut self, rabbit: &Rabbit, death: Death) {
        if rabbit.is_rabbit() {
            self.killed = self.killed.saturating_add(1);
        }
        self.changes.lost.push(rabbit.index);
        self.changes.events.push(Event::Died { index: rabbit.index, cell: rabbit.cell, death });
    }

    /// A rabbit leaves through an exit. It counts at once, and it is listed until changes are applied.
    pub(super) fn save(&mut self, rabbit: &Rabbit) {
        self.saved = self.saved.saturating_add(1);
        self.changes.lost.push(rabbit.index);
        self.changes.events.push(Event::Saved { index: rabbit.index, cell: rabbit.cell });
    }

    /// Takes away the block in this cell.
    pub(super) fn remove_block(&mut self, cell: Cell) {
        self.changes.removed.push(cell);
        self.changes.just_removed.push(cell);
    }

    /// Makes the changes come true that were queued so far.
    ///
    /// Newborn rabbits look around for the first time before anything is added or removed; the look at the end of the
    /// step will be their second.
    pub(super) fn apply(&mut self) {
        for newborn in 0..self.changes.born.len() {
            let mut rabbit = self.changes.born[newborn];
            Look::new(self, &mut rabbit).decide();
            self.changes.born[newborn] = rabbit;
        }
        self.rabbits.append(&mut self.changes.born);
        self.things.append(&mut self.placed);
        self.lose_rabbits();
        self.lose_things();
        self.change_blocks();
        if self.exploding {
            self.explode_all();
        }
    }

    /// Rabbits go by index: those that share one go together.
    fn lose_rabbits(&mut self) {
        let lost = &mut self.changes.lost;
        if !lost.is_empty() {
            self.rabbits.retain(|rabbit| !lost.contains(&rabbit.index));
            lost.clear();
        }
    }

    fn lose_things(&mut self) {
        if self.changes.things_gone {
            self.things.retain(|thing| !thing.gone);
            self.changes.things_gone = false;
        }
    }

    /// Two rabbits that take away the same block take away one. Water stays in a cell whose blocks change.
    fn change_blocks(&mut self) {
        let Changes { added, removed, .. } = &mut self.changes;
        for &(cell, block) in &*added {
            self.ground.add(cell, block);
        }
        for (earlier, &cell) in removed.iter().enumerate() {
            if !removed[..earlier].contains(&cell) {
                self.ground.remove(cell);
            }
        }
        for &cell in added.iter().map(|(cell, _)| cell).chain(&*removed) {
            self.water.rebuild(&self.ground, cell);
        }
        added.clear();
        removed.clear();
    }
}
