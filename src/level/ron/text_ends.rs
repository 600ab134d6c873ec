//! Where a text or a line may end.

/// Whether a text may end where this follows.
pub(super) fn is_end(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t']);
    let follows = |c: char| matches!(c, ',' | ')' | ']' | '}' | ':' | ';' | '=' | '\n' | '\r' | '"');
    let begins = ["r\"", "r#", "//", "/*"];
    after.is_empty() || after.starts_with(follows) || begins.iter().any(|begin| after.starts_with(begin)) || {
        // Another sign in the place of the comma before the next text.
        let next = after.strip_prefix(['.', '|', '，', '、']).map(|next| next.trim_start_matches(' '));
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
    text.find(['\n', '\r']).unwrap_or(text.len())
}
