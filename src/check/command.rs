//! The command that shows a solution.

use std::path::Path;

use crate::level::visible;

/// What to type in a shell to watch a solution of the level, counted from 1, up to where it goes wrong.
///
/// ```
/// let command = leveret::check::show_solution("my levels/pit.ron".as_ref(), 2);
/// assert_eq!(command, "leveret 'my levels/pit.ron' --solution 2");
/// ```
pub fn show_solution(level: &Path, number: usize) -> String {
    // A path that would write to the terminal is no longer the right one, but harmless.
    let path: String = level.to_string_lossy().chars().map(visible).collect();
    // Only a path with a NUL cannot be quoted, and no file has one.
    let path = shlex::try_quote(&path).unwrap_or_default();
    format!("leveret {path} --solution {number}")
}
