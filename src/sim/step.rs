//! One time step.
//!
//! What a rabbit or a thing does in a step was decided at the end of the step before. So a step has two phases: all act
//! on their decisions, then all decide what to do next. The changes that a phase makes are applied together at its end.
//! In both phases water comes first, then rabbits in the order of their list, then things in theirs. A rabbit sees the
//! new decisions of those before it in the list, and the old ones of the rest; it sees all in their new cells, because
//! no rabbit moves in the second phase.

use super::changes::Changes;
use super::event::Event;
use super::order::{Finished, Outcome};
use super::rabbit::Rabbit;
use super::state::State;
use super::world::World;

impl World {
    /// Goes on by one time step. What happened is appended to `events`, in order.
    ///
    /// # Errors
    /// The world is not running; nothing has changed.
    pub fn step(&mut self, events: &mut Vec<Event>) -> Result<(), Finished> {
        match self.outcome() {
            Outcome::Running => {}
            over @ (Outcome::Paused | Outcome::Won | Outcome::Lost) => return Err(Finished(over)),
        }
        std::mem::swap(&mut self.changes.events, events);
        self.act();
        self.changes.removed.sort_unstable();
        self.changes.removed.dedup();
        self.apply_changes();
        self.decide();
        self.changes.removed.clear();
        self.apply_changes();
        std::mem::swap(&mut self.changes.events, events);
        match self.outcome() {
            Outcome::Running => {}
            over @ (Outcome::Paused | Outcome::Won | Outcome::Lost) => events.push(Event::Ended(over)),
        }
        Ok(())
    }

    /// All do what they decided.
    fn act(&mut self) {
        self.water.act();
        let mut rabbits = std::mem::take(&mut self.rabbits);
        for rabbit in &mut rabbits {
            rabbit.act(self);
        }
        self.rabbits = rabbits;
        self.act_things();
    }

    /// All decide what to do next.
    pub(super) fn decide(&mut self) {
        self.water.decide();
        self.census.take(&self.ground, &self.rabbits, &self.things);
        let mut rabbits = std::mem::take(&mut self.rabbits);
        for (at, rabbit) in rabbits.iter_mut().enumerate() {
            let before = *rabbit;
            rabbit.decide(self);
            self.census.update(&self.ground, at, &before, rabbit);
        }
        self.rabbits = rabbits;
        self.decide_things();
    }

    /// Applies the changes that are queued.
    ///
    /// Newborn rabbits decide for the first time before anything is added or removed; their decision at the end of the
    /// step is their second.
    #[inline]
    fn apply_changes(&mut self) {
        if !self.changes.is_empty() || !self.placed.is_empty() || self.exploding {
            self.apply_all_changes();
        }
    }

    #[inline(never)]
    fn apply_all_changes(&mut self) {
        if !self.changes.born.is_empty() {
            self.census.take(&self.ground, &self.rabbits, &self.things);
        }
        for index in 0..self.changes.born.len() {
            let mut newborn = self.changes.born[index];
            newborn.decide(self);
            self.changes.born[index] = newborn;
        }
        self.changes.born.iter().for_each(|newborn| self.census.notice(newborn));
        self.rabbits.append(&mut self.changes.born);
        self.add_things();
        self.remove_rabbits();
        self.remove_things();
        self.change_blocks();
        if self.exploding {
            self.explode_all();
        }
    }

    /// Rabbits are removed by index: those that share one go together.
    fn remove_rabbits(&mut self) {
        let lost = &mut self.changes.lost;
        if !lost.is_empty() {
            lost.sort_unstable();
            let leaves = |rabbit: &mut Rabbit| lost.binary_search(&rabbit.index).is_ok();
            self.rabbits.extract_if(.., leaves).for_each(|rabbit| self.census.notice(&rabbit));
            lost.clear();
        }
    }

    /// The tokens that the player placed join the things.
    fn add_things(&mut self) {
        if !self.placed.is_empty() {
            self.things.append(&mut self.placed);
            self.census.things.forget();
        }
    }

    fn remove_things(&mut self) {
        if self.changes.things_gone {
            self.things.retain(|thing| !thing.gone);
            self.changes.things_gone = false;
            self.census.things.forget();
        }
    }

    /// Two rabbits that remove a block of the same cell remove only one. The water of a cell stays when its blocks
    /// change.
    fn change_blocks(&mut self) {
        let Changes { added, removed, .. } = &mut self.changes;
        if added.is_empty() && removed.is_empty() {
            return;
        }
        for &(cell, block) in &*added {
            self.ground.add(cell, block);
        }
        for &cell in &*removed {
            self.ground.remove(cell);
        }
        for cell in added.drain(..).map(|(cell, _)| cell).chain(removed.iter().copied()) {
            self.water.rebuild(&self.ground, cell);
        }
        self.census.things.rouse();
    }

    /// Carries out the order to end the level: no more rabbits come, and all explode in the next step.
    fn explode_all(&mut self) {
        self.waiting = 0;
        for rabbit in &mut self.rabbits {
            rabbit.state = State::Exploding;
        }
        self.census.forget_rabbits();
    }
}
