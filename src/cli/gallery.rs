//! `leveret --animations`: every movement of the art, in a window or as a contact sheet.

use std::path::Path;

use super::output::Overwriting;
use super::{Failure, png};
use crate::app::App;
use crate::look::Hints;
use crate::raster::{Frame, Painter, Rendering};
use crate::scene::{FRAMES, draw_contact_sheet};
use crate::screens::{Context, Profile, Screen};
use crate::window::{self, EndSignal, Present};

/// The largest tile, in pixels, with all frames on the sheet; for larger ones every other frame is left out.
const MAX_TILE_ALL_FRAMES: u32 = 100;

/// Shows every movement in a window.
pub fn show(hints: Hints, present: Present) -> Result<Option<EndSignal>, Failure> {
    let context = Context::new(Profile { hints_of_this_run: Some(hints), ..Profile::default() });
    let app = App::new(Screen::gallery(), context, Rendering::default()).map_err(Failure::run)?;
    window::run(app, present).map_err(Failure::run)
}

/// Draws the frames of all pictures into one PNG file, at `tile` pixels a tile.
pub fn sheet(file: &Path, tile: u32, hints: Hints, overwriting: Overwriting) -> Result<(), Failure> {
    png::check_name(file)?;
    let shots = if tile > MAX_TILE_ALL_FRAMES { FRAMES / 2 } else { FRAMES };
    let mut items = Vec::new();
    let (width, height) = draw_contact_sheet(tile, shots, &mut items);
    let mut frame = Frame::new(width, height);
    Painter::new(Rendering::from(hints)).map_err(Failure::run)?.paint(&items, &mut frame);
    png::write(file, &frame, overwriting)
}
