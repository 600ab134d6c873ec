//! The answer in words: do quality hints matter, what do they cost, why, what does one see, is zooming in slower, and
//! does this machine allow to say so. Every number has its interval, or is exact.

use super::columns::short;
use super::contrast::Contrast;
use super::estimate::Estimate;
use super::phrases::{list, milliseconds, plural, push_list, times, times_as_long};
use super::precision::{MIN_VISITS, WIDE};
use super::results::{HintRow, Results, ZoomRow};
use super::verdict::{SpeedVerdict, TOLERANCE};

/// The zoom that figures are given for, if it was measured; else the next one.
const TYPICAL_ZOOM: u32 = 48;

/// A question or its short answer, and what is to be said about it. Words between backticks are names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub lead: String,
    pub text: String,
}

/// The whole answer as one paragraph.
pub fn words(results: &Results) -> String {
    let passages = passages(results);
    passages.iter().map(|Passage { lead, text }| format!("{lead} {text}")).collect::<Vec<String>>().join(" ")
}

/// The answer; nothing if nothing was measured.
pub fn passages(results: &Results) -> Vec<Passage> {
    let groups: Vec<ContrastRows> =
        results.contrasts().into_iter().map(|contrast| ContrastRows::of(results, contrast)).collect();
    let Some(base) = typical_zoom(results).and_then(|zoom| results.row(zoom, results.base())) else {
        return Vec::new();
    };
    let all = [
        Some(if groups.is_empty() { alone(results, base) } else { costs(results, &groups, base) }),
        Some(why(results, &groups, base)),
        (!groups.is_empty()).then(|| pictures(&groups)),
        zooming_in(results),
        Some(trust(results)),
    ];
    all.into_iter().flatten().collect()
}

/// The zoom that figures are given for; none if nothing was measured.
pub(super) fn typical_zoom(results: &Results) -> Option<u32> {
    results.ladder().into_iter().min_by_key(|zoom| zoom.abs_diff(TYPICAL_ZOOM))
}

/// The rows of one contrast, up the ladder.
struct ContrastRows<'a> {
    name: String,
    rows: Vec<&'a HintRow>,
}

impl<'a> ContrastRows<'a> {
    fn of(results: &'a Results, contrast: &Contrast) -> ContrastRows<'a> {
        ContrastRows { name: format!("`{}`", contrast.variant()), rows: results.hint_rows(contrast) }
    }

    /// The row that speaks for the group: at this zoom if a difference is certain there, else the largest certain one.
    fn certain(&self, zoom: u32) -> Option<&'a HintRow> {
        let certain = || self.rows.iter().copied().filter(|row| row.certain && row.verdict.is_difference());
        let weight = |row: &HintRow| row.interval.map_or(0.0, |interval| interval.ratio.ln().abs());
        let largest = || certain().max_by(|one, other| weight(one).total_cmp(&weight(other)));
        certain().find(|row| row.zoom == zoom).or_else(largest)
    }

    fn has(&self, verdict: SpeedVerdict) -> bool {
        self.rows.iter().any(|row| row.verdict == verdict)
    }

    /// Whether time was measured, and found not to differ by more than the tolerance at any zoom.
    fn costs_nothing(&self) -> bool {
        let is_even = |row: &HintRow| {
            matches!(row.verdict, SpeedVerdict::Idle | SpeedVerdict::NoDifference | SpeedVerdict::Slight)
        };
        self.rows.iter().all(|row| is_even(row)) && !self.is_idle()
    }

    fn is_idle(&self) -> bool {
        self.rows.iter().all(|row| row.verdict == SpeedVerdict::Idle)
    }
}

fn frame_time(results: &Results, base: &ZoomRow) -> String {
    let [width, height] = results.size;
    format!(
        "At {} pixels a tile, {width}x{height}, on {} thread{}, a frame of `{}` takes {}.",
        base.zoom,
        results.threads,
        plural(results.threads),
        results.base(),
        milliseconds(base.median_ms, &base.visits_ms)
    )
}

fn costs(results: &Results, groups: &[ContrastRows], base: &ZoomRow) -> Passage {
    let certain: Vec<(&ContrastRows, &HintRow)> =
        groups.iter().filter_map(|group| Some((group, group.certain(base.zoom)?))).collect();
    let picture =
        if groups.iter().any(|group| !group.rows.iter().all(|row| row.is_identical())) { "yes" } else { "no" };
    let time = match (certain.len(), groups.len()) {
        (0, _) => "none was found that does".to_owned(),
        (1, 1) => "yes".to_owned(),
        (1, all) => format!("one of {all} does"),
        (count, all) => format!("{count} of {all} do"),
    };
    let doubt = if false_alarms(results) > 0 { ", as far as this run can be believed" } else { "" };
    let lead = format!(
        "Do quality hints matter while you are zoomed in? For the picture, {picture}. For time, {time}{doubt}."
    );

    let mut text = frame_time(results, base);
    let costs = certain.iter().filter_map(|(group, row)| {
        let than = if row.zoom == base.zoom {
            "that".to_owned()
        } else {
            format!("what `{}` does at {} pixels", results.base(), row.zoom)
        };
        Some(format!("{} takes {}", group.name, times(row.interval?, &than)))
    });
    push_list(&mut text, costs, |list| format!(" {list}."));
    let names = |wanted: &dyn Fn(&&ContrastRows) -> bool| {
        groups.iter().filter(wanted).map(|g| g.name.clone()).collect::<Vec<_>>()
    };
    push_list(&mut text, names(&|group| group.costs_nothing()), |list| {
        format!(" No cost found, at any zoom (sure to ±{:.0} %): {list}.", TOLERANCE * 100.0)
    });
    push_list(&mut text, names(&|group| group.is_idle()), |list| {
        format!(" Idle, for they change none of the work here: {list}.")
    });
    let differs = |group: &&ContrastRows| group.rows.iter().any(|row| row.verdict.is_difference());
    let unproved = |group: &&ContrastRows| differs(group) && group.certain(base.zoom).is_none();
    push_list(&mut text, names(&unproved), |list| {
        format!(
            " Different at some zooms, but not for certain among all ratios together: {list}; a longer run can tell."
        )
    });
    let undecided = |group: &&ContrastRows| group.has(SpeedVerdict::Undecided) && !differs(group);
    push_list(&mut text, names(&undecided), |list| format!(" Undecided at some zooms: {list}; a longer run can tell."));
    Passage { lead, text }
}

/// One set, which is compared with nothing.
fn alone(results: &Results, base: &ZoomRow) -> Passage {
    Passage { lead: "How long does a frame take?".to_owned(), text: frame_time(results, base) }
}

fn why(results: &Results, groups: &[ContrastRows], base: &ZoomRow) -> Passage {
    let (mut text, frame) = if results.base_caches() {
        let made_once = "sprites are made once for a zoom and then copied, so a hint that acts while they are made is paid for \
                         when the zoom changes, not in every frame.";
        (made_once.to_owned(), "A frame in which all sprites of a new zoom are made")
    } else {
        let made_always = format!(
            "`{}` keeps no sprites: they are made in every frame, and a hint that acts while they are made is paid for there.",
            results.base()
        );
        (made_always, "The frame after a change of zoom")
    };
    text.push_str(&format!(
        " {frame} takes {:.1} ms with `{}` at {} pixels (median of {})",
        base.change_ms,
        results.base(),
        base.zoom,
        base.visits_ms.len()
    ));
    let changes = groups.iter().filter_map(|group| {
        let row = group.rows.iter().find(|row| row.zoom == base.zoom)?;
        let change = row.change.filter(|_| row.change_certain)?;
        Some(format!("{} takes {}", group.name, times(change, "that")))
    });
    push_list(&mut text, changes, |list| format!("; {list}"));
    text.push('.');
    if let Some(worst) = results.zooming.iter().max_by(|one, other| one.max_ms.total_cmp(&other.max_ms)) {
        let frames: usize = results.zooming.iter().map(|row| row.n).sum();
        let moving = match results.base_caches() && worst.max_ms < base.change_ms {
            true => "In play, placeholders hide even that: while the zoom moved",
            false => "While the zoom moved as in play",
        };
        text.push_str(&format!(
            " {moving}, the slowest of {frames} frames took {:.1} ms (`{}` at {} pixels).",
            worst.max_ms, worst.hints, worst.max_zoom
        ));
    }
    Passage { lead: "Why:".to_owned(), text }
}

fn pictures(groups: &[ContrastRows]) -> Passage {
    let (same, other): (Vec<&ContrastRows>, Vec<&ContrastRows>) =
        groups.iter().partition(|group| group.rows.iter().all(|row| row.is_identical()));
    let changes = other.iter().filter_map(|group| {
        let most = group.rows.iter().max_by(|one, other| one.pixels_changed.total_cmp(&other.pixels_changed))?;
        let how_much = match most.psnr {
            Some(psnr) if most.max_step > 2 => format!("{psnr:.0} dB"),
            _ => format!("by {} of 255 at most", most.max_step),
        };
        Some(format!("{} up to {:.1} % of the board's pixels ({how_much})", group.name, most.pixels_changed * 100.0))
    });
    let mut text = String::new();
    push_list(&mut text, changes, |list| format!("changed are, by {list}."));
    push_list(&mut text, same.iter().map(|group| group.name.clone()), |list| format!(" Nothing at all by {list}."));
    Passage { lead: "What you see:".to_owned(), text: text.trim().to_owned() }
}

fn zooming_in(results: &Results) -> Option<Passage> {
    let mut ladder = results.ladder();
    ladder.sort_unstable();
    let (first, last) = (*ladder.first()?, *ladder.last()?);
    let logs = |zoom: u32| -> Option<Vec<f64>> {
        Some(results.row(zoom, results.base())?.visits_ms.iter().map(|ms| ms.max(1e-9).ln()).collect())
    };
    let interval = Estimate::between(&logs(first)?, &logs(last)?)?.interval();
    let lead = match SpeedVerdict::of(interval) {
        _ if first == last => return None,
        SpeedVerdict::Slower => "Zooming in is slower:",
        _ if interval.high <= 1.0 + TOLERANCE => "Zooming in is not slower:",
        _ => "Whether zooming in is slower, this run cannot tell:",
    };
    // The ratio is that of these means, which medians of all frames need not have.
    let times = ladder.iter().filter_map(|zoom| {
        let logs = logs(*zoom).filter(|logs| !logs.is_empty())?;
        let mean = (logs.iter().sum::<f64>() / logs.len() as f64).exp();
        Some(format!("{mean:.2} ms at {zoom}"))
    });
    let text =
        format!("{}, as means over the visits; from {first} to {last} pixels{}.", list(times), times_as_long(interval));
    Some(Passage { lead: lead.to_owned(), text })
}

/// The ratio with the widest interval, if that is wide after many visits: it changes with what else the machine does.
fn least_known(results: &Results) -> Option<String> {
    let known = results.hints.iter().filter_map(|row| Some((row, row.interval?.half_width())));
    let (row, half) = known.max_by(|(_, one), (_, other)| one.total_cmp(other)).filter(|(_, half)| *half > WIDE)?;
    let (least, most) = row
        .visits
        .iter()
        .fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), ratio| (least.min(*ratio), most.max(*ratio)));
    (row.visits.len() >= MIN_VISITS).then(|| {
        format!(
            " Known least well is the ratio of `{}` at {} pixels, to ±{:.1} %: from visit to visit it was between {} and {}.",
            row.contrast.variant(),
            row.zoom,
            half.exp_m1() * 100.0,
            short(least),
            short(most)
        )
    })
}

/// At how many zooms the first set was called different from itself.
fn false_alarms(results: &Results) -> usize {
    results.noise.iter().filter(|row| row.verdict.is_difference()).count()
}

/// Whether this machine and this run allow what was said.
fn trust(results: &Results) -> Passage {
    let mut text = String::new();
    let worst = results.noise.iter().map(|row| (row.interval.ratio.ln()).abs()).fold(0.0, f64::max);
    let wrong = false_alarms(results);
    if !results.noise.is_empty() {
        text.push_str(&format!(
            "`{}` measured against itself differs by {:.1} % at most, and was called different at {wrong} of {} zooms.",
            results.base(),
            worst.exp_m1() * 100.0,
            results.noise.len()
        ));
    }
    if wrong > 0 {
        text.push_str(" So a difference of that size proves nothing in this run.");
    }
    text.extend(least_known(results));
    let machine = &results.machine;
    let mut warnings = Vec::new();
    if results.interrupted {
        warnings.push("the run was interrupted".to_owned());
    }
    if machine.build == "debug" {
        warnings.push("this is a debug build".to_owned());
    }
    if let Some(load) = machine.load.filter(|load| *load > machine.cores as f64 + 0.5) {
        warnings.push(format!("other programs kept the machine busy (load {load:.1} on {} cores)", machine.cores));
    }
    if machine.is_virtual == Some(true) {
        warnings.push("the machine is a virtual one".to_owned());
    }
    push_list(&mut text, warnings, |list| format!(" Mind that {list}."));
    text.push_str(" Not measured: the GPU, waiting for the screen, and power.");
    Passage { lead: "Can it be believed?".to_owned(), text: text.trim().to_owned() }
}
