//! How frame times are distributed: cumulative, so that slow frames, rare as they are, can be seen and compared.

use std::fmt::Write as _;

use super::super::columns::short;
use super::super::measured::Measured;
use super::super::results::Results;
use super::super::stats::ms;
use super::escape;
use super::plot::{Axis, Plot, Scale, log_ticks, number};

/// Points of a curve.
const POINTS: usize = 100;

/// How little the frame time depends on the zoom: a bar for each variant.
pub fn flatness(results: &Results) -> String {
    let most = results.flatness.iter().map(|row| row.ratio).fold(1.0, f64::max);
    let height = results.flatness.len() * 20 + 8;
    let mut html = format!(
        "<h2>Flatness</h2>\n<p class=\"faint\">The largest median of all zooms over the smallest. At the dashed line, 1, \
         zoom would be free.</p>\n\
         <div class=\"sheet\"><svg role=\"img\" aria-label=\"flatness\" viewBox=\"0 0 480 {height}\">"
    );
    for (index, row) in results.flatness.iter().enumerate() {
        let (y, width) = (index * 20 + 4, 280.0 * row.ratio / most);
        let _ = write!(
            html,
            "<text class=\"end\" x=\"130\" y=\"{text}\">{name}</text>\
             <rect class=\"f0\" opacity=\".7\" x=\"138\" y=\"{y}\" width=\"{width:.1}\" height=\"13\" rx=\"2\"/>\
             <text x=\"{end:.1}\" y=\"{text}\">{ratio}</text>",
            text = y + 11,
            name = escape(&row.hints),
            end = 144.0 + width,
            ratio = short(row.ratio),
        );
    }
    let one = 138.0 + 280.0 / most;
    let _ = writeln!(html, "<path class=\"floor\" d=\"M{one:.1} 0V{height}\"/></svg></div>");
    html
}

/// The cumulative distribution of each set of hints, at each zoom in a plot of its own.
pub fn section(measured: &Measured) -> String {
    if measured.visits.is_empty() {
        return String::new();
    }
    let sets: Vec<usize> = measured.plan.sets().collect();
    let mut html = String::from(
        "<h2>Distributions</h2>\n<p class=\"faint\">How many of 100 frames take no longer than so many milliseconds. A curve \
         further left is faster, a steeper one steadier.</p>\n<div class=\"grid\">\n",
    );
    for (zoom, tile) in measured.plan.zooms.iter().enumerate() {
        let _ =
            writeln!(html, "<div class=\"sheet\"><h3>{tile} pixels a tile</h3>{}</div>", plot(measured, zoom, &sets));
    }
    html.push_str("</div>\n");
    html
}

fn plot(measured: &Measured, zoom: usize, sets: &[usize]) -> String {
    let times: Vec<(usize, Vec<f64>)> =
        sets.iter().map(|set| (*set, times(measured, zoom, *set))).filter(|(_, times)| !times.is_empty()).collect();
    let all = || times.iter().flat_map(|(_, times)| times).copied();
    let ticks = log_ticks(all().fold(f64::INFINITY, f64::min), all().fold(1e-3, f64::max));
    let labels: Vec<(f64, String)> = ticks.iter().map(|ms| (*ms, format!("{} ms", number(*ms)))).collect();
    let y = Axis { low: 0.0, high: 100.0, scale: Scale::Linear };
    let mut plot = Plot::new((480, 220), Axis::over(&ticks, Scale::Log), y)
        .y_ticks(&[0.0, 25.0, 50.0, 75.0, 100.0], " %")
        .x_ticks(&labels);
    let mut legend = String::from("<div class=\"legend\">");
    for (index, (set, times)) in times.iter().enumerate() {
        let at = |point: usize| (times[(times.len() - 1) * point / POINTS], 100.0 * point as f64 / POINTS as f64);
        let points: Vec<(f64, f64)> = (0..=POINTS).map(at).collect();
        plot = plot.line(&points, &format!("line s{}", index % 6));
        let name = escape(&measured.plan.variants[*set].name);
        let _ = write!(legend, "<span><i class=\"b{}\"></i>{name}</span>", index % 6);
    }
    format!("{}{legend}</div>", plot.svg("cumulative distribution of frame times"))
}

/// Milliseconds of the steady frames, sorted.
fn times(measured: &Measured, zoom: usize, variant: usize) -> Vec<f64> {
    let courses = measured.courses_of(zoom, variant);
    let mut times: Vec<f64> = courses.flat_map(|course| course.steady()).map(ms).collect();
    times.sort_unstable_by(f64::total_cmp);
    times
}
