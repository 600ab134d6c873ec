//! What is in the file of a store.

use std::fs;
use std::io;
use std::path::Path;

use ron::error::SpannedError;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::disk;

/// A file of a store, as far as it can be read. Causes are in English and name the line or the field.
pub enum FileState<T> {
    Missing,
    Known(T),
    /// Names in it are not known: the value without them, if it can be read without.
    Later(Option<T>, String),
    Damaged(String),
    /// A folder, a device or a FIFO. It is not opened: a FIFO would block its reader.
    Special,
}

impl<T: DeserializeOwned> FileState<T> {
    pub fn read(path: &Path) -> FileState<T> {
        if disk::is_special(path) {
            return FileState::Special;
        }
        match fs::read_to_string(path) {
            Ok(text) => FileState::parse(&text),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => FileState::Missing,
            Err(cause) => FileState::Damaged(cause.to_string()),
        }
    }

    fn parse(text: &str) -> FileState<T> {
        let mut reader = match ron::Deserializer::from_str(text) {
            Ok(reader) => reader,
            Err(error) => return FileState::Damaged(fault(&error, ".")),
        };
        let mut unknown = Vec::new();
        let mut track = serde_path_to_error::Track::new();
        let fields = serde_path_to_error::Deserializer::new(&mut reader, &mut track);
        match serde_ignored::deserialize(fields, |field| unknown.push(format!("`{field}`"))) {
            Err(error) => {
                let error = reader.span_error(error);
                let fault = fault(&error, &track.path().to_string());
                // The end of a name may be missing because the end of the file is.
                let is_whole = || ron::from_str::<IgnoredAny>(text).is_ok();
                match error.code {
                    ron::Error::NoSuchEnumVariant { .. } if is_whole() => FileState::Later(None, fault),
                    _ => FileState::Damaged(fault),
                }
            }
            Ok(value) => match reader.end() {
                Err(error) => FileState::Damaged(fault(&reader.span_error(error), ".")),
                Ok(()) if unknown.is_empty() => FileState::Known(value),
                Ok(()) => FileState::Later(Some(value), format!("{} is not known", unknown.join(", "))),
            },
        }
    }
}

/// An error with its line and its field; there is none where the text itself is broken.
fn fault(SpannedError { code, span }: &SpannedError, field: &str) -> String {
    let line = span.start.line;
    match code {
        ron::Error::NoSuchEnumVariant { found, .. } => format!("line {line}: `{field}` cannot be `{found}`"),
        other if matches!(field, "." | "?") => format!("line {line}: {other}"),
        other => format!("line {line}: `{field}`: {other}"),
    }
}
