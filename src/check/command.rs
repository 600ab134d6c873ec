//! The command that shows a solution.

use std::path::Path;

use crate::level::visible;

/// What to type in a shell to see the level after this many steps of its solution, counted from 1.
///
/// ```
/// let command = leveret::check::show_solution("my levels/pit.ron".as_ref(), 2, 40);
/// assert_eq!(command, "leveret shot 'my levels/pit.ron' --solution 2 --step 40 -o failure.png");
/// ```
pub fn show_solution(level: &Path, number: usize, step: u32) -> String {
    // A path that would write to the terminal is no longer the right one, but harmless.
    let path: String = level.to_string_lossy().chars().map(visible).collect();
    // Only a path with a NUL cannot be quoted, and no file has one.
    let path = shlex::try_quote(&path).unwrap_or_default();
    format!("leveret shot {path} --solution {number} --step {step} -o failure.png")
}
