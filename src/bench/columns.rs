//! Columns and cells of the tables for a terminal.

use comfy_table::{CellAlignment, Table, presets};

/// Characters in a line of what is printed.
pub const LINE_WIDTH: usize = 100;

/// Columns as wide as their longest cells, two spaces apart if the line has room for that, else one. Every row ends
/// with a line break.
pub fn columns_of<'a, Row: Into<comfy_table::Row>>(
    columns: impl IntoIterator<Item = (&'a str, CellAlignment)>,
    rows: impl IntoIterator<Item = Row>,
) -> String {
    let (names, alignments): (Vec<&str>, Vec<CellAlignment>) = columns.into_iter().unzip();
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(names).add_rows(rows);
    let widths = table.column_max_content_widths();
    let width: usize = widths.iter().copied().map(usize::from).sum();
    let gap = if width + 2 * (widths.len() - 1) <= LINE_WIDTH { 2 } else { 1 };
    for (column, alignment) in table.column_iter_mut().zip(alignments) {
        column.set_padding((0, gap)).set_cell_alignment(alignment);
    }
    format!("{}\n", table.trim_fmt())
}

/// Milliseconds as a cell.
pub fn ms(time: f64) -> String {
    format!("{time:.2}")
}

/// A name in at most `max` characters.
pub fn ellipsis(name: &str, max: usize) -> String {
    if name.chars().count() <= max {
        return name.to_owned();
    }
    name.chars().take(max - 1).chain(['…']).collect()
}

/// A ratio in four or five characters.
pub fn short(ratio: f64) -> String {
    match ratio {
        ratio if ratio < 9.995 => format!("{ratio:.2}"),
        ratio if ratio < 99.95 => format!("{ratio:.1}"),
        ratio => format!("{ratio:.0}"),
    }
}
