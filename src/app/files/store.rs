//! The store: a file that outlives the game, and its older version.
//!
//! The file is replaced as a whole, after a copy was kept as `older.ron`: a game that is killed at any moment leaves a
//! file that can be read. A damaged file is set aside, never deleted. A file with names that are not known is of a
//! later version of the game: what can be read of it is used, but it is neither moved nor written over.
//!
//! The game may run twice at once. So a store is changed under a lock, starting from what the other game has saved.
//! Reading needs no lock; only setting a file aside does.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use log::warn;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::file_state::FileState;
use super::lock::Lock;
use super::store_fault::{Remedy, StoreFault};
use crate::disk;
use crate::level::plain_path;

/// How long a start of the game may be delayed by a lock that another program holds.
const LOADING: Duration = Duration::from_millis(200);
/// How long a lock is waited for to save something. Another game holds it for milliseconds.
const SAVING: Duration = Duration::from_secs(5);

/// A folder with one file in it, and its older version.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    name: &'static str,
}

/// What was found in a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    /// What was wrong with the file, if anything was.
    pub fault: Option<StoreFault>,
}

impl Store {
    /// The file `name.ron` in a folder, which need not exist yet.
    pub fn new(folder: &Path, name: &'static str) -> Store {
        Store { folder: folder.to_owned(), name }
    }

    /// What is saved, from the newest file that can be read; the default if there is none. What
    /// other programs do delays it by 200 ms at most.
    pub fn load<T: DeserializeOwned + Default>(&self) -> Found<T> {
        let mut found = self.find(None);
        if found.fault.is_some()
            && let Ok(lock) = self.lock(LOADING)
        {
            found = self.find(Some(&lock));
        }
        if let Some(fault) = &found.fault {
            warn!("{fault}");
        }
        found
    }

    /// Saves what `change` makes of what is saved, which stays as the older file; returns it. Nothing is written if
    /// nothing changes.
    ///
    /// # Errors
    /// When the file cannot be written, is of a later version, or is locked by another program for five seconds; then
    /// what was saved before still is.
    pub fn change<T>(&self, change: impl FnOnce(T) -> T) -> io::Result<T>
    where
        T: Serialize + DeserializeOwned + Default,
    {
        if let Some(special) = [self.current(), self.older()].iter().find(|file| disk::is_special(file)) {
            return Err(io::Error::other(format!("`{}` is not a regular file", plain_path(special))));
        }
        let lock = self.lock(SAVING)?;
        let Found { value, fault } = self.find(Some(&lock));
        if let Some(fault) = &fault {
            warn!("{fault}");
            if fault.remedy == Remedy::Protected {
                let file = plain_path(&fault.file);
                return Err(io::Error::other(format!("`{file}` is of a later version: {}", fault.cause)));
            }
        }
        let value = change(value);
        let text = ron::ser::to_string_pretty(&value, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        let kept = fs::read_to_string(self.current()).ok();
        if kept.as_ref() != Some(&text) {
            // A damaged file that could not be set aside takes no older one's place. An older file of a later version
            // is left alone too.
            if let Some(kept) = kept
                && fault.is_none()
                && !matches!(FileState::<T>::read(&self.older()), FileState::Later(..))
            {
                disk::write(&self.older(), kept.as_bytes())?;
            }
            disk::write(&self.current(), text.as_bytes())?;
        }
        Ok(value)
    }

    /// Saves this, whatever was saved before.
    ///
    /// # Errors
    /// As for [`Store::change`].
    pub fn save<T: Serialize + DeserializeOwned + Default>(&self, value: T) -> io::Result<()> {
        self.change(|_| value).map(drop)
    }

    /// Reads the newest file that can be read. A damaged one is set aside by the holder of the lock.
    fn find<T: DeserializeOwned + Default>(&self, lock: Option<&Lock>) -> Found<T> {
        let mut fault = None;
        for file in [self.current(), self.older()] {
            let (value, cause, remedy) = match FileState::read(&file) {
                FileState::Missing => continue,
                FileState::Known(value) => {
                    return Found { value, fault: fault.map(|fault| StoreFault { older: true, ..fault }) };
                }
                FileState::Later(value, cause) => (value, cause, Remedy::Protected),
                FileState::Damaged(cause) => {
                    let aside = lock.and_then(|lock| self.set_aside(&file, lock));
                    (None, cause, aside.map_or(Remedy::Left, Remedy::SetAside))
                }
                FileState::Special => (None, "it is not a regular file".to_owned(), Remedy::Left),
            };
            fault.get_or_insert(StoreFault { file, cause, remedy, older: false });
            if let Some(value) = value {
                return Found { value, fault };
            }
        }
        Found { value: T::default(), fault }
    }

    fn lock(&self, patience: Duration) -> io::Result<Lock> {
        let in_the_way =
            |cause: io::Error| io::Error::new(cause.kind(), format!("`{}`: {cause}", self.folder.display()));
        fs::create_dir_all(&self.folder).map_err(in_the_way)?;
        Lock::take(&self.file("lock"), patience)
    }

    fn current(&self) -> PathBuf {
        self.file("ron")
    }

    fn older(&self) -> PathBuf {
        self.file("older.ron")
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.name))
    }

    /// Moves a damaged file to a name that is free, and returns its path there; none if it cannot be moved.
    fn set_aside(&self, file: &Path, _: &Lock) -> Option<PathBuf> {
        let mut names = (1..).map(|number| self.file(&format!("broken-{number}.ron")));
        let free = names.find(|path| !path.exists()).expect("there are more numbers than files");
        fs::rename(file, &free).is_ok().then_some(free)
    }
}
