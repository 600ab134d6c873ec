//! `leveret [LEVEL]`: the game.

use std::path::Path;

use super::Failure;
use crate::app::App;
use crate::level::Level;
use crate::raster::Hints;
use crate::screens::Screen;
use crate::window::{self, Present};

pub fn run(level: Option<&Path>, hints: Hints, present: Present) -> Result<(), Failure> {
    let opening = match level {
        Some(path) => Screen::level(Level::read(path).map_err(Failure::run)?),
        None => Screen::title(),
    };
    let app = App::new(opening, hints).map_err(Failure::run)?;
    window::run(app, present).map_err(Failure::run)
}
