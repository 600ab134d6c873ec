//! One time step, and the look around that ends it.

use super::event::Event;
use super::order::{Finished, Outcome};
use super::rabbit::Rabbit;
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
        self.apply();
        self.calc();
        self.changes.just_removed.clear();
        self.apply();
        std::mem::swap(&mut self.changes.events, events);
        Ok(())
    }

    pub(super) fn calc(&mut self) {
        self.water.calc();
    }

    pub(super) fn decide(&mut self, _rabbit: &mut Rabbit) {}

    pub(super) fn explode_all(&mut self) {}
}
