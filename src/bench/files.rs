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
use crate::disk::Output;

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
    frames: BufWriter<File>,
    /// Why frames are no longer written.
    fault: Option<io::Error>,
}

impl OutputFolder {
    /// Creates the folder if it is missing, checks that files can be created in it, and begins `frames.csv`: better
    /// before a long run than after it.
    ///
    /// # Errors
    /// When the path is a file, when the folder holds an earlier run that is to be kept, and when a file cannot be created.
    pub fn open(path: &Path, earlier: EarlierRun) -> Result<OutputFolder, BenchError> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |cause| BenchError::Write { path, cause }
        };
        if path.exists() && !path.is_dir() {
            return Err(BenchError::NoFolder(path.to_owned()));
        }
        fs::create_dir_all(path).map_err(at(path))?;
        let is_taken = [FRAMES, SUMMARY, REPORT].iter().any(|name| path.join(name).is_file());
        if is_taken && earlier == EarlierRun::Keep {
            return Err(BenchError::EarlierRun(path.to_owned()));
        }
        for name in [SUMMARY, REPORT] {
            // Dropped outputs leave nothing behind.
            Output::create(&path.join(name)).map_err(at(&path.join(name)))?;
        }
        let begin = || {
            let mut output = Output::create(&path.join(FRAMES))?;
            write_names(&mut output)?;
            output.commit()
        };
        let frames = BufWriter::new(begin().map_err(at(&path.join(FRAMES)))?);
        Ok(OutputFolder { path: path.to_owned(), frames, fault: None })
    }

    /// Writes the frames of an event. A fault is kept until [`OutputFolder::finish`]: the run goes on, and what it prints is
    /// not lost.
    pub fn add(&mut self, plan: &BenchPlan, event: &BenchEvent) {
        if self.fault.is_none() {
            self.fault = write_frames(plan, event, &mut self.frames).err();
        }
    }

    /// Writes `summary.json` and `report.html`. If one cannot be written, neither is replaced.
    ///
    /// # Errors
    /// When a file, `frames.csv` included, could not be written.
    pub fn finish(self, measured: &Measured, results: &Results) -> Result<(), BenchError> {
        let pending = [
            self.prepare(SUMMARY, |sink| {
                serde_json::to_writer_pretty(&mut *sink, results)?;
                writeln!(sink)
            })?,
            self.prepare(REPORT, |sink| sink.write_all(report(measured, results).as_bytes()))?,
        ];
        pending.into_iter().try_for_each(PendingFile::commit)?;
        match self.fault {
            Some(cause) => Err(BenchError::Write { path: self.path.join(FRAMES), cause }),
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
            Err(cause) => Err(BenchError::Write { path, cause }),
        }
    }
}

/// A complete file that is not in its place yet. It is deleted if it is dropped before that.
struct PendingFile {
    path: PathBuf,
    output: Output,
}

impl PendingFile {
    fn commit(self) -> Result<(), BenchError> {
        let committed = self.output.commit().map(drop);
        committed.map_err(|cause| BenchError::Write { path: self.path, cause })
    }
}
