//! Files on their way to the disk. All files that the program writes are written here, and none is ever destroyed by that:
//! an existing file keeps its contents until the new ones are complete, and a device or a pipe stays what it is.

mod leftovers;
mod output;

use std::io::{self, Write};
use std::path::Path;

pub use leftovers::remove_leftovers;
pub use output::Output;

/// Writes a whole file, as [`Output`] describes.
///
/// # Errors
/// When the file cannot be written; then what was there before still is.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut output = Output::create(path)?;
    output.write_all(bytes)?;
    output.commit().map(drop)
}
