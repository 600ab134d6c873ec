//! Solutions that are given twice.

use super::Warning;
use crate::level::{LevelFile, Spot};

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    let solutions = &file.level.solutions;
    let equal = |index: usize| solutions[..index].iter().position(|other| *other == solutions[index]);
    (0..solutions.len())
        .filter_map(|index| {
            let words = format!("solution {} is the same as solution {}", index + 1, equal(index)? + 1);
            Some((file.span(Spot::Solution(index)), words))
        })
        .collect()
}
