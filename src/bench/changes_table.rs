//! The changes from one run to another, as a table for a pull request.

use comfy_table::{Table, presets};

use super::compare::{RunChange, RunChanges};
use super::estimate::Interval;

/// The changes from one run to another, as a table in Markdown.
pub fn changes(changes: &RunChanges) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_header(["zoom", "quality", "new / old", "95 % interval", "verdict"]);
    for RunChange { zoom, hints, interval, verdict, is_beyond } in &changes.rows {
        let ratio = interval.map_or_else(|| "–".to_owned(), |interval| format!("{:.3}", interval.ratio));
        let ends = interval.map_or_else(String::new, |Interval { low, high, .. }| format!("{low:.3} to {high:.3}"));
        let mark = if *is_beyond { " (beyond the threshold)" } else { "" };
        table.add_row([zoom.to_string(), cell(hints), ratio, ends, format!("{verdict}{mark}")]);
    }
    let drift = changes.drift.map_or_else(String::new, |Interval { ratio, low, high }| {
        format!(
            "\nNote that the machine itself has changed: copying a frame took {ratio:.2} times as long ({low:.2} to {high:.2}).\n"
        )
    });
    let interrupted = match changes.interrupted {
        [false, false] => "",
        [true, false] => "\nNote that the old run was interrupted.\n",
        [false, true] => "\nNote that the new run was interrupted.\n",
        [true, true] => "\nNote that both runs were interrupted.\n",
    };
    let unsure = match changes.unsure {
        0 => String::new(),
        1 => "\n1 ratio may be beyond the threshold: measure longer to be sure.\n".to_owned(),
        count => format!("\n{count} ratios may be beyond the threshold: measure longer to be sure.\n"),
    };
    let unmatched = match changes.unmatched {
        0 => String::new(),
        count => format!("\nNot compared: {count} of the zooms and qualities, which only one of the runs has.\n"),
    };
    format!("{}\n{interrupted}{unsure}{unmatched}{drift}", table.trim_fmt())
}

/// A name in a cell of a table in Markdown.
fn cell(name: &str) -> String {
    name.replace('|', "\\|")
}
