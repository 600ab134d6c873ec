//! Two saved runs side by side: what became slower, and what faster.
//!
//! Frames of two runs are not painted at the same moment, so nothing cancels out: each run's visits are samples of
//! their own, and the baselines (how fast memory was) tell whether the machine itself has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::estimate::{Estimate, Interval, holm};
use super::results::{Results, SCHEMA};
use super::verdict::SpeedVerdict;

/// The share of comparisons of equal programs in which something is said to be beyond the threshold.
const WRONG_ALARMS: f64 = 0.05;

/// No frame takes so many milliseconds: an hour.
const LONGEST_MS: f64 = 3.6e6;

/// A change of the baselines by more than this is worth a warning.
const DRIFT: f64 = 0.03;

/// What `summary.json` keeps of a run for comparing it.
#[derive(Debug, Clone, Deserialize)]
pub struct SavedRun {
    #[serde(flatten)]
    pub conditions: RunConditions,
    interrupted: bool,
    zooms: Vec<SavedRow>,
    #[serde(rename = "yardsticks")]
    baselines: Vec<SavedBaseline>,
}

/// What must be the same for two runs to be comparable.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RunConditions {
    pub level: String,
    pub size: [u32; 2],
    pub painter: String,
    pub threads: usize,
    pub machine: SavedMachine,
}

/// The part of the machine sheet that decides about times.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SavedMachine {
    pub cpu: Option<String>,
    pub cores: usize,
    pub instructions: String,
    pub system: String,
    pub build: String,
}

#[derive(Debug, Clone, Deserialize)]
struct SavedRow {
    zoom: u32,
    hints: String,
    frame_hash: String,
    visits_ms: Vec<f64>,
}

#[derive(Debug, Clone, Deserialize)]
struct SavedBaseline {
    copy_ms: f64,
}

/// Why two runs cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareError {
    /// It is no `summary.json` of a benchmark.
    NotASummary(String),
    /// It is one of another version of the program.
    Schema(u64),
    /// What differs, with its value before and after.
    Differs { what: String, old: String, new: String },
    /// They have no zoom and set of hints in common.
    NothingInCommon,
    /// No zoom and set of hints was visited twice in both of them.
    TooFewVisits,
}

/// The change of one zoom and set of hints.
#[derive(Debug, Clone, PartialEq)]
pub struct RunChange {
    pub zoom: u32,
    pub hints: String,
    /// New frame times over old ones; none if a run has fewer than two visits there.
    pub interval: Option<Interval>,
    pub verdict: SpeedVerdict,
    /// Whether it is slower by more than the threshold, certain among all changes together.
    pub is_beyond: bool,
}

/// All changes from one run to another.
#[derive(Debug, Clone, PartialEq)]
pub struct RunChanges {
    pub rows: Vec<RunChange>,
    /// How many ratios may be beyond the threshold, for all that is known of them.
    pub unsure: usize,
    /// How many zooms and sets of hints only one of the runs has.
    pub unmatched: usize,
    /// Whether the old and the new run were interrupted.
    pub interrupted: [bool; 2],
    /// The new baselines over the old ones, if they differ.
    pub drift: Option<Interval>,
}

impl SavedRun {
    /// Reads a `summary.json`.
    ///
    /// # Errors
    /// When it is none, or one of another schema.
    pub fn parse(text: &str) -> Result<SavedRun, CompareError> {
        let value: Value = serde_json::from_str(text).map_err(|cause| CompareError::NotASummary(cause.to_string()))?;
        let none = |cause: &dyn fmt::Display| CompareError::NotASummary(cause.to_string());
        match value.get("schema").and_then(Value::as_u64) {
            Some(schema) if schema != u64::from(SCHEMA) => return Err(CompareError::Schema(schema)),
            Some(_) => {}
            None => return Err(none(&"its schema is no number")),
        }
        if has_control_characters(&value) {
            return Err(none(&"a text in it has control characters"));
        }
        let run: SavedRun = serde_json::from_value(value).map_err(|cause| none(&cause))?;
        let is_time = |ms: &f64| *ms > 0.0 && *ms < LONGEST_MS;
        if !run.zooms.iter().all(|row| !row.visits_ms.is_empty() && row.visits_ms.iter().all(is_time)) {
            return Err(none(&"`visits_ms` has no times in it"));
        }
        let mut keys = BTreeSet::new();
        match run.zooms.iter().find(|row| !keys.insert(row.key())) {
            Some(twice) => Err(none(&format!("`{}` at {} pixels a tile is there twice", twice.hints, twice.zoom))),
            None => Ok(run),
        }
    }

    /// A run that was not saved, as if it had been.
    ///
    /// # Errors
    /// Never for results of this program.
    pub fn of(results: &Results) -> Result<SavedRun, CompareError> {
        let saved = serde_json::to_value(results).and_then(serde_json::from_value);
        saved.map_err(|cause| CompareError::NotASummary(cause.to_string()))
    }

    /// Whether the runs have a zoom and set of hints in common.
    pub fn overlaps(&self, other: &SavedRun) -> bool {
        other.zooms.iter().any(|row| self.has(row.zoom, &row.hints))
    }

    /// Whether a zoom and set of hints were measured.
    pub fn has(&self, zoom: u32, hints: &str) -> bool {
        self.zooms.iter().any(|row| row.key() == (zoom, hints))
    }

    /// The changes from this run to a newer one. Slower by more than `threshold` (0.05 is 5 %) is marked.
    ///
    /// # Errors
    /// When the runs were made under other conditions, or painted other pixels.
    pub fn changes_to(&self, new: &SavedRun, threshold: f64) -> Result<RunChanges, CompareError> {
        self.conditions.check(&new.conditions)?;
        let old: BTreeMap<(u32, &str), &SavedRow> = self.zooms.iter().map(|row| (row.key(), row)).collect();
        let mut rows = Vec::new();
        let mut p_values = Vec::new();
        for row in &new.zooms {
            let Some(old) = old.get(&row.key()) else { continue };
            if old.frame_hash != row.frame_hash {
                let what = format!("the pixels painted by `{}` at {} pixels a tile", row.hints, row.zoom);
                return Err(CompareError::differs(what, &old.frame_hash, &row.frame_hash));
            }
            let estimate = Estimate::between(&logs(&old.visits_ms), &logs(&row.visits_ms));
            let interval = estimate.map(Estimate::interval);
            let slower = estimate.filter(|estimate| estimate.log > 0.0);
            p_values.push(slower.map_or(1.0, |estimate| estimate.p_value(threshold)));
            let verdict = interval.map_or(SpeedVerdict::Undecided, SpeedVerdict::of);
            rows.push(RunChange { zoom: row.zoom, hints: row.hints.clone(), interval, verdict, is_beyond: false });
        }
        if rows.is_empty() {
            return Err(CompareError::NothingInCommon);
        }
        if rows.iter().all(|row| row.interval.is_none()) {
            return Err(CompareError::TooFewVisits);
        }
        let beyond = holm(&p_values, WRONG_ALARMS);
        rows.iter_mut().zip(beyond).for_each(|(row, is_beyond)| row.is_beyond = is_beyond);
        let copies = |run: &SavedRun| logs(&run.baselines.iter().map(|row| row.copy_ms).collect::<Vec<f64>>());
        let drift = Estimate::between(&copies(self), &copies(new)).map(Estimate::interval);
        let drift = drift.filter(|Interval { low, high, .. }| *low > 1.0 + DRIFT || *high < 1.0 / (1.0 + DRIFT));
        let unmatched = self.zooms.len() + new.zooms.len() - 2 * rows.len();
        let may_be_beyond =
            |row: &&RunChange| !row.is_beyond && row.interval.is_none_or(|interval| interval.high > 1.0 + threshold);
        let unsure = rows.iter().filter(may_be_beyond).count();
        Ok(RunChanges { rows, unsure, unmatched, interrupted: [self.interrupted, new.interrupted], drift })
    }
}

impl RunConditions {
    /// Whether a run under these other conditions can be compared.
    ///
    /// # Errors
    /// The first thing that differs.
    pub fn check(&self, new: &RunConditions) -> Result<(), CompareError> {
        let all = |conditions: &RunConditions| {
            let RunConditions { level, size: [width, height], painter, threads, machine } = conditions;
            let cpu = machine.cpu.clone().unwrap_or_else(|| "unknown".to_owned());
            [
                // One level has many paths, and its pixels are compared.
                ("the level", Path::new(level).file_name().unwrap_or_default().to_string_lossy().into_owned()),
                ("the size of the frame", format!("{width}x{height}")),
                ("the painter", painter.clone()),
                ("the number of threads", threads.to_string()),
                ("the processor", cpu),
                ("the number of cores", machine.cores.to_string()),
                ("the instruction set", machine.instructions.clone()),
                ("the system", machine.system.clone()),
                ("the kind of build", machine.build.clone()),
            ]
        };
        let mut pairs = all(self).into_iter().zip(all(new));
        match pairs.find(|((_, old), (_, new))| old != new) {
            Some(((what, old), (_, new))) => Err(CompareError::differs(what.to_owned(), &old, &new)),
            None => Ok(()),
        }
    }
}

impl SavedRow {
    fn key(&self) -> (u32, &str) {
        (self.zoom, &self.hints)
    }
}

impl CompareError {
    fn differs(what: String, old: &str, new: &str) -> CompareError {
        CompareError::Differs { what, old: old.to_owned(), new: new.to_owned() }
    }
}

impl RunChanges {
    /// How many changes are beyond the threshold.
    pub fn beyond(&self) -> usize {
        self.rows.iter().filter(|row| row.is_beyond).count()
    }
}

/// Whether any text has such characters: printed, they would do what they like to a terminal.
fn has_control_characters(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains(char::is_control),
        Value::Array(values) => values.iter().any(has_control_characters),
        Value::Object(fields) => fields.values().any(has_control_characters),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn logs(times: &[f64]) -> Vec<f64> {
    times.iter().map(|ms| ms.max(1e-9).ln()).collect()
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CompareError::NotASummary(cause) => write!(f, "it is no summary of a benchmark: {cause}"),
            CompareError::Schema(schema) => {
                write!(f, "it has schema {schema}, and only schema {SCHEMA} can be compared: measure again")
            }
            CompareError::Differs { what, old, new } => {
                write!(f, "{what} differs: `{old}` and `{new}`")
            }
            CompareError::NothingInCommon => f.write_str("they have no zoom and quality in common"),
            CompareError::TooFewVisits => {
                f.write_str("no zoom and quality was visited twice in both of them: measure longer")
            }
        }
    }
}

impl std::error::Error for CompareError {}
