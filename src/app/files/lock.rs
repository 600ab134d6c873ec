//! The lock of a store: a file beside it that one program at a time holds.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::disk;

/// The time between two attempts.
const PAUSE: Duration = Duration::from_millis(2);

/// A lock that is held. It is released when it is dropped, or when the program ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other program holds the lock. Its file is created if it is missing, and never changed.
    ///
    /// # Errors
    /// When another program holds the lock all the time, or when there is no file that can be locked.
    pub fn take(path: &Path, patience: Duration) -> io::Result<Lock> {
        if disk::is_special(path) {
            return Err(io::Error::other(format!("`{}` is not a regular file", path.display())));
        }
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Lock { _file: file }),
                Err(TryLockError::WouldBlock) if waited < patience => {
                    thread::sleep(PAUSE);
                    waited += PAUSE;
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(io::Error::other(format!("`{}` is locked by another program", path.display())));
                }
                // Some network file systems know no locks. There the game has to run alone.
                Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Lock { _file: file });
                }
                Err(TryLockError::Error(cause)) => return Err(cause),
            }
        }
    }
}
