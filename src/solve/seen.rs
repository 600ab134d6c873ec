//! Which worlds a search has met already: each by 128 bits of a hash, in a table of bounded size.
//!
//! Two worlds with the same hash count as equal. The chance that any two of a billion different ones share theirs
//! is below one in 10^20.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_128;

/// Stands for a world: equal for worlds that look the same and will go on the same. It does not say how many steps were
/// made.
pub(super) type WorldHash = u128;

/// Hashes worlds. It keeps its memory from one to the next.
#[derive(Debug, Default)]
pub(super) struct WorldHasher {
    bytes: Vec<u8>,
}

impl WorldHasher {
    pub(super) fn of(&mut self, what: &impl Hash) -> WorldHash {
        self.bytes.clear();
        what.hash(self);
        xxh3_128(&self.bytes)
    }
}

/// Takes down what is hashed.
impl Hasher for WorldHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        xxh3_128(&self.bytes) as u64
    }
}

/// The hashes of worlds that were met, as many as fit. When it is full, worlds are searched again that were met before,
/// which costs time but no solution.
#[derive(Debug, Clone)]
pub(super) struct SeenWorlds {
    worlds: FxHashSet<WorldHash>,
    most: usize,
}

/// Bytes of a place in the table: a hash, and one of the table's own. A table has a power of two of places, and at most
/// seven eighths of them are taken; so a million worlds take 19 to 39 MB. While it grows, it takes half as much again.
const PLACE: usize = 17;

impl SeenWorlds {
    /// A table of at most so many bytes.
    pub(super) fn new(bytes: usize) -> SeenWorlds {
        let places = (bytes / PLACE).checked_ilog2().map_or(0, |power| 1 << power);
        SeenWorlds { worlds: FxHashSet::default(), most: places / 8 * 7 }
    }

    /// Notes a world. True if it is met for the first time, as far as the table knows.
    pub(super) fn insert(&mut self, world: WorldHash) -> bool {
        if self.worlds.len() < self.most { self.worlds.insert(world) } else { !self.worlds.contains(&world) }
    }

    /// Whether a world was met before, as far as the table knows.
    pub(super) fn has(&self, world: WorldHash) -> bool {
        self.worlds.contains(&world)
    }

    /// Bytes in use, roughly.
    pub(super) fn bytes(&self) -> usize {
        self.worlds.capacity() / 7 * 8 * PLACE
    }
}
