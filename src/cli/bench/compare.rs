//! `--compare`: saved runs, read and put side by side.

use std::path::Path;
use std::{fs, io};

use super::super::{Failure, output};
use crate::bench::{self, BenchPlan, CompareError, Machine, RunConditions, SavedMachine, SavedRun};
use crate::level::plain_path;
use crate::raster::Missing;

/// Prints what changed between two runs; the newer one is that of `path`, or is compared with it. Slower by more than
/// `threshold` percent is a failure.
pub fn print_changes(old: &SavedRun, new: &SavedRun, path: &Path, threshold: f64) -> Result<(), Failure> {
    let changes = old.changes_to(new, threshold / 100.0);
    let changes = changes.map_err(|cause| not_compared(path, &cause))?;
    output::print(&bench::changes(&changes))?;
    match changes.beyond() {
        0 => Ok(()),
        1 => Err(Failure::slower(format!("a frame became slower by more than {} %", threshold))),
        count => Err(Failure::slower(format!("{count} kinds of frames became slower by more than {} %", threshold))),
    }
}

/// Reads the summary of a saved run, from its file or from the folder of the run.
pub fn saved_run(path: &Path) -> Result<SavedRun, Failure> {
    let file = if path.is_dir() { path.join(bench::SUMMARY) } else { path.to_owned() };
    let text =
        text_of(&file).map_err(|cause| Failure::run(format!("could not read `{}`: {cause}", plain_path(&file))))?;
    SavedRun::parse(text.trim_start_matches('\u{feff}')).map_err(|cause| not_compared(path, &cause))
}

/// The text of a regular file: to open a pipe may take for ever, and a device may never end.
fn text_of(path: &Path) -> io::Result<String> {
    if path.metadata()?.is_file() { fs::read_to_string(path) } else { Err(io::Error::other("it is no regular file")) }
}

pub fn not_compared(path: &Path, cause: &CompareError) -> Failure {
    Failure::run(format!("could not compare with `{}`: {cause}", plain_path(path)))
}

/// Whether a run that is about to be made can be compared with this one.
///
/// # Errors
/// When it will be made under other conditions, or has no zoom and set of hints in common with it.
pub fn check_comparable(old: &SavedRun, plan: &BenchPlan) -> Result<(), CompareError> {
    old.conditions.check(&conditions(plan))?;
    let has = |zoom: &u32| plan.variants.iter().any(|variant| old.has(*zoom, &variant.name));
    if plan.zooms.iter().any(has) { Ok(()) } else { Err(CompareError::NothingInCommon) }
}

/// The conditions of a run that is about to be made.
fn conditions(plan: &BenchPlan) -> RunConditions {
    let machine = Machine::this(plan.rendering(0, Missing::Wait).instructions, plan.presenter.clone());
    RunConditions {
        level: plan.level.clone(),
        size: [plan.size.0, plan.size.1],
        painter: plan.painter.name().to_owned(),
        threads: plan.threads.get(),
        machine: SavedMachine {
            cpu: machine.cpu,
            cores: machine.cores,
            instructions: machine.instructions,
            system: machine.system.to_owned(),
            build: machine.build.to_owned(),
        },
    }
}
