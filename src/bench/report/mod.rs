//! The report for people: one HTML file with everything in it, which opens from disk without a network.

mod crops;
mod curves;
mod plot;
mod tables;
mod times;
mod zoom_sweep;

use super::measured::Measured;
use super::results::Results;
use super::words::{plural, words};

const STYLE: &str = include_str!("../../../assets/report/style.css");

/// The whole page.
pub fn report(measured: &Measured, results: &Results) -> String {
    let body = [
        head(results),
        format!("<p class=\"answer\">{}</p>\n", code(&escape(&words(results)))),
        tables::noise(results),
        curves::section(results),
        times::flatness(results),
        zoom_sweep::section(measured, results),
        tables::hints(results),
        crops::section(measured),
        times::section(measured),
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
    let machine = &results.machine;
    let [width, height] = results.size;
    format!(
        "<h1>Zoom benchmark</h1>\n<p class=\"faint\"><code>{level}</code> at {width}×{height}, {painter} painter, \
         {threads} thread{s}. {blocks} blocks of {frames} frames for each zoom and quality, in ABBA order. {program}, \
         {build} build, on {cpu}, {cores} core{c}, {system}/{architecture}.</p>\n",
        level = escape(&results.level),
        painter = results.painter,
        threads = results.threads,
        s = plural(results.threads),
        blocks = results.blocks,
        frames = results.frames_in_block,
        program = results.program,
        build = machine.build,
        cpu = escape(machine.cpu.as_deref().unwrap_or("an unnamed processor")),
        cores = machine.cores,
        c = plural(machine.cores),
        system = machine.system,
        architecture = machine.architecture,
    )
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
