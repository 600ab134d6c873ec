//! What to visit next: every zoom a few times, then those where an interval is wide or a verdict is missing, then those
//! that are imprecise, and last what stays wide.

use super::estimate::Estimate;
use super::measured::{Measured, Work};
use super::plan::{CONTROL, FEWEST_VISITS};
use super::verdict::SpeedVerdict;

/// Visits to each zoom before its intervals are trusted.
pub const MIN_VISITS: usize = 8;

/// Visits to a zoom one after the other: only the first of them has to make mip levels. The first stay is of
/// [`FEWEST_VISITS`], so that every zoom soon has an interval.
const STAY: usize = 6;

/// Half of a wide interval is wider than this. It is narrowed though the verdict is known, or all time would go to
/// differences that are about as small as what is called none.
pub const WIDE: f64 = 0.02;

/// A ratio that has no answer after so many visits waits until the others are precise: it changes while it is measured,
/// as one does that depends on how busy memory is, or it lies at the very edge of what is called none.
const PATIENCE: usize = 3 * MIN_VISITS;

/// A ratio is precise enough when half its interval is no wider than this.
const PRECISE: f64 = 0.01;

/// A zoom, and the variants to measure there beside the base and its control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitTarget {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Indices in the plan's variants.
    pub variants: Vec<usize>,
}

/// What a ratio lacks, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// A verdict, or an interval that is not wide.
    Answer,
    Precision,
    /// An answer that has not come for long.
    LateAnswer,
}

/// The next visit, by what was measured so far; none if all is precise, or if every zoom has as many visits as are
/// `fixed`.
pub fn next_target(measured: &Measured, fixed: Option<usize>) -> Option<VisitTarget> {
    let zooms = 0..measured.plan.zooms.len();
    let visits = |zoom: &usize| measured.visits_to(*zoom).count();
    let stays = |zoom: &usize| (visits(zoom) + STAY - FEWEST_VISITS as usize) / STAY;
    let wanted = fixed.unwrap_or(MIN_VISITS);
    if let Some(zoom) = zooms.clone().filter(|zoom| visits(zoom) < wanted).min_by_key(stays) {
        return Some(VisitTarget { zoom, variants: compared(measured, zoom).collect() });
    }
    if fixed.is_some() {
        return None;
    }
    let needs = |zoom: usize| {
        let variants = [CONTROL].into_iter().chain(compared(measured, zoom));
        variants.filter_map(move |variant| Some((variant, need(measured, zoom, variant)?)))
    };
    let most_urgent = |zoom: usize| Some((needs(zoom).map(|(_, need)| need).min()?, stays(&zoom), zoom));
    let (urgent, _, zoom) = zooms.filter_map(most_urgent).min()?;
    // Base and control are there in every visit, so that what lacks little comes along at little cost.
    let comes_along = |(variant, need): &(usize, Need)| *variant != CONTROL && *need <= urgent.max(Need::Precision);
    let variants = needs(zoom).filter(comes_along).map(|(variant, _)| variant).collect();
    Some(VisitTarget { zoom, variants })
}

/// The variants that do other work than the base at a zoom.
fn compared(measured: &Measured, zoom: usize) -> impl Iterator<Item = usize> {
    let comparisons = measured.comparisons.iter().filter(move |comparison| comparison.zoom == zoom);
    comparisons.filter(|comparison| comparison.work == Work::Other).map(|comparison| comparison.variant)
}

/// What a variant's ratio lacks at a zoom, if it lacks anything. The control's verdict is that of the noise, and is not
/// sought.
fn need(measured: &Measured, zoom: usize, variant: usize) -> Option<Need> {
    let logs: Vec<f64> = measured.visits_to(zoom).filter_map(|visit| visit.log_ratio(variant)).collect();
    let Some(estimate) = Estimate::of(&logs) else { return Some(Need::Answer) };
    let is_undecided = || SpeedVerdict::of(estimate.interval()) == SpeedVerdict::Undecided;
    if estimate.half_width() > WIDE || variant != CONTROL && is_undecided() {
        Some(if logs.len() < PATIENCE { Need::Answer } else { Need::LateAnswer })
    } else {
        (variant != CONTROL && estimate.half_width() > PRECISE).then_some(Need::Precision)
    }
}
