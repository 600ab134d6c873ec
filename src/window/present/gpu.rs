//! Frames through pixels: uploaded to the GPU as one texture, shown pixel for pixel.

use std::sync::{Arc, Mutex, PoisonError};

use pixels::wgpu::{self, AdapterInfo, DeviceType};
use pixels::{Pixels, SurfaceTexture};
use winit::window::Window;

use super::super::quiet::quietly;
use crate::app::Frame;

pub(crate) struct Gpu {
    pixels: Pixels<'static>,
    adapter: AdapterInfo,
    /// The width and height of texture and surface, which are always the same here.
    size: (u32, u32),
    /// What wgpu found wrong outside of any call that returns an error. It would panic, had it no one to tell.
    fault: Arc<Mutex<Option<String>>>,
}

impl Gpu {
    pub(crate) fn open(window: &Arc<Window>) -> Result<Gpu, String> {
        // A window that starts minimised has no size; the first frame brings the right one.
        let (width, height) = window.inner_size().into();
        let size: (u32, u32) = (u32::max(width, 1), u32::max(height, 1));
        let open = || Pixels::new(size.0, size.1, SurfaceTexture::new(size.0, size.1, window.clone()));
        let pixels = quietly(open)?.map_err(|cause| one_line(&cause))?;

        let fault = Arc::new(Mutex::new(None));
        let place = Arc::clone(&fault);
        pixels.device().on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(one_line(&error));
        }));
        let adapter = pixels.adapter().get_info();
        Ok(Gpu { pixels, adapter, size, fault })
    }

    /// Whether this is more than a CPU that imitates a GPU.
    pub(crate) fn is_real(&self) -> bool {
        self.adapter.device_type != DeviceType::Cpu
    }

    /// The adapter's name for the log.
    pub(crate) fn adapter(&self) -> String {
        format!("`{}` ({})", self.adapter.name, self.adapter.backend)
    }

    pub(crate) fn present(&mut self, frame: &Frame) -> Result<(), String> {
        let size = (frame.width(), frame.height());
        if size.0 == 0 || size.1 == 0 {
            return Ok(());
        }
        if size != self.size {
            self.pixels.resize_surface(size.0, size.1).map_err(|cause| one_line(&cause))?;
            self.pixels.resize_buffer(size.0, size.1).map_err(|cause| one_line(&cause))?;
            self.size = size;
        }
        self.pixels.frame_mut().copy_from_slice(frame.data());
        self.pixels.render().map_err(|cause| one_line(&cause))?;
        let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner).take();
        fault.map_or(Ok(()), Err)
    }
}

/// wgpu's messages run over many lines, the general one first.
fn one_line(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    text.lines().next().unwrap_or_default().trim_end_matches('.').to_string()
}
