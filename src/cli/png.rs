//! Pictures on their way to a file.

use std::path::Path;

use super::Failure;
use super::output::{Overwriting, is_standard_output};
use crate::level::plain_path;
use crate::raster::Frame;

/// An error if the name of a picture's file promises another format than PNG. Devices and pipes have no ending.
pub(super) fn check_name(path: &Path) -> Result<(), Failure> {
    match path.extension() {
        Some(ending) if !ending.eq_ignore_ascii_case("png") && !is_standard_output(path) => Err(Failure::usage(
            format!("could not write `{}`: pictures are PNG files, ending in .png", plain_path(path)),
        )),
        _ => Ok(()),
    }
}

/// Writes a frame as a PNG file; `-` is standard output.
pub(super) fn write(path: &Path, frame: &Frame, overwriting: Overwriting) -> Result<(), Failure> {
    let png = frame.png().map_err(|cause| Failure::write(path, &cause))?;
    overwriting.write(path, &png)
}
