//! The results in words: which hints matter here, which do not, and what a change of zoom costs.

use super::contrast::Contrast;
use super::results::{HintRow, Results};
use super::table::short;
use super::verdict::SpeedVerdict;
use crate::app::median_by;

/// The first frame of a hint is mentioned if, at most zooms, it takes more than this many times as long, or as short.
const NOTABLE_FIRST: f64 = 1.15;

/// One paragraph of whole sentences.
pub fn words(results: &Results) -> String {
    let groups: Vec<Group> = results.contrasts().into_iter().map(|contrast| Group::of(results, contrast)).collect();
    let mut sentences = vec![costs(results, &groups)];
    sentences.extend(idle(&groups));
    sentences.extend(unsure(&groups));
    sentences.extend(first_frames(results, &groups));
    sentences.extend(while_zooming(results));
    sentences.extend(pictures(&groups));
    sentences.extend(noise(results));
    sentences.join(" ")
}

/// The rows of one contrast, up the ladder.
struct Group<'a> {
    name: String,
    rows: Vec<&'a HintRow>,
}

impl<'a> Group<'a> {
    fn of(results: &'a Results, contrast: &Contrast) -> Group<'a> {
        Group { name: format!("`{}`", contrast.variant()), rows: results.hint_rows(contrast) }
    }

    /// The rows in which time was found to differ.
    fn differing(&self) -> Vec<&'a HintRow> {
        let differs = |row: &&HintRow| match row.verdict {
            SpeedVerdict::Slower | SpeedVerdict::Faster => true,
            SpeedVerdict::NoDifference | SpeedVerdict::CannotTell { .. } => false,
        };
        self.rows.iter().copied().filter(differs).collect()
    }

    fn is_idle(&self) -> bool {
        self.rows.iter().all(|row| row.verdict == SpeedVerdict::NoDifference)
    }

    fn is_identical(&self) -> bool {
        self.rows.iter().all(|row| row.psnr.is_none())
    }

    /// How many times as long the first frame takes, at each zoom.
    fn first_ratios(&self) -> impl Iterator<Item = f64> {
        self.rows.iter().map(|row| row.first_ratio)
    }

    /// "`x` (1.2 to 3.4 times)"
    fn first(&self) -> String {
        format!("{} ({} times)", self.name, range(self.first_ratios()))
    }

    /// "`x` (1.2 to 3.4 times the time, at 3 of 9 zooms)"
    fn cost(&self) -> String {
        let differing = self.differing();
        let ratios = range(differing.iter().map(|row| row.ratio));
        let zooms = match (differing.as_slice(), self.rows.len()) {
            (all, rows) if all.len() == rows => String::new(),
            ([one], _) => format!(", at {} pixels a tile only", one.zoom),
            (some, rows) => format!(", at {} of {rows} zooms", some.len()),
        };
        format!("{} ({ratios} times the time{zooms})", self.name)
    }
}

fn costs(results: &Results, groups: &[Group]) -> String {
    let Results { painter, threads, size: [width, height], .. } = results;
    let base = results.base();
    let setting = format!(
        "On this machine, at {width}x{height} with the {painter} painter on {threads} thread{}",
        plural(*threads)
    );
    let mut matter: Vec<&Group> = groups.iter().filter(|group| !group.differing().is_empty()).collect();
    let weight = |group: &Group| group.differing().iter().map(|row| row.ratio.ln().abs()).fold(0.0, f64::max);
    matter.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    if matter.is_empty() {
        return format!("{setting}, nothing was found that makes frames slower or faster than `{base}`.");
    }
    let list = list(matter.iter().map(|group| group.cost()));
    format!("{setting}, against `{base}`, what matters in every frame is {list}.")
}

fn idle(groups: &[Group]) -> Option<String> {
    let names = names(groups.iter().filter(|group| group.is_idle()));
    (!names.is_empty()).then(|| format!("No difference beyond 2 % at any zoom: {}.", list(names.into_iter())))
}

fn unsure(groups: &[Group]) -> Option<String> {
    let unsure = groups.iter().filter(|group| group.differing().is_empty() && !group.is_idle());
    let names = names(unsure);
    (!names.is_empty()).then(|| {
        let list = list(names.into_iter());
        format!("Of {list} this run cannot tell at every zoom; a longer one can.")
    })
}

fn first_frames(results: &Results, groups: &[Group]) -> Option<String> {
    let base = results.base();
    let first = results.rows_of(base).map(|row| row.first_ms).reduce(f64::max)?;
    let steady = results.rows_of(base).map(|row| row.median_ms).reduce(f64::max)?;
    let named = |wanted: fn(f64) -> bool| -> Vec<String> {
        let usual = |group: &Group| median_by(group.first_ratios(), f64::total_cmp).is_some_and(wanted);
        groups.iter().filter(|group| usual(group)).map(Group::first).collect()
    };
    let longer = named(|ratio| ratio > NOTABLE_FIRST);
    let shorter = named(|ratio| ratio < 1.0 / NOTABLE_FIRST);
    let opening = format!(
        "Sprites are made once for a zoom and then copied, so a hint that acts while they are made may cost nothing per \
         frame and still cost at a change of zoom: `{base}` takes up to {first:.0} ms for the first frame there, against \
         {steady:.1} ms for a later one"
    );
    let mut sentence = match longer.is_empty() {
        true => format!("{opening}; none of the others takes much longer for it"),
        false => format!("{opening}; longer than that take {}", list(longer.into_iter())),
    };
    if !shorter.is_empty() {
        sentence.push_str(&format!("; shorter {}", list(shorter.into_iter())));
    }
    Some(format!("{sentence}."))
}

fn while_zooming(results: &Results) -> Option<String> {
    let worst = results.zooming.iter().max_by(|one, other| one.max_ms.total_cmp(&other.max_ms))?;
    let slowest =
        format!("the slowest takes {:.1} ms, by `{}` at {} pixels a tile", worst.max_ms, worst.hints, worst.max_zoom);
    let late = results.zooming.iter().filter(|row| row.over_16_7 > 0.0);
    let late: Vec<String> = late.map(|row| format!("{:.1} % by `{}`", row.over_16_7 * 100.0, row.hints)).collect();
    Some(match late.is_empty() {
        true => format!("While the zoom moves no frame is late for 60 a second: {slowest}."),
        false => {
            format!("While the zoom moves, frames are late for 60 a second: {}; {slowest}.", list(late.into_iter()))
        }
    })
}

fn pictures(groups: &[Group]) -> Option<String> {
    let names = names(groups.iter().filter(|group| group.is_identical()));
    (!names.is_empty())
        .then(|| format!("The picture stays identical, at every zoom measured, with {}.", list(names.into_iter())))
}

fn noise(results: &Results) -> Option<String> {
    let wrong = results.noise.iter().filter(|row| matches!(row.verdict, SpeedVerdict::Slower | SpeedVerdict::Faster));
    let worst = wrong.clone().map(|row| (row.ratio - 1.0).abs()).fold(0.0, f64::max);
    let count = wrong.count();
    (count > 0).then(|| {
        format!(
            "Beware: at {count} of {} zooms even the same quality was called different from itself, by up to {:.0} %; \
             believe no difference smaller than that.",
            results.noise.len(),
            (worst * 100.0).ceil()
        )
    })
}

fn names<'a>(groups: impl Iterator<Item = &'a Group<'a>>) -> Vec<String> {
    groups.map(|group| group.name.clone()).collect()
}

/// "a", "a and b", "a, b and c".
fn list(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// "1.2 to 3.4", or one number if both are the same.
fn range(values: impl Iterator<Item = f64>) -> String {
    let (low, high) =
        values.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    let (low, high) = (short(low), short(high));
    if low == high { low } else { format!("{low} to {high}") }
}

pub(super) fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
