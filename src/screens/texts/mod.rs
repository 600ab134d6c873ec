//! All texts that the game shows: one table per language.
//!
//! A table is a plain value of [`Texts`], so the compiler reports a text that a language lacks, one that is never
//! shown, and one whose parameters differ. A language that counts or orders words differently from English does so in
//! its own table.
//!
//! To add a text: a field in `table.rs`, and a line in each table. To add a language: a table, and a variant of
//! [`Language`].
//!
//! Not here: the names of hints, which are also typed on the command line; the faults of a level file, which
//! read as in a terminal; and the gallery, which is not part of the game.

mod advice;
mod de;
mod edit;
mod en;
mod language;
mod levels;
mod sound;
mod table;
mod time;

pub use language::Language;
pub(crate) use levels::LevelWords;
pub(crate) use table::{LabelledValue, Listed, Texts};
pub(crate) use time::TimeTexts;
