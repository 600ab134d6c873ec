//! Frame time by zoom: the median as a line, the fastest frame to the 95th of 100 as a band around it.

use std::fmt::Write as _;

use super::super::results::{Results, ZoomRow};
use super::escape;
use super::plot::{Axis, Plot, Spacing, doubling_ticks, round_ticks};

/// Lines that can be told apart by colour.
const MOST_LINES: usize = 6;

/// Where the slowest is so many times the fastest, all fast ones would lie on the foot of an even axis.
const FAR_APART: f64 = 12.0;

/// All sets of hints in one large plot, and a small plot for each hint with its values.
pub fn section(results: &Results) -> String {
    let Some(base) = results.variants.first() else { return String::new() };
    let comparisons = results.comparisons();
    let sets = comparisons.iter().filter(|(hint, _, _)| *hint == "set").map(|(_, _, to)| *to);
    let sets: Vec<&str> = [base.name.as_str()].into_iter().chain(sets).take(MOST_LINES).collect();
    let mut html = format!(
        "<h2>Frame time by zoom</h2>\n<p class=\"faint\">Line: median. Band: from the fastest frame to the 95th \
         percentile. Dashed: a plain copy of the frame. A frame is step, scene, paint and hud; handing it over is \
         apart.</p>\n<div class=\"sheet\">{}</div>\n",
        plot(results, &sets, (900, 320))
    );

    let mut hints: Vec<&str> = comparisons.iter().map(|(hint, _, _)| *hint).filter(|hint| *hint != "set").collect();
    hints.dedup();
    if hints.is_empty() {
        return html;
    }
    html.push_str("<p class=\"faint\" style=\"margin-top:1rem\">Each hint switched alone:</p>\n<div class=\"grid\">\n");
    for hint in hints {
        let values = comparisons.iter().filter(|(name, _, _)| *name == hint);
        let names: Vec<String> = values.map(|(hint, _, to)| format!("{hint}={to}")).collect();
        let others = names.iter().map(String::as_str);
        let lines: Vec<&str> = [base.name.as_str()].into_iter().chain(others).take(MOST_LINES).collect();
        let drawn = plot(results, &lines, (400, 230));
        let _ = writeln!(html, "<div class=\"sheet\"><h3><code>{hint}</code></h3>{drawn}</div>");
    }
    html.push_str("</div>\n");
    html
}

fn plot(results: &Results, names: &[&str], size: (u32, u32)) -> String {
    let mut ladder = results.ladder();
    ladder.sort_unstable();
    let rows = |name: &&str| -> Vec<&ZoomRow> { ladder.iter().filter_map(|zoom| results.row(*zoom, name)).collect() };
    let all: Vec<Vec<&ZoomRow>> = names.iter().map(rows).collect();

    let slowest = all.iter().flatten().map(|row| row.p95_ms.max(row.floor_ms)).fold(0.0, f64::max);
    let fastest = all.iter().flatten().map(|row| row.min_ms.min(row.floor_ms)).fold(f64::INFINITY, f64::min);
    let (ticks, spacing) = if slowest > FAR_APART * fastest {
        (doubling_ticks(fastest, slowest), Spacing::Doubling)
    } else {
        (round_ticks(slowest), Spacing::Even)
    };
    let marks: Vec<(f64, String)> = ladder.iter().map(|zoom| (f64::from(*zoom), zoom.to_string())).collect();
    let zooms: Vec<f64> = marks.iter().map(|(zoom, _)| *zoom).collect();
    let axes = (Axis::over(&zooms, Spacing::Doubling), Axis::over(&ticks, spacing));

    let line = |rows: &[&ZoomRow], value: fn(&ZoomRow) -> f64| -> Vec<(f64, f64)> {
        rows.iter().map(|row| (f64::from(row.zoom), value(row))).collect()
    };
    let mut plot = Plot::new(size, axes.0, axes.1).y_ticks(&ticks, " ms").x_ticks(&marks);
    for (place, rows) in all.iter().enumerate() {
        plot = plot.band(&line(rows, |row| row.min_ms), &line(rows, |row| row.p95_ms), &format!("f{place}"));
    }
    if let Some(base) = all.first() {
        plot = plot.line(&line(base, |row| row.floor_ms), "floor");
    }
    let mut legend = String::from("<div class=\"legend\">");
    for (place, (name, rows)) in names.iter().zip(&all).enumerate() {
        let medians = line(rows, |row| row.median_ms);
        plot = plot.line(&medians, &format!("line s{place}")).dots(&medians, &format!("marks s{place}"));
        let _ = write!(legend, "<span><i class=\"b{place}\"></i>{}</span>", escape(name));
    }
    format!("{}{legend}</div>", plot.svg("frame time by zoom"))
}
