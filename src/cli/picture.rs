//! `leveret shot`: a picture of a level as the game shows it.

use std::path::PathBuf;

use clap::Args;

use super::output::{self, Overwriting};
use super::{Failure, number, png};
use crate::level::{Level, MAX_SOLUTIONS, MOST_STEPS};
use crate::look::Hints;
use crate::play::Player;
use crate::raster::{Frame, Painter};
use crate::scene::{Camera, Rect, Scenery, ZOOM, draw_board, draw_grid};
use crate::screens::scenery;
use crate::sim::{Cell, World};

/// Draw a level to a PNG file, as the game shows it
#[derive(Debug, Args)]
pub struct Shot {
    /// Level file
    level: PathBuf,

    /// Play this solution of the level, counted from 1, as far as it works
    #[arg(long, value_name = "N", value_parser = number::whole(1..=MAX_SOLUTIONS))]
    solution: Option<usize>,

    /// Steps to play before the picture is taken
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number::whole(0..=MOST_STEPS))]
    step: u32,

    /// Pixels per tile, 16 to 256 [default: fit the level into the picture]
    #[arg(long, value_name = "PX", value_parser = zoom)]
    zoom: Option<u32>,

    /// Show the cell in this column and row in the middle of the picture [default: the middle of the level]
    #[arg(long, value_name = "X,Y", value_parser = cell, allow_hyphen_values = true)]
    at: Option<Cell>,

    /// Draw a grid with the numbers of columns and rows
    #[arg(long)]
    grid: bool,

    /// Size of the picture in pixels
    #[arg(long, value_name = "WxH", default_value = "1280x800", value_parser = size)]
    size: (u32, u32),

    /// Rendering hints: presets and single hints, separated by commas; later ones override earlier ones
    #[arg(long, value_name = "LIST", default_value = "balanced")]
    hints: Hints,

    /// Output file; - is standard output
    #[arg(short, long, value_name = "FILE.png")]
    output: PathBuf,

    #[command(flatten)]
    overwriting: Overwriting,
}

impl Shot {
    pub fn run(&self) -> Result<(), Failure> {
        png::check_name(&self.output)?;
        output::check_is_other(&self.level, &self.output)?;
        self.overwriting.allow(&self.output)?;
        let level = Level::read(&self.level).map_err(Failure::run)?;
        let orders = match self.solution {
            Some(number) => super::played(&level, &self.level, number)?.orders,
            None => Vec::new(),
        };
        let mut player = Player::following(level.world(), orders);
        player.advance_to(self.step);
        let frame = self.draw(player.world(), scenery(&level))?;
        png::write(&self.output, &frame, self.overwriting)
    }

    fn draw(&self, world: &World, scenery: Scenery) -> Result<Frame, Failure> {
        let (width, height) = self.size;
        let window = Rect::new(0, 0, width as i32, height as i32);
        let mut camera = Camera::fitting(window, world.width(), world.height());
        if let Some(zoom) = self.zoom {
            camera.zoom_to(zoom);
        }
        if let Some(cell) = self.at {
            let (left, top) = camera.cell_to_pixel(cell);
            let half = camera.tile() as i32 / 2;
            camera.pan((window.width / 2 - left - half) as f32, (window.height / 2 - top - half) as f32);
        }
        let mut items = Vec::new();
        draw_board(world, scenery, &camera, 0.0, &mut items);
        if self.grid {
            draw_grid(world, &camera, &mut items);
        }
        let mut frame = Frame::new(width, height);
        Painter::new(self.hints.into()).map_err(Failure::run)?.paint(&items, &mut frame);
        Ok(frame)
    }
}

/// Reads a zoom in pixels a tile.
pub(super) fn zoom(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(zoom) if ZOOM.contains(&zoom) => Ok(zoom),
        _ => Err(format!("a zoom is a whole number from {} to {} pixels a tile", ZOOM.start(), ZOOM.end())),
    }
}

/// The largest side of a picture, in pixels.
const LARGEST: u32 = 16384;

/// Reads a size such as `1920x1080`.
pub(super) fn size(text: &str) -> Result<(u32, u32), String> {
    let side = |text: &str| text.parse().ok().filter(|side| (1..=LARGEST).contains(side));
    text.split_once('x')
        .and_then(|(width, height)| Some((side(width)?, side(height)?)))
        .ok_or_else(|| format!("a size is WIDTHxHEIGHT in pixels, such as 1920x1080, {LARGEST} at most"))
}

/// Columns and rows that may be named, far beyond any map.
const FARTHEST: i32 = 100_000;

/// Reads a cell such as `12,6`.
fn cell(text: &str) -> Result<Cell, String> {
    let number = |text: &str| text.trim().parse().ok().filter(|number: &i32| number.abs() <= FARTHEST);
    text.split_once(',')
        .and_then(|(x, y)| Some(Cell::new(number(x)?, number(y)?)))
        .ok_or_else(|| "a cell is COLUMN,ROW, both counted from 0, such as 12,6".to_owned())
}
