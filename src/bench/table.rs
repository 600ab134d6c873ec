//! The results as tables for a terminal.

use comfy_table::CellAlignment::{self, Left, Right};
use comfy_table::{Table, presets};

use super::contrast::Contrast;
use super::results::{HintRow, Results};
use crate::app::median_by;

/// Characters in a line of what is printed.
pub const LINE_WIDTH: usize = 100;

/// Zooms side by side; a longer ladder takes several tables.
const ZOOMS_ABREAST: usize = 9;

/// With more variants than this, the table of frames has only those that are sets of hints: single hints have ratios.
const MAX_VARIANTS: usize = 6;

/// The longest name of a variant, and of a contrast, in characters.
const NAME: usize = 14;
const CONTRAST: usize = 27;

/// What a zoom sweep is.
pub(super) const SWEEP: &str = "The wheel is turned through all zooms and back, then the zoom jumps at random; 60 frames a \
                                second, with placeholders for sprites that are not ready.";

/// The results as tables, noise first.
pub fn table(results: &Results) -> String {
    let tables = [
        Some(noise(results)),
        Some(frames(results)),
        presenting(results),
        ratios(results),
        pictures(results),
        Some(flatness(results)),
        Some(sweeps(results)),
    ];
    let tables: Vec<String> = tables.into_iter().flatten().collect();
    tables.join("\n")
}

/// A ratio in four or five characters.
pub(super) fn short(ratio: f64) -> String {
    match ratio {
        ratio if ratio < 9.995 => format!("{ratio:.2}"),
        ratio if ratio < 99.95 => format!("{ratio:.1}"),
        ratio => format!("{ratio:.0}"),
    }
}

fn noise(results: &Results) -> String {
    let rows = results.noise.iter().map(|row| {
        let interval = format!("{:.3} to {:.3}", row.low, row.high);
        [row.zoom.to_string(), format!("{:.3}", row.ratio), interval, row.verdict.to_string()]
    });
    let columns = [("zoom", Right), ("ratio", Right), ("95 % interval", Left), ("verdict", Left)];
    let table = columns_of(columns, rows);
    let base = ellipsis(results.base(), 40);
    format!("noise of this machine: `{base}` against itself\n\n{table}\n{}\n", results.recording())
}

fn frames(results: &Results) -> String {
    let all = results.variants.len() <= MAX_VARIANTS;
    let contrasts = results.contrasts();
    let singles = contrasts.into_iter().filter(|contrast| matches!(contrast, Contrast::Single { .. }));
    let singles: Vec<String> = singles.map(Contrast::variant).collect();
    let rows = results.zooms.iter().filter(|row| all || !singles.contains(&row.hints)).map(|row| {
        [
            row.zoom.to_string(),
            ellipsis(&row.hints, NAME),
            row.n.to_string(),
            ms(row.min_ms),
            ms(row.median_ms),
            ms(row.p95_ms),
            ms(row.p99_ms),
            ms(row.max_ms),
            format!("{:.0}%", row.over_16_7 * 100.0),
            format!("{:.0}%", row.over_8_3 * 100.0),
            short(row.over_floor),
            format!("{:.0}", row.steady_fps.min(9999.0)),
            format!("{:.1}", row.first_ms),
        ]
    });
    let columns = [
        ("zoom", Right),
        ("hints", Left),
        ("n", Right),
        ("min", Right),
        ("median", Right),
        ("p95", Right),
        ("p99", Right),
        ("max", Right),
        ("over16.7", Right),
        ("over8.3", Right),
        ("×copy", Right),
        ("fps", Right),
        ("first", Right),
    ];
    format!(
        "frames in ms, as the sum of step, scene, paint and hud; `over`: share of frames beyond so many ms;\n\
         `×copy`: the median as a multiple of copying the frame; `fps`: what 99 of 100 frames keep up with;\n\
         `first`: the first frame at a zoom, with an empty sprite cache\n\n{}",
        columns_of(columns, rows)
    )
}

/// How long the window takes, which no hint changes.
fn presenting(results: &Results) -> Option<String> {
    let times = || results.zooms.iter().filter_map(|row| row.present_ms);
    let (low, high) = (times().reduce(f64::min)?, times().reduce(f64::max)?);
    Some(format!("presenting a frame in the window took {low:.2} to {high:.2} ms, as medians of each row\n"))
}

fn ratios(results: &Results) -> Option<String> {
    if results.hints.is_empty() {
        return None;
    }
    let ratios = matrix(results, |row| format!("{}{}", short(row.ratio), row.verdict.mark()));
    let unsure = results.hints.iter().filter_map(|row| row.run_longer);
    let longer = median_by(unsure, f64::total_cmp).map_or_else(String::new, |longer| {
        format!("? a run {:.0} times as long should settle half of these\n", longer.ceil())
    });
    let first = matrix(results, |row| short(row.first_ratio));
    Some(format!(
        "each hint switched: ratio of median frame times by zoom\n\
         + slower   - faster   = no difference (within 2 %)   ? cannot tell\n\n{ratios}{longer}\n\
         the same for the first frame at a zoom, with an empty sprite cache\n\n{first}"
    ))
}

/// A row for each contrast, a column for each zoom.
fn matrix(results: &Results, cell: impl Fn(&HintRow) -> String) -> String {
    let ladder = results.ladder();
    let tables = ladder.chunks(ZOOMS_ABREAST).map(|zooms| {
        let names: Vec<String> = zooms.iter().map(u32::to_string).collect();
        let columns = [("", Left)].into_iter().chain(names.iter().map(|name| (name.as_str(), Right)));
        let rows = results.contrasts().into_iter().map(|contrast| {
            let cells = zooms.iter().map(|zoom| results.hint_row(contrast, *zoom).map(&cell).unwrap_or_default());
            [ellipsis(&contrast.to_string(), CONTRAST)].into_iter().chain(cells).collect::<Vec<String>>()
        });
        columns_of(columns, rows)
    });
    tables.collect::<Vec<String>>().join("\n")
}

fn pictures(results: &Results) -> Option<String> {
    if results.hints.is_empty() {
        return None;
    }
    let rows = results.contrasts().into_iter().map(|contrast| {
        let rows = results.hint_rows(contrast);
        let name = ellipsis(&contrast.to_string(), CONTRAST);
        let identical = rows.iter().filter(|row| row.psnr.is_none()).count();
        if identical == rows.len() {
            return [name, "all zooms".to_owned(), "identical".to_owned(), String::new(), String::new()];
        }
        let at = if identical == 0 { "no zoom".to_owned() } else { format!("{identical} of {}", rows.len()) };
        let changed = rows.iter().map(|row| row.pixels_changed * 100.0).fold(0.0, f64::max);
        let step = rows.iter().map(|row| row.max_step).max().unwrap_or(0);
        let psnr = rows.iter().filter_map(|row| row.psnr).fold(f64::INFINITY, f64::min);
        [name, at, format!("to {changed:.2} %"), step.to_string(), format!("{psnr:.1} dB")]
    });
    let columns = [
        ("", Left),
        ("identical at", Right),
        ("pixels changed", Right),
        ("largest step", Right),
        ("least PSNR", Right),
    ];
    Some(format!("what it does to the picture, over all zooms\n\n{}", columns_of(columns, rows)))
}

fn flatness(results: &Results) -> String {
    let rows = results.flatness.iter().map(|row| [ellipsis(&row.hints, CONTRAST), short(row.ratio)]);
    let table = columns_of([("hints", Left), ("flatness", Right)], rows);
    format!("flatness: the largest median of all zooms over the smallest\n\n{table}")
}

fn sweeps(results: &Results) -> String {
    let rows = results.zooming.iter().map(|row| {
        [
            ellipsis(&row.hints, NAME),
            row.changes.to_string(),
            row.n.to_string(),
            ms(row.median_ms),
            ms(row.p99_ms),
            ms(row.max_ms),
            row.max_zoom.to_string(),
            format!("{:.1}%", row.over_16_7 * 100.0),
            format!("{:.0} of {:.0}", row.sprites_mb, row.sprites_bound_mb),
        ]
    });
    let columns = [
        ("hints", Left),
        ("changes", Right),
        ("n", Right),
        ("median", Right),
        ("p99", Right),
        ("max", Right),
        ("at", Right),
        ("over16.7", Right),
        ("sprites", Right),
    ];
    format!(
        "while the zoom moves: frames in ms; `at`: the zoom of the slowest; `sprites`: MB, at most\n\n{}",
        columns_of(columns, rows)
    )
}

/// Columns as wide as their longest cells, two spaces apart if the line has room for that, else one. Every row ends with
/// a line break.
fn columns_of<'a, Row: Into<comfy_table::Row>>(
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
fn ms(time: f64) -> String {
    format!("{time:.2}")
}

/// A name in at most `max` characters.
fn ellipsis(name: &str, max: usize) -> String {
    if name.chars().count() <= max {
        return name.to_owned();
    }
    name.chars().take(max - 1).chain(['…']).collect()
}
