//! Leftovers: temporary files of runs that were killed while they wrote.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::Duration;

use log::{debug, info};

/// How the names of our temporary files begin and end. Six letters or digits are between.
pub(super) const PREFIX: &str = ".leveret-";
pub(super) const SUFFIX: &str = ".tmp";

/// No run takes longer to complete a file. A younger file may be in use.
const LONGEST_USE: Duration = Duration::from_secs(60 * 60);

/// Deletes the temporary files of killed runs in a folder. One that cannot be deleted stays: it harms nobody.
pub fn remove_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(is_leftover) {
        let path = entry.path();
        match fs::remove_file(&path) {
            Ok(()) => info!("removed {path:?}, which a killed run has left"),
            Err(cause) => debug!("could not remove {path:?}: {cause}"),
        }
    }
}

/// Whether this is a temporary file of ours that is no longer in use.
fn is_leftover(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX));
    let is_ours = random.is_some_and(|random| random.len() == 6 && random.bytes().all(|b| b.is_ascii_alphanumeric()));
    // The metadata of a symlink is its own.
    is_ours
        && entry.metadata().is_ok_and(|metadata| {
            let age = metadata.modified().ok().and_then(|written| written.elapsed().ok());
            metadata.is_file() && age.is_some_and(|age| age > LONGEST_USE)
        })
}
