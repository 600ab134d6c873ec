//! The profile: what is known of the player, from one start of the game to the next.

mod progress;
mod replays;
mod settings;

pub use progress::{Best, Progress, Records};
pub use replays::{KeptReplay, Manner, Replays};
pub use settings::{Motion, Settings, SoundWords, TextSize, Unfocused, WindowMode};

use super::shipped::{Chosen, LevelId, all_levels, chosen, path};
use crate::look::Hints;

/// What the player has achieved and chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub progress: Progress,
    pub replays: Replays,
    pub unlock: UnlockPolicy,
    pub settings: Settings,
    /// Hints of the command line: they hold instead of those of the settings, and are not saved.
    pub hints_of_this_run: Option<Hints>,
    /// What the player should know about the files that were read, shown on the title.
    pub notices: Vec<String>,
    /// What could not be saved when it was last tried.
    pub not_saved: NotSaved,
    /// The folder of the player's files, if they are saved.
    pub folder: Option<String>,
}

/// What could not be saved, each in words for the player.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotSaved {
    pub progress: Option<String>,
    pub replays: Option<String>,
    pub settings: Option<String>,
}

/// Which levels may be played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnlockPolicy {
    /// In each set, those that were won and the first one that was not.
    #[default]
    OneByOne,
    All,
}

impl Profile {
    /// Notices about files that are damaged or could not be saved.
    pub fn notices(&self) -> Vec<&str> {
        let NotSaved { progress, replays, settings } = &self.not_saved;
        let not_saved = [progress, replays, settings].into_iter().flatten();
        self.notices.iter().chain(not_saved).map(String::as_str).collect()
    }

    /// The hints by which frames are painted.
    pub fn hints(&self) -> Hints {
        self.hints_of_this_run.unwrap_or(self.settings.hints)
    }

    /// The best result of a level; none if it was not won yet.
    pub fn best(&self, id: LevelId) -> Option<Best> {
        self.progress.best(path(id)?)
    }

    /// How many levels of a set were won.
    pub fn won_in(&self, set: usize) -> usize {
        all_levels().into_iter().filter(|id| id.set == set && self.best(*id).is_some()).count()
    }

    /// The best result of a level in a manner of playing; none if it was not won so yet.
    pub fn best_of(&self, id: LevelId, manner: Manner) -> Option<Best> {
        self.progress.best_of(path(id)?, manner)
    }

    /// Whether any level was won.
    pub fn has_won(&self) -> bool {
        !self.progress.levels.is_empty()
    }

    /// Records a level that was won.
    pub fn record(&mut self, id: LevelId, manner: Manner, result: Best) {
        if let Some(path) = path(id) {
            self.progress.record_manner(path, manner, result);
        }
    }

    /// Whether the level may be played.
    pub fn is_open(&self, id: LevelId) -> bool {
        let won = |level| self.best(LevelId { level, ..id }).is_some();
        match self.unlock {
            UnlockPolicy::All => true,
            UnlockPolicy::OneByOne => (0..id.level).all(won) || won(id.level),
        }
    }

    /// The first level that was not won yet; the very first one once all were.
    pub fn first_unsolved(&self) -> Option<Chosen> {
        let ids = all_levels();
        let id = ids.iter().find(|id| self.best(**id).is_none()).or(ids.first())?;
        chosen(*id)
    }
}
