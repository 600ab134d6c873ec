//! `leveret [LEVEL]`: the game.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::app::{App, Found, Store};
use crate::level::Level;
use crate::raster::{Hints, Missing, Rendering};
use crate::screens::{Gate, Screen, Session};
use crate::window::{self, Present};

pub fn run(
    level: Option<&Path>,
    gate: Gate,
    hints: Hints,
    present: Present,
    record: Option<&Path>,
) -> Result<(), Failure> {
    let store = Store::of_the_player("progress");
    let opening = match level {
        Some(path) => Screen::level(Level::read(path).map_err(Failure::run)?),
        None => {
            let Found { value: progress, notice } = store.as_ref().map(Store::load).unwrap_or_default();
            Screen::title(Session::new(progress, gate).with_notice(notice))
        }
    };
    let mut app = App::new(opening, Rendering { missing: Missing::StandIn, ..hints.into() }).map_err(Failure::run)?;
    match (level, store) {
        (Some(path), _) => app.watch(path),
        (None, Some(store)) => app.keep_progress(store),
        (None, None) => {}
    }
    let recording = record.map(|path| Recording::begin(path, &mut app)).transpose()?;
    // The app is gone when this returns, and with it what was left to write.
    window::run(app, present).map_err(Failure::run)?;
    recording.map_or(Ok(()), Recording::end)
}

/// The frames of a game on their way into a file. They are written beside its place, which it takes when the game is
/// over.
struct Recording {
    path: PathBuf,
    beside: PathBuf,
}

impl Recording {
    fn begin(path: &Path, app: &mut App) -> Result<Recording, Failure> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".part");
        let recording = Recording { path: path.to_owned(), beside: beside.into() };
        File::create(&recording.beside)
            .and_then(|file| app.record_to(Box::new(BufWriter::new(file))))
            .map_err(|cause| recording.failure(&cause))?;
        Ok(recording)
    }

    fn end(self) -> Result<(), Failure> {
        fs::rename(&self.beside, &self.path).map_err(|cause| self.failure(&cause))
    }

    fn failure(&self, cause: &io::Error) -> Failure {
        Failure::run(format!("could not write `{}`: {cause}", self.path.display()))
    }
}
