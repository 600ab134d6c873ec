//! What a level leaves to names: its own name to that of the file, and the edge of its world to its own name.

use super::Edge;

/// The name of a level whose file does not give one: the path without its ending, in words, and without the zeros
/// that keep files in order.
pub(super) fn from_path(path: &str) -> String {
    let stem = path.strip_suffix(".rel").or_else(|| path.strip_suffix(".ron")).unwrap_or(path);
    let words = stem.replace(['/', '_'], " ");
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

/// The edge of a level that does not say: a coin tossed by the letters of the name, if it says that.
pub(super) fn edge(name: Option<&str>) -> Edge {
    let Some(name) = name else {
        return Edge::Highlighter;
    };
    match name.encode_utf16().map(u32::from).sum::<u32>() % 2 {
        0 => Edge::Highlighter,
        _ => Edge::TornPaper,
    }
}
