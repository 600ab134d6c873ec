//! `--record FILE.csv`: the frames of a game on their way to a file.
//!
//! A thread writes each row as it comes, without a buffer: no frame waits for the disk, and a game that is killed
//! leaves all rows but the last few. The file gets its name with the first frame, so a game whose window does not open
//! leaves an older recording alone, even one that may be replaced.

use std::io::{self, LineWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::Failure;
use super::output::Overwriting;
use crate::app::App;
use crate::disk::Output;

/// The thread that writes, and where.
pub struct Recording {
    path: PathBuf,
    thread: JoinHandle<io::Result<()>>,
}

impl Recording {
    /// Records all frames of the game.
    pub fn start(path: &Path, overwriting: Overwriting, app: &mut App) -> Result<Recording, Failure> {
        overwriting.allow(path)?;
        let started = Output::create(path).and_then(|output| {
            let (sender, rows) = channel();
            let thread = thread::Builder::new().name("recording".to_owned()).spawn(|| write_rows(output, rows))?;
            app.record_to(Box::new(LineWriter::new(RowSender(sender))))?;
            Ok(thread)
        });
        match started {
            Ok(thread) => Ok(Recording { path: path.to_owned(), thread }),
            Err(cause) => Err(Failure::write(path, &cause)),
        }
    }

    /// Waits until all is written. The game must be gone: it is what ends the recording.
    pub fn finish(self) -> Result<(), Failure> {
        let written = self.thread.join().unwrap_or_else(|_| Err(io::Error::other("the recording has panicked")));
        written.map_err(|cause| Failure::write(&self.path, &cause))
    }
}

/// The sender's end of the thread.
struct RowSender(Sender<Vec<u8>>);

impl Write for RowSender {
    fn write(&mut self, row: &[u8]) -> io::Result<usize> {
        let sent = self.0.send(row.to_owned());
        sent.map(|()| row.len()).map_err(|_| io::Error::other("the file can no longer be written"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes rows until no more can come. The first one is the line of names.
fn write_rows(mut output: Output, rows: Receiver<Vec<u8>>) -> io::Result<()> {
    let (Ok(names), Ok(first)) = (rows.recv(), rows.recv()) else { return Ok(()) };
    output.write_all(&names)?;
    output.write_all(&first)?;
    let mut file = output.commit()?;
    rows.into_iter().try_for_each(|row| file.write_all(&row))
}
