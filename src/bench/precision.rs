//! What to visit next: every zoom a few times, then those where an interval is wide or a verdict is missing, then those that
//! are imprecise.

use super::estimate::Estimate;
use super::measured::{Measured, Work};
use super::plan::FEWEST_VISITS;
use super::verdict::SpeedVerdict;

/// Visits to each zoom before its intervals are trusted.
pub const MIN_VISITS: usize = 8;

/// Visits to a zoom one after the other: only the first of them has to make mip levels. The first stay is of
/// [`FEWEST_VISITS`], so that every zoom soon has an interval.
const STAY: usize = 6;

/// Half of a wide interval is wider than this. It is narrowed though the verdict is known, or all time would go to differences
/// that are about as small as what is called none.
const WIDE: f64 = 0.02;

/// A ratio is precise enough when half its interval is no wider than this.
const PRECISE: f64 = 0.01;

/// The index of the A/A control in the plan's variants.
const CONTROL: usize = 1;

/// A zoom, and the variants to measure there beside the base and its control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitTarget {
    /// Index in the plan's zooms.
    pub zoom: usize,
    /// Indices in the plan's variants.
    pub variants: Vec<usize>,
}

/// The next visit, by what was measured so far; none if all is precise, or if every zoom has as many visits as are `fixed`.
pub fn next_target(measured: &Measured, fixed: Option<usize>) -> Option<VisitTarget> {
    let zooms = 0..measured.plan.zooms.len();
    let visits = |zoom: usize| measured.visits_to(zoom).count();
    let stays = |zoom: usize| (visits(zoom) + STAY - FEWEST_VISITS as usize) / STAY;
    let with = |wanted: &[Need]| {
        let targets = zooms.clone().filter_map(|zoom| {
            let variants = variants(measured, zoom, |need| wanted.contains(&need));
            // The control is there in every visit. Its verdict is that of the noise, and is not sought.
            let is_noise_wide = wanted.contains(&Need::Width) && need(measured, zoom, CONTROL) == Need::Width;
            (!variants.is_empty() || is_noise_wide).then_some(VisitTarget { zoom, variants })
        });
        targets.min_by_key(|target| stays(target.zoom))
    };
    let wanted = fixed.unwrap_or(MIN_VISITS);
    let fresh = zooms.clone().filter(|zoom| visits(*zoom) < wanted).min_by_key(|zoom| stays(*zoom));
    match (fresh, fixed) {
        (Some(zoom), _) => Some(VisitTarget { zoom, variants: variants(measured, zoom, |_| true) }),
        (None, Some(_)) => None,
        (None, None) => with(&[Need::Width, Need::Verdict]).or_else(|| with(&[Need::Precision])),
    }
}

/// What a ratio lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// A narrower interval.
    Width,
    Verdict,
    Precision,
    Nothing,
}

/// The variants with such a need at a zoom: those that do other work than the base.
fn variants(measured: &Measured, zoom: usize, wanted: impl Fn(Need) -> bool) -> Vec<usize> {
    let comparisons = measured.comparisons.iter().filter(|comparison| comparison.zoom == zoom);
    let others = comparisons.filter(|comparison| comparison.work == Work::Other);
    others.map(|comparison| comparison.variant).filter(|variant| wanted(need(measured, zoom, *variant))).collect()
}

fn need(measured: &Measured, zoom: usize, variant: usize) -> Need {
    let logs: Vec<f64> = measured.visits_to(zoom).filter_map(|visit| visit.log_ratio(variant)).collect();
    match Estimate::of(&logs) {
        Some(estimate) if estimate.half_width() > WIDE => Need::Width,
        Some(estimate) if SpeedVerdict::of(estimate.interval()) == SpeedVerdict::Undecided => Need::Verdict,
        Some(estimate) if estimate.half_width() > PRECISE => Need::Precision,
        Some(_) => Need::Nothing,
        None => Need::Width,
    }
}
