//! The saver: a thread that writes what is to be saved, one job after the other.
//!
//! The jobs that are submitted when the saver is dropped are done before the drop returns: a program that ends has saved all.
//! Each job is written as a whole or not at all, whenever the program is killed.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use log::{info, warn};

use super::Stores;
use super::format::{ProgressFile, SettingsFile};
use super::recent::Recent;
use crate::screens::{Progress, Settings};

/// Something to save.
pub enum Job {
    /// Results, to be merged with those that are saved.
    Progress(Progress),
    Settings(Settings),
    /// The level file that was opened last.
    Recent(PathBuf),
}

/// What became of a job: what is saved now.
pub enum Saved {
    Progress(io::Result<Progress>),
    Settings(io::Result<()>),
    Recent(io::Result<Recent>),
}

/// The thread and both ends of its work.
pub struct Saver {
    /// Absent once no more jobs come.
    jobs: Option<Sender<Job>>,
    saved: Receiver<Saved>,
    thread: Option<JoinHandle<()>>,
    /// Jobs whose results were not taken yet.
    pending: usize,
}

impl Saver {
    pub fn start(stores: Stores) -> Saver {
        let (jobs, work) = channel();
        let (results, saved) = channel();
        let serve = move || {
            for job in work {
                // The game may have gone meanwhile; the job is done all the same.
                let _ = results.send(save(&stores, job));
            }
        };
        let thread = thread::Builder::new().name("saver".to_owned()).spawn(serve);
        let thread = thread.inspect_err(|cause| warn!("could not start the saver: {cause}; nothing is saved")).ok();
        Saver { jobs: Some(jobs), saved, thread, pending: 0 }
    }

    /// Puts a job at the end of the queue.
    pub fn submit(&mut self, job: Job) {
        if self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok()) {
            self.pending += 1;
        }
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

fn save(stores: &Stores, job: Job) -> Saved {
    match job {
        Job::Progress(progress) => {
            let merged = stores.progress.change(|kept: ProgressFile| kept.merged(&progress));
            Saved::Progress(merged.map(Progress::from).inspect(|_| info!("saved the progress")))
        }
        Job::Settings(settings) => Saved::Settings(stores.settings.save(SettingsFile::from(settings))),
        Job::Recent(path) => Saved::Recent(stores.recent.change(|kept: Recent| kept.with(&path))),
    }
}
