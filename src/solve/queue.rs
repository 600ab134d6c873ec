//! The plans with the same number of tokens that wait to be improved.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use super::plan::Plan;

/// Plans, the best first.
#[derive(Debug, Default)]
pub(super) struct PlanQueue {
    /// By distance, then by age.
    plans: BTreeMap<(u32, u64), Plan>,
    added: u64,
    drawn: u64,
}

impl PlanQueue {
    pub(super) fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    pub(super) fn add(&mut self, plan: Plan) {
        self.added += 1;
        self.plans.insert((plan.rating.distance, self.added), plan);
    }

    /// Takes the best plan.
    pub(super) fn best(&mut self) -> Option<Plan> {
        self.plans.pop_first().map(|(_, plan)| plan)
    }

    /// Takes the worst plan.
    pub(super) fn worst(&mut self) -> Option<Plan> {
        self.plans.pop_last().map(|(_, plan)| plan)
    }

    /// Takes some plan, a good one more often than a bad one: its place is drawn among all, then twice among those not
    /// after that one.
    pub(super) fn some(&mut self) -> Option<Plan> {
        let mut end = self.plans.len();
        for _ in 0..3 {
            end = self.draw(end) + 1;
        }
        let key = *self.plans.keys().nth(end - 1)?;
        self.plans.remove(&key)
    }

    /// A number below the bound, the same ones in each run. 0 if that is 0.
    fn draw(&mut self, bound: usize) -> usize {
        self.drawn += 1;
        (xxh3_64(&self.drawn.to_le_bytes()) % bound.max(1) as u64) as usize
    }
}
