//! Reading text files that may be anything: bounded in size, and regular files only.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::source::line_and_column;

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
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, no_utf8(error.as_bytes())))
}

/// Where bytes are not UTF-8, and what they may be.
fn no_utf8(bytes: &[u8]) -> String {
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0);
    if is_utf16 {
        return "it looks like UTF-16: save it as UTF-8".to_owned();
    }
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let (line, column) = line_and_column(&format!("{before}?"), valid);
    let byte = bytes.get(valid).copied().unwrap_or_default();
    format!(
        "line {line}, column {column} is not UTF-8 (byte {byte:02X}), perhaps Latin-1 `{}`: save the file as UTF-8",
        char::from(byte)
    )
}
