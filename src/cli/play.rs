//! `leveret [LEVEL]`: the game.

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::Failure;
use crate::app::{App, Found, Stores, hints_of, quality_of};
use crate::level::Level;
use crate::look::Hints;
use crate::raster::{Missing, Rendering};
use crate::screens::{Gate, Language, Screen, Session, Settings};
use crate::window::{self, Present};

pub fn run(
    level: Option<&Path>,
    gate: Gate,
    hints: Option<Hints>,
    present: Present,
    record: Option<&Path>,
) -> Result<(), Failure> {
    let stores = Stores::of_the_player();
    let session = session(stores.as_ref(), gate);
    let session = match hints {
        Some(hints) => session.with_quality_of_this_run(quality_of(hints)),
        None => session,
    };
    let hints = hints_of(session.quality()).unwrap_or_default();
    let opening = match level {
        Some(path) => Screen::opened(session, Level::read(path).map_err(Failure::run)?),
        None => Screen::title(session),
    };
    let mut app =
        App::new(opening, Rendering { missing: Missing::Placeholder, ..hints.into() }).map_err(Failure::run)?;
    if let Some(stores) = stores {
        app.keep(stores);
    }
    if let Some(path) = level {
        app.watch(path);
    }
    let recording = record.map(|path| Recording::begin(path, &mut app)).transpose()?;
    // The app is gone when this returns, and with it what was left to write.
    window::run(app, present).map_err(Failure::run)?;
    recording.map_or(Ok(()), Recording::end)
}

/// The player's session, from what was kept of earlier ones.
fn session(stores: Option<&Stores>, gate: Gate) -> Session {
    let progress = stores.map(|stores| stores.progress.load()).unwrap_or_default();
    let settings = stores.map(|stores| stores.settings.load::<Settings>()).unwrap_or_default();
    let Found { value: mut chosen, .. } = settings;
    let language = *chosen.language.get_or_insert_with(|| {
        sys_locale::get_locale().map_or_else(Language::default, |locale| Language::of_locale(&locale))
    });
    let broken = [progress.broken, settings.broken].into_iter().flatten();
    let mut notices: Vec<String> = broken.map(|broken| broken.told(language)).collect();
    if let Err(cause) = hints_of(&chosen.quality) {
        notices.push((language.texts().quality_unknown)(&cause.to_string()));
    }
    let notice = (!notices.is_empty()).then(|| notices.join("  "));
    Session::new(progress.value, gate).with_settings(chosen).with_notice(notice)
}

/// The frames of a game on their way into a file, which is there when the game is over.
struct Recording {
    path: PathBuf,
    file: AtomicWriteFile,
}

impl Recording {
    fn begin(path: &Path, app: &mut App) -> Result<Recording, Failure> {
        let begun = AtomicWriteFile::open(path).and_then(|file| {
            app.record_to(Box::new(BufWriter::new(file.try_clone()?)))?;
            Ok(Recording { path: path.to_owned(), file })
        });
        begun.map_err(|cause| unwritten(path, &cause))
    }

    fn end(self) -> Result<(), Failure> {
        self.file.commit().map_err(|cause| unwritten(&self.path, &cause))
    }
}

fn unwritten(path: &Path, cause: &io::Error) -> Failure {
    Failure::run(format!("could not write `{}`: {cause}", path.display()))
}
