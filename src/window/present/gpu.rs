//! Frames through pixels: uploaded to the GPU as one texture, drawn pixel for pixel.

use std::sync::{Arc, Mutex, PoisonError};

use pixels::wgpu::{self, AdapterInfo, DeviceType, PresentMode};
use pixels::{Pixels, PixelsBuilder, SurfaceTexture};
use winit::dpi::PhysicalSize;
use winit::window::Window;

use super::super::quiet::quietly;
use crate::app::Frame;

pub(crate) struct Gpu {
    window: Arc<Window>,
    pixels: Pixels<'static>,
    adapter: AdapterInfo,
    /// The size of the texture and of the surface, which is always the same.
    size: PhysicalSize<u32>,
    /// An error that wgpu reported outside of any call that returns one. Without a handler it would panic.
    fault: Arc<Mutex<Option<String>>>,
}

impl Gpu {
    pub(crate) fn open(window: &Arc<Window>) -> Result<Gpu, String> {
        // A window that starts minimised has no size; the first frame sets the right one.
        let PhysicalSize { width, height } = window.inner_size();
        let size = PhysicalSize::new(width.max(1), height.max(1));
        let surface = SurfaceTexture::new(size.width, size.height, Arc::clone(window));
        // The shell does the frame pacing, so presenting must not wait for the display as well.
        let builder = PixelsBuilder::new(size.width, size.height, surface).present_mode(PresentMode::Mailbox);
        let pixels = quietly(|| builder.build())?.map_err(|cause| one_line(&cause))?;

        let fault = Arc::new(Mutex::new(None));
        let reported = Arc::clone(&fault);
        pixels.device().on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            *reported.lock().unwrap_or_else(PoisonError::into_inner) = Some(one_line(&error));
        }));
        let adapter = pixels.adapter().get_info();
        Ok(Gpu { window: Arc::clone(window), pixels, adapter, size, fault })
    }

    /// Whether this is a GPU, and not a CPU that emulates one.
    pub(crate) fn is_real(&self) -> bool {
        self.adapter.device_type != DeviceType::Cpu
    }

    /// The adapter's name for the log.
    pub(crate) fn adapter(&self) -> String {
        format!("`{}` ({})", self.adapter.name, self.adapter.backend)
    }

    /// Presents the frame, unless the window has another size by now: the frame of that size comes next.
    ///
    /// For a surface of the wrong size pixels 0.17 retries for ever (parasyte/pixels#460, fixed in later versions). So the
    /// window's size is read as late as possible.
    pub(crate) fn present(&mut self, frame: &Frame) -> Result<(), String> {
        let size = PhysicalSize::new(frame.width(), frame.height());
        if size != self.size {
            self.pixels.resize_surface(size.width, size.height).map_err(|cause| one_line(&cause))?;
            self.pixels.resize_buffer(size.width, size.height).map_err(|cause| one_line(&cause))?;
            self.size = size;
        }
        self.pixels.frame_mut().copy_from_slice(frame.data());
        if size == self.window.inner_size() {
            self.pixels.render().map_err(|cause| one_line(&cause))?;
        }
        let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner).take();
        fault.map_or(Ok(()), Err)
    }
}

/// The first line of wgpu's message, which sums up the others.
fn one_line(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    text.lines().next().unwrap_or_default().trim_end_matches('.').to_string()
}
