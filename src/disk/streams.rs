//! The streams that the program was started with, under the names that a system gives them, such as `/dev/stdout`.

use std::fs::{File, Metadata};

/// Standard output or standard error, if it is this very file. To rename another file over it would lose what others
/// write to the stream, and what was in the file before.
#[cfg(unix)]
pub(super) fn standard_stream(metadata: &Metadata) -> Option<File> {
    use super::identity::is_same;
    use std::io::{stderr, stdout};
    use std::os::fd::AsFd;
    let streams = [stdout().as_fd().try_clone_to_owned(), stderr().as_fd().try_clone_to_owned()];
    streams
        .into_iter()
        .flatten()
        .map(File::from)
        .find(|stream| stream.metadata().is_ok_and(|other| is_same(&other, metadata)))
}

/// No file has a stream's name.
#[cfg(not(unix))]
pub(super) fn standard_stream(_: &Metadata) -> Option<File> {
    None
}
