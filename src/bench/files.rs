//! The files of a run: every frame, the summary, the report. They come all or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

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
        let trial = path.join("summary.json.part");
        File::create(&trial).and_then(|_| fs::remove_file(&trial)).map_err(failed)?;
        Ok(Folder { path: path.to_owned() })
    }

    /// Writes `frames.csv`, `summary.json` and `report.html`: all of them beside their places first, then each is
    /// renamed, so that no half a file is ever there.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, measured: &Measured, results: &Results) -> Result<(), BenchError> {
        let names: Vec<String> = measured.plan.variants.iter().map(|variant| variant.name.clone()).collect();
        let files = [
            self.beside("frames.csv", |sink| write_csv(&measured.blocks, &names, sink)),
            self.beside("summary.json", |sink| {
                serde_json::to_writer_pretty(&mut *sink, results)?;
                writeln!(sink)
            }),
            self.beside("report.html", |sink| sink.write_all(report(measured, results).as_bytes())),
        ];
        let written: Result<Vec<Beside>, BenchError> = files.into_iter().collect();
        written?.into_iter().try_for_each(Beside::settle)
    }

    fn beside(&self, name: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Beside, BenchError> {
        let path = self.path.join(name);
        let beside = Beside { place: self.path.join(format!("{name}.part")), path };
        let written = File::create(&beside.place).and_then(|file| {
            let mut sink = BufWriter::new(file);
            write(&mut sink)?;
            sink.flush()
        });
        match written {
            Ok(()) => Ok(beside),
            Err(cause) => Err(BenchError::Write { path: beside.path.clone(), cause }),
        }
    }
}

/// A file beside its place. It goes away again if it is not settled.
struct Beside {
    place: PathBuf,
    path: PathBuf,
}

impl Beside {
    fn settle(self) -> Result<(), BenchError> {
        fs::rename(&self.place, &self.path).map_err(|cause| BenchError::Write { path: self.path.clone(), cause })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After it was settled there is nothing left to remove.
        let _ = fs::remove_file(&self.place);
    }
}
