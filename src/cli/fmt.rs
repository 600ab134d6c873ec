//! `leveret fmt`: level files in one shape.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Failure;
use super::output;
use crate::check::{Target, targets};
use crate::disk;
use crate::level::{Format, format, plain_path, read_text};

/// Bring level files (.ron) into one shape: a field, a row of the map or a solution per line; comments are kept
#[derive(Debug, Args)]
pub struct Fmt {
    /// Level files (.ron), and folders of level files, which are changed in place
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Change nothing; name the files that would be changed, with exit code 1 if there are any
    #[arg(long)]
    check: bool,
}

impl Fmt {
    /// A file with faults is left as it is, and the others are still done.
    pub fn run(&self) -> Result<(), Failure> {
        let results = targets(&self.paths).into_iter().map(|target| match target {
            // In a folder, levels of the other format are left alone.
            Target::Level(path) if Format::of(&path) == Some(Format::Rel) && !self.paths.contains(&path) => Ok(()),
            Target::Level(path) => self.format(&path),
            Target::NoLevels(path) => {
                Err(Failure::run(format!("could not format folder `{}`: there are no levels in it", plain_path(&path))))
            }
        });
        results.filter_map(Result::err).reduce(Failure::and).map_or(Ok(()), Err)
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
