//! `leveret import` and `leveret export`: conversion between Rabbit Escape's level files and ours.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Failure;
use super::output::{self, Overwriting, is_standard_output};
use crate::check::Remark;
use crate::level::{Format, Level, LevelError, LevelFile, plain_path};
use crate::play::solutions_for_rel;

/// Convert a level from Rabbit Escape's format (.rel) to RON
#[derive(Debug, Args)]
pub struct Import {
    /// Level file in Rabbit Escape's format, whatever its name
    level: PathBuf,

    /// Output file; - is standard output [default: beside LEVEL, ending in .ron]
    #[arg(short, long, value_name = "FILE.ron")]
    output: Option<PathBuf>,

    #[command(flatten)]
    overwriting: Overwriting,
}

/// Convert a level from RON to Rabbit Escape's format (.rel)
#[derive(Debug, Args)]
pub struct Export {
    /// Level file (.ron)
    level: PathBuf,

    /// Output file; - is standard output [default: beside LEVEL, ending in .rel]
    #[arg(short, long, value_name = "FILE.rel")]
    output: Option<PathBuf>,

    #[command(flatten)]
    overwriting: Overwriting,
}

impl Import {
    pub fn run(&self) -> Result<(), Failure> {
        let to = self.output.clone().unwrap_or_else(|| beside(&self.level, Format::Ron));
        let file = LevelFile::read_as(&self.level, Format::Rel).map_err(Failure::run)?;
        check_names(&self.level, &to, Format::Ron)?;
        check_numbers(&file)?;
        say(&self.level, &file.notes);
        let text = file.level.to_ron();
        check_text(&text, (&self.level, &to), Format::Ron, Level::from_ron)?;
        self.overwriting.write(&to, text.as_bytes())
    }
}

impl Export {
    pub fn run(&self) -> Result<(), Failure> {
        let to = self.output.clone().unwrap_or_else(|| beside(&self.level, Format::Rel));
        check_names(&self.level, &to, Format::Rel)?;
        let mut level = Level::read(&self.level).map_err(Failure::run)?;
        say(&self.level, &level.lost_in_rel());
        level.solutions = solutions_for_rel(&level.solutions, &level);
        let text = level.to_rel();
        check_text(&text, (&self.level, &to), Format::Rel, Level::from_rel)?;
        self.overwriting.write(&to, text.as_bytes())
    }
}

/// What was done to a level on its way, or lost.
fn say(level: &Path, notes: &[String]) {
    for note in notes {
        output::complain(&format!("note on `{}`: {note}", plain_path(level)));
    }
}

/// The file's name with another ending, in place of the one of its format and what forums put behind that, such as
/// `.txt`.
fn beside(level: &Path, format: Format) -> PathBuf {
    let shorter = level.with_extension("");
    let stem = if Format::of(level).is_none() && Format::of(&shorter).is_some() { &shorter } else { level };
    stem.with_extension(format.ending())
}

/// An error if a level would be written over itself, or under a name that promises the other format.
fn check_names(from: &Path, to: &Path, format: Format) -> Result<(), Failure> {
    output::check_is_other(from, to)?;
    match Format::of(to) {
        Some(other) if other != format && !is_standard_output(to) => {
            let (to, ending) = (plain_path(to), format.ending());
            Err(Failure::usage(format!("could not write `{to}`: what is written is for a file that ends in .{ending}")))
        }
        _ => Ok(()),
    }
}

/// An error if the level has numbers that a RON level may not have. It says where in the file that was read.
fn check_numbers(file: &LevelFile) -> Result<(), Failure> {
    let remarks: Vec<String> =
        file.below_zero().into_iter().map(|(span, words)| format!("\n{}", Remark::new(file, span, words))).collect();
    match remarks.is_empty() {
        true => Ok(()),
        false => Err(Failure::run(format!("`{}` holds what a .ron level may not:{}", file.path, remarks.concat()))),
    }
}

/// An error if the text would not be read again. It says where in the file that would be written.
fn check_text(
    text: &str,
    (from, to): (&Path, &Path),
    format: Format,
    read: fn(&str, &str) -> Result<Level, LevelError>,
) -> Result<(), Failure> {
    let (from, ending) = (plain_path(from), format.ending());
    let faulty = |error| Failure::run(format!("`{from}` holds what a .{ending} level may not:\n{error}"));
    read(text, &plain_path(to)).map(drop).map_err(faulty)
}
