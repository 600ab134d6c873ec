//! The files of a run: every frame, the summary, the report. They come all or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::error::BenchError;
use super::record::write_csv;
use super::report::report;
use super::results::Results;
use super::run::Measured;

/// A folder that results can be written to.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Makes the folder if it is not there, and tries whether files can be made in it: that is better known before a
    /// long run than after it.
    ///
    /// # Errors
    /// When they cannot.
    pub fn open(path: &Path) -> Result<Folder, BenchError> {
        let failed = |cause| BenchError::Write { path: path.to_owned(), cause };
        fs::create_dir_all(path).map_err(failed)?;
        AtomicWriteFile::open(path.join("summary.json")).and_then(AtomicWriteFile::discard).map_err(failed)?;
        Ok(Folder { path: path.to_owned() })
    }

    /// Writes `frames.csv`, `summary.json` and `report.html`. None takes its place before all of them are whole.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, measured: &Measured, results: &Results) -> Result<(), BenchError> {
        let files = [
            self.begin("frames.csv", |sink| write_csv(measured, sink)),
            self.begin("summary.json", |sink| {
                serde_json::to_writer_pretty(&mut *sink, results)?;
                writeln!(sink)
            }),
            self.begin("report.html", |sink| sink.write_all(report(measured, results).as_bytes())),
        ];
        let written: Result<Vec<Written>, BenchError> = files.into_iter().collect();
        written?.into_iter().try_for_each(Written::settle)
    }

    fn begin(&self, name: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Written, BenchError> {
        let path = self.path.join(name);
        let written = AtomicWriteFile::open(&path).and_then(|mut file| {
            let mut sink = BufWriter::new(&mut file);
            write(&mut sink)?;
            sink.flush()?;
            drop(sink);
            Ok(file)
        });
        match written {
            Ok(file) => Ok(Written { path, file }),
            Err(cause) => Err(BenchError::Write { path, cause }),
        }
    }
}

/// A whole file that has not taken its place yet. It goes away again if it never does.
struct Written {
    path: PathBuf,
    file: AtomicWriteFile,
}

impl Written {
    fn settle(self) -> Result<(), BenchError> {
        self.file.commit().map_err(|cause| BenchError::Write { path: self.path, cause })
    }
}
