//! The player's files: what is saved from one start of the game to the next, level files, and the effects of screens that
//! concern them.
//!
//! Level files are read at once. What is saved is written by a thread of its own, in the order in which it was asked for,
//! so that no frame waits for a disk; its results come back as answers.

mod format;
mod names;
mod recent;
mod saver;
mod store;
mod watch;

use std::path::{self, Path, PathBuf};
use std::time::Duration;

use log::{info, warn};

use crate::level::Level;
use crate::screens::{Answer, Effect, RecentFile};
pub use format::{ProgressFile, SettingsFile};
use recent::Recent;
use saver::{Job, Saved, Saver};
pub use store::{Broken, Found, Store};
pub use watch::LOOK_EVERY;
use watch::Watch;

/// The stores of one player.
#[derive(Debug, Clone)]
pub struct Stores {
    folder: PathBuf,
    pub progress: Store,
    pub settings: Store,
    pub recent: Store,
}

impl Stores {
    /// All in this folder, which need not exist yet.
    pub fn new(folder: &Path) -> Stores {
        Stores {
            folder: folder.to_owned(),
            progress: Store::new(folder, "progress"),
            settings: Store::new(folder, "settings"),
            recent: Store::new(folder, "recent"),
        }
    }

    /// In the platform's folder for such files; none if it has no such folder.
    pub fn of_the_player() -> Option<Stores> {
        let folders = directories::ProjectDirs::from("", "", "leveret")?;
        Some(Stores::new(folders.data_dir()))
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// All that the game does with files.
#[derive(Default)]
pub struct Files {
    /// Absent where nothing is saved.
    saver: Option<Saver>,
    recent: Recent,
    /// The level file that was opened last.
    watch: Option<Watch>,
}

impl Files {
    /// Saves to these stores.
    pub fn saved_in(stores: Stores) -> Files {
        let recent = stores.recent.load().value;
        Files { recent, saver: Some(Saver::start(stores)), watch: None }
    }

    /// Does what a screen wants done; what it is to know at once is returned.
    pub fn perform(&mut self, effect: Effect) -> Option<Answer> {
        match effect {
            Effect::OpenLevel(path) => Some(Answer::LevelOpened(self.open(&names::expanded(&path)))),
            Effect::ListRecentFiles => Some(Answer::RecentFiles(self.list_recent())),
            Effect::CompleteName(start) => Some(Answer::Completions(names::completions(&start))),
            Effect::SaveProgress(progress) => self.save(Job::Progress(progress)),
            Effect::SaveSettings(settings) => self.save(Job::Settings(settings)),
        }
    }

    fn save(&mut self, job: Job) -> Option<Answer> {
        if let Some(saver) = &mut self.saver {
            saver.submit(job);
        }
        None
    }

    fn open(&mut self, path: &Path) -> Result<Box<Level>, String> {
        let level = Level::read(path).map_err(|error| error.to_string())?;
        info!("opened `{}`", path.display());
        self.watch(path);
        Ok(Box::new(level))
    }

    /// Watches the file from which a level was read, and lists it first among the recent ones.
    pub fn watch(&mut self, path: &Path) {
        self.watch = Some(Watch::new(path));
        let path = path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent = std::mem::take(&mut self.recent).with(&path);
        self.save(Job::Recent(path));
    }

    fn list_recent(&self) -> Vec<RecentFile> {
        let files = self.recent.files().iter();
        files.map(|path| RecentFile { path: path.clone(), exists: path.is_file() }).collect()
    }

    /// Whether a level file is watched.
    pub fn is_watching(&self) -> bool {
        self.watch.is_some()
    }

    /// Looks at the watched file: the level in it, if it was changed.
    pub fn look(&mut self, passed: Duration) -> Option<Answer> {
        let watch = self.watch.as_mut()?;
        watch.has_changed(passed).then(|| {
            info!("read `{}` again", watch.path().display());
            Answer::LevelChanged(Level::read(watch.path()).map(Box::new).map_err(|error| error.to_string()))
        })
    }

    /// Whether something is still being saved.
    pub fn is_saving(&self) -> bool {
        self.saver.as_ref().is_some_and(Saver::is_busy)
    }

    /// The results of what was saved since the last call.
    pub fn take_saved(&mut self) -> Vec<Answer> {
        let saved: Vec<Saved> = self.saver.as_mut().map(Saver::drain).unwrap_or_default();
        saved.into_iter().filter_map(|saved| self.answer(saved)).collect()
    }

    /// Waits until all is saved, and returns the results.
    pub fn finish_saving(&mut self) -> Vec<Answer> {
        let saved: Vec<Saved> = self.saver.as_mut().map(Saver::finish).unwrap_or_default();
        saved.into_iter().filter_map(|saved| self.answer(saved)).collect()
    }

    fn answer(&mut self, saved: Saved) -> Option<Answer> {
        match saved {
            Saved::Progress(result) => Some(Answer::ProgressSaved(told("the progress", result))),
            Saved::Settings(result) => Some(Answer::SettingsSaved(told("the settings", result))),
            Saved::Recent(result) => {
                self.recent = told("the recent files", result).ok()?;
                None
            }
        }
    }
}

/// The result with its error as a message, which is logged too.
fn told<T>(what: &str, result: std::io::Result<T>) -> Result<T, String> {
    result.map_err(|cause| {
        warn!("could not save {what}: {cause}");
        cause.to_string()
    })
}
