//! The report for people: one HTML file with everything in it, which opens from disk without a network.

mod crops;
mod curves;
mod forest;
mod plot;
mod tables;
mod times;
mod zoom_sweep;

use super::measured::Measured;
use super::phrases::plural;
use super::results::Results;
use super::words::{Passage, passages};

const STYLE: &str = include_str!("../../../assets/report/style.css");

/// The whole page.
pub fn report(measured: &Measured, results: &Results) -> String {
    let body = [
        head(results),
        answer(results),
        forest::section(results),
        curves::section(results),
        times::section(measured),
        zoom_sweep::section(measured, results),
        crops::section(measured),
        tables::paced(results),
        times::flatness(results),
        tables::noise(results),
        tables::hints(results),
        tables::machine(results),
        tables::frames(results),
    ]
    .concat();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Leveret: zoom benchmark</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

/// What was measured, and on what.
fn head(results: &Results) -> String {
    let [width, height] = results.size;
    format!(
        "<h1>Zoom benchmark</h1>\n<p class=\"faint\"><code>{level}</code> at {width}×{height}, {painter} painter, \
         {threads} thread{s}, {visits} visits in {seconds:.0} s{interrupted}. {program}, {build} build, on {cpu}.</p>\n",
        level = escape(&results.level),
        painter = results.painter,
        threads = results.threads,
        s = plural(results.threads),
        visits = results.baselines.len(),
        seconds = results.seconds,
        interrupted = if results.interrupted { ", interrupted" } else { "" },
        program = results.program,
        build = results.machine.build,
        cpu = escape(results.machine.cpu.as_deref().unwrap_or("an unnamed processor")),
    )
}

/// The answer, a paragraph for each question.
fn answer(results: &Results) -> String {
    let paragraph =
        |Passage { lead, text }| format!("<p><strong>{}</strong> {}</p>\n", code(&escape(&lead)), code(&escape(&text)));
    let paragraphs: String = passages(results).into_iter().map(paragraph).collect();
    format!("<div class=\"answer\">{paragraphs}</div>\n")
}

/// Text with the characters replaced that have a meaning in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Words between backticks set as code.
fn code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { format!("<code>{part}</code>") } else { part.to_owned() }).collect()
}
