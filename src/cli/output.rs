//! Output: the one way of all commands to standard output, standard error and files. A pipe may be closed by its
//! reader, and a disk may be full; neither is a reason to panic. No file is replaced unless it was asked for.

use std::io::{self, Write};
use std::path::Path;

use clap::Args;

use super::Failure;
use crate::disk;
use crate::level::plain_path;

/// What is to become of files that exist.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Overwriting {
    /// Replace files that exist
    #[arg(long)]
    force: bool,
}

impl Overwriting {
    pub(super) fn is_forced(self) -> bool {
        self.force
    }

    /// An error if a file would be replaced that must not be.
    pub(super) fn allow(self, path: &Path) -> Result<(), Failure> {
        if !self.force && disk::would_replace(path) {
            let path = plain_path(path);
            return Err(Failure::run(format!(
                "could not write `{path}`: it exists; choose another name, or replace it with --force"
            )));
        }
        Ok(())
    }

    /// Writes a whole file; `-` is standard output.
    pub(super) fn write(self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        if is_standard_output(path) {
            return print_bytes(bytes).map(drop);
        }
        self.allow(path)?;
        disk::write(path, bytes).map_err(|cause| Failure::write(path, &cause))
    }
}

/// An error if a file would be written over the level that it is made from, whatever its name.
pub(super) fn check_is_other(level: &Path, to: &Path) -> Result<(), Failure> {
    match disk::is_same_file(level, to) {
        true => Err(Failure::usage(format!("`{}` would be written over itself", plain_path(level)))),
        false => Ok(()),
    }
}

/// Whether the path is `-`.
pub(super) fn is_standard_output(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether what is printed is still read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PipeEnd {
    Listening,
    /// The pipe is closed: nothing more need be printed.
    Gone,
}

/// Prints a text to standard output, and flushes it.
///
/// # Errors
/// If it cannot be written, for other reasons than a reader that has gone.
pub(super) fn print(text: &str) -> Result<PipeEnd, Failure> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> Result<PipeEnd, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(PipeEnd::Listening),
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(PipeEnd::Gone),
        Err(cause) => Err(Failure::run(format!("could not write to standard output: {cause}"))),
    }
}

/// Prints a line to standard error. Where that is closed, there is nobody left to tell.
pub(super) fn complain(message: &str) {
    note(&format!("leveret: {message}"));
}

/// The same without the program's name.
pub(super) fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
