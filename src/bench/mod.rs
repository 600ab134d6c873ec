//! The zoom benchmark: does this hint matter, at this zoom, on this machine?
//!
//! In reading order: a [`BenchPlan`] says what to measure; a [`Bench`] fixes a [`Schedule`] of short interleaved blocks
//! and runs it in a harness; [`Measured`] is what it measured, as plain data; [`evaluate`] turns that into [`Results`]:
//! figures, intervals and verdicts. Results are printed as tables and in words, and written to files: every frame, a
//! summary for other programs, and a report for people.
//!
//! No display is needed. The calls are those that the window makes.

mod bootstrap;
mod contrast;
mod determinism;
mod difference;
mod error;
mod evaluate;
mod files;
mod frames_csv;
mod harness;
mod machine;
mod measured;
mod plan;
mod random;
mod report;
mod results;
mod run;
mod schedule;
mod stats;
mod table;
mod verdict;
mod words;
mod zoom_sweep;

pub use bootstrap::{Interval, Pair};
pub use contrast::Contrast;
pub use determinism::DeterminismCheck;
pub use difference::{Crops, Difference};
pub use error::BenchError;
pub use evaluate::evaluate;
pub use files::OutputFolder;
pub use frames_csv::write_csv;
pub use harness::PresentFrame;
pub use machine::Machine;
pub use measured::{Baseline, BenchBlock, BenchFrame, Comparison, FrameKind, Measured, ZoomSweep};
pub use plan::{BenchPlan, Length, Variant, VariantRole, presets_and_singles, sets};
pub use random::SplitMix;
pub use report::report;
pub use results::{FlatRow, HintRow, NoiseRow, Results, SweepRow, VariantRow, ZoomRow};
pub use run::Bench;
pub use schedule::{Cost, Schedule, abba_order};
pub use stats::{Summary, share_over};
pub use table::{LINE_WIDTH, table};
pub use verdict::{SpeedVerdict, TOLERANCE};
pub use words::words;
