//! Every frame of every variant, as a timeline and as a histogram. And how flat the medians are.

use std::fmt::Write as _;

use super::super::measured::Measured;
use super::super::plan::VariantRole;
use super::super::results::Results;
use super::super::stats::ms;
use super::super::table::short;
use super::escape;
use super::plot::{Axis, Plot, Scale, log_ticks, number, round_ticks};

/// Bars of a histogram.
const BINS: usize = 48;

/// The largest median over the smallest: a bar for each variant.
pub fn flatness(results: &Results) -> String {
    let most = results.flatness.iter().map(|row| row.ratio).fold(1.0, f64::max);
    let height = results.flatness.len() * 22 + 8;
    let mut html = format!(
        "<h2>Flatness</h2>\n<p class=\"faint\">The largest median of all zooms over the smallest. At the dashed line, 1, \
         zoom would be free.</p>\n\
         <div class=\"sheet\"><svg role=\"img\" aria-label=\"flatness\" viewBox=\"0 0 900 {height}\">"
    );
    for (index, row) in results.flatness.iter().enumerate() {
        let (y, width) = (index * 22 + 6, 640.0 * row.ratio / most);
        let _ = write!(
            html,
            "<text class=\"end\" x=\"180\" y=\"{text}\">{name}</text>\
             <rect class=\"f0\" opacity=\".7\" x=\"190\" y=\"{y}\" width=\"{width:.1}\" height=\"14\" rx=\"2\"/>\
             <text x=\"{end:.1}\" y=\"{text}\">{ratio}</text>",
            text = y + 11,
            name = escape(&row.hints),
            end = 198.0 + width,
            ratio = short(row.ratio),
        );
    }
    let one = 190.0 + 640.0 / most;
    let _ = writeln!(html, "<path class=\"floor\" d=\"M{one:.1} 0V{height}\"/></svg></div>");
    html
}

/// A timeline and a histogram for each variant, all with the same axis of frame time.
pub fn section(measured: &Measured) -> String {
    let variants =
        measured.plan.variants.iter().enumerate().filter(|(_, variant)| variant.role != VariantRole::Control);
    let times: Vec<(&str, Vec<f64>)> =
        variants.map(|(index, variant)| (variant.name.as_str(), times(measured, index))).collect();
    let all = || times.iter().flat_map(|(_, times)| times).copied();
    let ticks = log_ticks(all().fold(f64::INFINITY, f64::min), all().fold(0.0, f64::max));
    let mut html = String::from(
        "<h2>Every frame</h2>\n<p class=\"faint\">For each quality the frames of all zooms in the order in which they \
         came, and how often each time occurred. Zooms show as levels that return with every block; a machine that \
         slows down would show as a slope, and what disturbed it as stray dots.</p>\n<div class=\"grid\">\n",
    );
    for (name, times) in &times {
        let (line, bars) = (timeline(times, &ticks), histogram(times, &ticks));
        let _ = writeln!(html, "<div class=\"sheet\"><h3><code>{}</code></h3>{line}{bars}</div>", escape(name));
    }
    html.push_str("</div>\n");
    html
}

fn times(measured: &Measured, variant: usize) -> Vec<f64> {
    let blocks = measured.blocks.iter().filter(|block| block.variant == variant);
    blocks.flat_map(|block| block.steady()).map(ms).collect()
}

fn timeline(times: &[f64], ticks: &[f64]) -> String {
    let x = Axis { low: 0.0, high: times.len() as f64, scale: Scale::Linear };
    let points: Vec<(f64, f64)> = times.iter().enumerate().map(|(index, ms)| (index as f64, *ms)).collect();
    let ends = [(0.0, "first".to_owned()), (times.len() as f64, "last".to_owned())];
    let plot = Plot::new((400, 150), x, Axis::over(ticks, Scale::Log)).y_ticks(ticks, " ms").x_ticks(&ends);
    plot.dots(&points, "dots s0").svg("timeline")
}

fn histogram(times: &[f64], ticks: &[f64]) -> String {
    let x = Axis::over(ticks, Scale::Log);
    let grown = (x.high / x.low).powf(1.0 / BINS as f64);
    let edge = |bin: usize| x.low * grown.powi(bin as i32);
    let mut counts = [0u32; BINS];
    for ms in times {
        let bin = ((ms / x.low).ln() / grown.ln()) as usize;
        counts[bin.min(BINS - 1)] += 1;
    }
    let marks = round_ticks(f64::from(counts.into_iter().max().unwrap_or(1)));
    let y = Axis::over(&marks, Scale::Linear);
    let labels: Vec<(f64, String)> = ticks.iter().map(|ms| (*ms, format!("{} ms", number(*ms)))).collect();
    let mut plot = Plot::new((400, 120), x, y).y_ticks(&[0.0, y.high], "").x_ticks(&labels);
    for (bin, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        plot = plot.bar((edge(bin), edge(bin + 1)), f64::from(count), "f0");
    }
    plot.svg("histogram")
}
