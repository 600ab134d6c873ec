//! Effects: how each of them is performed.

use super::App;
use super::files;
use crate::screens::{Answer, Effect};

impl App {
    /// Performs an effect of a screen, and returns its answer if there is one at once.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Answer> {
        match effect {
            Effect::PlayToTheEnd(world) => {
                self.background.play_to_the_end(*world);
                None
            }
            Effect::OpenLevel(path) => Some(Answer::LevelOpened(self.files.open(&path))),
            Effect::ListRecentFiles => Some(Answer::RecentFiles(self.files.list_recent())),
            Effect::CompleteName(start) => Some(Answer::Completions(files::completions(&start))),
            Effect::SaveProgress(progress) => {
                self.files.save_progress(progress);
                None
            }
            Effect::SaveSettings(settings) => {
                self.files.save_settings(settings);
                None
            }
        }
    }
}
