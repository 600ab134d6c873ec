//! The saver: a thread that saves one job after the other.
//!
//! Dropping it waits until all submitted jobs are done, so a program that ends has saved all. A program that is killed
//! has saved each job as a whole or not at all.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use log::{info, warn};

use super::format::{ProgressFile, SettingsFile};
use super::recent::Recent;
use super::replays::ReplaysFile;
use super::stores::Stores;
use crate::app::worker::{LOST, guarded};
use crate::disk;
use crate::screens::{KeptReplay, Progress, Replays, Settings};

/// How long the end of a process may be delayed by what is not saved: longer than a store waits for its lock.
const LAST_WAIT: Duration = Duration::from_secs(10);

/// Something to save.
pub enum Job {
    /// Results, to be merged with those that are saved.
    Progress(Progress),
    /// Settings, of which those that were changed are saved.
    Settings(Settings),
    /// The level file that was opened last.
    Recent(PathBuf),
    /// To be kept beside those that are saved.
    Replay(KeptReplay),
    /// To be deleted, by its text.
    DeletedReplay(String),
}

/// The result of a job: what is saved now.
pub enum Saved {
    Progress(io::Result<Progress>),
    Settings(io::Result<()>),
    Recent(io::Result<Recent>),
    Replays(io::Result<Replays>),
}

/// The thread, the queue of its jobs and the queue of their results.
pub struct Saver {
    /// None once no more jobs come.
    jobs: Option<Sender<Job>>,
    saved: Receiver<Saved>,
    thread: Option<JoinHandle<()>>,
    /// The number of jobs whose results were not taken yet.
    pending: usize,
    unsaved: Unsaved,
}

/// What is not saved, for those who wait for it without the saver, or after it is gone.
#[derive(Debug, Clone, Default)]
pub struct Unsaved(Arc<(Mutex<Unfinished>, Condvar)>);

#[derive(Debug, Default)]
struct Unfinished {
    /// The number of jobs that are not done yet.
    jobs: usize,
    /// What could not be saved when it was last tried, and why.
    failures: BTreeMap<&'static str, String>,
}

impl Job {
    /// Its result if it panics.
    fn lost(&self) -> Saved {
        let cause = io::Error::other(LOST);
        match self {
            Job::Progress(_) => Saved::Progress(Err(cause)),
            Job::Settings(_) => Saved::Settings(Err(cause)),
            Job::Recent(_) => Saved::Recent(Err(cause)),
            Job::Replay(_) | Job::DeletedReplay(_) => Saved::Replays(Err(cause)),
        }
    }
}

impl Saver {
    /// Starts the thread. The settings are those that hold now: what is changed later is saved.
    pub fn start(stores: Stores, settings: Settings) -> Saver {
        let (jobs, work) = channel::<Job>();
        let (results, saved) = channel();
        let unsaved = Unsaved::default();
        let counted = unsaved.clone();
        let serve = move || {
            guarded(|| disk::remove_leftovers(stores.folder()));
            let mut settings = SettingsFile::from(settings);
            for job in work {
                let lost = job.lost();
                let saved = guarded(|| save(&stores, &mut settings, job)).unwrap_or(lost);
                let (what, error) = saved.outcome();
                match error {
                    None => info!("saved {what}"),
                    Some(cause) => warn!("could not save {what}: {cause}"),
                }
                counted.remove(what, error.map(io::Error::to_string));
                // At the end of the program nobody takes the results.
                let _ = results.send(saved);
            }
        };
        let thread = thread::Builder::new().name("saver".to_owned()).spawn(serve);
        let thread = thread.inspect_err(|cause| warn!("could not start the saver: {cause}; nothing is saved")).ok();
        Saver { jobs: Some(jobs), saved, thread, pending: 0, unsaved }
    }

    /// Puts a job at the end of the queue.
    pub fn submit(&mut self, job: Job) {
        self.unsaved.add();
        if self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok()) {
            self.pending += 1;
        } else {
            self.unsaved.remove("anything", Some("the saver is gone".to_owned()));
        }
    }

    pub fn unsaved(&self) -> Unsaved {
        self.unsaved.clone()
    }

    /// Whether a job is not done, or its result not taken.
    pub fn is_busy(&self) -> bool {
        self.pending > 0
    }

    /// The results so far.
    pub fn drain(&mut self) -> Vec<Saved> {
        let saved: Vec<Saved> = self.saved.try_iter().collect();
        self.pending -= saved.len();
        saved
    }

    /// Waits for all jobs, and returns their results.
    pub fn finish(&mut self) -> Vec<Saved> {
        let saved: Vec<Saved> = self.saved.iter().take(self.pending).collect();
        self.pending = 0;
        saved
    }
}

impl Unsaved {
    /// Waits until all jobs are done, ten seconds at most.
    pub fn wait(&self) {
        let (_, removed) = &*self.0;
        // Whether all are saved or the time is over makes no difference to a process that ends.
        let _ = removed.wait_timeout_while(self.lock(), LAST_WAIT, |unfinished| unfinished.jobs > 0);
    }

    /// What could not be saved, if anything could not when it was last tried; in one line, as in a terminal.
    pub fn failure(&self) -> Option<String> {
        let unfinished = self.lock();
        let failed = unfinished.failures.iter().map(|(what, cause)| format!("could not save {what}: {cause}"));
        let failed: Vec<String> = failed.collect();
        (!failed.is_empty()).then(|| failed.join("; "))
    }

    fn add(&self) {
        self.lock().jobs += 1;
    }

    /// A job of this kind is done, or has failed.
    fn remove(&self, what: &'static str, failure: Option<String>) {
        let mut unfinished = self.lock();
        unfinished.jobs -= 1;
        match failure {
            Some(cause) => unfinished.failures.insert(what, cause),
            None => unfinished.failures.remove(what),
        };
        self.0.1.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Unfinished> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Saved {
    /// What was to be saved, in words for the log, and the error if it was not.
    fn outcome(&self) -> (&'static str, Option<&io::Error>) {
        match self {
            Saved::Progress(result) => ("the progress", result.as_ref().err()),
            Saved::Settings(result) => ("the settings", result.as_ref().err()),
            Saved::Recent(result) => ("the recent files", result.as_ref().err()),
            Saved::Replays(result) => ("the replays", result.as_ref().err()),
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            warn!("the saver has panicked");
        }
    }
}

/// Does a job. `settings` are those that were saved last.
fn save(stores: &Stores, settings: &mut SettingsFile, job: Job) -> Saved {
    match job {
        Job::Progress(progress) => {
            let merged = stores.progress.change(|saved: ProgressFile| saved.merged(&progress));
            Saved::Progress(merged.map(Progress::from))
        }
        Job::Settings(now) => {
            let now = SettingsFile::from(now);
            let changed = stores.settings.change(|saved| now.clone().merged(settings, saved));
            Saved::Settings(changed.map(|_| *settings = now))
        }
        Job::Recent(path) => {
            let changed = stores.recent.change(|saved: Recent| saved.with(&path));
            Saved::Recent(changed)
        }
        Job::Replay(replay) => change_replays(stores, |saved| saved.keep(replay)),
        Job::DeletedReplay(text) => change_replays(stores, |saved| saved.delete(&text)),
    }
}

fn change_replays(stores: &Stores, change: impl FnOnce(&mut Replays)) -> Saved {
    let changed = stores.replays.change(|saved: ReplaysFile| {
        let mut replays = Replays::from(saved);
        change(&mut replays);
        ReplaysFile::from(replays)
    });
    Saved::Replays(changed.map(Replays::from))
}
