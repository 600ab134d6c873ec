//! `leveret [LEVEL]`: the game.

use std::path::Path;

use super::Failure;
use super::recording::Recording;
use crate::app::{App, ProgressFile, ReplaysFile, SettingsFile, Stores};
use crate::level::Level;
use crate::look::Hints;
use crate::raster::{Missing, Rendering};
use crate::screens::{Context, Language, Profile, Screen, UnlockPolicy};
use crate::window::{self, EndSignal, Present};

pub fn run(
    level: Option<&Path>,
    unlock: UnlockPolicy,
    hints: Option<Hints>,
    present: Present,
    record: Option<&Path>,
) -> Result<Option<EndSignal>, Failure> {
    let stores = Stores::of_the_player();
    let profile = Profile { unlock, hints_of_this_run: hints, ..profile(stores.as_ref()) };
    let context = Context::new(profile);
    let opening = match level {
        Some(path) => Screen::level(&context, Level::read(path).map_err(Failure::run)?),
        None => Screen::title(),
    };
    let rendering = Rendering { missing: Missing::Placeholder, ..Rendering::default() };
    let mut app = App::new(opening, context, rendering).map_err(Failure::run)?;
    if let Some(stores) = stores {
        app.save_to(stores);
    }
    if let Some(path) = level {
        app.watch(path);
    }
    let recording = record.map(|path| Recording::start(path, &mut app)).transpose()?;
    // The app is gone when this returns: all is saved, and no more frames come. What was recorded is written even if the
    // window has failed.
    let played = window::run(app, present).map_err(Failure::run);
    let recorded = recording.map_or(Ok(()), Recording::finish);
    played.and_then(|signal| recorded.map(|()| signal))
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
