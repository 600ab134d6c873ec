//! The way of one rabbit: what it does to the ground, how deep it falls, and how it ends.

use std::collections::BTreeSet;

use crate::play::Player;
use crate::sim::{Block, Cell, Death, Event, Rabbit, State, World};

/// What one rabbit does while it is followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// The cells whose ground it changes, and the block that is in each of them at last; none is a hole.
    pub works: Vec<(Cell, Option<Block>)>,
    pub falls: Vec<Fall>,
    /// How it leaves the world, if it was followed so far.
    pub end: Option<WayEnd>,
}

/// A fall, from the cell in which it begins to that in which it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fall {
    pub from: Cell,
    pub to: Cell,
    pub end: FallEnd,
}

/// How a fall ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FallEnd {
    Survived,
    Deadly,
}

/// How a rabbit leaves the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayEnd {
    Died(Death, Cell),
    Saved(Cell),
}

impl Fall {
    /// Cells fallen.
    pub const fn depth(&self) -> i32 {
        self.to.y - self.from.y
    }
}

impl Player {
    /// Follows the rabbit with this index, which may not be born yet, for so many steps, and on while it works or
    /// falls; but not beyond the player's own bounds. `see` is called with the number of the step for the rabbit as it
    /// is now, and again after each step.
    pub fn follow(mut self, index: i32, steps: u32, mut see: impl FnMut(u32, &World, &Rabbit)) -> Way {
        let before = self.world().clone();
        let first = self.step();
        let mut touched = BTreeSet::new();
        let mut falls = Falls::default();
        let mut end = None;
        loop {
            let step = self.step() - first;
            let rabbit = self.world().rabbits().iter().find(|rabbit| rabbit.index == index);
            if let Some(rabbit) = rabbit {
                falls.see(rabbit);
                see(step, self.world(), rabbit);
            }
            let is_far_enough = step >= steps && !rabbit.is_some_and(is_busy);
            if end.is_some() || is_far_enough || !self.is_running() {
                break;
            }
            for event in self.advance() {
                match *event {
                    Event::Dug { index: own, cell }
                    | Event::Bashed { index: own, cell }
                    | Event::Built { index: own, cell }
                        if own == index =>
                    {
                        touched.insert(cell);
                    }
                    Event::Died { index: own, cell, death } if own == index => end = Some(WayEnd::Died(death, cell)),
                    Event::Saved { index: own, cell } if own == index => end = Some(WayEnd::Saved(cell)),
                    _ => {}
                }
            }
        }
        let after = self.world();
        let changed = touched.into_iter().filter(|cell| before.block(*cell) != after.block(*cell));
        Way { works: changed.map(|cell| (cell, after.block(cell))).collect(), falls: falls.ended_by(end), end }
    }
}

/// Whether it is in the middle of something that is worth seeing to its end.
fn is_busy(rabbit: &Rabbit) -> bool {
    let memory = rabbit.memory();
    memory.fallen > 0
        || memory.dig_steps > 0
        || memory.bash_steps > 0
        || memory.big_steps > 0
        || memory.climbing
        || rabbit.state == State::Brollychuting
}

/// The falls of a rabbit, seen step by step.
#[derive(Debug, Default)]
struct Falls {
    ended: Vec<Fall>,
    /// The one in which it is now.
    current: Option<(Cell, Cell)>,
}

impl Falls {
    fn see(&mut self, rabbit: &Rabbit) {
        match (rabbit.memory().fallen, &mut self.current) {
            (0, current) => {
                let landed = current.take().map(|(from, to)| Fall { from, to, end: FallEnd::Survived });
                self.ended.extend(landed);
            }
            (_, Some((_, to))) => *to = rabbit.cell,
            (fallen, None) => self.current = Some((rabbit.cell.offset(0, -fallen), rabbit.cell)),
        }
    }

    /// All falls, the last one with its end. Burning, drowning and exploding on the way have nothing to do with depth.
    fn ended_by(mut self, end: Option<WayEnd>) -> Vec<Fall> {
        if let Some((from, to)) = self.current
            && let Some(WayEnd::Died(Death::Fell | Death::LeftTheWorld, _)) = end
        {
            self.ended.push(Fall { from, to, end: FallEnd::Deadly });
        }
        self.ended
    }
}
