//! The replays that are kept: plays to watch again, to take over, or to send to others.

use crate::level::Ending;
use crate::play::{Fingerprint, LevelMatch, Replay, replays_in};

/// So many plays of one level that were won are kept, and so many in all.
const MOST_WON_OF_A_LEVEL: usize = 8;
const MOST_WON: usize = 400;
/// So many of those that were not won are kept.
const MOST_OTHERS: usize = 20;

/// All that are kept; the last one first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replays {
    kept: Vec<KeptReplay>,
}

/// A replay as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptReplay {
    /// What identifies it. A text that cannot be read is kept too: a later version may have made it.
    pub text: String,
    /// The level's name.
    pub level: String,
    pub manner: Manner,
    is_won: bool,
}

/// How a play came about. A record is kept for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Manner {
    /// In running time.
    Running,
    /// Tokens were dropped while the game was paused.
    Paused,
    /// Time was turned back.
    TurnedBack,
}

impl Manner {
    pub const ALL: [Manner; 3] = [Manner::Running, Manner::Paused, Manner::TurnedBack];
}

impl KeptReplay {
    pub fn new(replay: &Replay, level: &str, manner: Manner) -> KeptReplay {
        let is_won = replay.ends == Some(Ending::Won);
        KeptReplay { text: replay.to_text(), level: level.to_owned(), manner, is_won }
    }

    /// One that was kept before, as its text.
    pub fn of_text(text: String, level: String, manner: Manner) -> KeptReplay {
        let kept = KeptReplay { text, level, manner, is_won: false };
        let is_won = kept.replay().is_some_and(|replay| replay.ends == Some(Ending::Won));
        KeptReplay { is_won, ..kept }
    }

    /// The replay itself; none if it cannot be read.
    pub fn replay(&self) -> Option<Replay> {
        replays_in(&self.text).into_iter().next()?.ok()
    }
}

impl Replays {
    /// These, the last one first. Those that are too many are dropped.
    pub fn new(kept: Vec<KeptReplay>) -> Replays {
        let mut replays = Replays::default();
        kept.into_iter().rev().for_each(|replay| replays.keep(replay));
        replays
    }

    /// All; the last one first.
    pub fn all(&self) -> &[KeptReplay] {
        &self.kept
    }

    /// Keeps one more, as the last one. If there are too many of its kind, the oldest of these is dropped.
    pub fn keep(&mut self, replay: KeptReplay) {
        self.kept.retain(|kept| kept.text != replay.text);
        let (is_won, level) = (replay.is_won, replay.level.clone());
        self.kept.insert(0, replay);
        if is_won {
            self.keep_newest(MOST_WON_OF_A_LEVEL, |kept| kept.level == level && kept.is_won);
            self.keep_newest(MOST_WON, |kept| kept.is_won);
        } else {
            self.keep_newest(MOST_OTHERS, |kept| !kept.is_won);
        }
    }

    fn keep_newest(&mut self, most: usize, is_counted: impl Fn(&KeptReplay) -> bool) {
        let mut count = 0;
        self.kept.retain(|kept| {
            count += usize::from(is_counted(kept));
            count <= most || !is_counted(kept)
        });
    }

    /// Drops the one with this text.
    pub fn delete(&mut self, text: &str) {
        self.kept.retain(|kept| kept.text != text);
    }

    /// Those of a level or of another version of it; the last one first.
    pub fn of_level(&self, key: Fingerprint) -> impl Iterator<Item = (&KeptReplay, Replay, LevelMatch)> {
        self.kept.iter().filter_map(move |kept| {
            let replay = kept.replay()?;
            let fit = replay.level.fit(key)?;
            Some((kept, replay, fit))
        })
    }
}
