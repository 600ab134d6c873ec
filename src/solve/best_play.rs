//! The best of the plays that do not win.

use super::line::PlayLine;
use crate::level::At;
use crate::sim::Order;

/// A play that saved the most rabbits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestPlay {
    /// More than 0.
    pub saved: i32,
    pub orders: Vec<At>,
}

impl BestPlay {
    pub(super) fn of(line: &PlayLine) -> BestPlay {
        BestPlay { saved: line.world().saved(), orders: line.player.orders().to_vec() }
    }

    /// More saved is better, then fewer orders. Then some fixed order, so that it does not matter which is met first.
    pub(super) fn is_beaten_by(&self, line: &PlayLine) -> bool {
        let orders = line.player.orders();
        let more = line.world().saved().cmp(&self.saved);
        let fewer = self.orders.len().cmp(&orders.len());
        more.then(fewer).then_with(|| keys(&self.orders).cmp(keys(orders))).is_gt()
    }
}

/// The orders as something that can be compared.
fn keys(orders: &[At]) -> impl Iterator<Item = (u32, Option<(usize, i32, i32)>)> {
    orders.iter().map(|at| match at.order {
        Order::Place(ability, cell) => (at.step, Some((ability as usize, cell.x, cell.y))),
        Order::ExplodeAll => (at.step, None),
    })
}
