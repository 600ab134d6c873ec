//! What the game asks of the desktop that it runs on: the clipboard, a dialog to choose a file, and fonts for
//! characters that ours lacks. Where there is no desktop, as in tests and measurements, such characters are boxes on
//! every machine.

mod clipboard;
mod file_dialog;
mod fonts;

use std::time::Duration;

use crate::app::worker::LOST;
use crate::look::{self, FRAME_TIME};
use crate::screens::Answer;
use clipboard::{ClipboardJob, ClipboardWorker};
use file_dialog::DialogWorker;
use fonts::{FontWorker, FoundFont};

/// The workers, each started with its first job.
#[derive(Default)]
pub struct Desktop {
    clipboard: Option<ClipboardWorker>,
    dialog: Option<DialogWorker>,
    fonts: Option<FontWorker>,
}

/// The time between two looks whether a file was chosen.
const DIALOG_POLL: Duration = Duration::from_millis(100);

impl Desktop {
    /// Puts a text into the clipboard: [`Answer::Copied`].
    pub fn copy(&mut self, text: String) {
        self.clipboard().submit(ClipboardJob::Copy(text), Answer::Copied(Err(LOST.to_owned())));
    }

    /// Reads the clipboard: [`Answer::Pasted`].
    pub fn paste(&mut self) {
        self.clipboard().submit(ClipboardJob::Paste, Answer::Pasted(Err(LOST.to_owned())));
    }

    /// Lets the player choose a file, in a dialog with this title: [`Answer::FileChosen`]. There is one dialog at a
    /// time.
    pub fn choose_file(&mut self, title: &'static str) {
        let dialog = self.dialog.get_or_insert_with(file_dialog::start);
        if !dialog.is_busy() {
            dialog.submit(title, Answer::FileChosen(Err(LOST.to_owned())));
        }
    }

    /// What clipboard and dialog have answered.
    pub fn answers(&mut self) -> Vec<Answer> {
        let mut answers = self.clipboard.as_mut().map(ClipboardWorker::drain).unwrap_or_default();
        answers.extend(self.dialog.as_mut().map(DialogWorker::drain).unwrap_or_default());
        answers
    }

    /// Looks for fonts with the characters that could not be shown since the last call.
    pub fn search_fonts(&mut self) {
        let missing = look::take_missing();
        if !missing.is_empty() {
            self.fonts.get_or_insert_with(fonts::start).submit(missing, Vec::new());
        }
    }

    /// Adds the fonts that were found. Whether there were any: text has another shape then.
    pub fn add_fonts(&mut self) -> bool {
        let found: Vec<FoundFont> =
            self.fonts.as_mut().map(FontWorker::drain).into_iter().flatten().flatten().collect();
        let any = !found.is_empty();
        found.into_iter().for_each(|found| look::add_font(found.font, &found.characters));
        any
    }

    /// The time until an answer or a font may have come; none if none is on its way.
    pub fn wake(&self) -> Option<Duration> {
        let is_soon = self.clipboard.as_ref().is_some_and(ClipboardWorker::is_busy)
            || self.fonts.as_ref().is_some_and(FontWorker::is_busy);
        let is_open = self.dialog.as_ref().is_some_and(DialogWorker::is_busy);
        is_soon.then_some(FRAME_TIME).or(is_open.then_some(DIALOG_POLL))
    }

    fn clipboard(&mut self) -> &mut ClipboardWorker {
        self.clipboard.get_or_insert_with(clipboard::start)
    }
}
