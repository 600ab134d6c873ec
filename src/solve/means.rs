//! What a search may use, and what it looks for.

use std::num::NonZero;

/// What a search may use.
#[derive(Debug, Clone, Copy)]
pub struct Means {
    /// The most tokens of a play; none for as many as the level has.
    pub tokens: Option<u32>,
    /// Bytes for the table of worlds that were met, as many again for lines that are still to be searched, and half as
    /// many for plans.
    pub memory: usize,
    /// Threads that search, one for each core at most.
    pub threads: NonZero<usize>,
    pub objective: Objective,
}

/// What a search looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// A way to win with the fewest tokens.
    Fewest,
    /// All ways to win with that number of tokens.
    AllFewest,
}
