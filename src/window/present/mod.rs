//! Two ways to present a frame, and the choice between them.
//!
//! A real GPU gets the frame's pixels in one upload. Where the only adapter is a CPU that emulates one, a plain copy by
//! softbuffer is eight times as fast.

mod gpu;
mod plain;

use std::sync::Arc;

use clap::ValueEnum;
use log::{info, warn};
use winit::window::Window;

use super::WindowError;
use crate::app::Frame;
use gpu::Gpu;
use plain::Plain;

/// How frames are presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Present {
    /// A real GPU where there is one, softbuffer elsewhere
    #[default]
    Auto,
    /// The pixels go to a GPU, even to one that a CPU emulates
    Pixels,
    /// The pixels are copied into memory that the display reads
    Softbuffer,
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

    /// Presents the frame. After a GPU fails, softbuffer presents for the rest of the game; a plain surface that is lost
    /// is opened once more.
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
