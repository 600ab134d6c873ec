//! The way of one rabbit: what it does to the ground, how deep it falls, and how it ends.

use std::collections::BTreeSet;

use crate::play::Player;
use crate::sim::{Block, Cell, Death, Event, Rabbit, State, World};

/// What one rabbit does while it is followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// The cells in which it lays or removes a block, and the block that is in each of them at last.
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

/// A copy of a play in which one rabbit is followed.
#[derive(Debug, Clone)]
pub struct Pursuit {
    player: Player,
    index: i32,
    first: u32,
    /// The rabbit is followed for so many steps, and on while it works or falls.
    steps: u32,
    touched: BTreeSet<Cell>,
    falls: Falls,
    end: Option<WayEnd>,
}

impl Pursuit {
    /// Follows the rabbit with this index, which may not be born yet, for so many steps, and on while it works or
    /// falls; but not beyond the player's own bounds.
    pub fn new(player: Player, index: i32, steps: u32) -> Pursuit {
        let first = player.step();
        let mut pursuit =
            Pursuit { player, index, first, steps, touched: BTreeSet::new(), falls: Falls::default(), end: None };
        pursuit.see();
        pursuit
    }

    /// Whether there is something more to see.
    pub fn goes_on(&self) -> bool {
        let is_far_enough = self.step() >= self.steps && !self.rabbit().is_some_and(is_busy);
        self.end.is_none() && !is_far_enough && self.player.is_running()
    }

    /// Plays one step.
    pub fn advance(&mut self) {
        let index = self.index;
        for event in self.player.advance() {
            match *event {
                Event::Dug { index: own, cell }
                | Event::Bashed { index: own, cell }
                | Event::Built { index: own, cell }
                    if own == index =>
                {
                    self.touched.insert(cell);
                }
                Event::Died { index: own, cell, death } if own == index => self.end = Some(WayEnd::Died(death, cell)),
                Event::Saved { index: own, cell } if own == index => self.end = Some(WayEnd::Saved(cell)),
                _ => {}
            }
        }
        self.see();
    }

    fn see(&mut self) {
        let rabbit = self.player.world().rabbits().iter().find(|rabbit| rabbit.index == self.index);
        if let Some(rabbit) = rabbit {
            self.falls.see(rabbit);
        }
    }

    /// Steps played so far.
    pub fn step(&self) -> u32 {
        self.player.step() - self.first
    }

    /// Work of the play so far, in the unit of [`World::work`].
    pub fn work(&self) -> u64 {
        self.player.work()
    }

    pub fn world(&self) -> &World {
        self.player.world()
    }

    /// The rabbit as it is now, if it is in the world.
    pub fn rabbit(&self) -> Option<&Rabbit> {
        self.world().rabbits().iter().find(|rabbit| rabbit.index == self.index)
    }

    /// The way so far.
    pub fn way(&self) -> Way {
        let world = self.player.world();
        let works = self.touched.iter().map(|&cell| (cell, world.block(cell))).collect();
        Way { works, falls: self.falls.ended_by(self.end), end: self.end }
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
#[derive(Debug, Clone, Default)]
struct Falls {
    ended: Vec<Fall>,
    /// Of the present fall: where it began, and how far it has come.
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

    /// All falls, the last one with its end. A fall that ends in fire, in water or outside of the world has no depth.
    fn ended_by(&self, end: Option<WayEnd>) -> Vec<Fall> {
        let deadly = self.current.filter(|_| matches!(end, Some(WayEnd::Died(Death::Fell, _))));
        let deadly = deadly.map(|(from, to)| Fall { from, to, end: FallEnd::Deadly });
        self.ended.iter().copied().chain(deadly).collect()
    }
}
