//! Water that is given beside the map: amounts without effect.

use std::collections::BTreeSet;

use super::Warning;
use crate::level::{LevelFile, WaterEntry};
use crate::sim::{Cell, Setup};

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    let setup = file.level.setup();
    let filled = filled(setup);
    let mut seen = BTreeSet::new();
    let mut warnings = Vec::new();
    for WaterEntry { cell: Cell { x, y }, amount, span } in file.water() {
        let is_inside = (0..setup.width).contains(x) && (0..setup.height).contains(y);
        let problem = if !is_inside {
            "lies off the map and vanishes"
        } else if filled.contains(&(*x, *y)) {
            "is inside a block and is ignored"
        } else if *amount < 0 {
            "is less than none"
        } else if !seen.insert((*x, *y)) {
            "was given before: the last amount counts"
        } else {
            continue;
        };
        warnings.push((*span, format!("the water at column {x}, row {y} {problem}")));
    }
    warnings
}

/// The cells whose oldest block leaves no room.
fn filled(setup: &Setup) -> BTreeSet<(i32, i32)> {
    let mut decided = BTreeSet::new();
    let mut filled = BTreeSet::new();
    for (Cell { x, y }, block) in &setup.blocks {
        if decided.insert((*x, *y)) && block.is_flat() {
            filled.insert((*x, *y));
        }
    }
    filled
}
