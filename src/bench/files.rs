//! The files of a run: every frame, the summary, the report. Either all of them are written, or none.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::error::BenchError;
use super::frames_csv::write_csv;
use super::measured::Measured;
use super::report::report;
use super::results::Results;

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
        let failed = |cause| BenchError::Write { path: path.to_owned(), cause };
        fs::create_dir_all(path).map_err(failed)?;
        AtomicWriteFile::open(path.join("summary.json")).and_then(AtomicWriteFile::discard).map_err(failed)?;
        Ok(OutputFolder { path: path.to_owned() })
    }

    /// Writes `frames.csv`, `summary.json` and `report.html`. All are complete before the first is renamed into place.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, measured: &Measured, results: &Results) -> Result<(), BenchError> {
        let files = [
            self.prepare("frames.csv", |sink| write_csv(measured, sink)),
            self.prepare("summary.json", |sink| {
                serde_json::to_writer_pretty(&mut *sink, results)?;
                writeln!(sink)
            }),
            self.prepare("report.html", |sink| sink.write_all(report(measured, results).as_bytes())),
        ];
        let pending: Result<Vec<PendingFile>, BenchError> = files.into_iter().collect();
        pending?.into_iter().try_for_each(PendingFile::commit)
    }

    /// Writes a whole file beside its place.
    fn prepare(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<PendingFile, BenchError> {
        let path = self.path.join(name);
        let written = AtomicWriteFile::open(&path).and_then(|mut file| {
            let mut sink = BufWriter::new(&mut file);
            write(&mut sink)?;
            sink.flush()?;
            drop(sink);
            Ok(file)
        });
        match written {
            Ok(file) => Ok(PendingFile { path, file }),
            Err(cause) => Err(BenchError::Write { path, cause }),
        }
    }
}

/// A complete file that is not in its place yet. It is deleted if it is dropped before that.
struct PendingFile {
    path: PathBuf,
    file: AtomicWriteFile,
}

impl PendingFile {
    fn commit(self) -> Result<(), BenchError> {
        self.file.commit().map_err(|cause| BenchError::Write { path: self.path, cause })
    }
}
