//! Frames through a GPU, on the wgpu that pixels brings.
//!
//! pixels 0.17 presents in a loop: while the surface is outdated, it configures it to the size that it knows and tries
//! again, for ever if the window was resized meanwhile (parasyte/pixels#460). On X11 a window can change between any
//! two calls, so no check before the call prevents that, and nothing ends the loop from outside. So the surface is our
//! own: its texture is acquired once a frame, without a loop, and a frame that no longer fits is skipped. The event
//! loop goes on, and the frame of the new size follows.

use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use pixels::wgpu::{
    self, AdapterInfo, CurrentSurfaceTexture, Device, DeviceDescriptor, DeviceType, Instance, InstanceDescriptor,
    PresentMode, Queue, RequestAdapterOptions, Surface, SurfaceConfiguration, TextureViewDescriptor,
};
use pollster::FutureExt;
use winit::window::Window;

use super::super::quiet::quietly;
use super::Presented;
use super::frame_pass::FramePass;
use crate::app::Frame;

/// How often in succession a surface may be outdated for frames of one size before it counts as lost. The event of a
/// new size arrives well before that.
const MOST_OUTDATED: u32 = 100;

pub(crate) struct GpuSurface {
    surface: Surface<'static>,
    adapter: AdapterInfo,
    device: Device,
    queue: Queue,
    configuration: SurfaceConfiguration,
    pass: FramePass,
    /// Whether the surface has to be configured before its next use.
    stale: bool,
    /// How often in succession the surface was outdated.
    outdated: u32,
    /// An error that wgpu reported outside of any call that returns one. Without a handler it would panic.
    fault: Arc<Mutex<Option<String>>>,
}

impl GpuSurface {
    pub(crate) fn open(window: &Arc<Window>) -> Result<GpuSurface, String> {
        quietly(|| GpuSurface::create(window).block_on())?.map_err(|cause| one_line(cause.as_ref()))
    }

    async fn create(window: &Arc<Window>) -> Result<GpuSurface, Box<dyn Error>> {
        let instance = Instance::new(InstanceDescriptor::new_without_display_handle_from_env());
        let surface = instance.create_surface(Arc::clone(window))?;
        let options = RequestAdapterOptions { compatible_surface: Some(&surface), ..RequestAdapterOptions::default() };
        let adapter = instance.request_adapter(&options).await?;
        let limits = adapter.limits();
        let (device, queue) = adapter
            .request_device(&DeviceDescriptor { required_limits: limits, ..DeviceDescriptor::default() })
            .await?;
        let fault = Arc::new(Mutex::new(None));
        let reported = Arc::clone(&fault);
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            *reported.lock().unwrap_or_else(PoisonError::into_inner) = Some(one_line(&error));
        }));

        // The first frame sets the size.
        let mut configuration =
            surface.get_default_config(&adapter, 1, 1).ok_or("the adapter cannot present in this window")?;
        // The shell does the frame pacing, so presenting should not wait for the display as well.
        if surface.get_capabilities(&adapter).present_modes.contains(&PresentMode::Mailbox) {
            configuration.present_mode = PresentMode::Mailbox;
        }
        let pass = FramePass::new(&device, configuration.format, (1, 1));
        let adapter = adapter.get_info();
        Ok(GpuSurface { surface, adapter, device, queue, configuration, pass, stale: true, outdated: 0, fault })
    }

    /// Whether this is a GPU, and not a CPU that emulates one.
    pub(crate) fn is_real(&self) -> bool {
        self.adapter.device_type != DeviceType::Cpu
    }

    /// The adapter's name and back end.
    pub(crate) fn adapter(&self) -> String {
        format!("`{}` ({})", self.adapter.name, self.adapter.backend)
    }

    /// Presents the frame, or skips it if the surface has another size by now. Waits for the GPU a second at most.
    pub(crate) fn present(&mut self, frame: &Frame) -> Result<Presented, String> {
        self.resize(frame.width(), frame.height())?;
        if self.stale {
            self.surface.configure(&self.device, &self.configuration);
            self.stale = false;
            self.check()?;
        }
        let target = match self.surface.get_current_texture() {
            CurrentSurfaceTexture::Success(target) => target,
            CurrentSurfaceTexture::Suboptimal(target) => {
                self.stale = true;
                target
            }
            CurrentSurfaceTexture::Outdated => {
                self.stale = true;
                self.outdated += 1;
                return if self.outdated < MOST_OUTDATED {
                    Ok(Presented::Outdated)
                } else {
                    Err("the surface stays outdated".to_owned())
                };
            }
            CurrentSurfaceTexture::Occluded | CurrentSurfaceTexture::Timeout => return Ok(Presented::Hidden),
            CurrentSurfaceTexture::Lost => return Err("the surface is lost".to_owned()),
            CurrentSurfaceTexture::Validation => {
                self.check()?;
                return Err("the device is lost".to_owned());
            }
        };
        self.outdated = 0;
        let view = target.texture.create_view(&TextureViewDescriptor::default());
        self.pass.draw(&self.device, &self.queue, frame, &view);
        target.present();
        self.check()?;
        Ok(Presented::Shown)
    }

    /// Frames have this size from now on, in pixels.
    fn resize(&mut self, width: u32, height: u32) -> Result<(), String> {
        if (width, height) == (self.configuration.width, self.configuration.height) {
            return Ok(());
        }
        let most = self.device.limits().max_texture_dimension_2d;
        if width.max(height) > most {
            return Err(format!("a frame of {width}x{height} is larger than the {most} pixels that the GPU can take"));
        }
        self.pass.resize(&self.device, (width, height));
        self.configuration.width = width;
        self.configuration.height = height;
        self.stale = true;
        self.outdated = 0;
        Ok(())
    }

    /// The error that wgpu reported since the last check, if there was one.
    fn check(&self) -> Result<(), String> {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }
}

/// The first line of wgpu's message, which sums up the others.
fn one_line(error: &dyn Error) -> String {
    let text = error.to_string();
    text.lines().next().unwrap_or_default().trim_end_matches('.').to_string()
}
