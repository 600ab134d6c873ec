//! Reach: the cells that a rabbit may ever stand in, at most.
//!
//! An upper bound, so that no warning is wrong: no rabbit can stand in a cell outside of it. Tokens are endless, falls
//! and fire harmless, and whatever one rabbit can do helps all. A rabbit moves by one cell at a time, to the side, down
//! or aslant, and
//!
//! - into any cell but one filled with metal, and into one filled with earth if anybody can dig or bash;
//! - upwards if anybody can climb or build, or where a slope or a bridge is near.

use crate::sim::{Ability, Block, Cell, Material, Memory, Setup, Species, ThingSetup};

/// The cells, row by row.
#[derive(Debug)]
pub(super) struct Reach {
    width: i32,
    height: i32,
    reached: Vec<bool>,
}

/// Who can be in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Openness {
    Open,
    Slope,
    Earth,
    Metal,
}

/// What anybody can do in a level.
#[derive(Debug, Clone, Copy)]
struct Skills {
    can_remove_earth: bool,
    can_rise: bool,
}

impl Reach {
    pub(super) fn of(setup: &Setup) -> Reach {
        let cells = (i64::from(setup.width) * i64::from(setup.height)) as usize;
        let mut reach = Reach { width: setup.width, height: setup.height, reached: vec![false; cells] };
        let (passages, skills) = (passages(setup, &reach), Skills::of(setup));
        let mut queue: Vec<Cell> = Vec::new();
        for start in starts(setup) {
            reach.add(start, &mut queue);
        }
        while let Some(cell) = queue.pop() {
            let rises = skills.can_rise || reach.around(cell, |near| passages[near] == Openness::Slope);
            for (dx, dy) in NEIGHBOURS {
                let next = cell.offset(dx, dy);
                let Some(index) = reach.index(next) else { continue };
                let is_open = match passages[index] {
                    Openness::Open | Openness::Slope => true,
                    Openness::Earth => skills.can_remove_earth,
                    Openness::Metal => false,
                };
                if is_open && (dy >= 0 || rises) {
                    reach.add(next, &mut queue);
                }
            }
        }
        reach
    }

    /// Whether nobody is anywhere.
    pub(super) fn is_empty(&self) -> bool {
        !self.reached.contains(&true)
    }

    pub(super) fn contains(&self, cell: Cell) -> bool {
        self.index(cell).is_some_and(|index| self.reached[index])
    }

    fn add(&mut self, cell: Cell, queue: &mut Vec<Cell>) {
        if let Some(index) = self.index(cell)
            && !std::mem::replace(&mut self.reached[index], true)
        {
            queue.push(cell);
        }
    }

    fn index(&self, cell: Cell) -> Option<usize> {
        let is_inside = (0..self.width).contains(&cell.x) && (0..self.height).contains(&cell.y);
        is_inside.then(|| (cell.y * self.width + cell.x) as usize)
    }

    /// Whether something holds for the cell or one of its neighbours.
    fn around(&self, cell: Cell, holds: impl Fn(usize) -> bool) -> bool {
        NEIGHBOURS.iter().chain(&[(0, 0)]).any(|(dx, dy)| self.index(cell.offset(*dx, *dy)).is_some_and(&holds))
    }
}

const NEIGHBOURS: [(i32, i32); 8] = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

/// Where rabbits start. An entrance lets them out into the cell below.
fn starts(setup: &Setup) -> impl Iterator<Item = Cell> {
    let entrances = setup.things.iter().filter(|(_, thing)| matches!(thing, ThingSetup::Entrance { .. }));
    let rabbits = setup.rabbits.iter().filter(|rabbit| rabbit.species == Species::Rabbit);
    entrances.map(|(cell, _)| cell.below()).chain(rabbits.map(|rabbit| rabbit.cell))
}

/// The oldest block of each cell decides, and any slope in it.
fn passages(setup: &Setup, cells: &Reach) -> Vec<Openness> {
    let mut passages = vec![Openness::Open; cells.reached.len()];
    for (cell, block) in &setup.blocks {
        let Some(index) = cells.index(*cell) else { continue };
        passages[index] = match (passages[index], block) {
            (Openness::Open, Block { material: Material::Metal, .. }) => Openness::Metal,
            (Openness::Open, block) if block.is_flat() => Openness::Earth,
            (Openness::Open | Openness::Earth, block) if block.is_slope() => Openness::Slope,
            (decided, _) => decided,
        };
    }
    passages
}

impl Skills {
    fn of(setup: &Setup) -> Skills {
        let is_lying = |ability| setup.things.iter().any(|(_, thing)| *thing == ThingSetup::Token(ability));
        let is_offered = |ability: Ability| setup.tokens[ability as usize].is_some_and(|count| count != 0);
        // In a saved game somebody may be at work already.
        let is_at_work = setup.rabbits.iter().any(|rabbit| rabbit.memory != Memory::default());
        let can = |abilities: &[Ability]| {
            is_at_work || abilities.iter().any(|ability| is_lying(*ability) || is_offered(*ability))
        };
        Skills {
            can_remove_earth: can(&[Ability::Dig, Ability::Bash]),
            can_rise: can(&[Ability::Climb, Ability::Bridge]),
        }
    }
}
