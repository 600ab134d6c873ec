//! The lock of a store: a file beside it that one program at a time holds.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use crate::disk;
use crate::level::plain_path;

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
            return Err(io::Error::other(format!("`{}` is not a regular file", plain_path(path))));
        }
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => {
                let waited = Lock::wait(file, patience)?;
                waited.ok_or_else(|| io::Error::other(format!("`{}` is locked by another program", plain_path(path))))
            }
            // Some network file systems know no locks. There the game has to run alone.
            Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok(Lock { _file: file }),
            Err(TryLockError::Error(cause)) => Err(cause),
        }
    }

    /// The lock, if it is released in time. A thread waits for it, because the system has no limit for that, and who
    /// only tries now and then may find it taken each time. A lock that comes too late is released.
    fn wait(file: File, patience: Duration) -> io::Result<Option<Lock>> {
        let (sender, locked) = channel();
        thread::Builder::new().name("lock".to_owned()).spawn(move || {
            let lock = file.lock().map(|()| Lock { _file: file });
            let _ = sender.send(lock);
        })?;
        locked.recv_timeout(patience).ok().transpose()
    }
}
