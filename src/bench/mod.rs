//! The zoom benchmark: does this hint matter, at this zoom, on this machine?
//!
//! In reading order: a [`Plan`] says what to measure; a [`Bench`] is made of it, which settles a [`Schedule`] of short
//! interleaved blocks and runs it; what was [`Measured`] becomes [`Results`], figures with intervals and verdicts. They
//! leave as a table, as words, and as files: every frame, a summary for other programs, and a report for people.
//!
//! No display is needed. The calls are those that the window makes.

mod blocks;
mod bootstrap;
mod error;
mod files;
mod machine;
mod picture;
mod plan;
mod record;
mod report;
mod results;
mod run;
mod sameness;
mod stand;
mod stats;
mod table;
mod verdict;
mod words;
mod zooming;

pub use blocks::{Cost, Schedule, there_and_back};
pub use bootstrap::{Interval, Pair, SplitMix};
pub use error::BenchError;
pub use files::Folder;
pub use machine::Machine;
pub use picture::{Crops, Difference};
pub use plan::{Length, Plan, Role, Variant, presets_and_singles, sets};
pub use record::{BenchFrame, Block, Kind, Yardsticks, write_csv};
pub use report::report;
pub use results::{FlatRow, HintRow, NoiseRow, Results, ZoomRow};
pub use run::{Bench, Comparison, Measured};
pub use sameness::Sameness;
pub use stand::Display;
pub use stats::{Summary, share_over};
pub use table::table;
pub use verdict::{TOLERANCE, Verdict};
pub use words::words;
pub use zooming::{Zooming, ZoomingRow};
