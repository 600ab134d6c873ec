//! Two ways to present a frame, and the choice between them.
//!
//! A real GPU gets the frame's pixels in one upload. Where the only adapter is a CPU that emulates one, a plain copy by
//! softbuffer is eight times as fast.

mod frame_pass;
mod gpu;
mod plain;
mod presented_changes;

use std::sync::Arc;

use clap::ValueEnum;
use log::{info, warn};
use softbuffer::SoftBufferError;
use winit::window::Window;

use super::WindowError;
use crate::app::Frame;
use gpu::GpuSurface;
use plain::PlainSurface;

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

/// What became of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presented {
    Shown,
    /// Skipped, because the window has another size by now. The event of its new size may still be on its way.
    Outdated,
    /// Skipped, because the window cannot be seen. The system asks for a redraw when it can.
    Hidden,
}

/// What presents frames in one window.
pub(super) enum Presenter {
    Pixels(Box<GpuSurface>),
    Softbuffer(PlainSurface),
}

impl Presenter {
    pub(super) fn open(present: Present, window: &Arc<Window>) -> Result<Presenter, WindowError> {
        let presenter = match present {
            Present::Auto => Presenter::choose(window)?,
            Present::Pixels => GpuSurface::open(window).map(Presenter::from).map_err(|cause| {
                WindowError::present("pixels", format!("{cause}; `--present softbuffer` works without a GPU"))
            })?,
            Present::Softbuffer => Presenter::softbuffer(window)?,
        };
        info!("{} presents", presenter.name());
        Ok(presenter)
    }

    /// What presents, and on which adapter.
    pub(super) fn name(&self) -> String {
        match self {
            Presenter::Pixels(gpu) => format!("pixels on {}", gpu.adapter()),
            Presenter::Softbuffer(_) => "softbuffer".to_owned(),
        }
    }

    /// Presents the frame. After a GPU fails, softbuffer presents for the rest of the game; a plain surface that is
    /// lost is opened once more.
    pub(super) fn present(&mut self, frame: &Frame, window: &Arc<Window>) -> Result<Presented, WindowError> {
        let presented = match self {
            Presenter::Pixels(gpu) => gpu.present(frame),
            Presenter::Softbuffer(plain) => {
                plain.present(frame).map(|()| Presented::Shown).map_err(|cause| cause.to_string())
            }
        };
        let cause = match presented {
            Ok(presented) => return Ok(presented),
            Err(cause) => cause,
        };
        warn!("a frame could not be presented: {cause}; opening a surface of softbuffer");
        let mut plain = PlainSurface::open(window).map_err(|cause| softbuffer_error(&cause))?;
        plain.present(frame).map_err(|cause| softbuffer_error(&cause))?;
        *self = Presenter::from(plain);
        Ok(Presented::Shown)
    }

    fn choose(window: &Arc<Window>) -> Result<Presenter, WindowError> {
        match GpuSurface::open(window) {
            Ok(gpu) if gpu.is_real() => return Ok(Presenter::from(gpu)),
            Ok(gpu) => info!("no GPU: {} is a CPU", gpu.adapter()),
            Err(cause) => info!("no GPU: {cause}"),
        }
        Presenter::softbuffer(window)
    }

    fn softbuffer(window: &Arc<Window>) -> Result<Presenter, WindowError> {
        PlainSurface::open(window).map(Presenter::from).map_err(|cause| softbuffer_error(&cause))
    }
}

impl From<GpuSurface> for Presenter {
    fn from(gpu: GpuSurface) -> Presenter {
        Presenter::Pixels(Box::new(gpu))
    }
}

impl From<PlainSurface> for Presenter {
    fn from(plain: PlainSurface) -> Presenter {
        Presenter::Softbuffer(plain)
    }
}

fn softbuffer_error(error: &SoftBufferError) -> WindowError {
    let cause = match error {
        // What the system says beyond that is of use to no player.
        SoftBufferError::PlatformError(Some(cause), _) => cause.clone(),
        other => other.to_string(),
    };
    WindowError::present("softbuffer", cause)
}
