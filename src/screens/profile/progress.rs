//! Progress: the best result of each level that was won.

use std::collections::BTreeMap;

use super::replays::Manner;

/// Best results by the path of the level below `levels/`, which never changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    pub levels: BTreeMap<String, Best>,
    /// The best of each manner, for the levels that were won since they are told apart.
    pub records: BTreeMap<String, Records>,
}

/// The best result of each manner of playing.
pub type Records = BTreeMap<Manner, Best>;

/// The best way in which a level was won so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Best {
    pub saved: i32,
    pub tokens: u32,
    pub steps: u32,
}

impl Best {
    /// Becomes the other one, if that is better.
    fn improve(&mut self, other: Best) {
        if other.beats(self) {
            *self = other;
        }
    }

    /// More rabbits first, then fewer tokens, then fewer steps.
    pub fn beats(&self, other: &Best) -> bool {
        (other.saved, self.tokens, self.steps) < (self.saved, other.tokens, other.steps)
    }
}

impl Progress {
    /// Records a result, if it is the first of its level or better than the one before.
    pub fn record(&mut self, path: &str, result: Best) {
        let best = self.levels.entry(path.to_owned()).or_insert(result);
        best.improve(result);
    }

    /// Records a result, and which manner of playing it is to the credit of.
    pub fn record_manner(&mut self, path: &str, manner: Manner, result: Best) {
        self.record(path, result);
        self.records.entry(path.to_owned()).or_default().entry(manner).or_insert(result).improve(result);
    }

    /// The better result of each level.
    pub fn merged(mut self, other: &Progress) -> Progress {
        for (path, result) in &other.levels {
            self.record(path, *result);
        }
        for (path, records) in &other.records {
            for (manner, result) in records {
                self.record_manner(path, *manner, *result);
            }
        }
        self
    }

    /// The best result of a level in a manner of playing; none if it was never won so.
    pub fn best_of(&self, path: &str, manner: Manner) -> Option<Best> {
        self.records.get(path)?.get(&manner).copied()
    }

    /// The best result of a level; none if it was never won.
    pub fn best(&self, path: &str) -> Option<Best> {
        self.levels.get(path).copied()
    }
}
