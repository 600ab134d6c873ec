//! The words of a level file, and how deep in brackets each stands. They tell a reader who is lost where he is.

/// The fields of a level.
pub(super) const FIELDS: [&str; 17] = [
    "name",
    "about",
    "author",
    "author_url",
    "music",
    "edge",
    "rabbits",
    "save",
    "delay",
    "tokens",
    "map",
    "stars",
    "water",
    "hints",
    "solutions",
    "progress",
    "comments",
];
