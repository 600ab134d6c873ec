//! `leveret [LEVEL]`: the game.

use std::path::Path;

use super::output::{Overwriting, check_is_other};
use super::recording::Recording;
use super::{Failure, output, replay};
use crate::app::{App, ProgressFile, ReplaysFile, SettingsFile, Stores, Watch};
use crate::level::Level;
use crate::look::Hints;
use crate::raster::{Missing, Rendering};
use crate::screens::{Context, Demonstration, Language, Profile, Screen, UnlockPolicy};
use crate::window::{self, EndSignal, Present};

/// Where the game opens.
#[derive(Debug, Clone, Copy)]
pub enum GameOpening<'a> {
    Title,
    Level(&'a Path),
    /// A level that shows a solution, counted from 1.
    Solution(&'a Path, usize),
    /// A level that plays a replay, as it was typed.
    Replay(&'a Path, &'a str),
}

impl GameOpening<'_> {
    pub fn of<'a>(level: Option<&'a Path>, solution: Option<usize>, replay: Option<&'a str>) -> GameOpening<'a> {
        match (level, solution, replay) {
            (None, ..) => GameOpening::Title,
            (Some(level), Some(number), _) => GameOpening::Solution(level, number),
            (Some(level), None, Some(replay)) => GameOpening::Replay(level, replay),
            (Some(level), None, None) => GameOpening::Level(level),
        }
    }

    /// A file with faults opens too, for its author to mend them; they are printed as well, for a terminal holds more
    /// than a window.
    fn screen(self, context: &Context) -> Result<Screen, Failure> {
        let Some(path) = self.file() else { return Ok(Screen::title()) };
        let level = match Level::read(path) {
            Ok(level) => level,
            Err(error) if error.faults().is_empty() => return Err(Failure::run(error)),
            Err(error) => {
                output::complain(&error.to_string());
                return Ok(Screen::faulty_level(&error.to_string()));
            }
        };
        Ok(match self {
            GameOpening::Title | GameOpening::Level(_) => Screen::level(context, level),
            GameOpening::Solution(_, number) => {
                let played = super::played(&level, path, number)?;
                Screen::showing(context, level, Demonstration::of(number, played))
            }
            GameOpening::Replay(_, argument) => {
                let replay = replay::replay_for(&level, path, argument)?;
                Screen::watching_replay(context, level, &replay)
            }
        })
    }

    /// The level's file.
    const fn file(&self) -> Option<&Path> {
        match *self {
            GameOpening::Title => None,
            GameOpening::Level(path) | GameOpening::Solution(path, _) | GameOpening::Replay(path, _) => Some(path),
        }
    }
}

pub fn run(
    opening: GameOpening,
    unlock: UnlockPolicy,
    hints: Option<Hints>,
    present: Present,
    record: Option<&Path>,
    overwriting: Overwriting,
) -> Result<Option<EndSignal>, Failure> {
    if let (Some(level), Some(to)) = (opening.file(), record) {
        check_is_other(level, to)?;
    }
    let stores = Stores::of_the_player();
    let profile = Profile { unlock, hints_of_this_run: hints, ..profile(stores.as_ref()) };
    let context = Context::new(profile);
    // From before the file is read, so that no change is missed.
    let watch = opening.file().map(Watch::new);
    let screen = opening.screen(&context)?;
    let rendering = Rendering { missing: Missing::Placeholder, ..Rendering::default() };
    let mut app = App::new(screen, context, rendering).map_err(Failure::run)?;
    if let Some(stores) = stores {
        app.save_to(stores);
    }
    if let Some(watch) = watch {
        app.watch(watch);
    }
    let recording = record.map(|path| Recording::start(path, overwriting, &mut app)).transpose()?;
    let unsaved = app.unsaved();
    // The app is gone when this returns: all is saved, and no more frames come. What was recorded is written even if
    // the window has failed.
    let played = window::run(app, present).map_err(Failure::run);
    let recorded = recording.map_or(Ok(()), Recording::finish);
    let saved = unsaved.failure().map_or(Ok(()), |failure| Err(Failure::run(failure)));
    played.and_then(|signal| recorded.and(saved).map(|()| signal))
}

/// The player's profile, from what was saved by earlier games.
fn profile(stores: Option<&Stores>) -> Profile {
    let progress = stores.map(|stores| stores.progress.load::<ProgressFile>()).unwrap_or_default();
    let settings = stores.map(|stores| stores.settings.load::<SettingsFile>()).unwrap_or_default();
    let replays = stores.map(|stores| stores.replays.load::<ReplaysFile>()).unwrap_or_default();
    let (mut chosen, unknown_hint) = settings.value.settings();
    let language = *chosen.language.get_or_insert_with(|| {
        sys_locale::get_locale().map_or_else(Language::default, |locale| Language::of_locale(&locale))
    });
    let faults = [progress.fault, settings.fault, replays.fault].into_iter().flatten();
    let mut notices: Vec<String> = faults.map(|fault| fault.message(language)).collect();
    notices.extend(unknown_hint.map(|cause| (language.texts().quality_unknown)(&cause.to_string())));
    let (progress, replays) = (progress.value.into(), replays.value.into());
    Profile { progress, replays, settings: chosen, notices, ..Profile::default() }
}
