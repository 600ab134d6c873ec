//! `leveret check`: reads levels and plays their solutions.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;
use indicatif::ProgressBar;

use super::{Failure, output};
use crate::check;

/// Read levels, play their solutions and warn of what makes no sense; exit code 1 if any fails
#[derive(Debug, Args)]
pub struct Check {
    /// Level files, and folders of level files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Fail for warnings too
    #[arg(long)]
    strict: bool,

    /// Play N levels at once [default: number of cores]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,

    /// Replay all solutions on one core for five seconds and print steps per second
    #[arg(long)]
    speed: bool,
}

/// Duration of the measurement.
const MEASURED: Duration = Duration::from_secs(5);

impl Check {
    pub fn run(&self) -> Result<(), Failure> {
        if self.speed {
            let speed = check::speed(&self.paths, MEASURED).map_err(Failure::run)?;
            return output::print(&format!("{speed}\n")).map(|_| ());
        }
        let workers = self.jobs.or(available_parallelism().ok()).map_or(1, NonZero::get);
        // indicatif draws on a terminal's standard error only.
        let bar = ProgressBar::no_length();
        let report = check::run(&self.paths, workers, |progress| {
            bar.set_length(progress.of as u64);
            bar.inc(1);
        });
        bar.finish_and_clear();
        output::print(&report.table())?;
        if report.failed() || self.strict && report.warnings() > 0 {
            return Err(Failure::run("not all levels are as they should be"));
        }
        Ok(())
    }
}
