//! `leveret import` and `leveret export`: conversion between Rabbit Escape's level files and ours.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Failure;
use crate::disk;
use crate::level::{Level, LevelError, plain_path};

/// Convert a level from Rabbit Escape's format (.rel) to RON
#[derive(Debug, Args)]
pub struct Import {
    /// Level file (.rel)
    level: PathBuf,

    /// Output file [default: beside LEVEL, ending in .ron]
    #[arg(short, long, value_name = "FILE.ron")]
    output: Option<PathBuf>,
}

/// Convert a level from RON to Rabbit Escape's format (.rel)
#[derive(Debug, Args)]
pub struct Export {
    /// Level file (.ron)
    level: PathBuf,

    /// Output file [default: beside LEVEL, ending in .rel]
    #[arg(short, long, value_name = "FILE.rel")]
    output: Option<PathBuf>,
}

impl Import {
    pub fn run(&self) -> Result<(), Failure> {
        convert(&self.level, self.output.as_deref(), "ron", Level::to_ron, Level::from_ron)
    }
}

impl Export {
    pub fn run(&self) -> Result<(), Failure> {
        convert(&self.level, self.output.as_deref(), "rel", Level::to_rel, Level::from_rel)
    }
}

/// Writes a level in another format, after reading the text back.
fn convert(
    from: &Path,
    to: Option<&Path>,
    extension: &str,
    write: fn(&Level) -> String,
    read: fn(&str, &str) -> Result<Level, LevelError>,
) -> Result<(), Failure> {
    let level = Level::read(from).map_err(Failure::run)?;
    let to = to.map_or_else(|| from.with_extension(extension), Path::to_owned);
    if to == from {
        return Err(Failure::usage(format!("`{}` would be written over itself", plain_path(from))));
    }
    let text = write(&level);
    read(&text, &plain_path(&to)).map_err(|error| {
        Failure::run(format!("`{}` holds what a .{extension} level may not:\n{error}", plain_path(from)))
    })?;
    disk::write(&to, text.as_bytes()).map_err(|cause| Failure::write(&to, &cause))
}
