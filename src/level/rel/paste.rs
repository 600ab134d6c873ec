//! The level in a text that was copied from somewhere: out of a fence of backticks, an indented block, or a letter.

use super::stray_lines::is_meant_as_meta;
/// The lines of the level, each with its position in the text; none if nothing shows where the level begins.
pub(super) fn level_lines<'a>(lines: &[(usize, &'a str)]) -> Option<Vec<(usize, &'a str)>> {
    let fenced = fence(lines);
    let lines = fenced.unwrap_or(lines);
    let first =
        lines.iter().position(|(_, line)| is_meta(line.trim_start_matches(PREFIX)) || is_meant_as_meta(line))?;
    let prefix = lines[first].1.len() - lines[first].1.trim_start_matches(PREFIX).len();
    let prefix = &lines[first].1[..prefix];
    if fenced.is_none() && prefix.is_empty() {
        return Some(lines[first..].to_vec());
    }
    let start = if fenced.is_some() { 0 } else { first };
    let block = lines[start..].iter().take_while(|(_, line)| line.starts_with(prefix) || line.trim().is_empty());
    let cut = |&(at, line): &(usize, &'a str)| match line.strip_prefix(prefix) {
        Some(line) => (at + prefix.len(), line),
        // A row of blanks that was cut.
        None => (at, ""),
    };
    Some(without_blank_end(block.map(cut).collect()))
}

/// What mail and forums put before a line.
const PREFIX: [char; 3] = [' ', '\t', '>'];

/// The lines between the first two fences.
fn fence<'a, 'b>(lines: &'b [(usize, &'a str)]) -> Option<&'b [(usize, &'a str)]> {
    let is_fence =
        |(_, line): &(usize, &str)| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    let start = lines.iter().position(is_fence)? + 1;
    let length = lines[start..].iter().position(is_fence).unwrap_or(lines.len() - start);
    Some(&lines[start..start + length])
}

/// Whether a line is `:key=value`.
fn is_meta(line: &str) -> bool {
    line.strip_prefix(':').and_then(|rest| rest.split_once('=')).is_some_and(|(key, _)| {
        let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '*');
        !key.is_empty() && key.chars().all(is_key)
    })
}

/// Without the empty lines that part a block from the words behind it.
fn without_blank_end(mut lines: Vec<(usize, &str)>) -> Vec<(usize, &str)> {
    while lines.last().is_some_and(|(_, line)| line.is_empty()) {
        lines.pop();
    }
    lines
}
