//! Effects: how each of them is performed.

use super::App;
use super::files;
use crate::screens::{Answer, Effect, Heard, SolutionPlace};
use crate::sound::SoundQueue;

/// Why there is no clipboard and no dialog.
const NO_DESKTOP: &str = "there is no desktop";

impl App {
    /// Performs an effect of a screen, and returns its answer if there is one at once.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Answer> {
        let App { files, background, solver, films, desktop, sound, .. } = self;
        match effect {
            Effect::PlayToTheEnd(world) => background.play_to_the_end(*world),
            Effect::Advise(world, effort) => solver.submit(*world, effort),
            Effect::OpenLevel(path) => return Some(Answer::LevelOpened(files.open(&path))),
            Effect::OpenLevelText(text) => return Some(Answer::LevelOpened(files.open_text(&text))),
            Effect::ListRecentFiles => return Some(Answer::RecentFiles(files.list_recent())),
            Effect::CompleteName(start) => return Some(Answer::Completions(files::completions(&start))),
            Effect::SaveProgress(progress) => files.save_progress(progress),
            Effect::SaveSettings(settings) => files.save_settings(settings),
            Effect::KeepReplay(replay) => files.keep_replay(replay),
            Effect::DeleteReplay(text) => files.delete_replay(text),
            Effect::FindLevel(replay) => return Some(files.find_level(replay)),
            Effect::KeepSolution(solution) if files.can_keep_solution() => {
                return Some(Answer::SolutionKept(files.keep_solution(&solution).map(SolutionPlace::File)));
            }
            Effect::KeepSolution(solution) => match desktop {
                Some(desktop) => {
                    desktop.copy(files.solution_text(&solution));
                    return Some(Answer::SolutionKept(Ok(SolutionPlace::Clipboard)));
                }
                None => return Some(Answer::SolutionKept(Err(NO_DESKTOP.to_owned()))),
            },
            Effect::Film(order) => films.submit(*order),
            Effect::Sound(heard) => {
                if let Some(sound) = sound {
                    send(sound, heard);
                }
            }
            Effect::Copy(text) => match desktop {
                Some(desktop) => desktop.copy(text),
                None => return Some(Answer::Copied(Err(NO_DESKTOP.to_owned()))),
            },
            Effect::Paste => match desktop {
                Some(desktop) => desktop.paste(),
                None => return Some(Answer::Pasted(Err(NO_DESKTOP.to_owned()))),
            },
            Effect::ChooseFile(title) => match desktop {
                Some(desktop) => desktop.choose_file(title),
                None => return Some(Answer::FileChosen(Err(NO_DESKTOP.to_owned()))),
            },
        }
        None
    }
}

/// Sends the mixer what is to be heard.
fn send(sound: &mut SoundQueue, heard: Heard) {
    match heard {
        Heard::Events { events, width, height } => sound.hear(&events, width, height),
        Heard::Hush => sound.hush(),
        Heard::Click(click) => sound.click(click),
    }
}
