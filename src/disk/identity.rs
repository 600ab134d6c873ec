//! Which file is which, whatever its name: several paths may lead to one file.

use std::fs;
#[cfg(unix)]
use std::fs::Metadata;
use std::path::Path;

/// Whether both paths lead to the same file, through links of either kind. No path leads to a file that does not exist.
#[cfg(unix)]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let [one, other] = [one, other].map(fs::metadata);
    one.is_ok_and(|one| other.is_ok_and(|other| is_same(&one, &other)))
}

/// Whether both are of the same file.
#[cfg(unix)]
pub(super) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether both paths lead to the same file, through symlinks. No path leads to a file that does not exist.
#[cfg(not(unix))]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let [one, other] = [one, other].map(fs::canonicalize);
    one.is_ok_and(|one| other.is_ok_and(|other| one == other))
}
