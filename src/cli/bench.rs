//! `leveret --zoom-bench [LEVEL]`: what a zoom and a quality cost on this machine.

use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::ProgressBar;

use super::{Failure, picture};
use crate::bench::{self, Plan};
use crate::level::{self, Level};
use crate::scene::LADDER;
use crate::screens::Screen;

#[derive(Debug, Args)]
pub struct Options {
    /// Zooms to measure, in pixels a tile
    #[arg(long, value_name = "PX,...", value_delimiter = ',', value_parser = picture::zoom, requires = "zoom_bench")]
    zooms: Option<Vec<u32>>,

    /// Size of the frame
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = picture::size, requires = "zoom_bench")]
    size: (u32, u32),

    /// Frames at each zoom and quality
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(2..), requires = "zoom_bench")]
    frames: u32,

    /// Write every frame to this file, a line each
    #[arg(long, value_name = "FILE.csv", requires = "zoom_bench")]
    csv: Option<PathBuf>,
}

impl Options {
    pub fn run(&self, level: Option<&Path>) -> Result<(), Failure> {
        let (level, name) = match level {
            Some(path) => (Level::read(path).map_err(Failure::run)?, path.to_owned()),
            None => shipped()?,
        };
        let orders = super::orders_of(&level, &name, 1)?;
        let mut plan = Plan::presets(self.zooms.clone().unwrap_or_else(|| LADDER.to_vec()));
        plan.size = self.size;
        plan.frames = self.frames;

        // indicatif draws on a terminal's standard error only.
        let bar = ProgressBar::new(plan.total_frames());
        let opening = Screen::following(level, orders);
        let report = bench::run(plan, &opening, || bar.inc(1)).map_err(Failure::run)?;
        bar.finish_and_clear();

        print!("{}", report.table());
        match &self.csv {
            Some(path) => bench::write_csv(&report.frames, path)
                .map_err(|cause| Failure::run(format!("could not write `{}`: {cause}", path.display()))),
            None => Ok(()),
        }
    }
}

/// The level that we ship for measuring: the largest, so that it fills the frame at every zoom.
fn shipped() -> Result<(Level, PathBuf), Failure> {
    level::sets()
        .iter()
        .flat_map(|set| &set.levels)
        .filter(|entry| !entry.level.solutions.is_empty())
        .max_by_key(|entry| entry.level.setup.width * entry.level.setup.height)
        .map(|entry| (entry.level.clone(), PathBuf::from(entry.path)))
        .ok_or_else(|| Failure::run("there is no level with a solution to measure"))
}
