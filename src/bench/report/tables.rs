//! The figures: noise, each hint by its verdict, and each zoom and variant.

use std::fmt::Write as _;

use super::super::results::{HintRow, Results};
use super::super::table::short;
use super::super::verdict::SpeedVerdict;
use super::escape;

/// The A/A control.
pub fn noise(results: &Results) -> String {
    let mut html = String::from(
        "<h2>Noise of this machine</h2>\n<p class=\"faint\">The first quality measured twice, as if it were two: \
         differences of this size mean nothing.</p>\n<div class=\"sheet scroll\"><table><tr><th></th>",
    );
    for row in &results.noise {
        let _ = write!(html, "<th>{} px</th>", row.zoom);
    }
    let _ = write!(html, "</tr>\n<tr><td>{} against itself</td>", escape(results.base()));
    for row in &results.noise {
        let (class, ratio, low, high) = (class(row.verdict), row.ratio, row.low, row.high);
        let _ = write!(html, "<td class=\"{class}\">{ratio:.3}<small>{low:.3} – {high:.3}</small></td>");
    }
    let _ = writeln!(html, "</tr></table></div>\n<p class=\"faint\">{}</p>", results.recording());
    html
}

/// What each hint costs at each zoom, and how much of the picture it changes there.
pub fn hints(results: &Results) -> String {
    if results.hints.is_empty() {
        return String::new();
    }
    let mut html = String::from(
        "<h2>What each hint costs, and what it does</h2>\n<p class=\"faint\">Ratio of median frame times, with its 95 % \
         interval; below it the share of pixels that change. Point at a cell for the largest step of a channel, the \
         PSNR, and the first frame after a change of zoom.</p>\n<p class=\"key\"><span class=\"slower\">slower</span>\
         <span class=\"faster\">faster</span><span class=\"same\">no difference (within 2 %)</span>\
         <span class=\"unsure\">cannot tell</span></p>\n<div class=\"sheet scroll\"><table><tr><th></th>",
    );
    let ladder = results.ladder();
    for zoom in &ladder {
        let _ = write!(html, "<th>{zoom} px</th>");
    }
    html.push_str("</tr>\n");
    for contrast in results.contrasts() {
        let _ = write!(html, "<tr><td>{}</td>", escape(&contrast.to_string()));
        for zoom in &ladder {
            let row = results.hint_row(contrast, *zoom);
            html.push_str(&row.map_or_else(|| "<td></td>".to_owned(), cell));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table></div>\n");
    html
}

fn cell(row: &HintRow) -> String {
    let (picture, detail) = match row.psnr {
        None => ("identical".to_owned(), "identical picture".to_owned()),
        Some(psnr) => (
            format!("{:.1} %", row.pixels_changed * 100.0),
            format!("largest step {} of 255, PSNR {psnr:.1} dB", row.max_step),
        ),
    };
    let (class, verdict, first) = (class(row.verdict), row.verdict, short(row.first_ratio));
    let (ratio, low, high) = (short(row.ratio), short(row.low), short(row.high));
    format!(
        "<td class=\"{class}\" title=\"{verdict}; {detail}; first frame {first} times\">\
         {ratio}<small>{low} – {high}</small><small>{picture}</small></td>"
    )
}

/// Every zoom and variant.
pub fn frames(results: &Results) -> String {
    let mut html = format!(
        "<h2>All figures</h2>\n<p class=\"faint\">Milliseconds. <i>first</i> is the frame after a change of zoom, with \
         an empty sprite cache; <i>fps</i> is what 99 of 100 frames keep up with; <i>× copy</i> is the median as a multiple \
         of copying the frame.</p>\n<details class=\"sheet\"><summary>{} zooms and qualities</summary>\
         <div class=\"scroll\"><table>\n<tr>",
        results.zooms.len()
    );
    let numbers = ["px", "n", "min", "median", "p95", "p99", "max", "&gt;16.7", "&gt;8.3", "× copy", "fps", "first"];
    for name in ["quality"].into_iter().chain(numbers).chain(["step", "scene", "paint", "hud", "copy", "present"]) {
        let _ = write!(html, "<th>{name}</th>");
    }
    html.push_str("</tr>\n");
    for row in &results.zooms {
        let _ = write!(html, "<tr><td>{}</td><td>{}</td><td>{}</td>", escape(&row.hints), row.zoom, row.n);
        for ms in [row.min_ms, row.median_ms, row.p95_ms, row.p99_ms, row.max_ms] {
            let _ = write!(html, "<td>{ms:.2}</td>");
        }
        for share in [row.over_16_7, row.over_8_3] {
            let _ = write!(html, "<td>{:.0} %</td>", share * 100.0);
        }
        let (over, fps, first) = (short(row.over_floor), row.steady_fps, row.first_ms);
        let _ = write!(html, "<td>{over}</td><td>{fps:.0}</td><td>{first:.1}</td>");
        for ms in [row.step_ms, row.scene_ms, row.paint_ms, row.hud_ms, row.copy_ms] {
            let _ = write!(html, "<td>{ms:.2}</td>");
        }
        let present = row.present_ms.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.2}"));
        let _ = writeln!(html, "<td>{present}</td></tr>");
    }
    html.push_str("</table></div></details>\n");
    html
}

fn class(verdict: SpeedVerdict) -> &'static str {
    match verdict {
        SpeedVerdict::Slower => "slower",
        SpeedVerdict::Faster => "faster",
        SpeedVerdict::NoDifference => "same",
        SpeedVerdict::CannotTell { .. } => "unsure",
    }
}
