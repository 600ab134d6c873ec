//! The forest plot: each ratio with its interval, on one axis, with the band within which nobody notices.

use std::fmt::Write as _;

use super::super::columns::short;
use super::super::estimate::Interval;
use super::super::results::{HintRow, Results};
use super::super::verdict::{SpeedVerdict, TOLERANCE};
use super::super::words::typical_zoom;
use super::escape;

/// Sizes in user units of the SVG.
const WIDTH: f64 = 480.0;
const NAME: f64 = 168.0;
const VALUE: f64 = 96.0;
const ROW: f64 = 22.0;
/// The height of a name that has a line of its own.
const NAME_LINE: f64 = 18.0;
const BOTTOM: f64 = 30.0;

/// Longer names, in characters, do not fit beside the axis: then each has a line of its own.
const LONGEST_BESIDE: usize = 24;

/// Ratios that may be marked on the axis.
const TICKS: [f64; 15] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.8, 1.0, 1.25, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];

/// One plot for the typical zoom, and one for each of the others behind a click.
pub fn section(results: &Results) -> String {
    let Some(typical) = typical_zoom(results).filter(|_| !results.hints.is_empty()) else { return String::new() };
    let mut html = format!(
        "<h2>What each hint costs</h2>\n<p class=\"faint\">Frame times as a multiple of those of <code>{}</code>, with their \
         95 % intervals. In the shaded band, {:.0} % to either side of 1, nobody notices a difference.</p>\n",
        escape(results.base()),
        TOLERANCE * 100.0
    );
    let _ =
        write!(html, "<div class=\"sheet\"><h3>At {typical} pixels a tile</h3>\n{}</div>\n", plot(results, typical));
    let others: Vec<u32> = results.ladder().into_iter().filter(|zoom| *zoom != typical).collect();
    for zoom in others {
        let _ = write!(
            html,
            "<details class=\"sheet\"><summary>At {zoom} pixels a tile</summary>\n{}</details>\n",
            plot(results, zoom)
        );
    }
    html
}

fn plot(results: &Results, zoom: u32) -> String {
    let rows: Vec<&HintRow> = results.hints.iter().filter(|row| row.zoom == zoom).collect();
    let axis = RatioAxis::over(rows.iter().filter_map(|row| row.interval));
    let is_long = |row: &&HintRow| row.contrast.to_string().chars().count() > LONGEST_BESIDE;
    let name_line = if rows.iter().any(is_long) { NAME_LINE } else { 0.0 };
    let row_height = ROW + name_line;
    let bottom = rows.len() as f64 * row_height;
    let height = bottom + BOTTOM;
    let mut svg = format!(
        "<svg class=\"forest\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"ratios of frame times at {zoom} \
         pixels a tile\">"
    );
    let (from, to) = (axis.x(1.0 / (1.0 + TOLERANCE)), axis.x(1.0 + TOLERANCE));
    let _ = write!(
        svg,
        "<rect class=\"tolerance\" x=\"{from:.1}\" y=\"0\" width=\"{:.1}\" height=\"{bottom}\"/>",
        (to - from).max(1.0)
    );
    let mut taken = f64::NEG_INFINITY;
    for tick in TICKS.into_iter().filter(|tick| (axis.low..=axis.high).contains(tick)) {
        let x = axis.x(tick);
        let _ = write!(svg, "<path class=\"grid-line\" d=\"M{x:.1} 0V{bottom}\"/>");
        if x > taken {
            let label = bottom + 16.0;
            let _ = write!(svg, "<text class=\"middle\" x=\"{x:.1}\" y=\"{label}\">{}×</text>", trimmed(tick));
            taken = x + 34.0;
        }
    }
    for (row, end) in rows.into_iter().zip((1..).map(|count| f64::from(count) * row_height)) {
        svg.push_str(&line(row, &axis, end - ROW / 2.0, name_line));
    }
    svg.push_str("</svg>\n");
    svg
}

/// A row around this height; its name is so much higher.
fn line(row: &HintRow, axis: &RatioAxis, y: f64, name_line: f64) -> String {
    let (text, name) = (y + 4.0, escape(&row.contrast.to_string()));
    let mut svg = format!("<text class=\"name\" x=\"0\" y=\"{}\">{name}</text>", text - name_line);
    let value = match row.interval {
        Some(Interval { ratio, low, high }) => {
            let (x, left, right) = (axis.x(ratio), axis.x(low), axis.x(high));
            let class = class(row.verdict);
            let _ = write!(
                svg,
                "<path class=\"whisker {class}\" d=\"M{left:.1} {y}H{right:.1}\"/>\
                 <circle class=\"mean {class}\" cx=\"{x:.1}\" cy=\"{y}\" r=\"4\"/>"
            );
            format!("{}× {}", short(ratio), row.verdict.mark())
        }
        None => row.verdict.to_string(),
    };
    let _ = write!(svg, "<text class=\"end\" x=\"{WIDTH}\" y=\"{text}\">{value}</text>");
    svg
}

/// A logarithmic axis of ratios, between the names and the values.
struct RatioAxis {
    low: f64,
    high: f64,
}

impl RatioAxis {
    /// An axis with all intervals on it, and some of either side of 1.
    fn over(intervals: impl Iterator<Item = Interval>) -> RatioAxis {
        let ends = |(low, high): (f64, f64), interval: Interval| (interval.low.min(low), interval.high.max(high));
        let (low, high) = intervals.fold((0.9, 1.12), ends);
        RatioAxis { low: low.max(TICKS[0]) * 0.97, high: high.min(TICKS[TICKS.len() - 1]) * 1.03 }
    }

    fn x(&self, ratio: f64) -> f64 {
        let share = (ratio / self.low).ln() / (self.high / self.low).ln();
        NAME + share.clamp(0.0, 1.0) * (WIDTH - NAME - VALUE)
    }
}

fn class(verdict: SpeedVerdict) -> &'static str {
    match verdict {
        SpeedVerdict::Slower => "up",
        SpeedVerdict::Faster => "down",
        SpeedVerdict::Idle | SpeedVerdict::NoDifference | SpeedVerdict::Slight => "even",
        SpeedVerdict::Undecided => "open",
    }
}

fn trimmed(value: f64) -> String {
    format!("{value:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}
