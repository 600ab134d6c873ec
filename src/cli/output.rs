//! Printing: the one way of all commands to standard output and standard error. A pipe may be closed by its reader, and a
//! disk may be full; neither is a reason to panic.

use std::io::{self, Write};

use super::Failure;

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
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(PipeEnd::Listening),
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(PipeEnd::Gone),
        Err(cause) => Err(Failure::run(format!("could not write to standard output: {cause}"))),
    }
}

/// Prints a line to standard error. Where that is closed, there is nobody left to tell.
pub(super) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "leveret: {message}");
}
