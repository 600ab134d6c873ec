//! Plans: the orders of plays that do not win yet, to be improved by one more order, at any step.

use crate::level::At;

/// Plans with the same number of tokens and rating that are kept.
pub(super) const ALIKE: u8 = 3;

/// The orders of a play, and how promising it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// By step.
    pub(super) orders: Vec<At>,
    pub(super) rating: Rating,
    /// The least distance among the plans that it came of, and its own.
    least: u32,
    /// Orders since that was reached.
    pub(super) idle: u32,
    /// Of how many plans before it the play had the rarest feature of its own. Less is newer.
    pub(super) novelty: u32,
}

/// How promising a play is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Rating {
    /// The sum, over the rabbits that are still needed, of each one's least distance to an exit on its way. The ground
    /// is that at the end, when all work is done. Less is better.
    pub(super) distance: u32,
    /// Stands for how the play ends: the ground, and the distances. Plays that end alike have the same.
    pub(super) ending: u64,
}

impl Plan {
    /// A plan without orders.
    pub(super) fn empty() -> Plan {
        Plan {
            orders: Vec::new(),
            rating: Rating { distance: u32::MAX, ending: 0 },
            least: u32::MAX,
            idle: 0,
            novelty: u32::MAX,
        }
    }

    /// This one with a further order, after those of the same step, rated.
    pub(super) fn with(&self, order: At, rating: Rating) -> Plan {
        let mut orders = self.orders.clone();
        orders.insert(orders.partition_point(|at| at.step <= order.step), order);
        let idle = if rating.distance < self.least { 0 } else { self.idle + 1 };
        Plan { orders, rating, least: self.least.min(rating.distance), idle, novelty: u32::MAX }
    }

    /// Bytes that it takes in a queue, roughly.
    pub(super) fn bytes(&self) -> usize {
        4 * size_of::<Plan>() + self.orders.capacity() * size_of::<At>()
    }
}
