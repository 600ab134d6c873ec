//! The figures: noise, each hint by its verdict, frames at a player's pace, the machine, and each zoom and variant.

use std::fmt::Write as _;

use super::super::columns::short;
use super::super::estimate::Interval;
use super::super::results::{HintRow, Results};
use super::super::verdict::SpeedVerdict;
use super::escape;

/// The start of a table that scrolls where it is wider than the page, also by keys.
const TABLE: &str = "<div class=\"sheet scroll\" tabindex=\"0\" role=\"region\" aria-label=\"table\"><table>\n<tr>";
const END: &str = "</table></div>\n";

/// The A/A control.
pub fn noise(results: &Results) -> String {
    if results.noise.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h2>Noise of this machine</h2>\n<p class=\"faint\"><code>{}</code> measured twice, as if it were two: the ratio of \
         the one to the other, which in truth is 1.</p>\n{TABLE}<th>pixels a tile</th>",
        escape(results.base())
    );
    let columns = ["visits", "ratio", "95 % interval", "verdict"];
    columns.into_iter().for_each(|name| html.push_str(&format!("<th>{name}</th>")));
    html.push_str("</tr>\n");
    for row in &results.noise {
        let Interval { ratio, low, high } = row.interval;
        let (zoom, visits, class, verdict) = (row.zoom, row.visits.len(), class(row.verdict), row.verdict);
        let _ = writeln!(
            html,
            "<tr><td>{zoom}</td><td>{visits}</td><td>{ratio:.3}</td><td>{low:.3} – {high:.3}</td>\
             <td class=\"{class}\">{verdict}</td></tr>"
        );
    }
    let recording = results.recording().unwrap_or_default();
    let _ = writeln!(html, "{END}<p class=\"faint\">{recording}</p>");
    html
}

/// What each hint costs at each zoom, in a frame and when the zoom changes, and how much of the picture it changes
/// there.
pub fn hints(results: &Results) -> String {
    if results.hints.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h2>All ratios</h2>\n<p class=\"faint\">The ratio of frame times with its 95 % interval; the same of processor time, and for the frame \
         after a change of zoom, in which the sprites of the new size are made; the share of the board's pixels that \
         change, the largest step of a channel, and how alike the pictures are (PSNR).</p>\n{TABLE}<th>hint</th>"
    );
    let columns =
        ["pixels a tile", "verdict", "a frame", "processor time", "a change of zoom", "changed", "step", "PSNR"];
    columns.into_iter().for_each(|name| html.push_str(&format!("<th>{name}</th>")));
    html.push_str("</tr>\n");
    results.hints.iter().for_each(|row| html.push_str(&hint(row)));
    html.push_str(END);
    html
}

fn hint(row: &HintRow) -> String {
    let (name, zoom) = (escape(&row.contrast.to_string()), row.zoom);
    let (class, verdict) = (class(row.verdict), row.verdict);
    let picture = match row.is_identical() {
        true => "<td>identical</td><td>0</td><td>–</td>".to_owned(),
        false => format!(
            "<td>{:.2} %</td><td>{}</td><td>{}</td>",
            row.pixels_changed * 100.0,
            row.max_step,
            row.psnr.map_or_else(|| "–".to_owned(), |psnr| format!("{psnr:.1} dB"))
        ),
    };
    format!(
        "<tr><td>{name}</td><td>{zoom}</td><td class=\"{class}\">{verdict}</td><td>{}</td><td>{}</td><td>{}</td>{picture}</tr>\n",
        interval(row.interval),
        interval(row.cpu),
        interval(row.change)
    )
}

/// A ratio, and its interval in small print.
fn interval(interval: Option<Interval>) -> String {
    let cell =
        |Interval { ratio, low, high }| format!("{}<small>{} – {}</small>", short(ratio), short(low), short(high));
    interval.map_or_else(|| "–".to_owned(), cell)
}

/// Back to back, and at a player's pace.
pub fn paced(results: &Results) -> String {
    if results.paced.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h2>Two truths</h2>\n<p class=\"faint\">The same frames back to back (what the code costs) and 60 a second (what a \
         player pays: in the pauses caches go cold and the clock rests). Medians in milliseconds; beside them the \
         processor time of all threads together, and the ratio of the second to the first, as the mean over turns, with its \
         95 % interval.</p>\n{TABLE}<th>quality</th>"
    );
    let columns = ["pixels a tile", "threads", "back to back", "processor", "60 a second", "processor", "ratio"];
    columns.into_iter().for_each(|name| html.push_str(&format!("<th>{name}</th>")));
    html.push_str("</tr>\n");
    let ms = |ms: Option<f64>| ms.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.2}"));
    for row in &results.paced {
        let _ = writeln!(
            html,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{:.2}</td><td>{}</td><td>{:.2}</td><td>{}</td><td>{}</td></tr>",
            escape(&row.hints),
            row.zoom,
            row.threads,
            row.back_to_back_ms,
            ms(row.back_to_back_cpu_ms),
            row.paced_ms,
            ms(row.paced_cpu_ms),
            interval(row.ratio),
        );
    }
    html.push_str(END);
    html
}

/// The machine sheet, and what was not measured.
pub fn machine(results: &Results) -> String {
    let mut html = format!("<h2>Machine</h2>\n{TABLE}<th>what</th><th>is</th></tr>\n");
    for (name, value) in results.machine.sheet() {
        let _ = writeln!(html, "<tr><td>{name}</td><td>{}</td></tr>", escape(&value));
    }
    html.push_str(END);
    html.push_str(
        "<p class=\"faint\">Not measured: the graphics processor, waiting for the screen, and power. Frames are painted \
         into memory.</p>\n",
    );
    html
}

/// Every zoom and variant.
pub fn frames(results: &Results) -> String {
    let mut html = format!(
        "<h2>All figures</h2>\n<p class=\"faint\">Milliseconds. <i>Change</i> is the frame after a change of zoom; \
         <i>1 % low</i> is the frames a second that 99 of 100 frames keep up with; <i>× copy</i> is the median as a multiple \
         of copying the frame, <i>× fill</i> of filling it by as many threads as paint.</p>\n<details class=\"sheet\"><summary>{} zooms and qualities</summary>\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"all figures\"><table>\n<tr>",
        results.zooms.len()
    );
    let numbers = [
        "px", "n", "min", "median", "p95", "p99", "max", "&gt;16.7", "&gt;8.3", "× copy", "× fill", "1 % low", "change",
    ];
    let stages = ["step", "scene", "paint", "hud", "copy", "processor", "present"];
    for name in ["quality"].into_iter().chain(numbers).chain(stages) {
        let _ = write!(html, "<th>{name}</th>");
    }
    html.push_str("</tr>\n");
    for row in &results.zooms {
        let _ = write!(html, "<tr><td>{}</td><td>{}</td><td>{}</td>", escape(&row.hints), row.zoom, row.n);
        let rate = row.steady_fps.map_or_else(|| "–".to_owned(), |fps| format!("{fps:.0}"));
        let (copies, fills, change) = (short(row.over_floor), short(row.over_fill), row.change_ms);
        for ms in [Some(row.min_ms), Some(row.median_ms), Some(row.p95_ms), row.p99_ms, Some(row.max_ms)] {
            html.push_str(&milliseconds(ms));
        }
        for share in [row.over_16_7, row.over_8_3] {
            let _ = write!(html, "<td>{:.0} %</td>", share * 100.0);
        }
        let _ = write!(html, "<td>{copies}</td><td>{fills}</td><td>{rate}</td><td>{change:.1}</td>");
        for ms in [row.step_ms, row.scene_ms, row.paint_ms, row.hud_ms, row.copy_ms] {
            html.push_str(&milliseconds(Some(ms)));
        }
        let _ = writeln!(html, "{}{}</tr>", milliseconds(row.cpu_ms), milliseconds(row.present_ms));
    }
    html.push_str("</table></div></details>\n");
    html
}

fn milliseconds(ms: Option<f64>) -> String {
    ms.map_or_else(|| "<td>–</td>".to_owned(), |ms| format!("<td>{ms:.2}</td>"))
}

fn class(verdict: SpeedVerdict) -> &'static str {
    match verdict {
        SpeedVerdict::Slower => "slower",
        SpeedVerdict::Faster => "faster",
        SpeedVerdict::Idle | SpeedVerdict::NoDifference | SpeedVerdict::Slight => "same",
        SpeedVerdict::Undecided => "unsure",
    }
}
