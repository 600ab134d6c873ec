//! Ratings: how promising a branch is, by how near its rabbits come to an exit without further orders.

use std::collections::BTreeMap;

use super::branch::{Branch, Course, Going};
use super::distance::{Distances, FAR};
use crate::sim::{Cell, Species};

/// A branch followed to its end without orders.
#[derive(Debug)]
pub(super) struct Rating {
    /// The sum, over the rabbits that are still needed, of the shortest distance that each comes to an exit. The ground
    /// is that at the end, when all work is done.
    pub(super) distance: u32,
    /// The branch at its end, if it wins.
    pub(super) won: Option<Branch>,
    pub(super) saved: i32,
    pub(super) steps: u64,
}

impl Rating {
    pub(super) fn of(branch: Branch, left: u32, stop: &(dyn Fn() -> bool + Sync)) -> Rating {
        let mut course = Course::new(branch, left);
        let mut going = course.going();
        let (mut steps, mut track) = (0, Vec::new());
        while going == Going::On && !stop() {
            note(&mut track, course.branch());
            going = course.advance();
            steps += 1;
        }
        let end = course.into_branch();
        let saved = end.world().saved();
        let missing = usize::try_from(end.world().to_save().saturating_sub(saved)).unwrap_or(0);
        let distance = nearest(&end, &track, missing);
        Rating { distance, won: (going == Going::Won).then_some(end), saved, steps }
    }
}

/// A rabbit's index and where it was.
type Track = Vec<(i32, Cell)>;

fn note(track: &mut Track, branch: &Branch) {
    let rabbits = branch.world().rabbits().iter().filter(|rabbit| rabbit.species == Species::Rabbit);
    track.extend(rabbits.map(|rabbit| (rabbit.index, rabbit.cell)));
}

fn nearest(end: &Branch, track: &Track, missing: usize) -> u32 {
    let distances = Distances::of(end.world());
    let mut best: BTreeMap<i32, u32> = BTreeMap::new();
    for &(index, cell) in track {
        let distance = distances.from(end.world(), cell);
        let nearest = best.entry(index).or_insert(FAR);
        *nearest = distance.min(*nearest);
    }
    let mut nearest: Vec<u32> = best.into_values().filter(|&distance| distance > 0).collect();
    nearest.sort_unstable();
    let known: u32 = nearest.iter().take(missing).sum();
    known.saturating_add(FAR.saturating_mul(missing.saturating_sub(nearest.len()) as u32))
}
