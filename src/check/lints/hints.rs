//! Hints that say nothing, and cells in them that are not there.

use super::Warning;
use crate::level::{LevelFile, Spot, hint_cells};

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    let hints = file.level.hints.iter().enumerate();
    hints.filter_map(|(index, hint)| Some((file.span(Spot::Hint(index)), problem(file, hint)?))).collect()
}

fn problem(file: &LevelFile, hint: &str) -> Option<String> {
    if hint.trim().is_empty() {
        return Some("this hint says nothing".to_owned());
    }
    let setup = file.level.setup();
    let (last_x, last_y) = (setup.width - 1, setup.height - 1);
    let lost = hint_cells(hint).find(|cell| !setup.contains(*cell))?;
    Some(format!("({}, {}) lies outside the map: columns are 0 to {last_x}, rows 0 to {last_y}", lost.x, lost.y))
}
