//! Effects: how each of them is performed.

use super::App;
use super::files;
use crate::screens::{Answer, Effect};

/// Why there is no clipboard.
const NO_DESKTOP: &str = "there is no desktop";

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
            Effect::KeepReplay(replay) => {
                self.files.keep_replay(replay);
                None
            }
            Effect::DeleteReplay(text) => {
                self.files.delete_replay(text);
                None
            }
            Effect::Copy(text) => match &mut self.desktop {
                Some(desktop) => {
                    desktop.copy(text);
                    None
                }
                None => Some(Answer::Copied(Err(NO_DESKTOP.to_owned()))),
            },
            Effect::Paste => match &mut self.desktop {
                Some(desktop) => {
                    desktop.paste();
                    None
                }
                None => Some(Answer::Pasted(Err(NO_DESKTOP.to_owned()))),
            },
        }
    }
}
