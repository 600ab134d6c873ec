//! The player's files: what is saved from one start of the game to the next, and level files.
//!
//! Level files are read at once. What is saved is written by a thread, in order, so that no frame waits for a disk; the
//! results come back as answers.

mod file_state;
mod format;
mod lock;
mod names;
mod recent;
mod replays;
mod saver;
mod store;
mod store_fault;
mod stores;
mod watch;

use std::io;
use std::path::{self, Path};
use std::slice;
use std::time::Duration;

use log::info;

use crate::disk;
use crate::level::{self, Format, Level, Solution, plain_path};
use crate::play::{Fingerprint, Replay, solutions_for_rel};
use crate::screens::{Answer, KeptReplay, Progress, RecentFile, Settings};
pub use format::{ProgressFile, SettingsFile};
pub use names::completions;
use recent::Recent;
pub use replays::ReplaysFile;
pub use saver::Unsaved;
use saver::{Job, Saved, Saver};
pub use store::{Found, Store};
pub use store_fault::StoreFault;
pub use stores::Stores;
pub use watch::{POLL_EVERY, Watch};

/// What a text without a file is called in errors.
const PASTED: &str = "clipboard";

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
    /// Saves to these stores, and of the settings what differs from these.
    pub fn saved_in(stores: Stores, settings: Settings) -> Files {
        let recent = stores.recent.load().value;
        Files { recent, saver: Some(Saver::start(stores, settings)), watch: None }
    }

    /// Merges these results with those that are saved.
    pub fn save_progress(&mut self, progress: Progress) {
        self.save(Job::Progress(progress));
    }

    /// Merges what was changed in these settings with those that are saved.
    pub fn save_settings(&mut self, settings: Settings) {
        self.save(Job::Settings(settings));
    }

    /// Keeps a replay among those that are saved.
    pub fn keep_replay(&mut self, replay: KeptReplay) {
        self.save(Job::Replay(replay));
    }

    /// Deletes the replay with this text.
    pub fn delete_replay(&mut self, text: String) {
        self.save(Job::DeletedReplay(text));
    }

    fn save(&mut self, job: Job) {
        if let Some(saver) = &mut self.saver {
            saver.submit(job);
        }
    }

    /// Reads a level file, and watches it. An error is a message for the player.
    pub fn open(&mut self, path: &Path) -> Result<Box<Level>, String> {
        let path = &names::expanded(path);
        // From before it is read, so that no change is missed.
        let watch = Watch::new(path);
        let level = Level::read(path).map_err(|error| error.to_string())?;
        info!("opened `{}`", plain_path(path));
        self.watch(watch);
        Ok(Box::new(level))
    }

    /// The level of a text that is in no file. A map alone is one of Rabbit Escape.
    pub fn open_text(&mut self, text: &str) -> Result<Box<Level>, String> {
        let read = match Format::of_text(text) {
            Some(Format::Ron) => Level::from_ron,
            Some(Format::Rel) | None => Level::from_rel,
        };
        let level = read(text, PASTED).map_err(|error| error.to_string())?;
        info!("opened a text");
        self.watch = None;
        Ok(Box::new(level))
    }

    /// Watches the file from which a level was read, and lists it first among the recent ones.
    pub fn watch(&mut self, watch: Watch) {
        let path = path::absolute(watch.path()).unwrap_or_else(|_| watch.path().to_owned());
        self.watch = Some(watch);
        self.recent = std::mem::take(&mut self.recent).with(&path);
        self.save(Job::Recent(path));
    }

    /// The recent level that fits a replay best; its file is watched from now on.
    pub fn find_level(&mut self, replay: Box<Replay>) -> Answer {
        let levels = self.recent.files().iter().filter_map(|path| {
            let watch = Watch::new(path);
            let level = Level::read(path).ok()?;
            Some((Fingerprint::of(&level), (watch, level)))
        });
        let found = replay.level.best(levels).map(|(fit, (watch, level))| {
            self.watch(watch);
            (fit, Box::new(level))
        });
        Answer::ReplayFound(replay, found)
    }

    /// Whether the level file that was opened last is one of ours, to which a solution can be added.
    pub fn can_keep_solution(&self) -> bool {
        self.watch.as_ref().is_some_and(|watch| Format::of(watch.path()) == Some(Format::Ron))
    }

    /// A solution as it stands in the level file that was opened last; in RON if that has no words for it.
    pub fn solution_text(&self, solution: &Solution) -> String {
        let rel = self.watch.as_ref().map(Watch::path).filter(|path| Format::of(path) == Some(Format::Rel));
        rel.and_then(|path| {
            let (before, written) = match Level::read(path) {
                Ok(level) => (level.solutions.len(), solutions_for_rel(slice::from_ref(solution), &level).pop()?),
                Err(_) => (0, solution.clone()),
            };
            Some(format!(":solution.{}={}\n", before + 1, written.script()?))
        })
        .unwrap_or_else(|| solution.to_ron())
    }

    /// Adds a solution to the level file that was opened last, and returns its path.
    pub fn keep_solution(&self, solution: &Solution) -> Result<String, String> {
        let path = self.watch.as_ref().map(Watch::path).ok_or("no level file is open")?;
        let (file, fault) = (path.display().to_string(), |cause: io::Error| cause.to_string());
        let text = level::read_text(path).map_err(fault)?;
        let longer = level::add_solution(&text, &file, solution).map_err(|error| error.to_string())?;
        disk::write(path, longer.as_bytes()).map_err(fault)?;
        info!("added a solution to `{file}`");
        Ok(file)
    }

    /// The level files that were opened last.
    pub fn list_recent(&self) -> Vec<RecentFile> {
        let files = self.recent.files().iter();
        files.map(|path| RecentFile { path: path.clone(), exists: path.is_file() }).collect()
    }

    /// Whether a level file is watched.
    pub fn is_watching(&self) -> bool {
        self.watch.is_some()
    }

    /// The level in the watched file, if the file has changed. `passed` is the time since the last call.
    pub fn poll(&mut self, passed: Duration) -> Option<Answer> {
        let watch = self.watch.as_mut()?;
        watch.has_changed(passed).then(|| {
            info!("read `{}` again", plain_path(watch.path()));
            Answer::LevelChanged(Level::read(watch.path()).map(Box::new).map_err(|error| error.to_string()))
        })
    }

    /// Whether something is still being saved.
    pub fn is_saving(&self) -> bool {
        self.saver.as_ref().is_some_and(Saver::is_busy)
    }

    /// What is not saved yet, also of later jobs.
    pub fn unsaved(&self) -> Unsaved {
        self.saver.as_ref().map(Saver::unsaved).unwrap_or_default()
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
            Saved::Progress(result) => Some(Answer::ProgressSaved(result.map_err(|cause| cause.to_string()))),
            Saved::Settings(result) => Some(Answer::SettingsSaved(result.map_err(|cause| cause.to_string()))),
            Saved::Replays(result) => Some(Answer::ReplaysSaved(result.map_err(|cause| cause.to_string()))),
            Saved::Recent(result) => {
                self.recent = result.ok()?;
                None
            }
        }
    }
}
