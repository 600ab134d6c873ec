//! Advice for a play that has begun: what to do next to win it.

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};

use super::means::{Means, Objective};
use super::monitor::Monitor;
use super::solve;
use super::winning_play::{Conclusion, WinningPlay};
use crate::level::At;
use crate::sim::{Ability, Cell, Order, World};

/// What to do next in a play.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Drop this token.
    Drop(NextToken),
    /// All tokens that are needed are placed. Wait, and explode all rabbits who are left after so many steps, if the
    /// level does not end by itself.
    Wait { explode_after: Option<u32> },
    /// No play wins from here: all were searched.
    CannotBeWon,
    /// Nothing was found before the search ended.
    Unknown,
}

/// The first token of a play that wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextToken {
    pub ability: Ability,
    pub cell: Cell,
    /// Steps from now until it is dropped; 0 for at once.
    pub wait: u32,
    /// The index of the rabbit or rabbot that takes it.
    pub taker: i32,
    /// Tokens that are needed after it.
    pub more: u32,
}

/// The most bytes for the table of worlds met, and as many for plans and for lines that are still to be searched.
const MEMORY: u64 = 1 << 26;

/// No more than that for each state: advice is asked for again and again in a game, and the system's allocator keeps
/// for later what a thread frees.
const MEMORY_OF_STATE: u64 = 64;

/// Searches a play that wins from this world on, on the calling thread. It ends after about so many `states`, some
/// hundred thousand to a second, or once `is_over` returns true, which is asked as often. The same world and number of
/// states give the same advice, unless `is_over` ends the search.
pub fn advise(world: &World, states: u64, is_over: &(dyn Fn() -> bool + Sync)) -> Advice {
    let memory = states.saturating_mul(MEMORY_OF_STATE).min(MEMORY) as usize;
    let means = Means { tokens: None, memory, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    let asked = AtomicU64::new(0);
    let is_over = || asked.fetch_add(1, Ordering::Relaxed) >= states || is_over();
    match solve(world, means, &Monitor::new(&is_over, &|_| ())).verdict {
        Conclusion::Solved(ways) => ways.first().map_or(Advice::Unknown, |way| first_of(way, world)),
        Conclusion::Unsolvable { .. } => Advice::CannotBeWon,
        Conclusion::Unknown { .. } => Advice::Unknown,
    }
}

fn first_of(way: &WinningPlay, world: &World) -> Advice {
    let Some(&At { step, order: Order::Place(ability, cell) }) = way.orders.first() else {
        return Advice::Wait { explode_after: way.orders.first().map(|at| at.step) };
    };
    let takes = way.takes(world);
    // No token is placed that is not taken; those of the level itself may be taken before it.
    let take = takes.iter().find(|take| take.step >= step && (take.ability, take.cell) == (ability, cell));
    take.map_or(Advice::Unknown, |take| {
        Advice::Drop(NextToken { ability, cell, wait: step, taker: take.index, more: way.tokens - 1 })
    })
}
