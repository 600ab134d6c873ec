//! A window without a game: it presents frames on request, so that presenting can be measured.

use std::sync::Arc;
use std::time::{Duration, Instant};

use winit::application::ApplicationHandler;
use winit::dpi::PhysicalSize;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoop};
use winit::platform::pump_events::EventLoopExtPumpEvents;
use winit::window::{Window, WindowId};

use super::present::{Presented, Presenter};
use super::{Present, WindowError, event_loop};
use crate::app::Frame;

/// How long the system may take to create the window, or to show a frame.
const PATIENCE: Duration = Duration::from_secs(5);

/// A window that shows the frames it is given.
pub struct Pane {
    events: EventLoop<()>,
    handler: Handler,
}

struct Handler {
    size: PhysicalSize<u32>,
    present: Present,
    open: Option<(Arc<Window>, Presenter)>,
    failure: Option<WindowError>,
}

impl Pane {
    /// A window for frames of this size, in physical pixels.
    ///
    /// # Errors
    /// When there is no display, or when nothing can present frames in the window.
    pub fn open((width, height): (u32, u32), present: Present) -> Result<Pane, WindowError> {
        let size = PhysicalSize::new(width, height);
        let handler = Handler { size, present, open: None, failure: None };
        let mut pane = Pane { events: event_loop()?, handler };
        let start = Instant::now();
        while pane.handler.open.is_none() && start.elapsed() < PATIENCE {
            pane.pump(Duration::from_millis(50))?;
        }
        Ok(pane)
    }

    /// What presents in it, and on which adapter; none while there is no window.
    pub fn presenter(&self) -> Option<String> {
        self.handler.open.as_ref().map(|(_, presenter)| presenter.name())
    }

    /// Presents the frame, and returns how long that alone took.
    ///
    /// # Errors
    /// When it could not be presented, or the window was hidden or of another size for too long.
    pub fn show(&mut self, frame: &Frame) -> Result<Duration, WindowError> {
        let first = Instant::now();
        while first.elapsed() < PATIENCE {
            self.pump(Duration::ZERO)?;
            let Some((window, presenter)) = &mut self.handler.open else {
                return Err(WindowError::window("the system gave none"));
            };
            let start = Instant::now();
            window.pre_present_notify();
            match presenter.present(frame, window)? {
                Presented::Shown => return Ok(start.elapsed()),
                Presented::Outdated | Presented::Hidden => {}
            }
        }
        let (width, height) = (frame.width(), frame.height());
        Err(WindowError::window(&format!("it was hidden, or could not keep the size {width}x{height}")))
    }

    /// Handles the system's events. Window managers report a window that does not as hung.
    fn pump(&mut self, wait: Duration) -> Result<(), WindowError> {
        self.events.pump_app_events(Some(wait), &mut self.handler);
        self.handler.failure.take().map_or(Ok(()), Err)
    }
}

impl ApplicationHandler for Handler {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        if self.open.is_some() {
            return;
        }
        let attributes = Window::default_attributes().with_title("Leveret").with_inner_size(self.size);
        let opened = events
            .create_window(attributes)
            .map_err(|cause| WindowError::window(&cause.to_string()))
            .map(Arc::new)
            .and_then(|window| Presenter::open(self.present, &window).map(|presenter| (window, presenter)));
        match opened {
            Ok(open) => self.open = Some(open),
            Err(failure) => self.failure = Some(failure),
        }
    }

    /// Events of the window are ignored.
    fn window_event(&mut self, _: &ActiveEventLoop, _: WindowId, _: WindowEvent) {}
}
