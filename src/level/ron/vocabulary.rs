//! The words of a level file, and how deep in brackets each stands. They tell a reader who is lost where he is.

use super::token::{Bracket, RonToken, TokenKind};
use crate::level::Edge;
use crate::level::fault::nearest;
use crate::level::glyph::glyph;
use crate::sim::Ability;

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

/// The edges of a level.
pub(super) const EDGES: [(&str, Edge); 2] = [("Highlighter", Edge::Highlighter), ("TornPaper", Edge::TornPaper)];

/// What the fields are called in `.rel` files, in German, and by those who write from memory.
pub(super) const OTHER_NAMES: [(&str, &str); 48] = [
    ("description", "about"),
    ("author_name", "author"),
    ("num_rabbits", "rabbits"),
    ("num_to_save", "save"),
    ("rabbit_delay", "delay"),
    ("void_marker_style", "edge"),
    ("num_saved", "progress"),
    ("num_killed", "progress"),
    ("num_waiting", "progress"),
    ("rabbit_index_count", "progress"),
    ("hint", "hints"),
    ("solution", "solutions"),
    ("titel", "name"),
    ("beschreibung", "about"),
    ("autor", "author"),
    ("hinweise", "hints"),
    ("tipps", "hints"),
    ("hasen", "rabbits"),
    ("kaninchen", "rabbits"),
    ("anzahl", "rabbits"),
    ("retten", "save"),
    ("gerettet", "save"),
    ("verzögerung", "delay"),
    ("abstand", "delay"),
    ("marken", "tokens"),
    ("werkzeuge", "tokens"),
    ("fähigkeiten", "tokens"),
    ("karte", "map"),
    ("feld", "map"),
    ("sterne", "stars"),
    ("wasser", "water"),
    ("lösungen", "solutions"),
    ("rand", "edge"),
    ("musik", "music"),
    ("title", "name"),
    ("text", "about"),
    ("intro", "about"),
    ("by", "author"),
    ("count", "rabbits"),
    ("goal", "save"),
    ("interval", "delay"),
    ("abilities", "tokens"),
    ("skills", "tokens"),
    ("tools", "tokens"),
    ("level", "map"),
    ("grid", "map"),
    ("rows", "map"),
    ("board", "map"),
];

/// The same of the counts of a saved game.
pub(super) const OTHER_PROGRESS_NAMES: [(&str, &str); 3] =
    [("num_saved", "saved"), ("num_killed", "killed"), ("num_waiting", "waiting")];

/// The same of the fields of a solution.
pub(super) const OTHER_SOLUTION_NAMES: [(&str, &str); 5] =
    [("befehle", "orders"), ("steps", "orders"), ("moves", "orders"), ("endet", "ends"), ("result", "ends")];

/// The fields of a solution.
pub(super) const SOLUTION_FIELDS: [&str; 2] = ["ends", "orders"];

/// The fields of a saved game and of a comment.
const INNER_FIELDS: [&str; 7] = ["saved", "killed", "waiting", "last_index", "paused", "before", "text"];

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

/// Whether a word is the name of something in a level, or near to one.
pub(super) fn is_nearly_a_name(word: &str) -> bool {
    let others = OTHER_NAMES.iter().chain(&OTHER_PROGRESS_NAMES).chain(&OTHER_SOLUTION_NAMES).map(|(name, _)| *name);
    let names = FIELDS.into_iter().chain(SOLUTION_FIELDS).chain(INNER_FIELDS).chain(NAMES.map(|(name, _)| name));
    nearest(word, names.chain(others).chain(Ability::ALL.map(Ability::name))).is_some()
}

/// The length of the name at the start of a word of which the bracket behind it was left out: `Solutionends`, `At12`.
pub(super) fn glued_group(word: &str) -> Option<usize> {
    let inside = |rest: &str| {
        let is_step = !rest.is_empty() && rest.bytes().all(|c| c.is_ascii_digit());
        is_step || depth_of_field(rest).is_some() || INNER_FIELDS.contains(&rest)
    };
    NAMES.iter().map(|(name, _)| *name).find(|name| word.strip_prefix(name).is_some_and(inside)).map(str::len)
}

/// The field whose list holds what begins with this token.
pub(super) fn field_of_item(token: RonToken, source: &str) -> Option<&'static str> {
    match (token.kind, token.text(source)) {
        (TokenKind::Word, "Solution" | "Script") => Some("solutions"),
        (TokenKind::Word, "At") => Some("orders"),
        (TokenKind::Word, "Comment") => Some("comments"),
        (TokenKind::Text(quotes), _) => {
            let inside = quotes.inside(token.span);
            let is_row = source[inside.start..inside.end].chars().all(|c| glyph(c).is_some());
            Some(if is_row { "map" } else { "hints" })
        }
        _ => None,
    }
}

/// Whether the value of a field of the level stands in no brackets of its own.
pub(super) fn holds_one_value(name: &str) -> bool {
    FIELDS.contains(&name) && bracket_of_field(name).is_none()
}

/// Whether the value of a field is a text.
pub(super) fn holds_text(name: &str) -> bool {
    matches!(name, "name" | "about" | "author" | "author_url" | "music")
}

/// The kind of bracket around the value of a field, if it has one.
pub(super) fn bracket_of_field(name: &str) -> Option<Bracket> {
    match name {
        "delay" | "map" | "stars" | "hints" | "solutions" | "comments" | "orders" => Some(Bracket::Square),
        "tokens" | "water" => Some(Bracket::Curly),
        _ => None,
    }
}
