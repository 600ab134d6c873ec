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
    let metadata = path.metadata()?;
    if metadata.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    if !metadata.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    read_bounded(File::open(path)?)
}

/// The text of whatever can be read.
///
/// # Errors
/// If it cannot be read, is larger than [`MAX_FILE`] or is not UTF-8.
pub fn read_bounded(source: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    source.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(io::Error::other(format!("it is larger than {MAX_FILE} bytes")));
    }
    match String::from_utf8(bytes) {
        Ok(text) if !is_wide(text.as_bytes()) => Ok(text),
        Ok(text) => Err(invalid(no_utf8(text.as_bytes()))),
        Err(error) => Err(invalid(no_utf8(error.as_bytes()))),
    }
}

fn invalid(cause: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, cause)
}

/// Whether there are as many null bytes as in Latin text of two or four bytes a character.
fn is_wide(bytes: &[u8]) -> bool {
    let nulls = bytes.iter().filter(|byte| **byte == 0).count();
    nulls > 1 && nulls * 3 > bytes.len()
}

/// Where bytes are not UTF-8, and what they may be.
fn no_utf8(bytes: &[u8]) -> String {
    let is_utf32 = bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]);
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || is_wide(bytes);
    if is_utf32 || is_utf16 {
        return format!("it looks like UTF-{}: save it as UTF-8", if is_utf32 { 32 } else { 16 });
    }
    let Err(error) = std::str::from_utf8(bytes) else { return "it is no text".to_owned() };
    let valid = error.valid_up_to();
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let (line, column) = line_and_column(&format!("{before}?"), valid);
    let byte = bytes[valid];
    let place = format!("line {line}, column {column} is not UTF-8 (byte {byte:02X})");
    if bytes.contains(&0) {
        return format!("{place}: it is no text file");
    }
    if error.error_len().is_none() {
        return format!("{place}: the file ends within a character");
    }
    let (encoding, letter) = match byte {
        0x80..0xa0 => ("Windows-1252", WINDOWS_1252.chars().nth(usize::from(byte - 0x80)).unwrap_or_default()),
        byte => ("Latin-1", char::from(byte)),
    };
    format!("{place}, perhaps {encoding} `{letter}`: save the file as UTF-8")
}

/// What the bytes from 80 to 9F mean in it, where Latin-1 has none that can be seen.
const WINDOWS_1252: &str = "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ";
