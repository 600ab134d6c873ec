//! The store: a file that outlives the game.
//!
//! It is written beside its path and then renamed; the file before is kept under another name. So whenever the game is
//! killed, there is a whole file. One that cannot be read is set aside, never deleted.
//!
//! The game may run twice at once. So a store is changed, not overwritten: a change takes the store's lock, and starts from
//! what the other game has saved meanwhile.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use log::warn;
use ron::error::SpannedError;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::disk;
use crate::screens::Language;

/// A folder with one file in it, and the one before.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    name: &'static str,
}

/// What was found in a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    /// A file that could not be read, if there was one.
    pub broken: Option<Broken>,
}

/// A file that could not be read, and what was done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    file: PathBuf,
    cause: String,
    /// Its path now, if it could be moved.
    aside: Option<PathBuf>,
    /// Whether there was an older one to use instead.
    older: bool,
}

impl Broken {
    /// A message for the player. The cause is as in a terminal, in English.
    pub fn message(&self, language: Language) -> String {
        let (texts, file) = (language.texts(), self.file.display().to_string());
        let message = match &self.aside {
            Some(aside) => (texts.set_aside)(&file, &self.cause, &aside.display().to_string()),
            None => (texts.unreadable)(&file, &self.cause),
        };
        if self.older { (texts.older_used)(&message) } else { message }
    }
}

impl Store {
    /// The file `name.ron` in a folder, which need not exist yet.
    pub fn new(folder: &Path, name: &'static str) -> Store {
        Store { folder: folder.to_owned(), name }
    }

    /// What is saved, from the newest file that can be read; the default if there is none.
    pub fn load<T: DeserializeOwned + Default>(&self) -> Found<T> {
        // Without a lock it is read all the same: a folder that cannot be written to can still be read.
        let _lock = self.lock();
        self.find()
    }

    /// Saves what `change` makes of what is saved, which stays as the older file; returns it. Nothing is written if nothing
    /// changes.
    ///
    /// # Errors
    /// When the file cannot be written; then what was saved before still is.
    pub fn change<T>(&self, change: impl FnOnce(T) -> T) -> io::Result<T>
    where
        T: Serialize + DeserializeOwned + Default,
    {
        let _lock = self.lock()?;
        let value = change(self.find().value);
        let text = ron::ser::to_string_pretty(&value, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        let kept = fs::read_to_string(self.current()).ok();
        if kept.as_ref() != Some(&text) {
            if let Some(kept) = kept {
                disk::write(&self.older(), kept.as_bytes())?;
            }
            disk::write(&self.current(), text.as_bytes())?;
        }
        Ok(value)
    }

    /// Saves this, whatever was saved before.
    ///
    /// # Errors
    /// When the file cannot be written; then what was saved before still is.
    pub fn save<T: Serialize + DeserializeOwned + Default>(&self, value: T) -> io::Result<()> {
        self.change(|_| value).map(drop)
    }

    fn find<T: DeserializeOwned + Default>(&self) -> Found<T> {
        let mut broken = None;
        for path in [self.current(), self.older()] {
            match fs::read_to_string(&path) {
                Ok(text) => match read(&text) {
                    Ok(value) => {
                        return Found { value, broken: broken.map(|broken| Broken { older: true, ..broken }) };
                    }
                    Err(cause) => broken = Some(self.set_aside(&path, &cause)),
                },
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => broken = Some(self.set_aside(&path, &cause.to_string())),
            }
        }
        Found { value: T::default(), broken }
    }

    /// Waits until no other program reads or changes the store. The lock ends with the value, or with the program.
    fn lock(&self) -> io::Result<File> {
        fs::create_dir_all(&self.folder)?;
        let file = File::create(self.file("lock"))?;
        match file.lock() {
            // Some network file systems know no locks. There the game has to run alone.
            Err(cause) if cause.kind() == io::ErrorKind::Unsupported => Ok(file),
            locked => locked.map(|()| file),
        }
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

    /// Moves a broken file out of the way under a name that is free.
    fn set_aside(&self, path: &Path, cause: &str) -> Broken {
        let free = (1..).map(|number| self.file(&format!("broken-{number}.ron"))).find(|path| !path.exists());
        let free_path = free.expect("there are more numbers than files");
        warn!("could not read `{}`: {cause}", path.display());
        let aside = fs::rename(path, &free_path).is_ok().then_some(free_path);
        Broken { file: path.to_owned(), cause: cause.to_owned(), aside, older: false }
    }
}

/// Reads the text of a store. A fault is reported with its line and its field.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let fault = |SpannedError { code, span }, field: String| {
        let line = span.start.line;
        match code {
            ron::Error::NoSuchStructField { found, .. } => {
                format!("line {line}: `{found}` is not known, or is of a later version")
            }
            ron::Error::NoSuchEnumVariant { found, .. } => format!("line {line}: `{field}` cannot be `{found}`"),
            // The reader knows no field where the text itself is broken.
            other if matches!(field.as_str(), "." | "?") => format!("line {line}: {other}"),
            other => format!("line {line}: `{field}`: {other}"),
        }
    };
    let mut reader = ron::Deserializer::from_str(text).map_err(|error| fault(error, ".".to_owned()))?;
    match serde_path_to_error::deserialize(&mut reader) {
        Ok(value) => match reader.end() {
            Ok(()) => Ok(value),
            Err(error) => Err(fault(reader.span_error(error), ".".to_owned())),
        },
        Err(error) => {
            let field = error.path().to_string();
            Err(fault(reader.span_error(error.into_inner()), field))
        }
    }
}
