//! Ratings: how promising a line is, by how near its rabbits come to an exit without further orders.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bounds::Reaches;
use super::distance::{Distances, FAR};
use super::line::{Continuation, Going, PlayLine};
use super::monitor::Monitor;
use super::terrain::Terrain;
use crate::sim::{Ability, Cell, Species, World};

/// A line followed to its end without orders.
#[derive(Debug)]
pub(super) struct Rating {
    /// The sum, over the rabbits that are still needed, of each one's least distance to an exit on its way. The ground is
    /// that at the end, when all work is done.
    pub(super) distance: u32,
    /// The line at its end, if it wins.
    pub(super) won: Option<PlayLine>,
    pub(super) steps: u64,
}

/// Rates lines, and remembers what many of them share.
#[derive(Debug, Default)]
pub(super) struct Rater {
    pub(super) reaches: Reaches,
    distances: RefCell<FxHashMap<Place, Rc<Distances>>>,
}

/// What distances depend on: the ground, and which tokens are left.
type Place = (Arc<Terrain>, [bool; Ability::ALL.len()]);

/// Distances that are kept; some kilobytes each.
const KEPT: usize = 1000;

impl Rater {
    /// Follows a line, off which `left` tokens may still be placed.
    pub(super) fn rate(&self, line: PlayLine, left: u32, monitor: &Monitor) -> Rating {
        let mut course = Continuation::new(line, left, &self.reaches);
        let mut going = course.going();
        let (mut steps, mut track) = (0, Vec::new());
        while going == Going::On && !monitor.is_over() {
            note(&mut track, course.line());
            going = course.advance();
            steps += 1;
        }
        let end = course.into_line();
        monitor.ended(&end);
        let missing = usize::try_from(end.world().to_save().saturating_sub(end.world().saved())).unwrap_or(0);
        let distance = nearest(&self.distances(&end), &track, missing);
        Rating { distance, won: (going == Going::Won).then_some(end), steps }
    }

    fn distances(&self, line: &PlayLine) -> Rc<Distances> {
        let Some(terrain) = &line.terrain else { return Rc::new(Distances::of(line.world())) };
        let mut known = self.distances.borrow_mut();
        if known.len() >= KEPT {
            known.clear();
        }
        let place = (Arc::clone(terrain), offers(line.world()));
        Rc::clone(known.entry(place).or_insert_with(|| Rc::new(Distances::of(line.world()))))
    }
}

fn offers(world: &World) -> [bool; Ability::ALL.len()] {
    Ability::ALL.map(|ability| world.tokens(ability).is_some_and(|count| count != 0))
}

/// A rabbit's index and where it was.
type Positions = Vec<(i32, Cell)>;

fn note(track: &mut Positions, line: &PlayLine) {
    let rabbits = line.world().rabbits().iter().filter(|rabbit| rabbit.species == Species::Rabbit);
    track.extend(rabbits.map(|rabbit| (rabbit.index, rabbit.cell)));
}

fn nearest(distances: &Distances, track: &Positions, missing: usize) -> u32 {
    let mut best: FxHashMap<i32, u32> = FxHashMap::default();
    for &(index, cell) in track {
        let nearest = best.entry(index).or_insert(FAR);
        *nearest = distances.from(cell).min(*nearest);
    }
    let mut nearest: Vec<u32> = best.into_values().filter(|&distance| distance > 0).collect();
    nearest.sort_unstable();
    let known: u32 = nearest.iter().take(missing).sum();
    known.saturating_add(FAR.saturating_mul(missing.saturating_sub(nearest.len()) as u32))
}
