//! Frame time by zoom: the median as a line.

use std::fmt::Write as _;

use super::super::contrast::Contrast;
use super::super::results::{Results, ZoomRow};
use super::escape;
use super::plot::{Axis, Plot, Scale, log_ticks, round_ticks};
use crate::look::Hint;

/// The colours of the style. Further lines have the same ones, and are dotted.
const COLORS: usize = 6;

/// If the slowest row is this many times the fastest, the fast ones would all lie at the bottom of an even axis.
const FAR_APART: f64 = 12.0;

/// All sets of hints in one large plot, and a small plot for each hint with its values.
pub fn section(results: &Results) -> String {
    let contrasts = results.contrasts();
    let sets = lines(results, |contrast| matches!(contrast, Contrast::Sets { .. }));
    let mut html = format!(
        "<h2>Frame time by zoom</h2>\n<p class=\"faint\">Medians. Dashed: filling the frame, by as many threads as paint. A frame is step, scene, paint and hud, without \
         handing it over.</p>\n<div class=\"sheet\">{}</div>\n",
        plot(results, &sets, (480, 260))
    );

    let mut hints: Vec<Hint> = contrasts.into_iter().filter_map(hint_of).collect();
    hints.dedup();
    if hints.is_empty() {
        return html;
    }
    html.push_str("<p class=\"faint\" style=\"margin-top:1rem\">Each hint switched alone:</p>\n<div class=\"grid\">\n");
    for hint in hints {
        let values = lines(results, |contrast| hint_of(contrast) == Some(hint));
        let (name, plot) = (hint.name(), plot(results, &values, (480, 230)));
        let _ = writeln!(html, "<div class=\"sheet\"><h3><code>{name}</code></h3>{plot}</div>");
    }
    html.push_str("</div>\n");
    html
}

/// The hint that is switched, if it is a single one.
fn hint_of(contrast: &Contrast) -> Option<Hint> {
    match contrast {
        Contrast::Sets { .. } => None,
        Contrast::Single { to, .. } => Some(to.hint()),
    }
}

/// The names of the base and of the variants whose contrast with it is wanted.
fn lines(results: &Results, wanted: impl Fn(&Contrast) -> bool) -> Vec<String> {
    let variants = results.contrasts().into_iter().filter(|contrast| wanted(contrast)).map(Contrast::variant);
    [results.base().to_owned()].into_iter().chain(variants).collect()
}

fn plot(results: &Results, names: &[String], size: (u32, u32)) -> String {
    let mut ladder = results.ladder();
    ladder.sort_unstable();
    let rows = |name: &String| -> Vec<&ZoomRow> {
        ladder.iter().filter_map(|zoom| results.row_or_base(*zoom, name)).collect()
    };
    let all: Vec<Vec<&ZoomRow>> = names.iter().map(rows).collect();

    let slowest = all.iter().flatten().map(|row| row.median_ms.max(row.fill_by_all_ms)).fold(0.0, f64::max);
    let fastest = all.iter().flatten().map(|row| row.median_ms.min(row.fill_by_all_ms)).fold(f64::INFINITY, f64::min);
    let (ticks, scale) = if slowest > FAR_APART * fastest {
        (log_ticks(fastest, slowest), Scale::Log)
    } else {
        (round_ticks(slowest), Scale::Linear)
    };
    let marks: Vec<(f64, String)> = ladder.iter().map(|zoom| (f64::from(*zoom), zoom.to_string())).collect();
    let zooms: Vec<f64> = marks.iter().map(|(zoom, _)| *zoom).collect();
    let axes = (Axis::over(&zooms, Scale::Log), Axis::over(&ticks, scale));

    let line = |rows: &[&ZoomRow], value: fn(&ZoomRow) -> f64| -> Vec<(f64, f64)> {
        rows.iter().map(|row| (f64::from(row.zoom), value(row))).collect()
    };
    let mut plot = Plot::new(size, axes.0, axes.1).y_ticks(&ticks, " ms").x_ticks(&marks);
    if let Some(base) = all.first() {
        plot = plot.line(&line(base, |row| row.fill_by_all_ms), "floor");
    }
    let mut legend = String::from("<div class=\"legend\">");
    for (index, (name, rows)) in names.iter().zip(&all).enumerate() {
        let (medians, color) = (line(rows, |row| row.median_ms), index % COLORS);
        let again = if index < COLORS { "" } else { " again" };
        let (line, marks) = (format!("line s{color}{again}"), format!("marks s{color}"));
        plot = plot.line(&medians, &line).dots(&medians, &marks);
        let _ = write!(legend, "<span><i class=\"b{color}{again}\"></i>{}</span>", escape(name));
    }
    format!("{}{legend}</div>", plot.svg("frame time by zoom"))
}
