//! What the game asks of the desktop that it runs on: the clipboard, and fonts for characters that ours lacks. Where there
//! is no desktop, as in tests and measurements, such characters are boxes on every machine.

mod clipboard;
mod fonts;

use crate::look;
use crate::screens::Answer;
use clipboard::{ClipboardJob, ClipboardWorker};
use fonts::{FontWorker, FoundFont};

/// The workers, each started with its first job.
#[derive(Default)]
pub struct Desktop {
    clipboard: Option<ClipboardWorker>,
    fonts: Option<FontWorker>,
}

impl Desktop {
    /// Puts a text into the clipboard: [`Answer::Copied`].
    pub fn copy(&mut self, text: String) {
        self.clipboard().submit(ClipboardJob::Copy(text));
    }

    /// Reads the clipboard: [`Answer::Pasted`].
    pub fn paste(&mut self) {
        self.clipboard().submit(ClipboardJob::Paste);
    }

    /// What the clipboard has answered.
    pub fn answers(&mut self) -> Vec<Answer> {
        self.clipboard.as_mut().map(ClipboardWorker::drain).unwrap_or_default()
    }

    /// Looks for fonts with the characters that could not be shown since the last call.
    pub fn search_fonts(&mut self) {
        let missing = look::take_missing();
        if !missing.is_empty() {
            self.fonts.get_or_insert_with(fonts::start).submit(missing);
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

    /// Whether an answer or a font is on its way.
    pub fn is_busy(&self) -> bool {
        self.clipboard.as_ref().is_some_and(ClipboardWorker::is_busy)
            || self.fonts.as_ref().is_some_and(FontWorker::is_busy)
    }

    fn clipboard(&mut self) -> &mut ClipboardWorker {
        self.clipboard.get_or_insert_with(clipboard::start)
    }
}
