//! The files of a run: every frame, the summary, the report. All are complete before the first gets its name.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::BenchError;
use super::frames_csv::write_csv;
use super::measured::Measured;
use super::report::report;
use super::results::Results;
use crate::disk::Output;

/// The files of a run.
const NAMES: [&str; 3] = ["frames.csv", "summary.json", "report.html"];

/// A folder that the results are written to.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
}

impl OutputFolder {
    /// Creates the folder if it is missing, and checks that files can be created in it: better before a long run than
    /// after it.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be created.
    pub fn open(path: &Path) -> Result<OutputFolder, BenchError> {
        let folder = OutputFolder { path: path.to_owned() };
        fs::create_dir_all(path).map_err(|cause| BenchError::Write { path: path.to_owned(), cause })?;
        // Dropped outputs leave nothing behind.
        NAMES.into_iter().try_for_each(|name| folder.prepare(name, |_| Ok(())).map(drop))?;
        Ok(folder)
    }

    /// Writes `frames.csv`, `summary.json` and `report.html`. If one cannot be written, none is replaced.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, measured: &Measured, results: &Results) -> Result<(), BenchError> {
        let [frames, summary, html] = NAMES;
        let pending = [
            self.prepare(frames, |sink| write_csv(measured, sink))?,
            self.prepare(summary, |sink| {
                serde_json::to_writer_pretty(&mut *sink, results)?;
                writeln!(sink)
            })?,
            self.prepare(html, |sink| sink.write_all(report(measured, results).as_bytes()))?,
        ];
        pending.into_iter().try_for_each(PendingFile::commit)
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
