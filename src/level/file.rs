//! Reading text files that may be anything: bounded in size, and regular files only.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read, in bytes. The largest level that we know of has 10,000.
pub const MAX_FILE: u64 = 1_000_000;

/// The text of a file.
///
/// # Errors
/// If the file cannot be opened, is larger than [`MAX_FILE`], is not UTF-8, or is a folder, a pipe or a device: to open
/// a pipe may take for ever, and a device may never end.
pub fn read_text(path: &Path) -> io::Result<String> {
    // Before it is opened, because opening a pipe waits for a writer.
    if !path.metadata()?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(io::Error::other(format!("it is larger than {MAX_FILE} bytes")));
    }
    String::from_utf8(bytes)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "stream did not contain valid UTF-8"))
}
