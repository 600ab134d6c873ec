//! The results as tables for a terminal of 100 columns.

use std::fmt::Write as _;

use super::results::{HintRow, Results};
use super::verdict::Verdict;
use crate::app::median_by;

/// Ratios of so many zooms stand side by side; a longer ladder takes several tables.
const ABREAST: usize = 9;

/// With more variants than this, only those that are sets of hints have a row for each zoom: singles have their ratios.
const MOST_VARIANTS: usize = 6;

/// The results as tables, noise first.
pub fn table(results: &Results) -> String {
    let mut text = String::new();
    noise(results, &mut text);
    frames(results, &mut text);
    presenting(results, &mut text);
    ratios(results, &mut text);
    pictures(results, &mut text);
    flatness(results, &mut text);
    zooming(results, &mut text);
    text
}

/// A ratio in four or five characters.
pub(super) fn short(ratio: f64) -> String {
    match ratio {
        ratio if ratio < 9.995 => format!("{ratio:.2}"),
        ratio if ratio < 99.95 => format!("{ratio:.1}"),
        ratio => format!("{ratio:.0}"),
    }
}

/// `hint from → to`, or `from → to` where whole sets are compared.
pub(super) fn label(hint: &str, from: &str, to: &str) -> String {
    if hint == "set" { format!("{from} → {to}") } else { format!("{hint} {from} → {to}") }
}

/// A name in at most so many characters.
fn cut(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}

fn noise(results: &Results, text: &mut String) {
    let base = results.variants.first().map_or("", |variant| &variant.name);
    let _ = writeln!(text, "noise of this machine: `{}` against itself\n", cut(base, 40));
    let _ = writeln!(text, "zoom  ratio  95 % interval   verdict");
    for row in &results.noise {
        let verdict = row.verdict;
        let _ = writeln!(text, "{:>4}  {:.3}  {:.3} to {:.3}  {verdict}", row.zoom, row.ratio, row.low, row.high);
    }
    let _ = writeln!(text, "\n{}", results.recording());
}

fn frames(results: &Results, text: &mut String) {
    let _ = writeln!(
        text,
        "\nframes in ms, as the sum of step, scene, paint and hud; `over`: share of frames beyond so many ms;\n\
         `×copy`: the median as a multiple of copying the frame; `fps`: what 99 of 100 frames keep up with;\n\
         `first`: the first frame at a zoom, with no sprite at hand\n\n\
         zoom  hints             n     min  median     p95     p99     max over16.7 over8.3 ×copy  fps  first"
    );
    let all = results.variants.len() <= MOST_VARIANTS;
    let comparisons = results.comparisons();
    let singles = comparisons.iter().filter(|(hint, _, _)| *hint != "set");
    let singles: Vec<String> = singles.map(|(hint, _, to)| format!("{hint}={to}")).collect();
    for row in results.zooms.iter().filter(|row| all || !singles.contains(&row.hints)) {
        let _ = writeln!(
            text,
            "{:>4}  {:<14}{:>5} {:>7.2} {:>7.2} {:>7.2} {:>7.2} {:>7.2} {:>7.0}% {:>6.0}% {:>5} {:>4.0} {:>6.1}",
            row.zoom,
            cut(&row.hints, 14),
            row.n,
            row.min_ms,
            row.median_ms,
            row.p95_ms,
            row.p99_ms,
            row.max_ms,
            row.over_16_7 * 100.0,
            row.over_8_3 * 100.0,
            short(row.over_floor),
            row.steady_fps.min(9999.0),
            row.first_ms,
        );
    }
}

/// What no hint changes: how long the window takes.
fn presenting(results: &Results, text: &mut String) {
    let times: Vec<f64> = results.zooms.iter().filter_map(|row| row.present_ms).collect();
    if !times.is_empty() {
        let (low, high) = (times.iter().fold(f64::INFINITY, |a, b| a.min(*b)), times.iter().fold(0.0, |a, b| b.max(a)));
        let _ =
            writeln!(text, "\npresenting a frame in the window took {low:.2} to {high:.2} ms, as medians of each row");
    }
}

fn ratios(results: &Results, text: &mut String) {
    if results.hints.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "\neach hint switched: ratio of median frame times by zoom\n\
         + slower   - faster   = no difference (within 2 %)   ? cannot tell"
    );
    matrix(results, text, |row| format!("{}{}", short(row.ratio), row.verdict.mark()));
    let unsure = results.hints.iter().filter_map(|row| row.run_longer);
    if let Some(longer) = median_by(unsure, f64::total_cmp) {
        let _ = writeln!(text, "? a run {:.0} times as long should settle half of these", longer.ceil());
    }
    let _ = writeln!(text, "\nthe same for the first frame at a zoom, which has no sprite at hand");
    matrix(results, text, |row| format!("{} ", short(row.first_ratio)));
}

/// A line for each comparison, a column for each zoom.
fn matrix(results: &Results, text: &mut String, cell: impl Fn(&HintRow) -> String) {
    for zooms in results.ladder().chunks(ABREAST) {
        let _ = write!(text, "\n{:<27}", "");
        for zoom in zooms {
            let _ = write!(text, "{zoom:>7} ");
        }
        let _ = writeln!(text);
        for (hint, from, to) in results.comparisons() {
            let _ = write!(text, "{:<27}", cut(&label(hint, from, to), 27));
            for zoom in zooms {
                let row = results.hints.iter().find(|row| row.zoom == *zoom && row.is(hint, from, to));
                let _ = write!(text, "{:>8}", row.map(&cell).unwrap_or_default());
            }
            let _ = writeln!(text);
        }
    }
}

fn pictures(results: &Results, text: &mut String) {
    if results.hints.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "\nwhat it does to the picture, over all zooms\n\n{:<27}{:>12} {:>16} {:>13} {:>12}",
        "", "identical at", "pixels changed", "largest step", "least PSNR"
    );
    for (hint, from, to) in results.comparisons() {
        let rows: Vec<&HintRow> = results.hints.iter().filter(|row| row.is(hint, from, to)).collect();
        let same = rows.iter().filter(|row| row.psnr.is_none()).count();
        let name = cut(&label(hint, from, to), 27);
        if same == rows.len() {
            let _ = writeln!(text, "{name:<27}{:>12} {:>16}", "all zooms", "identical");
            continue;
        }
        let changed = rows.iter().map(|row| row.pixels_changed * 100.0).fold(0.0, f64::max);
        let step = rows.iter().map(|row| row.max_step).max().unwrap_or(0);
        let psnr = rows.iter().filter_map(|row| row.psnr).fold(f64::INFINITY, f64::min);
        let same = if same == 0 { "no zoom".to_owned() } else { format!("{same} of {}", rows.len()) };
        let _ = writeln!(text, "{name:<27}{same:>12} {:>16} {step:>13} {psnr:>9.1} dB", format!("to {changed:.2} %"));
    }
}

fn flatness(results: &Results, text: &mut String) {
    let _ = writeln!(text, "\nflatness: the largest median of all zooms over the smallest\n");
    for row in &results.flatness {
        let _ = writeln!(text, "{:<27}{:>6}", cut(&row.hints, 27), short(row.ratio));
    }
}

/// What is measured while the zoom moves.
pub(super) const ZOOMING: &str = "The wheel is turned through all zooms and back, then the zoom leaps about; 60 frames a \
                                  second, sprites that are not at hand are stood in for.";

fn zooming(results: &Results, text: &mut String) {
    let _ = writeln!(
        text,
        "\nwhile the zoom moves: frames in ms; `at`: the zoom of the slowest; `sprites`: MB, at most\n\n\
         hints            changes     n  median     p99     max   at over16.7     sprites"
    );
    for row in &results.zooming {
        let _ = writeln!(
            text,
            "{:<16}{:>8} {:>5} {:>7.2} {:>7.2} {:>7.2} {:>4} {:>7.1}% {:>11}",
            cut(&row.hints, 16),
            row.changes,
            row.n,
            row.median_ms,
            row.p99_ms,
            row.max_ms,
            row.max_zoom,
            row.over_16_7 * 100.0,
            format!("{:.0} of {:.0}", row.sprites_mb, row.sprites_bound_mb),
        );
    }
}

impl HintRow {
    /// Whether this row is about that comparison.
    pub fn is(&self, hint: &str, from: &str, to: &str) -> bool {
        self.hint == hint && self.from == from && self.to == to
    }

    /// Whether time was found to differ.
    pub fn differs(&self) -> bool {
        match self.verdict {
            Verdict::Slower | Verdict::Faster => true,
            Verdict::NoDifference | Verdict::CannotTell { .. } => false,
        }
    }
}
