//! Defaults that follow from names: the level's name from its file, its edge from its name.

use super::Edge;

/// The name of a level whose file gives none: the path without its extension, as words, numbers without leading zeros.
pub(super) fn from_path(path: &str) -> String {
    let stem = without_ending(path);
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

/// Without `.ron` or `.rel`, in whatever case, and what a forum put behind it: `level.rel.txt`.
fn without_ending(path: &str) -> &str {
    let is_ours = |path: &&str| has_ending(path, "ron") || has_ending(path, "rel");
    let short = |path: &'_ str| path.rfind('.').map_or(path.len(), |dot| dot);
    let outer = &path[..short(path)];
    match (is_ours(&path), is_ours(&outer)) {
        (_, true) => &outer[..short(outer)],
        (true, false) => outer,
        (false, false) => path,
    }
}

/// Whether a name ends in a dot and this, in whatever case.
pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, last)| last.eq_ignore_ascii_case(ending))
}

/// The edge of a level whose file gives none: a hash of its name, if it has one.
pub(super) fn edge(name: Option<&str>) -> Edge {
    let Some(name) = name else {
        return Edge::Highlighter;
    };
    match name.encode_utf16().map(u32::from).sum::<u32>() % 2 {
        0 => Edge::Highlighter,
        _ => Edge::TornPaper,
    }
}
