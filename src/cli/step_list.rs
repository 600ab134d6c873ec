//! A list of steps as people type it: `0,12,20..24`.

use std::ops::RangeInclusive;
use std::str::FromStr;

/// Some steps of a play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StepList(Vec<RangeInclusive<u32>>);

impl StepList {
    pub(super) fn contains(&self, step: u32) -> bool {
        self.0.iter().any(|steps| steps.contains(&step))
    }
}

impl FromStr for StepList {
    type Err = String;

    fn from_str(text: &str) -> Result<StepList, String> {
        let number = |text: &str| text.trim().parse().ok();
        let steps = |part: &str| match part.split_once("..") {
            Some((first, last)) => Some(number(first)?..=number(last)?),
            None => number(part).map(|step| step..=step),
        };
        let ranges: Option<Vec<RangeInclusive<u32>>> = text.split(',').map(steps).collect();
        let ranges = ranges.filter(|ranges| ranges.iter().all(|range| !range.is_empty()));
        ranges.map(StepList).ok_or_else(|| "steps are numbers and ranges, such as 0,12,20..24".to_owned())
    }
}
