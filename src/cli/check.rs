//! `leveret check`: reads levels and plays their solutions.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;
use indicatif::ProgressBar;

use super::interrupt::Interrupt;
use super::{Failure, number, output};
use crate::check::{self, SearchedLevel};
use crate::solve::{Means, Objective};

/// Read levels, play their solutions and warn of what makes no sense; exit code 1 if any fails
#[derive(Debug, Args)]
pub struct Check {
    /// Level files, and folders of level files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Fail for warnings too
    #[arg(long, conflicts_with_all = ["speed", "solve"])]
    strict: bool,

    /// Play N levels at once [default: number of cores]
    #[arg(long, value_name = "N", value_parser = number::threads, conflicts_with = "speed")]
    jobs: Option<NonZero<usize>>,

    /// Replay all solutions on one core for five seconds and print steps per second
    #[arg(long)]
    speed: bool,

    /// Search each level for S seconds and print ways to win that its solutions do not show
    #[arg(long, value_name = "S", value_parser = number::seconds, conflicts_with = "speed")]
    solve: Option<u64>,
}

/// Duration of the measurement.
const MEASURED: Duration = Duration::from_secs(5);

/// Bytes for the worlds that a search has met.
const SEARCH_MEMORY: usize = 256 << 20;

impl Check {
    pub fn run(&self) -> Result<(), Failure> {
        if self.speed {
            let speed = check::speed(&self.paths, MEASURED).map_err(Failure::run)?;
            return output::print(&format!("{speed}\n")).map(|_| ());
        }
        if let Some(seconds) = self.solve {
            return self.search(Duration::from_secs(seconds));
        }
        let workers = self.jobs.or(available_parallelism().ok()).map_or(1, NonZero::get);
        // indicatif draws on a terminal's standard error only.
        let bar = ProgressBar::no_length();
        let report = check::run(&self.paths, workers, |done, of| {
            bar.set_length(of as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        output::print(&report.table())?;
        if report.failed() || self.strict && report.warnings() > 0 {
            return Err(failed());
        }
        Ok(())
    }

    /// Searches all levels; Ctrl-C ends it with what it has.
    fn search(&self, each: Duration) -> Result<(), Failure> {
        let means = Means {
            tokens: None,
            memory: SEARCH_MEMORY,
            threads: self.jobs.or(available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN),
            objective: Objective::Fewest,
        };
        let interrupt = Interrupt::watch();
        let searched = check::search(&self.paths, means, each, &|| interrupt.signal().is_some());
        let lines: String = searched.iter().map(SearchedLevel::to_string).collect();
        let silent = searched.iter().filter(|level| level.result.as_ref().is_ok_and(Vec::is_empty)).count();
        output::print(&format!("{lines}{silent} of {} levels are as their solutions say\n", searched.len()))?;
        if searched.iter().any(SearchedLevel::failed) { Err(failed()) } else { Ok(()) }
    }
}

fn failed() -> Failure {
    Failure::run("not all levels are as they should be")
}
