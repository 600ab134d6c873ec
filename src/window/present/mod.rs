//! Two ways of getting a frame onto the screen, and the choice between them.
//!
//! Where there is a real GPU, pixels uploads the frame as one texture. Where the only adapter is a CPU that imitates
//! one, a plain copy by softbuffer is eight times as fast.

mod gpu;
mod plain;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use log::{info, warn};
use winit::window::Window;

use super::WindowError;
use crate::app::Frame;
use gpu::Gpu;
use plain::Plain;

/// Who presents the frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Present {
    /// pixels where there is a real GPU, softbuffer elsewhere.
    #[default]
    Auto,
    Pixels,
    Softbuffer,
}

impl FromStr for Present {
    type Err = String;

    fn from_str(name: &str) -> Result<Present, String> {
        [Present::Auto, Present::Pixels, Present::Softbuffer]
            .into_iter()
            .find(|present| present.to_string() == name)
            .ok_or_else(|| "it is none of `auto`, `pixels` and `softbuffer`".to_string())
    }
}

impl fmt::Display for Present {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Present::Auto => "auto",
            Present::Pixels => "pixels",
            Present::Softbuffer => "softbuffer",
        })
    }
}

/// What presents frames in one window.
pub(super) enum Presenter {
    Pixels(Box<Gpu>),
    Softbuffer(Plain),
}

impl Presenter {
    pub(super) fn open(present: Present, window: &Arc<Window>) -> Result<Presenter, WindowError> {
        let presenter = match present {
            Present::Auto => Presenter::choose(window)?,
            Present::Pixels => Gpu::open(window).map(Presenter::from).map_err(|cause| {
                WindowError::present("pixels", format!("{cause}; `--present softbuffer` works without a GPU"))
            })?,
            Present::Softbuffer => Presenter::softbuffer(window)?,
        };
        match &presenter {
            Presenter::Pixels(gpu) => info!("pixels presents, on {}", gpu.adapter()),
            Presenter::Softbuffer(_) => info!("softbuffer presents"),
        }
        Ok(presenter)
    }

    /// Puts the frame on the screen. A GPU that fails is given up for the rest of the game, a plain surface that is
    /// lost is opened once more.
    pub(super) fn present(&mut self, frame: &Frame, window: &Arc<Window>) -> Result<(), WindowError> {
        let cause = match self {
            Presenter::Pixels(gpu) => gpu.present(frame),
            Presenter::Softbuffer(plain) => plain.present(frame).map_err(|cause| cause.to_string()),
        };
        let Err(cause) = cause else { return Ok(()) };
        warn!("a frame could not be presented: {cause}; opening a surface of softbuffer");
        let mut plain = Plain::open(window).map_err(|cause| softbuffer_error(&cause))?;
        plain.present(frame).map_err(|cause| softbuffer_error(&cause))?;
        *self = Presenter::from(plain);
        Ok(())
    }

    fn choose(window: &Arc<Window>) -> Result<Presenter, WindowError> {
        match Gpu::open(window) {
            Ok(gpu) if gpu.is_real() => return Ok(Presenter::from(gpu)),
            Ok(gpu) => info!("no GPU: {} is a CPU", gpu.adapter()),
            Err(cause) => info!("no GPU: {cause}"),
        }
        Presenter::softbuffer(window)
    }

    fn softbuffer(window: &Arc<Window>) -> Result<Presenter, WindowError> {
        Plain::open(window).map(Presenter::from).map_err(|cause| softbuffer_error(&cause))
    }
}

impl From<Gpu> for Presenter {
    fn from(gpu: Gpu) -> Presenter {
        Presenter::Pixels(Box::new(gpu))
    }
}

impl From<Plain> for Presenter {
    fn from(plain: Plain) -> Presenter {
        Presenter::Softbuffer(plain)
    }
}

fn softbuffer_error(cause: &softbuffer::SoftBufferError) -> WindowError {
    WindowError::present("softbuffer", cause.to_string())
}
