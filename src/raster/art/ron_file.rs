//! Reading the RON files of the art.

use serde::Deserialize;

use super::ArtError;

/// Reads the text `ron` of the file at `path`, which is named in the error, with line and column.
pub fn read<'a, T: Deserialize<'a>>(path: &str, ron: &'a str) -> Result<T, ArtError> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(ron).map_err(|error| ArtError::FileBroken(path.into(), error.to_string()))
}
