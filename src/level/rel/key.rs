//! The metadata keys of a `.rel` file.

use crate::level::fault::nearest;
use crate::sim::Ability;

/// A known key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MetaKey {
    Text(TextKey),
    /// The n-th hint, counted from 1.
    Hint(usize),
    /// The n-th solution, counted from 1.
    Solution(usize),
    Count(CountKey),
    RabbitDelay,
    Paused,
    /// Of older versions: read and ignored.
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

/// The keys that are a single word, in the order in which they are written.
pub(super) const WORDS: [(&str, MetaKey); 25] = [
    ("name", MetaKey::Text(TextKey::Name)),
    ("description", MetaKey::Text(TextKey::Description)),
    ("author_name", MetaKey::Text(TextKey::AuthorName)),
    ("author_url", MetaKey::Text(TextKey::AuthorUrl)),
    ("num_rabbits", MetaKey::Count(CountKey::NumRabbits)),
    ("num_to_save", MetaKey::Count(CountKey::NumToSave)),
    ("rabbit_delay", MetaKey::RabbitDelay),
    ("music", MetaKey::Text(TextKey::Music)),
    ("num_saved", MetaKey::Count(CountKey::NumSaved)),
    ("num_killed", MetaKey::Count(CountKey::NumKilled)),
    ("num_waiting", MetaKey::Count(CountKey::NumWaiting)),
    ("rabbit_index_count", MetaKey::Count(CountKey::RabbitIndexCount)),
    ("paused", MetaKey::Paused),
    ("intro", MetaKey::Retired(RetiredKey::Intro)),
    ("ready_to_explode_all", MetaKey::Retired(RetiredKey::ReadyToExplodeAll)),
    ("void_marker_style", MetaKey::VoidMarkerStyle),
    ("bash", MetaKey::Tokens(Ability::Bash)),
    ("block", MetaKey::Tokens(Ability::Block)),
    ("bridge", MetaKey::Tokens(Ability::Bridge)),
    ("brolly", MetaKey::Tokens(Ability::Brolly)),
    ("climb", MetaKey::Tokens(Ability::Climb)),
    ("dig", MetaKey::Tokens(Ability::Dig)),
    ("explode", MetaKey::Tokens(Ability::Explode)),
    ("*", MetaKey::Star),
    ("n", MetaKey::Water),
];

/// The first keys of lists.
pub(super) const HINT: &str = "hint.1";
pub(super) const SOLUTION: &str = "solution.1";

/// What the keys are called in our own format, and by those who write from memory.
const OTHER_WORDS: [(&str, &str); 12] = [
    ("title", "name"),
    ("about", "description"),
    ("author", "author_name"),
    ("rabbits", "num_rabbits"),
    ("save", "num_to_save"),
    ("to_save", "num_to_save"),
    ("num_save", "num_to_save"),
    ("delay", "rabbit_delay"),
    ("edge", "void_marker_style"),
    ("star", "*"),
    ("stars", "*"),
    ("water", "n"),
];

/// The word that is meant by a name that is none: one that is called so elsewhere, or the nearest one. For a list it is
/// the first key.
pub(super) fn meant_word(name: &str) -> Option<&'static str> {
    let words = WORDS.iter().map(|(word, _)| *word).chain([HINT, SOLUTION]);
    let near = nearest(name, words.chain(OTHER_WORDS.iter().map(|(other, _)| *other)))?;
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == near);
    Some(other.map_or(near, |(_, word)| word))
}

impl MetaKey {
    /// The key of that name, if it is known.
    pub(super) fn from_name(name: &str) -> Option<MetaKey> {
        // Old files have `hint1`.
        let number = |list: &str| name.strip_prefix(list).and_then(|n| list_number(n.strip_prefix('.').unwrap_or(n)));
        if let Some(number) = number("hint") {
            return Some(MetaKey::Hint(number));
        }
        if let Some(number) = number("solution") {
            return Some(MetaKey::Solution(number));
        }
        WORDS.into_iter().find(|(word, _)| *word == name).map(|(_, key)| key)
    }

    /// Its name as we write it, where it has several.
    pub(super) fn name(self, written: &str) -> String {
        match self {
            MetaKey::Hint(number) => format!("hint.{number}"),
            MetaKey::Solution(number) => format!("solution.{number}"),
            _ => written.to_owned(),
        }
    }

    /// Whether a file may repeat it.
    pub(super) const fn repeats(self) -> bool {
        matches!(self, MetaKey::Star | MetaKey::Water)
    }
}

/// One to three digits.
fn list_number(digits: &str) -> Option<usize> {
    let well_formed = (1..=3).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    well_formed.then(|| digits.parse().ok()).flatten()
}
