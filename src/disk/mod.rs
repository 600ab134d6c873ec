//! Files on their way to the disk. All files that the program writes are written here, and none is ever lost in the
//! process: an existing file keeps its contents until the new ones are complete, and a device or a pipe stays what it
//! is.

mod identity;
mod leftovers;
mod output;
mod streams;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

pub use identity::is_same_file;
pub use leftovers::remove_leftovers;
pub use output::{Output, would_replace};

/// Writes a whole file, as [`Output`] describes.
///
/// # Errors
/// When the file cannot be written; then the previous contents are untouched.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut output = Output::create(path)?;
    output.write_all(bytes)?;
    output.commit().map(drop)
}

/// Whether there is something under the path that is no regular file: a folder, a device, a FIFO. It may block a
/// program that opens it.
pub fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}
