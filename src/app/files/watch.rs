//! Watching a level file that is being edited, by polling.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The time between two polls. A few calls of `stat` a second cost nothing that can be measured, and unlike events they
/// see every way in which editors replace a file.
pub const POLL_EVERY: Duration = Duration::from_millis(200);

/// A file and its state at the last poll.
#[derive(Debug, Clone)]
pub struct Watch {
    path: PathBuf,
    stamp: Option<Stamp>,
    /// The time since the last poll.
    since: Duration,
}

/// The time of the last change, and the length in bytes.
type Stamp = (SystemTime, u64);

impl Watch {
    /// Watches a file as it is now: to be called before the file is read, so that no change is missed.
    pub fn new(path: &Path) -> Watch {
        Watch { path: path.to_owned(), stamp: stamp(path), since: Duration::ZERO }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file has changed since the last poll. `passed` is the time since the last call. A file that is
    /// missing, as while an editor replaces it, has not changed.
    pub fn has_changed(&mut self, passed: Duration) -> bool {
        self.since = self.since.saturating_add(passed);
        if self.since < POLL_EVERY {
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
