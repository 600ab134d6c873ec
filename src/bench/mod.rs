//! The zoom benchmark: does this hint matter, at this zoom, on this machine?
//!
//! In reading order: a [`BenchPlan`] says what to measure. A [`Bench`] first surveys each zoom: what does a variant do
//! to the picture, and is it other work at all? Then it makes visits, each to one zoom: all variants are alive, and
//! each frame is painted by all of them in random order. [`Measured`] is what it measured, as plain data; [`evaluate`]
//! turns that into [`Results`]: figures, intervals and verdicts. Results are printed as tables and in words, and
//! written to files: every frame, a summary for other programs, and a report for people.
//!
//! No display is needed. The calls are those that the window makes.

mod baseline;
mod changes_table;
mod columns;
mod compare;
mod contrast;
mod cpu_time;
mod difference;
mod error;
mod estimate;
mod evaluate;
mod files;
mod frames_csv;
mod harness;
mod machine;
mod measured;
mod paced;
mod phrases;
mod plan;
mod precision;
mod random;
mod report;
mod results;
mod run;
mod stats;
mod survey;
mod table;
mod verdict;
mod visit;
mod words;
mod zoom_sweep;

pub use changes_table::changes;
pub use columns::LINE_WIDTH;
pub use compare::{CompareError, RunChange, RunChanges, RunConditions, SavedMachine, SavedRun};
pub use contrast::Contrast;
pub use difference::{Crops, Difference, split};
pub use error::BenchError;
pub use estimate::{Estimate, Interval, holm, middle};
pub use evaluate::evaluate;
pub use files::{EarlierRun, OutputFolder, SUMMARY};
pub use harness::PresentFrame;
pub use machine::Machine;
pub use measured::{
    Baseline, BenchFrame, Comparison, Course, FrameKind, Measured, PacedRun, PacedTurn, RunEnding, Visit, Work,
    ZoomSweep,
};
pub use plan::{
    BenchPlan, COURSE, Length, REWOUND, Variant, VariantRole, presets, presets_and_singles, repainting, sets,
};
pub use precision::{MIN_VISITS, VisitTarget, next_target};
pub use random::SplitMix;
pub use report::report;
pub use results::{BaselineRow, FlatRow, HintRow, NoiseRow, PacedRow, Results, SweepRow, VariantRow, ZoomRow};
pub use run::{Bench, BenchEvent};
pub use stats::{Summary, share_over};
pub use table::table;
pub use verdict::{SpeedVerdict, TOLERANCE};
pub use words::{Passage, passages, words};
