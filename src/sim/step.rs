//! One time step.
//!
//! What a rabbit or a thing does in a step it decided at the end of the step before. So a step has two halves: all act
//! on their decisions, and all look around and decide anew. After each half the changes it brought are applied
//! together. In both halves water comes first, then rabbits in the order of their list, then things in theirs. Whoever
//! comes later in a list sees what those before it decided; where they stand everybody sees, for in the second half
//! nobody moves.

use super::event::Event;
use super::look::Look;
use super::order::{Finished, Outcome};
use super::state::State;
use super::world::World;

impl World {
    /// Goes on by one time step. What happened is appended to `events`, in order.
    ///
    /// # Errors
    /// The world does not run; nothing has changed.
    pub fn step(&mut self, events: &mut Vec<Event>) -> Result<(), Finished> {
        match self.outcome() {
            Outcome::Running => {}
            over @ (Outcome::Paused | Outcome::Won | Outcome::Lost) => return Err(Finished(over)),
        }
        std::mem::swap(&mut self.changes.events, events);
        self.act();
        self.apply();
        self.calc();
        self.changes.just_removed.clear();
        self.apply();
        std::mem::swap(&mut self.changes.events, events);
        match self.outcome() {
            Outcome::Running => {}
            over @ (Outcome::Paused | Outcome::Won | Outcome::Lost) => events.push(Event::Ended(over)),
        }
        Ok(())
    }

    /// All carry out what they decided.
    fn act(&mut self) {
        self.water.act();
        for place in 0..self.rabbits.len() {
            let mut rabbit = self.rabbits[place];
            rabbit.act(self);
            self.rabbits[place] = rabbit;
        }
        self.act_things();
    }

    /// All look around and decide what to do next.
    pub(super) fn calc(&mut self) {
        self.water.calc();
        for place in 0..self.rabbits.len() {
            let mut rabbit = self.rabbits[place];
            Look::new(self, &mut rabbit).decide();
            self.rabbits[place] = rabbit;
        }
        self.calc_things();
    }

    /// The end was ordered: nobody waits any more, and all explode in the next step.
    pub(super) fn explode_all(&mut self) {
        self.waiting = 0;
        for rabbit in &mut self.rabbits {
            rabbit.state = State::Exploding;
        }
    }
}
