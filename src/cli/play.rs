//! `leveret [LEVEL]`: the game.

use std::path::Path;

use super::recording::Recording;
use super::{Failure, output};
use crate::app::{App, ProgressFile, ReplaysFile, SettingsFile, Stores};
use crate::level::Level;
use crate::look::Hints;
use crate::raster::{Missing, Rendering};
use crate::screens::{Context, Demonstration, Language, Profile, Screen, UnlockPolicy};
use crate::window::{self, EndSignal, Present};

/// What to play, and how.
pub struct Play<'a> {
    pub level: Option<&'a Path>,
    /// The solution of the level to show, counted from 1.
    pub solution: Option<usize>,
    pub unlock: UnlockPolicy,
    pub hints: Option<Hints>,
    pub present: Present,
    pub record: Option<&'a Path>,
}

impl Play<'_> {
    pub fn run(self) -> Result<Option<EndSignal>, Failure> {
        let stores = Stores::of_the_player();
        let profile = Profile { unlock: self.unlock, hints_of_this_run: self.hints, ..profile(stores.as_ref()) };
        let context = Context::new(profile);
        let opening = match self.level {
            Some(path) => opening(path, self.solution, &context)?,
            None => Screen::title(),
        };
        let rendering = Rendering { missing: Missing::Placeholder, ..Rendering::default() };
        let mut app = App::new(opening, context, rendering).map_err(Failure::run)?;
        if let Some(stores) = stores {
            app.save_to(stores);
        }
        if let Some(path) = self.level {
            app.watch(path);
        }
        let recording = self.record.map(|path| Recording::start(path, &mut app)).transpose()?;
        let unsaved = app.unsaved();
        // The app is gone when this returns: all is saved, and no more frames come. What was recorded is written even if
        // the window has failed.
        let played = window::run(app, self.present).map_err(Failure::run);
        let recorded = recording.map_or(Ok(()), Recording::finish);
        let saved = unsaved.failure().map_or(Ok(()), |failure| Err(Failure::run(failure)));
        played.and_then(|signal| recorded.and(saved).map(|()| signal))
    }
}

/// The screen that a level file opens on. A file with faults opens too, for its author to mend them; they are printed as
/// well, for a terminal holds more than a window.
fn opening(path: &Path, solution: Option<usize>, context: &Context) -> Result<Screen, Failure> {
    let level = match Level::read(path) {
        Ok(level) => level,
        Err(error) if error.faults().is_empty() => return Err(Failure::run(error)),
        Err(error) => {
            output::complain(&error.to_string());
            return Ok(Screen::faulty_level(&error.to_string()));
        }
    };
    match solution {
        None => Ok(Screen::level(context, level)),
        Some(number) => {
            let played = super::played(&level, path, number)?;
            Ok(Screen::showing(context, level, Demonstration::of(number, played)))
        }
    }
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
    let notice = (!notices.is_empty()).then(|| notices.join("  "));
    let (progress, replays) = (progress.value.into(), replays.value.into());
    Profile { progress, replays, settings: chosen, notice, ..Profile::default() }
}
