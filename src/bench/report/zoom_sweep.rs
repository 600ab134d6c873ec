//! While the zoom moves: the figures, and every frame of the sweep in order.

use std::fmt::Write as _;

use super::super::measured::{BenchFrame, FrameKind, Measured};
use super::super::results::Results;
use super::super::stats::ms;
use super::super::table::SWEEP;
use super::escape;
use super::plot::{Axis, Plot, Scale, log_ticks};
use crate::look::FRAME_TIME;

/// A table of all sets of hints, and a timeline for each.
pub fn section(measured: &Measured, results: &Results) -> String {
    if results.zooming.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h2>While the zoom moves</h2>\n<p class=\"faint\">{SWEEP} Dark dots are frames that show a new zoom, pale \
         ones those that follow; the dashed line is the time of a frame at 60 a second.</p>\n<div class=\"sheet \
         scroll\" tabindex=\"0\" role=\"region\" aria-label=\"while the zoom moves\"><table><tr>"
    );
    for name in ["quality", "changes", "n", "median", "p99", "max", "at px", "&gt;16.7", "sprites, MB"] {
        let _ = write!(html, "<th>{name}</th>");
    }
    html.push_str("</tr>\n");
    for row in &results.zooming {
        let _ = write!(html, "<tr><td>{}</td><td>{}</td><td>{}</td>", escape(&row.hints), row.changes, row.n);
        let p99 = row.p99_ms.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.2}"));
        let _ = write!(html, "<td>{:.2}</td><td>{p99}</td><td>{:.2}</td>", row.median_ms, row.max_ms);
        let (zoom, late, mb, bound) = (row.max_zoom, row.over_16_7 * 100.0, row.sprites_mb, row.sprites_bound_mb);
        let _ = writeln!(html, "<td>{zoom}</td><td>{late:.1} %</td><td>{mb:.0} of {bound:.0}</td></tr>");
    }
    html.push_str("</table></div>\n<div class=\"grid\" >\n");
    for (sweep, row) in measured.sweeps.iter().zip(&results.zooming) {
        let _ = writeln!(
            html,
            "<div class=\"sheet\"><h3><code>{}</code></h3>{}</div>",
            escape(&row.hints),
            timeline(&sweep.frames)
        );
    }
    html.push_str("</div>\n");
    html
}

fn timeline(frames: &[BenchFrame]) -> String {
    let times = || frames.iter().map(|frame| ms(frame.time()));
    let budget = ms(FRAME_TIME);
    let ticks = log_ticks(times().fold(budget, f64::min), times().fold(budget, f64::max));
    let points = |kind: FrameKind| -> Vec<(f64, f64)> {
        let numbered = frames.iter().enumerate().filter(|(_, frame)| frame.kind == kind);
        numbered.map(|(index, frame)| (index as f64, ms(frame.time()))).collect()
    };
    let last = frames.len() as f64;
    let x = Axis { low: 0.0, high: last, scale: Scale::Linear };
    let ends = [(0.0, "first".to_owned()), (last, "last".to_owned())];
    Plot::new((480, 170), x, Axis::over(&ticks, Scale::Log))
        .y_ticks(&ticks, " ms")
        .x_ticks(&ends)
        .line(&[(0.0, budget), (last, budget)], "floor")
        .dots(&points(FrameKind::Sharpening), "dots s0")
        .dots(&points(FrameKind::Zoomed), "marks s0")
        .svg("frames while the zoom moves")
}
