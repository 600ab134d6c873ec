//! Why a benchmark has no result.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::raster::art::ArtError;

/// The benchmark could not be run, or its measurements mean nothing.
#[derive(Debug)]
pub enum BenchError {
    /// The art in the binary is broken.
    Art(ArtError),
    /// The level ended while it was measured.
    LevelOver,
    /// The same frame had other pixels in another visit.
    NotDeterministic { zoom: u32, variant: String, frame: u32, visit: u32 },
    /// It was stopped before it was done.
    Interrupted,
    /// A frame could not be presented in the window.
    Present(String),
    /// What should be a folder is a file.
    NoFolder(PathBuf),
    /// The folder holds an earlier run.
    EarlierRun(PathBuf),
    /// A file or its folder could not be written.
    Write { path: PathBuf, cause: io::Error },
}

impl fmt::Display for BenchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BenchError::Art(cause) => write!(f, "{cause}"),
            BenchError::LevelOver => f.write_str("the level ends before its frames are measured: choose a longer one"),
            BenchError::NotDeterministic { zoom, variant, frame, visit } => write!(
                f,
                "the frames of `{variant}` at {zoom} pixels a tile differ from one visit to another: \
                 frame {frame} of visit {visit} has other pixels than before"
            ),
            BenchError::Interrupted => f.write_str("interrupted"),
            BenchError::Present(cause) => f.write_str(cause),
            BenchError::NoFolder(path) => {
                write!(f, "`{}` is a file, and a run leaves several: name a folder", path.display())
            }
            BenchError::EarlierRun(path) => write!(
                f,
                "`{}` holds an earlier run: name another folder, or replace it with `--force`",
                path.display()
            ),
            BenchError::Write { path, cause } => write!(f, "could not write `{}`: {cause}", path.display()),
        }
    }
}

impl Error for BenchError {}

impl From<ArtError> for BenchError {
    fn from(cause: ArtError) -> BenchError {
        BenchError::Art(cause)
    }
}
