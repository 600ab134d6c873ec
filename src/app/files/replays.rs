//! `replays.ron`: the plays that are kept, as their short texts.

use serde::{Deserialize, Serialize};

use super::format::MannerName;
use crate::screens::{KeptReplay, Replays};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReplaysFile {
    /// The last one first.
    replays: Vec<ReplayEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ReplayEntry {
    level: String,
    manner: MannerName,
    text: String,
}

impl From<ReplaysFile> for Replays {
    fn from(file: ReplaysFile) -> Replays {
        let kept = file.replays.into_iter();
        let kept = kept.map(|ReplayEntry { level, manner, text }| KeptReplay::of_text(text, level, manner.into()));
        Replays::new(kept.collect())
    }
}

impl From<Replays> for ReplaysFile {
    fn from(replays: Replays) -> ReplaysFile {
        let entries = replays.all().iter().cloned();
        let entries =
            entries.map(|KeptReplay { text, level, manner, .. }| ReplayEntry { level, manner: manner.into(), text });
        ReplaysFile { replays: entries.collect() }
    }
}
