//! Progress: the best result of each level that was won.

use std::collections::BTreeMap;

/// Best results by the path of the level below `levels/`, which never changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    pub levels: BTreeMap<String, Best>,
}

/// The best way in which a level was won so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Best {
    pub saved: i32,
    pub tokens: u32,
    pub steps: u32,
}

impl Best {
    /// More rabbits first, then fewer tokens, then fewer steps.
    pub fn beats(&self, other: &Best) -> bool {
        (other.saved, self.tokens, self.steps) < (self.saved, other.tokens, other.steps)
    }
}

impl Progress {
    /// Records a result, if it is the first of its level or better than the one before.
    pub fn record(&mut self, path: &str, result: Best) {
        match self.levels.get_mut(path) {
            Some(best) => {
                if result.beats(best) {
                    *best = result;
                }
            }
            None => {
                self.levels.insert(path.to_owned(), result);
            }
        }
    }

    /// The better result of each level.
    pub fn merged(mut self, other: &Progress) -> Progress {
        for (path, result) in &other.levels {
            self.record(path, *result);
        }
        self
    }

    /// The best result of a level; none if it was never won.
    pub fn best(&self, path: &str) -> Option<Best> {
        self.levels.get(path).copied()
    }
}
