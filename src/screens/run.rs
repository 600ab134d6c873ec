//! A run: a world with all the orders that it was given, so that it can be told again from the start.

use crate::level::At;
use crate::sim::{Event, Order, Outcome, Refusal, World};

/// A level being played.
#[derive(Debug, Clone)]
pub struct Run {
    world: World,
    step: u32,
    orders: Vec<At>,
    /// Orders that are still to come by themselves, the next one last.
    script: Vec<At>,
    events: Vec<Event>,
}

impl Run {
    /// A run that waits for the player's orders.
    pub fn new(world: World) -> Run {
        Run::following(world, Vec::new())
    }

    /// A run that gives itself the orders of a solution when their step comes.
    pub fn following(mut world: World, mut script: Vec<At>) -> Run {
        // A game that was saved while it was paused would never move.
        world.resume();
        script.sort_by_key(|at| at.step);
        script.reverse();
        let mut run = Run { world, step: 0, orders: Vec::new(), script, events: Vec::new() };
        run.follow();
        run
    }

    /// A run that was given these orders, where the world obeys them, and has come as far as this step.
    pub fn replayed(world: World, orders: &[At], step: u32) -> Run {
        let mut run = Run::following(world, orders.to_vec());
        while run.step < step && run.is_running() {
            run.advance();
        }
        run.script.clear();
        run
    }

    pub fn world(&self) -> &World {
        &self.world
    }

    /// Steps made so far.
    pub fn step(&self) -> u32 {
        self.step
    }

    /// The orders given so far, each with the step after which it was given.
    pub fn orders(&self) -> &[At] {
        &self.orders
    }

    /// Whether orders are still to come by themselves.
    pub fn is_following(&self) -> bool {
        !self.script.is_empty()
    }

    /// Gives the player's order to the world as it stands now. From then on nothing comes by itself any more.
    ///
    /// # Errors
    /// When the world refuses it; then nothing changes.
    pub fn order(&mut self, order: Order) -> Result<(), Refusal> {
        self.obey(order)?;
        self.script.clear();
        Ok(())
    }

    fn obey(&mut self, order: Order) -> Result<(), Refusal> {
        self.world.order(order)?;
        self.orders.push(At { step: self.step, order });
        Ok(())
    }

    /// One step, if the world is not finished. What happened in it is returned.
    pub fn advance(&mut self) -> &[Event] {
        self.events.clear();
        if self.world.step(&mut self.events).is_ok() {
            self.step += 1;
            self.follow();
        }
        &self.events
    }

    pub fn is_running(&self) -> bool {
        self.world.outcome() == Outcome::Running
    }

    /// Gives the orders of the script that are due. One that the world refuses is left out: it had no effect when the
    /// solution was checked, either.
    fn follow(&mut self) {
        while let Some(at) = self.script.pop_if(|at| at.step <= self.step) {
            let _ = self.obey(at.order);
        }
    }
}
