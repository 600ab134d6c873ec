//! `leveret [LEVEL]`: the game.

use std::path::Path;

use super::Failure;
use crate::app::{App, Found, Store};
use crate::level::Level;
use crate::raster::Hints;
use crate::screens::{Gate, Screen, Session};
use crate::window::{self, Present};

pub fn run(level: Option<&Path>, gate: Gate, hints: Hints, present: Present) -> Result<(), Failure> {
    let store = Store::of_the_player("progress");
    let opening = match level {
        Some(path) => Screen::level(Level::read(path).map_err(Failure::run)?),
        None => {
            let Found { value: progress, notice } = store.as_ref().map(Store::load).unwrap_or_default();
            Screen::title(Session::new(progress, gate).with_notice(notice))
        }
    };
    let mut app = App::new(opening, hints.into()).map_err(Failure::run)?;
    if let (None, Some(store)) = (level, store) {
        app.keep_progress(store);
    }
    window::run(app, present).map_err(Failure::run)
}
