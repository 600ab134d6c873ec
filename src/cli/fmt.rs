//! `leveret fmt`: level files in one shape.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Failure;
use super::output;
use crate::disk;
use crate::level::{Format, format, plain_path, read_text};

/// Bring level files (.ron) into one shape: a field, a row of the map or a solution per line; comments are kept
#[derive(Debug, Args)]
pub struct Fmt {
    /// Level files (.ron), which are changed in place
    #[arg(required = true, value_name = "LEVEL")]
    levels: Vec<PathBuf>,

    /// Change nothing; name the files that would be changed, with exit code 1 if there are any
    #[arg(long)]
    check: bool,
}

impl Fmt {
    /// A file with faults is left as it is, and the others are still done.
    pub fn run(&self) -> Result<(), Failure> {
        let mut failed = Vec::new();
        for path in &self.levels {
            match self.format(path) {
                Ok(()) => {}
                Err(failure) => failed.push(failure.message),
            }
        }
        if failed.is_empty() { Ok(()) } else { Err(Failure::run(failed.join("\nleveret: "))) }
    }

    fn format(&self, path: &Path) -> Result<(), Failure> {
        let file = plain_path(path);
        if Format::of(path) == Some(Format::Rel) {
            return Err(Failure::usage(format!(
                "could not format `{file}`: only .ron files have a shape; import it first"
            )));
        }
        let text = read_text(path).map_err(|cause| Failure::run(format!("could not read level `{file}`: {cause}")))?;
        let shaped = format(&text, &file).map_err(Failure::run)?;
        if shaped == text {
            return Ok(());
        }
        if self.check {
            return Err(Failure::run(format!("`{file}` has another shape")));
        }
        disk::write(path, shaped.as_bytes()).map_err(|cause| Failure::write(path, &cause))?;
        output::print(&format!("{file}\n")).map(drop)
    }
}
