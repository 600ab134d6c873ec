//! Where a text or a line may end.

use memchr::memchr2;

use super::lengths::{number_length, word_length};
use super::vocabulary::depth_of_field;

/// Whether a text may end where this follows.
pub(super) fn is_end(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t']);
    let follows = |c: char| matches!(c, ',' | ')' | ']' | '}' | ':' | ';' | '=' | '\n' | '\r' | '"');
    let begins = ["r\"", "r#", "//", "/*"];
    after.is_empty() || after.starts_with(follows) || begins.iter().any(|begin| after.starts_with(begin)) || {
        // Another sign in the place of the comma before the next text, or one that joins the two.
        let next = after.strip_prefix(['.', '|', '，', '、', '+']).map(|next| next.trim_start_matches(' '));
        next.is_some_and(|next| next.starts_with('"') || next.starts_with("r\""))
    }
}

/// Whether a text most likely ends where this follows: a comma, a closing bracket or the end of the line.
pub(super) fn is_hard_end(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t']);
    after.is_empty() || after.starts_with([',', ')', ']', '}', ';', '\n', '\r'])
}

/// The length of the line that starts here.
pub(super) fn line_length(text: &str) -> usize {
    memchr2(b'\n', b'\r', text.as_bytes()).unwrap_or(text.len())
}

/// Several words without quotes in the place of a text, up to the comma at the end of the line or before the next
/// field: their length.
pub(super) fn bare_text(text: &str) -> Option<usize> {
    let line = &text[..line_length(text)];
    let is_last = |at: usize| {
        let after = line[at + 1..].trim_start();
        let name = &after[..word_length(after)];
        let is_field = after[name.len()..].starts_with(':') && depth_of_field(name).is_some();
        after.is_empty() || after.starts_with("//") || is_field
    };
    let comma = line.match_indices(',').map(|(at, _)| at).find(|at| is_last(*at));
    let end = comma.or_else(|| line.find(" //")).unwrap_or(line.len());
    let words = line[..end].trim_end_matches([' ', '\t', ')']);
    let is_one = [word_length(words), number_length(words)].contains(&words.len());
    let is_bare = words.starts_with(char::is_alphanumeric) && !words.contains(['"', '(', '[', '{']);
    (is_bare && !is_one).then_some(words.len())
}
