//! A clip: a stretch of a play as pictures that move, made without a display.
//!
//! Between two steps the rabbits move as in the game. Frames are made one after the other and handed on at once, so
//! that memory does not depend on the length of the clip.

mod color_table;
mod gif;

use std::fmt;
use std::io;
use std::sync::Arc;

use crate::level::{At, Level};
use crate::look::{Hints, Palette, STEP_TIME};
use crate::play::Player;
use crate::raster::art::ArtError;
use crate::raster::{Frame, Painter, Rendering};
use crate::scene::{Camera, Rect, ZOOM, draw_board};
use crate::screens::{FilmOrder, Motion, scenery};

/// The largest side of a clip, in pixels.
const LONGEST_CLIP_SIDE: u32 = 4096;

/// The side that a clip of no given zoom does not exceed, if its tiles can be so small.
const USUAL_SIDE: u32 = 640;

/// What is shown of a play, and how fast.
#[derive(Debug, Clone)]
pub struct Clip {
    pub film: FilmOrder,
    pub rate: ClipRate,
}

/// How fast time passes in a clip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClipRate {
    /// Frames a second, 1 to 50.
    pub frames: u32,
    /// Times the normal speed of the game.
    pub speed: f32,
}

/// Why a clip could not be made.
#[derive(Debug)]
pub enum ClipError {
    /// The picture would be too large: width and height in pixels.
    Size(u32, u32),
    Art(ArtError),
    Write(io::Error),
}

/// Twenty frames a second of a game at four times its speed.
impl Default for ClipRate {
    fn default() -> ClipRate {
        ClipRate { frames: 20, speed: 4.0 }
    }
}

impl Clip {
    /// A clip of a whole play, as far as it goes within so many steps, in the usual size.
    pub fn whole(level: Arc<Level>, orders: Vec<At>, steps: u32) -> Clip {
        let setup = level.setup();
        let tile = USUAL_SIDE / (setup.width.max(setup.height).max(1) as u32);
        let tile = tile.clamp(*ZOOM.start(), 64);
        let (hints, palette, motion) = (Hints::default(), Palette::default(), Motion::Full);
        let scenery = scenery(&level);
        let film = FilmOrder { level, scenery, orders, steps: 0..steps, tile, hints, palette, motion };
        Clip { film, rate: ClipRate::default() }
    }

    /// Width and height in pixels.
    ///
    /// # Errors
    /// When a side is too long.
    pub fn size(&self) -> Result<(u32, u32), ClipError> {
        let setup = self.film.level.setup();
        let side = |cells: i32| cells.max(1) as u32 * self.film.tile;
        let (width, height) = (side(setup.width), side(setup.height));
        if width.max(height) > LONGEST_CLIP_SIDE { Err(ClipError::Size(width, height)) } else { Ok((width, height)) }
    }

    /// The number of frames: up to the end of the level or of the stretch.
    pub fn frames(&self) -> u32 {
        let mut player = self.player();
        player.advance_to(self.film.steps.end);
        let steps = player.step().saturating_sub(self.film.steps.start);
        (f64::from(steps) / self.steps_per_frame()).ceil() as u32 + 1
    }

    fn steps_per_frame(&self) -> f64 {
        f64::from(self.rate.speed) / (f64::from(self.rate.frames) * STEP_TIME.as_secs_f64())
    }

    fn player(&self) -> Player {
        Player::following(self.film.level.world(), self.film.orders.clone())
    }

    /// Makes the frames with these numbers, which must rise, and hands each one on.
    ///
    /// # Errors
    /// When the clip is too large or the art is broken; or the error of `show`, which ends it.
    pub fn render(
        &self,
        numbers: impl IntoIterator<Item = u32>,
        mut show: impl FnMut(u32, &Frame) -> io::Result<()>,
    ) -> Result<(), ClipError> {
        let (width, height) = self.size()?;
        let FilmOrder { level, scenery, steps: stretch, hints, palette, motion, .. } = &self.film;
        let setup = level.setup();
        let camera = Camera::thumbnail(Rect::new(0, 0, width as i32, height as i32), setup.width, setup.height);
        let rendering = Rendering { palette: *palette, ..Rendering::from(*hints) };
        let mut painter = Painter::new(rendering).map_err(ClipError::Art)?;
        let (mut frame, mut items) = (Frame::new(width, height), Vec::new());
        let mut player = self.player();
        for number in numbers {
            let steps = f64::from(stretch.start) + f64::from(number) * self.steps_per_frame();
            player.advance_to((steps as u32).min(stretch.end));
            let moves = *motion == Motion::Full && player.is_running() && player.step() < stretch.end;
            let phase = if moves { steps.fract() as f32 } else { 0.0 };
            items.clear();
            draw_board(player.world(), *scenery, &camera, phase, &mut items);
            painter.paint(&items, &mut frame);
            show(number, &frame).map_err(ClipError::Write)?;
        }
        Ok(())
    }
}

impl fmt::Display for ClipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClipError::Size(width, height) => {
                write!(
                    f,
                    "{width} by {height} pixels are too large, {LONGEST_CLIP_SIDE} at most: choose a smaller zoom"
                )
            }
            ClipError::Art(cause) => write!(f, "{cause}"),
            ClipError::Write(cause) => write!(f, "{cause}"),
        }
    }
}

impl std::error::Error for ClipError {}
