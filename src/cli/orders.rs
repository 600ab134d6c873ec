//! Orders for a level, from a file or standard input: in RON as in a solution, or one order a line.

use std::io;
use std::path::Path;

use super::Failure;
use super::output::is_standard_output;
use crate::level::{At, Level, plain_path, read_bounded, read_text};
use crate::play::read_orders;

/// Lines of a faulty orders file that are shown; of further ones only the number is.
const SHOWN_FAULTS: usize = 20;

/// Reads orders; `-` is standard input.
pub(super) fn read(path: &Path, level: &Level) -> Result<Vec<At>, Failure> {
    let file = plain_path(path);
    let text = if is_standard_output(path) { read_bounded(io::stdin().lock()) } else { read_text(path) };
    let text = text.map_err(|cause| Failure::run(format!("could not read orders `{file}`: {cause}")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if is_ron(text) {
        return level.read_orders(text, &file).map_err(Failure::run);
    }
    read_orders(text).map_err(|faults| {
        let shown: String = faults.iter().take(SHOWN_FAULTS).map(|fault| format!("\n{file}:{fault}")).collect();
        let more = match faults.len().checked_sub(SHOWN_FAULTS) {
            None | Some(0) => String::new(),
            Some(more) => format!("\n… and {more} more"),
        };
        Failure::run(format!("could not read orders `{file}`{shown}{more}"))
    })
}

/// Text in RON begins with a bracket or with the name of what is in brackets; a line of orders with a number.
fn is_ron(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("//"));
    first.is_some_and(|line| ["[", "(", "At", "Solution", "/*"].iter().any(|start| line.starts_with(start)))
}
