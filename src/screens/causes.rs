//! Causes: how rabbits died, in words.

use std::cmp::Reverse;

use super::texts::{Listed, Texts};
use crate::play::Loss;
use crate::sim::{Cell, Death};

/// For each kind of death so many places are named.
const PLACES: usize = 3;

/// How many died of what, and where; the most frequent cause first. Empty without losses.
pub fn causes(losses: &[Loss], texts: &Texts) -> String {
    let mut by_death: Vec<(Death, Vec<Cell>)> = Vec::new();
    for loss in losses {
        match by_death.iter_mut().find(|(death, _)| *death == loss.death) {
            Some((_, cells)) => cells.push(loss.cell),
            None => by_death.push((loss.death, vec![loss.cell])),
        }
    }
    by_death.sort_by_key(|(_, cells)| Reverse(cells.len()));
    let cause = |(death, cells): (Death, Vec<Cell>)| (texts.died_of)(death, cells.len()) + &places(cells, texts);
    by_death.into_iter().map(cause).collect::<Vec<_>>().join("; ")
}

/// Each place once, in their order on the board.
fn places(mut cells: Vec<Cell>, texts: &Texts) -> String {
    cells.sort_unstable();
    cells.dedup();
    let listed = if cells.len() > PLACES { Listed::First } else { Listed::All };
    let names: Vec<String> = cells.iter().take(PLACES).map(|cell| format!("{},{}", cell.x, cell.y)).collect();
    (texts.at_places)(&names, listed)
}
