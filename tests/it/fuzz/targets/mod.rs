//! The targets: each takes any bytes, and panics if a property does not hold.

mod art;
mod levels;
mod player_files;
mod plays;
mod words;

pub use levels::{rel_level, ron_level};

/// A property of all inputs.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// That of its folder in the corpus too.
    pub name: &'static str,
    pub run: fn(&[u8]),
    /// Words of the format, for the mutator.
    pub words: &'static [&'static str],
}

pub const TARGETS: [Target; 9] = [
    Target { name: "ron-levels", run: ron_level, words: &levels::RON_WORDS },
    Target { name: "rel-levels", run: rel_level, words: &levels::REL_WORDS },
    Target { name: "orders", run: plays::orders, words: &plays::ORDERS_WORDS },
    Target { name: "scripts", run: plays::script, words: &plays::SCRIPT_WORDS },
    Target { name: "settings", run: player_files::settings, words: &player_files::SETTINGS_WORDS },
    Target { name: "progress", run: player_files::progress, words: &player_files::PROGRESS_WORDS },
    Target { name: "hints", run: words::hints, words: &words::HINTS_WORDS },
    Target { name: "keys", run: words::key, words: &words::KEYS_WORDS },
    Target { name: "movements", run: art::movements, words: &art::MOVEMENTS_WORDS },
];
