//! What the player reads about time: the timeline, and the replays that are kept.

/// The texts of one language.
pub(crate) struct TimeTexts {
    /// Replays could not be saved, and why.
    pub replays_not_saved: fn(cause: &str) -> String,
    /// Added to a result when time was turned back.
    pub turned_back: &'static str,
}

pub(super) const ENGLISH: TimeTexts = TimeTexts {
    replays_not_saved: |cause| format!("Your replays could not be saved: {cause}"),
    turned_back: ", with time turned back",
};

pub(super) const GERMAN: TimeTexts = TimeTexts {
    replays_not_saved: |cause| format!("Deine Aufzeichnungen konnten nicht gespeichert werden: {cause}"),
    turned_back: ", mit zurückgedrehter Zeit",
};
