//! The clipboard of the system. Programs that own what is in it may take their time, so a thread waits for them.

use arboard::{Clipboard, Error};

use crate::app::worker::Worker;
use crate::screens::Answer;

/// What is to be done with the clipboard.
pub enum ClipboardJob {
    Copy(String),
    Paste,
}

/// The clipboard, opened with the first job.
pub type ClipboardWorker = Worker<ClipboardJob, Answer>;

/// Starts the thread of the clipboard.
pub fn start() -> ClipboardWorker {
    Worker::start("clipboard", || None, perform)
}

/// X11 asks a program for what it has copied, so the clipboard stays open.
fn perform(open: &mut Option<Clipboard>, job: ClipboardJob) -> Answer {
    let opened = match open {
        Some(clipboard) => Ok(clipboard),
        None => Clipboard::new().map(|clipboard| open.insert(clipboard)),
    };
    match job {
        ClipboardJob::Copy(text) => {
            Answer::Copied(opened.and_then(|clipboard| clipboard.set_text(text)).map_err(cause))
        }
        ClipboardJob::Paste => Answer::Pasted(opened.and_then(text).map_err(cause)),
    }
}

/// The paths of files that were copied in a file manager, a line each, or else the text; empty where there is none.
fn text(clipboard: &mut Clipboard) -> Result<String, Error> {
    match clipboard.get().file_list() {
        Ok(files) if !files.is_empty() => {
            let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
            Ok(paths.join("\n"))
        }
        Ok(_) | Err(_) => match clipboard.get_text() {
            Err(Error::ContentNotAvailable) => Ok(String::new()),
            text => text,
        },
    }
}

fn cause(error: Error) -> String {
    error.to_string().trim_end_matches('.').to_owned()
}
