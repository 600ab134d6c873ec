//! The metadata keys of a `.rel` file.

use crate::sim::Ability;

/// A key that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Text(TextKey),
    /// The n-th hint, counted from 1.
    Hint(usize),
    /// The n-th solution, counted from 1.
    Solution(usize),
    Count(CountKey),
    RabbitDelay,
    Paused,
    /// Of old: read, and then forgotten.
    Retired(RetiredKey),
    VoidMarkerStyle,
    Tokens(Ability),
    Water,
    Star,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextKey {
    Name,
    Description,
    AuthorName,
    AuthorUrl,
    Music,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountKey {
    NumRabbits,
    NumToSave,
    NumSaved,
    NumKilled,
    NumWaiting,
    RabbitIndexCount,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RetiredKey {
    Intro,
    ReadyToExplodeAll,
}

/// The keys that are a single word, in the order in which a file is written.
pub(super) const WORDS: [(&str, Key); 25] = [
    ("name", Key::Text(TextKey::Name)),
    ("description", Key::Text(TextKey::Description)),
    ("author_name", Key::Text(TextKey::AuthorName)),
    ("author_url", Key::Text(TextKey::AuthorUrl)),
    ("num_rabbits", Key::Count(CountKey::NumRabbits)),
    ("num_to_save", Key::Count(CountKey::NumToSave)),
    ("rabbit_delay", Key::RabbitDelay),
    ("music", Key::Text(TextKey::Music)),
    ("num_saved", Key::Count(CountKey::NumSaved)),
    ("num_killed", Key::Count(CountKey::NumKilled)),
    ("num_waiting", Key::Count(CountKey::NumWaiting)),
    ("rabbit_index_count", Key::Count(CountKey::RabbitIndexCount)),
    ("paused", Key::Paused),
    ("intro", Key::Retired(RetiredKey::Intro)),
    ("ready_to_explode_all", Key::Retired(RetiredKey::ReadyToExplodeAll)),
    ("void_marker_style", Key::VoidMarkerStyle),
    ("bash", Key::Tokens(Ability::Bash)),
    ("block", Key::Tokens(Ability::Block)),
    ("bridge", Key::Tokens(Ability::Bridge)),
    ("brolly", Key::Tokens(Ability::Brolly)),
    ("climb", Key::Tokens(Ability::Climb)),
    ("dig", Key::Tokens(Ability::Dig)),
    ("explode", Key::Tokens(Ability::Explode)),
    ("*", Key::Star),
    ("n", Key::Water),
];

impl Key {
    /// The key of that name, if it means anything.
    pub(super) fn from_name(name: &str) -> Option<Key> {
        if let Some(number) = name.strip_prefix("hint.") {
            return list_number(number).map(Key::Hint);
        }
        if let Some(number) = name.strip_prefix("solution.") {
            return list_number(number).map(Key::Solution);
        }
        WORDS.into_iter().find(|(word, _)| *word == name).map(|(_, key)| key)
    }

    /// Whether a file may say it again.
    pub(super) const fn repeats(self) -> bool {
        matches!(self, Key::Star | Key::Water)
    }
}

/// One to three digits.
fn list_number(digits: &str) -> Option<usize> {
    let well_formed = (1..=3).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    well_formed.then(|| digits.parse().ok()).flatten()
}
