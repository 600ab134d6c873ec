//! The results as tables for a terminal.

use comfy_table::CellAlignment::{Left, Right};

use super::columns::{columns_of, ellipsis, ms, short};
use super::contrast::Contrast;
use super::estimate::Interval;
use super::plan::CONTROL;
use super::results::{HintRow, Results};
use super::verdict::SpeedVerdict;

/// Zooms side by side; a longer ladder takes several tables.
const ZOOMS_ABREAST: usize = 9;

/// With more variants than this, the table of frames has only those that are sets of hints: single hints have ratios.
const MAX_VARIANTS: usize = 6;

/// The longest name of a variant, and of a contrast, in characters.
const NAME: usize = 14;
const CONTRAST: usize = 27;

/// What a zoom sweep is.
pub(super) const SWEEP: &str = "The wheel is turned through all zooms and back, then the zoom jumps at random; 60 frames a \
                                second, with placeholders for sprites that are not ready.";

/// The results as tables, noise first of those with numbers.
pub fn table(results: &Results) -> String {
    let tables = [
        legend(results),
        Some(noise(results)),
        Some(frames(results)),
        presenting(results),
        ratios(results),
        pictures(results),
        Some(flatness(results)),
        (!results.zooming.is_empty()).then(|| sweeps(results)),
        paced(results),
    ];
    let tables: Vec<String> = tables.into_iter().flatten().collect();
    tables.join("\n")
}

/// The sets that are named by a number in these tables, since their names, cut, would be the same.
fn legend(results: &Results) -> Option<String> {
    let numbered = results.variants.iter().filter_map(|row| {
        let number = number(results, &row.name)?;
        Some(format!("[{number}] {}\n", row.name))
    });
    let numbered: String = numbered.collect();
    (!numbered.is_empty()).then(|| format!("sets of hints with long names, by their numbers below\n\n{numbered}"))
}

/// The number of a set, from 1, if its name is cut to the same as another one's.
fn number(results: &Results, name: &str) -> Option<usize> {
    let names =
        || results.variants.iter().map(|row| row.name.as_str()).enumerate().filter(|(index, _)| *index != CONTROL);
    let cut = ellipsis(name, NAME);
    let is_like_it = names().any(|(_, other)| other != name && ellipsis(other, NAME) == cut);
    let index = names().find(|(_, other)| *other == name).map(|(index, _)| index)?;
    is_like_it.then_some(index.max(1))
}

/// A set's name in a table, in at most `max` characters.
fn label(results: &Results, name: &str, max: usize) -> String {
    match number(results, name) {
        Some(number) => ellipsis(&format!("[{number}] {name}"), max),
        None => ellipsis(name, max),
    }
}

/// A contrast's name in a table. Whole sets are all compared with the base, which is left out if there is no room for
/// it.
fn contrast_label(results: &Results, contrast: &Contrast) -> String {
    let whole = contrast.to_string();
    if whole.chars().count() <= CONTRAST {
        return whole;
    }
    format!("→ {}", label(results, &contrast.variant(), CONTRAST - 2))
}

fn noise(results: &Results) -> String {
    let rows = results.noise.iter().map(|row| {
        let Interval { ratio, low, high } = row.interval;
        let interval = format!("{low:.3} to {high:.3}");
        [row.zoom.to_string(), row.visits.len().to_string(), format!("{ratio:.3}"), interval, row.verdict.to_string()]
    });
    let columns = [("zoom", Right), ("visits", Right), ("ratio", Right), ("95 % interval", Left), ("verdict", Left)];
    let table = columns_of(columns, rows);
    let base = ellipsis(results.base(), 40);
    let recording = results.recording().map_or_else(String::new, |recording| format!("\n{recording}\n"));
    format!("noise of this machine: `{base}` against itself\n\n{table}{recording}")
}

fn frames(results: &Results) -> String {
    let all = results.variants.len() <= MAX_VARIANTS;
    let contrasts = results.contrasts();
    let singles = contrasts.into_iter().filter(|contrast| matches!(contrast, Contrast::Single { .. }));
    let singles: Vec<String> = singles.map(Contrast::variant).collect();
    let rows = results.zooms.iter().filter(|row| all || !singles.contains(&row.hints)).map(|row| {
        [
            row.zoom.to_string(),
            label(results, &row.hints, NAME),
            row.n.to_string(),
            ms(row.min_ms),
            ms(row.median_ms),
            ms(row.p95_ms),
            row.p99_ms.map_or_else(String::new, ms),
            ms(row.max_ms),
            format!("{:.0}%", row.over_16_7 * 100.0),
            format!("{:.0}%", row.over_8_3 * 100.0),
            short(row.over_floor),
            short(row.over_fill),
            row.steady_fps.map_or_else(String::new, |fps| format!("{:.0}", fps.min(9999.0))),
            format!("{:.1}", row.change_ms),
        ]
    });
    let columns = [
        ("zoom", Right),
        ("hints", Left),
        ("n", Right),
        ("min", Right),
        ("median", Right),
        ("p95", Right),
        ("p99", Right),
        ("max", Right),
        ("over16.7", Right),
        ("over8.3", Right),
        ("×copy", Right),
        ("×fill", Right),
        ("fps", Right),
        ("change", Right),
    ];
    format!(
        "frames in ms, as the sum of step, scene, paint and hud; `over`: share of frames beyond so many ms;\n\
         `×copy`: the median as a multiple of copying the frame, `×fill`: of filling it by as many threads;\n\
         `fps`: what 99 of 100 frames keep up with; `change`: the frame after a change of zoom, in which\n\
         all sprites of its size are made\n\n{}",
        columns_of(columns, rows)
    )
}

/// How long the window takes, which no hint changes.
fn presenting(results: &Results) -> Option<String> {
    let times = || results.zooms.iter().filter_map(|row| row.present_ms);
    let (low, high) = (times().reduce(f64::min)?, times().reduce(f64::max)?);
    Some(format!("presenting a frame in the window took {low:.2} to {high:.2} ms, as medians of each row\n"))
}

fn ratios(results: &Results) -> Option<String> {
    if results.hints.is_empty() {
        return None;
    }
    let ratios = matrix(results, |row| match row.interval {
        Some(interval) => format!("{}{}", short(interval.ratio), row.verdict.mark()),
        None => row.verdict.to_string(),
    });
    let precision = matrix(results, |row| match row.interval {
        Some(Interval { ratio, high, .. }) if high < 2.0 * ratio => format!("±{:.1}%", (high / ratio - 1.0) * 100.0),
        Some(_) => "over 100%".to_owned(),
        None => String::new(),
    });
    let judged = |interval: Option<Interval>| match interval {
        Some(interval) => format!("{}{}", short(interval.ratio), SpeedVerdict::of(interval).mark()),
        None => String::new(),
    };
    let (cpu, change) = (matrix(results, |row| judged(row.cpu)), matrix(results, |row| judged(row.change)));
    Some(format!(
        "each hint switched: ratio of frame times by zoom, in pixels a tile\n\
         + slower  - faster  = no difference  ~ differs by less than 2 %  ? undecided  idle: the same work\n\n{ratios}\n\
         half of the 95 % interval\n\n{precision}\n\
         the same ratio of processor time, that of all threads together\n\n{cpu}\n\
         the same ratio for the frame after a change of zoom, in which all sprites of its size are made\n\n{change}"
    ))
}

/// A row for each contrast, a column for each zoom.
fn matrix(results: &Results, cell: impl Fn(&HintRow) -> String) -> String {
    let ladder = results.ladder();
    let tables = ladder.chunks(ZOOMS_ABREAST).map(|zooms| {
        let names: Vec<String> = zooms.iter().map(u32::to_string).collect();
        let columns = [("", Left)].into_iter().chain(names.iter().map(|name| (name.as_str(), Right)));
        let rows = results.contrasts().into_iter().map(|contrast| {
            let cells = zooms.iter().map(|zoom| results.hint_row(contrast, *zoom).map(&cell).unwrap_or_default());
            [contrast_label(results, contrast)].into_iter().chain(cells).collect::<Vec<String>>()
        });
        columns_of(columns, rows)
    });
    tables.collect::<Vec<String>>().join("\n")
}

fn pictures(results: &Results) -> Option<String> {
    if results.hints.is_empty() {
        return None;
    }
    let rows = results.contrasts().into_iter().map(|contrast| {
        let rows = results.hint_rows(contrast);
        let name = contrast_label(results, contrast);
        let identical = rows.iter().filter(|row| row.is_identical()).count();
        if identical == rows.len() {
            return [name, "all zooms".to_owned(), "identical".to_owned(), String::new(), String::new(), String::new()];
        }
        let at = if identical == 0 { "no zoom".to_owned() } else { format!("{identical} of {}", rows.len()) };
        let most = |share: fn(&HintRow) -> f64| {
            let most = rows.iter().map(|row| share(row) * 100.0).fold(0.0, f64::max);
            format!("to {most:.2} %")
        };
        let step = rows.iter().map(|row| row.max_step).max().unwrap_or(0);
        let psnr = rows.iter().filter_map(|row| row.psnr).reduce(f64::min);
        let psnr = psnr.map_or_else(String::new, |psnr| format!("{psnr:.1} dB"));
        [name, at, most(|row| row.pixels_changed), most(|row| row.bars_changed), step.to_string(), psnr]
    });
    let columns = [
        ("", Left),
        ("identical at", Right),
        ("of the board", Right),
        ("of the bars", Right),
        ("largest step", Right),
        ("least PSNR", Right),
    ];
    Some(format!("what it does to the picture: pixels changed, over all zooms\n\n{}", columns_of(columns, rows)))
}

fn paced(results: &Results) -> Option<String> {
    let cell = |ms: Option<f64>| ms.map_or_else(|| "–".to_owned(), self::ms);
    let rows = results.paced.iter().map(|row| {
        [
            row.zoom.to_string(),
            label(results, &row.hints, NAME),
            row.threads.to_string(),
            ms(row.back_to_back_ms),
            cell(row.back_to_back_cpu_ms),
            ms(row.paced_ms),
            cell(row.paced_cpu_ms),
            row.ratio.map_or_else(String::new, |ratio| short(ratio.ratio)),
            row.ratio.map_or_else(String::new, |ratio| format!("{} to {}", short(ratio.low), short(ratio.high))),
        ]
    });
    let columns = [
        ("zoom", Right),
        ("hints", Left),
        ("threads", Right),
        ("back to back", Right),
        ("cpu", Right),
        ("at 60 a second", Right),
        ("cpu", Right),
        ("ratio", Right),
        ("95 % interval", Left),
    ];
    (!results.paced.is_empty()).then(|| {
        format!(
            "the same frames back to back, and at a player's pace: median ms; `cpu`: of all processors together;\n\
             `ratio`: the mean over turns of the second to the first, which need not be that of the medians\n\n{}",
            columns_of(columns, rows)
        )
    })
}

fn flatness(results: &Results) -> String {
    let rows = results.flatness.iter().map(|row| [label(results, &row.hints, CONTRAST), short(row.ratio)]);
    let table = columns_of([("hints", Left), ("flatness", Right)], rows);
    format!("flatness: the largest median of all zooms over the smallest\n\n{table}")
}

fn sweeps(results: &Results) -> String {
    let rows = results.zooming.iter().map(|row| {
        [
            label(results, &row.hints, NAME),
            row.changes.to_string(),
            row.n.to_string(),
            ms(row.median_ms),
            row.p99_ms.map_or_else(String::new, ms),
            ms(row.max_ms),
            row.max_zoom.to_string(),
            format!("{:.1}%", row.over_16_7 * 100.0),
            format!("{:.0} of {:.0}", row.sprites_mb, row.sprites_bound_mb),
        ]
    });
    let columns = [
        ("hints", Left),
        ("changes", Right),
        ("n", Right),
        ("median", Right),
        ("p99", Right),
        ("max", Right),
        ("at", Right),
        ("over16.7", Right),
        ("sprites", Right),
    ];
    format!(
        "while the zoom moves: frames in ms; `at`: the zoom of the slowest; `sprites`: MB, at most\n\n{}",
        columns_of(columns, rows)
    )
}
