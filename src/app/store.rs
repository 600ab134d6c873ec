//! The store: what is kept from one start of the game to the next.
//!
//! A file is written beside its place and then renamed; the one before is kept a while under another name. So whenever
//! the game is killed, either the new or the old file is whole. One that cannot be read is set aside, never deleted.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use log::warn;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A folder with one file in it, in up to three states.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    name: &'static str,
}

/// What was found in a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    /// What the player should know: a file was broken, and what came of it.
    pub notice: Option<String>,
}

impl Store {
    /// The file `name.ron` in a folder, which need not exist yet.
    pub fn new(folder: &Path, name: &'static str) -> Store {
        Store { folder: folder.to_owned(), name }
    }

    /// Where the platform keeps such files; none if it has no such place.
    pub fn of_the_player(name: &'static str) -> Option<Store> {
        let folders = directories::ProjectDirs::from("", "", "leveret")?;
        Some(Store::new(folders.data_dir(), name))
    }

    /// What was kept, from the newest file that can be read; the default if there is none.
    pub fn load<T: DeserializeOwned + Default>(&self) -> Found<T> {
        let mut broken = None;
        for path in [self.current(), self.older()] {
            match fs::read_to_string(&path) {
                Ok(text) => match ron::from_str(&text) {
                    Ok(value) => {
                        return Found {
                            value,
                            notice: broken.map(|broken: String| format!("{broken}; an older one is used")),
                        };
                    }
                    Err(cause) => broken = Some(self.set_aside(&path, &cause.to_string())),
                },
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => broken = Some(self.set_aside(&path, &cause.to_string())),
            }
        }
        Found { value: T::default(), notice: broken }
    }

    /// Keeps this from now on, and what was kept before as the older one. What is kept already is not written again.
    ///
    /// # Errors
    /// When the file cannot be written; then what was kept before still is.
    pub fn save(&self, value: &impl Serialize) -> io::Result<()> {
        let text = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        if fs::read_to_string(self.current()).is_ok_and(|kept| kept == text) {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        let beside = self.file("part");
        let mut file = fs::File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        match fs::rename(self.current(), self.older()) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
            Ok(()) | Err(_) => {}
        }
        fs::rename(&beside, self.current())
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

    /// Moves a broken file out of the way under a name that is free, and says so.
    fn set_aside(&self, path: &Path, cause: &str) -> String {
        let free = (1..).map(|number| self.file(&format!("broken-{number}.ron"))).find(|place| !place.exists());
        let place = free.expect("there are more numbers than files");
        let (name, to) = (path.display(), place.display());
        warn!("could not read `{name}`: {cause}");
        match fs::rename(path, &place) {
            Ok(()) => format!("`{name}` was broken and is now `{to}`"),
            Err(_) => format!("`{name}` could not be read"),
        }
    }
}
