//! The words of a level file, and how deep in brackets each stands. They tell a reader who is lost where he is.

use super::token::Bracket;

/// Deeper nesting is refused, because the reader recurses; a level needs five.
pub(super) const DEEPEST: usize = 64;

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

/// The fields of a solution.
const SOLUTION_FIELDS: [&str; 2] = ["ends", "orders"];

/// The names before a round bracket, and the brackets around each.
const NAMES: [(&str, usize); 6] =
    [("Level", 0), ("Progress", 1), ("Solution", 2), ("Script", 2), ("Comment", 2), ("At", 4)];

/// The brackets around a field of that name, if the level has one.
pub(super) fn depth_of_field(name: &str) -> Option<usize> {
    if FIELDS.contains(&name) {
        return Some(1);
    }
    SOLUTION_FIELDS.contains(&name).then_some(3)
}

/// The brackets around a group of that name, if the level has one.
pub(super) fn depth_of_group(name: &str) -> Option<usize> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, depth)| *depth)
}

/// Whether the value of a field of the level stands in no brackets of its own.
pub(super) fn holds_one_value(name: &str) -> bool {
    FIELDS.contains(&name) && bracket_of_field(name).is_none()
}

/// The kind of bracket around the value of a field, if it has one.
pub(super) fn bracket_of_field(name: &str) -> Option<Bracket> {
    match name {
        "delay" | "map" | "stars" | "hints" | "solutions" | "comments" | "orders" => Some(Bracket::Square),
        "tokens" | "water" => Some(Bracket::Curly),
        _ => None,
    }
}
