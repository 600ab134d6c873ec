//! The files of a run: every frame as it comes, and at the end the summary and the report.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::error::BenchError;
use super::frames_csv::{write_frames, write_names};
use super::measured::Measured;
use super::plan::BenchPlan;
use super::report::report;
use super::results::Results;
use super::run::BenchEvent;
use crate::disk::{Output, would_replace};

const FRAMES: &str = "frames.csv";
/// The name of the file that [`SavedRun`](super::SavedRun) reads.
pub const SUMMARY: &str = "summary.json";
const REPORT: &str = "report.html";

/// What to do with an earlier run in the same folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarlierRun {
    Keep,
    Replace,
}

/// A folder that the results are written to.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    /// None until there are frames to write.
    frames: Option<BufWriter<File>>,
    /// Why frames are no longer written.
    fault: Option<io::Error>,
}

impl OutputFolder {
    /// Checks that files can be created in the folder, or where it is missing, that it can be created: better before a
    /// long run than after it. Nothing is left on the disk, or replaced there, until there are frames to write.
    ///
    /// # Errors
    /// When the path is a file, when the folder holds an earlier run that is to be kept, and when a file cannot be
    /// created.
    pub fn open(path: &Path, earlier: EarlierRun) -> Result<OutputFolder, BenchError> {
        if path.exists() && !path.is_dir() {
            return Err(BenchError::NoFolder(path.to_owned()));
        }
        let names = [FRAMES, SUMMARY, REPORT].map(|name| path.join(name));
        if names.iter().any(|name| name.is_file()) && earlier == EarlierRun::Keep {
            return Err(BenchError::EarlierRun(path.to_owned()));
        }
        // Where a file can be created, a folder can. Dropped outputs leave nothing behind.
        let is_missing = |path: &&Path| !path.as_os_str().is_empty() && !path.exists();
        match path.ancestors().take_while(is_missing).last() {
            Some(missing) => begin(missing).map(drop).map_err(|cause| at(path, cause))?,
            None => {
                let [frames, others @ ..] = &names;
                begin(frames).map(drop).map_err(|cause| at(frames, cause))?;
                others.iter().try_for_each(|name| Output::create(name).map(drop).map_err(|cause| at(name, cause)))?;
            }
        }
        Ok(OutputFolder { path: path.to_owned(), frames: None, fault: None })
    }

    /// `frames.csv`; the first time the folder is created if it is missing, and the row of names is written.
    fn frames(&mut self) -> io::Result<&mut BufWriter<File>> {
        let frames = match self.frames.take() {
            Some(frames) => frames,
            None => {
                fs::create_dir_all(&self.path)?;
                let frames = BufWriter::new(begin(&self.path.join(FRAMES))?.commit()?);
                self.remove_results()?;
                frames
            }
        };
        Ok(self.frames.insert(frames))
    }

    /// Deletes the summary and the report of an earlier run: however this one ends, they do not stand beside its
    /// frames. A symlink stays, as when a file is replaced.
    fn remove_results(&self) -> io::Result<()> {
        let results = [SUMMARY, REPORT].map(|name| self.path.join(name));
        results.iter().filter(|path| would_replace(path)).try_for_each(|path| fs::remove_file(fs::canonicalize(path)?))
    }

    /// Writes the frames of an event. A fault is kept until [`OutputFolder::finish`]: the run goes on, and what it
    /// prints is not lost.
    pub fn add(&mut self, plan: &BenchPlan, event: &BenchEvent) {
        if self.fault.is_none() && !matches!(event, BenchEvent::Frame(_)) {
            self.fault = self.frames().and_then(|frames| write_frames(plan, event, frames)).err();
        }
    }

    /// Writes `summary.json` and `report.html`. If one cannot be written, neither is there. Writes nothing where nothing
    /// was measured.
    ///
    /// # Errors
    /// When a file, `frames.csv` included, could not be written.
    pub fn finish(self, measured: &Measured, results: &Results) -> Result<(), BenchError> {
        if measured.visits.is_empty() {
            // Interrupted before there was anything to keep: an earlier run stays as it is.
            return Ok(());
        }
        let pending = [
            self.prepare(SUMMARY, |sink| {
                serde_json::to_writer_pretty(&mut *sink, results)?;
                writeln!(sink)
            })?,
            self.prepare(REPORT, |sink| sink.write_all(report(measured, results).as_bytes()))?,
        ];
        pending.into_iter().try_for_each(PendingFile::commit)?;
        match self.fault {
            Some(cause) => Err(at(&self.path.join(FRAMES), cause)),
            None => Ok(()),
        }
    }

    /// Writes a whole file under a temporary name.
    fn prepare(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<PendingFile, BenchError> {
        let path = self.path.join(name);
        let written = Output::create(&path).and_then(|mut output| {
            write(&mut output)?;
            output.flush()?;
            Ok(output)
        });
        match written {
            Ok(output) => Ok(PendingFile { path, output }),
            Err(cause) => Err(at(&path, cause)),
        }
    }
}

/// A file that begins with the row of names; a full disk is noticed.
fn begin(path: &Path) -> io::Result<Output> {
    let mut output = Output::create(path)?;
    write_names(&mut output)?;
    output.flush()?;
    Ok(output)
}

fn at(path: &Path, cause: io::Error) -> BenchError {
    BenchError::Write { path: path.to_owned(), cause }
}

/// A complete file that is not in its place yet. It is deleted if it is dropped before that.
struct PendingFile {
    path: PathBuf,
    output: Output,
}

impl PendingFile {
    fn commit(self) -> Result<(), BenchError> {
        let committed = self.output.commit().map(drop);
        committed.map_err(|cause| at(&self.path, cause))
    }
}
