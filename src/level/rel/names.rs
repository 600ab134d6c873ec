//! What a `.rel` file leaves to its name: the name of the level, and from that the look of the edge of the world.

use crate::level::Edge;

/// The name of a level whose file does not give one: the path without its ending, in words, and without the zeros
/// that keep files in order.
pub(super) fn from_path(path: &str) -> String {
    let words = path.strip_suffix(".rel").unwrap_or(path).replace(['/', '_'], " ");
    let mut name = String::new();
    let mut rest = words.as_str();
    while let Some(digits) = rest.find(|c: char| c.is_ascii_digit()) {
        name.push_str(&rest[..digits]);
        rest = &rest[digits..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let significant = rest[..end].trim_start_matches('0');
        name.push_str(if significant.is_empty() { "0" } else { significant });
        rest = &rest[end..];
    }
    name.push_str(rest);
    name
}

/// The edge of a level that names itself and not its edge: a coin tossed by the letters of the name.
pub(in crate::level) fn edge(name: &str) -> Edge {
    match name.encode_utf16().map(u32::from).sum::<u32>() % 2 {
        0 => Edge::Highlighter,
        _ => Edge::TornPaper,
    }
}
