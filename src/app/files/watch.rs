//! A level file that is being edited: has it changed on disk?

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The time between two looks at the file. A few calls of `stat` a second cost nothing that can be measured, and unlike
/// events they see every way in which editors replace a file.
pub const LOOK_EVERY: Duration = Duration::from_millis(200);

/// A file and its state when it was last looked at.
#[derive(Debug, Clone)]
pub struct Watch {
    path: PathBuf,
    stamp: Option<Stamp>,
    since: Duration,
}

/// The time of the last change, and the length in bytes.
type Stamp = (SystemTime, u64);

impl Watch {
    /// Watches a file as it is now.
    pub fn new(path: &Path) -> Watch {
        Watch { path: path.to_owned(), stamp: stamp(path), since: Duration::ZERO }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Time passes: whether the file has changed. A file that is gone for a moment has not.
    pub fn has_changed(&mut self, passed: Duration) -> bool {
        self.since += passed;
        if self.since < LOOK_EVERY {
            return false;
        }
        self.since = Duration::ZERO;
        let now = stamp(&self.path);
        now.is_some() && std::mem::replace(&mut self.stamp, now) != now
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let file = fs::metadata(path).ok()?;
    Some((file.modified().ok()?, file.len()))
}
